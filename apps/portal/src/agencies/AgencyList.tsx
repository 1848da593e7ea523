import { useQuery } from 'urql';
import { useWords } from '../i18n/index.js';
import { RegisterList, useRegisterFilter, type RegisterListProps } from '../register/RegisterList.js';
import { AgencyItem } from './AgencyItem.js';
import { AgenciesDocument } from './documents.js';
import { agencyWords } from './words.js';

/** The list of agencies: the public one, or all entries of a bureau. */
export function AgencyList(list: RegisterListProps) {
  const t = useWords(agencyWords);
  const { state, filter } = useRegisterFilter(list.whole);
  const [result, ask] = useQuery({
    query: AgenciesDocument,
    variables: { ...state.paging, sort: state.sort, filter },
  });
  return (
    <RegisterList
      list={list}
      kind="agency"
      place="/agencies"
      search={t.search}
      state={state}
      result={result}
      connection={result.data?.agencies}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      renderItem={(node, highlights) => (
        <AgencyItem agency={node} whole={list.whole} highlights={highlights} />
      )}
    />
  );
}
