import { useQuery } from 'urql';
import type { ListState } from '../design/listState.js';
import { useWords } from '../i18n/index.js';
import { FoundList } from '../searches/FoundList.js';
import { SearchOrganisationsDocument } from './documents.js';
import { OrganisationItem } from './OrganisationItem.js';
import { commonSearch } from './words.js';

/** Every institution that is found, page by page: they have no list besides. */
export function FoundOrganisations({ state }: { state: ListState }) {
  const t = useWords(commonSearch);
  const [result, ask] = useQuery({
    query: SearchOrganisationsDocument,
    variables: { ...state.paging, text: state.text || null },
  });
  return (
    <FoundList
      kind="organisation"
      place="/search/organisation"
      searched
      title={t.organisation}
      state={state}
      result={result}
      connection={result.data?.organisations}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      renderItem={(node, highlights) => <OrganisationItem organisation={node} highlights={highlights} />}
      empty={{ title: t.none, text: t.noneText }}
    />
  );
}
