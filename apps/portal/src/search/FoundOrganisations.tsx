import { useQuery } from 'urql';
import { ListPage } from '../design/ListPage.js';
import type { ListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { listings } from '../listings/words.js';
import { AboutSearch, breadthIn } from '../searches/Found.js';
import { SearchOrganisationsDocument } from './documents.js';
import { searchAddress } from './kinds.js';
import { OrganisationItem } from './OrganisationItem.js';
import { commonSearch } from './words.js';

/** Every institution that is found, page by page: they have no list besides. */
export function FoundOrganisations({ state }: { state: ListState }) {
  const t = useWords(commonSearch);
  const l = useWords(listings);
  const [result, ask] = useQuery({
    query: SearchOrganisationsDocument,
    variables: { ...state.paging, text: state.text || null },
  });
  const page = result.data?.organisations;
  const marks = new Map(page?.edges.map(({ node, highlights }) => [node.id, highlights]));
  return (
    <ListPage
      embedded
      title={t.organisation}
      state={state}
      result={result}
      connection={page}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      notice={
        <AboutSearch
          breadth={page && breadthIn(page, l)}
          suggestion={page?.suggestion}
          addressOf={(meant) => searchAddress(meant, 'organisation')}
        />
      }
      keyOf={({ id }) => id}
      renderItem={(node) => <OrganisationItem organisation={node} highlights={marks.get(node.id)} />}
      empty={<Empty title={t.none}>{t.noneText}</Empty>}
    />
  );
}
