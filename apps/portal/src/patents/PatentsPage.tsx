import { useQuery } from 'urql';
import { useNameOf } from '../api/city.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import type { Facet } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import type { PatentSort } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { chosenIn, named, namedBy } from '../listings/facets.js';
import { FoundList } from '../searches/FoundList.js';
import { SaveSearch } from '../searches/SaveSearch.js';
import { PatentsDocument } from './documents.js';
import { landscapeWords } from './landscapeWords.js';
import { PatentItem } from './PatentItem.js';
import { ipcSections, patentKinds, patentStates } from './terms.js';
import { patentWords } from './words.js';
import { yearIn } from './year.js';

const SORTS: readonly [PatentSort, ...PatentSort[]] = ['RELEVANCE', 'NEWEST', 'EXPIRY', 'FEE_DUE'];
/** Within how many days a fee is called due. */
const FEE_DAYS = 90;

/**
 * 专利: the register, with what one's own organisations keep.
 * @param searched below the one search box, which has heading and box
 */
export function PatentsPage({ searched = false }: { searched?: boolean }) {
  const t = useWords(patentWords);
  const landscape = useWords(landscapeWords);
  const kinds = useWords(patentKinds);
  const states = useWords(patentStates);
  const sections = useWords(ipcSections);
  const { viewer, organisationsAs } = useViewer();
  const nameOf = useNameOf();
  const state = useListState(SORTS);
  const scopes = state.among('scope', t.scopes);
  const chosen = (facet: string) => chosenIn(state, facet);
  const [result, ask] = useQuery({
    query: PatentsDocument,
    variables: {
      ...state.paging,
      sort: state.sort,
      filter: {
        text: state.text || null,
        kinds: state.values('kind').length > 0 ? state.among('kind', kinds) : null,
        states: state.values('state').length > 0 ? state.among('state', states) : null,
        ipcSections: chosen('section'),
        techFields: chosen('field'),
        clusters: chosen('cluster'),
        ipc: state.values('ipc')[0] ?? null,
        applicant: state.values('applicant')[0] ?? null,
        filedYear: yearIn(state.values('year')[0]),
        mine: scopes.includes('mine') ? true : null,
        openToAll: scopes.includes('openToAll') ? true : null,
        feeDueWithin: scopes.includes('feeDue') ? FEE_DAYS : null,
      },
    },
  });
  const connection = result.data?.patents;
  const counts = connection?.facets;
  const facets: Facet[] = [
    {
      name: 'scope',
      label: t.scope,
      options: [
        ...(viewer ? [{ value: 'mine', label: t.scopes.mine }] : []),
        { value: 'openToAll', label: t.scopes.openToAll },
        ...(viewer ? [{ value: 'feeDue', label: t.scopes.feeDue }] : []),
      ],
    },
    { name: 'kind', label: t.kind, options: named(counts?.kinds, kinds) },
    { name: 'state', label: t.state, options: named(counts?.states, states) },
    { name: 'section', label: t.section, options: named(counts?.ipcSections, sections) },
    // Only where a landscape led here.
    ...(['ipc', 'applicant', 'year'] as const).map((name) => ({
      name,
      label: { ipc: t.ipc, applicant: t.applicants, year: t.filed }[name],
      options: state.values(name).map((value) => ({ value, label: value })),
    })),
    { name: 'field', label: t.techField, options: namedBy(nameOf, 'techFields', counts?.techFields) },
    { name: 'cluster', label: t.cluster, options: namedBy(nameOf, 'clusters', counts?.clusters) },
  ];
  return (
    <FoundList
      kind="patent"
      place="/patents"
      searched={searched}
      title={t.title}
      intro={t.intro}
      actions={
        <>
          {/* What is one's own, openly licensed or due changes by the day: no search is kept of that. */}
          {scopes.length === 0 && <SaveSearch kind="PATENT" state={state} />}
          <Button
            icon="chart"
            to={`/patents/landscape${state.text ? `?q=${encodeURIComponent(state.text)}` : ''}`}
          >
            {landscape.link}
          </Button>
          {!searched && organisationsAs('TRANSFER_OFFICER').length > 0 && (
            <>
              <Button icon="upload" to="/imports?import=PATENT">
                {t.takeIn}
              </Button>
              <Button tone="primary" icon="plus" to="/patents/new/edit">
                {t.register}
              </Button>
            </>
          )}
        </>
      }
      state={state}
      facets={facets}
      sorts={SORTS.map((value) => ({ value, label: t.sorts[value] }))}
      searchPlaceholder={t.search}
      result={result}
      connection={connection}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      renderItem={(node, highlights) => <PatentItem patent={node} highlights={highlights} />}
      empty={{ title: t.none, text: t.noneText }}
    />
  );
}

export { PatentsPage as Component };
