import { useQuery } from 'urql';
import { useWords } from '../i18n/index.js';
import { named } from '../listings/facets.js';
import { RegisterList, useRegisterFilter, type RegisterListProps } from '../register/RegisterList.js';
import { BrokerItem } from './BrokerItem.js';
import { BrokersDocument } from './documents.js';
import { brokerLevels, recordWords } from './recordWords.js';
import { brokerWords } from './words.js';

/** The list of brokers: the public one, or all entries of a bureau. */
export function BrokerList(list: RegisterListProps) {
  const t = useWords(brokerWords);
  const w = useWords(recordWords);
  const levels = useWords(brokerLevels);
  const { state, chosen, filter } = useRegisterFilter(list.whole);
  const [result, ask] = useQuery({
    query: BrokersDocument,
    variables: {
      ...state.paging,
      sort: state.sort,
      filter: { ...filter, levels: chosen('level') && state.among('level', levels) },
    },
  });
  const connection = result.data?.brokers;
  return (
    <RegisterList
      list={list}
      kind="broker"
      place="/brokers"
      search={t.search}
      state={state}
      more={[{ name: 'level', label: w.level, options: named(connection?.facets.levels, levels) }]}
      result={result}
      connection={connection}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      renderItem={(node, highlights) => (
        <BrokerItem broker={node} whole={list.whole} highlights={highlights} />
      )}
    />
  );
}
