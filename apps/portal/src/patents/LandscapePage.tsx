import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { Button } from '../design/Button.js';
import { Heading } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Loaded } from '../design/Loaded.js';
import { SearchBox } from '../design/SearchBox.js';
import { Empty } from '../design/States.js';
import css from '../data/Data.module.css';
import { useWords } from '../i18n/index.js';
import { BarPanel } from './BarPanel.js';
import { landscapeWords } from './landscapeWords.js';
import { ipcSections } from './terms.js';
import { yearIn } from './year.js';

const LandscapeDocument = graphql(`
  query PatentLandscape($filter: PatentFilter) {
    patentLandscape(filter: $filter) {
      total
      byYear {
        key
        label
        count
      }
      byApplicant {
        key
        label
        count
      }
      byIpc {
        key
        label
        count
      }
    }
  }
`);

const SORTS = ['NEWEST'] as const;
const FACETS = ['ipc', 'applicant', 'year'] as const;

/** 专利态势 of one technology; every condition stands in the address. */
export function LandscapePage() {
  const t = useWords(landscapeWords);
  const sections = useWords(ipcSections);
  const state = useListState(SORTS);
  const [ipc, applicant, year] = FACETS.map((facet) => state.values(facet)[0] ?? '');
  const [result, ask] = useQuery({
    query: LandscapeDocument,
    variables: {
      filter: {
        text: state.text || null,
        ipc: ipc || null,
        applicant: applicant || null,
        filedYear: yearIn(year),
      },
    },
  });
  const labels = { ipc: t.ipc, applicant: t.applicant, year: t.year };
  const chosen = FACETS.flatMap((facet) => state.values(facet).map((value) => [facet, value] as const));
  const query = new URLSearchParams(state.text === '' ? [] : [['q', state.text]]);
  for (const [facet, value] of chosen) query.append(facet, value);
  const list = `/patents${query.size > 0 ? `?${query.toString()}` : ''}`;
  return (
    <div className="wrap">
      <Heading title={t.title} intro={t.intro} actions={<Button to={list}>{t.list}</Button>} />
      <div className="stack">
        <div className="row">
          <SearchBox state={state} label={t.search} />
        </div>
        {chosen.length > 0 && (
          <div className="row">
            {chosen.map(([facet, value]) => (
              <Button
                key={facet}
                size="small"
                icon="close"
                label={t.remove(labels[facet](value))}
                onClick={() => state.setFacet(facet, [])}
              >
                {labels[facet](value)}
              </Button>
            ))}
          </div>
        )}
        <Loaded
          result={result}
          value={result.data?.patentLandscape}
          cards={3}
          onRetry={() => ask({ requestPolicy: 'network-only' })}
        >
          {(landscape) =>
            landscape.total === 0 ? (
              <Empty title={t.none}>{t.noneText}</Empty>
            ) : (
              <>
                <p className="num" role="status">
                  {t.total(landscape.total)}
                </p>
                <div className={css['grid']}>
                  <div className={css['full']}>
                    <BarPanel
                      title={t.byYear}
                      upright
                      bars={landscape.byYear}
                      onPick={(key) => state.setFacet('year', [key])}
                    />
                  </div>
                  <BarPanel
                    title={t.byIpc}
                    bars={landscape.byIpc.map((bar) => ({
                      ...bar,
                      label: sections[bar.key as keyof typeof sections] ?? bar.key,
                    }))}
                    onPick={(key) => state.setFacet('ipc', [key])}
                  />
                  <BarPanel
                    title={t.byApplicant}
                    bars={landscape.byApplicant}
                    onPick={(key) => state.setFacet('applicant', [key])}
                  />
                </div>
              </>
            )
          }
        </Loaded>
      </div>
    </div>
  );
}

export { LandscapePage as Component };
