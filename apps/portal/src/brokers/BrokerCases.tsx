import { useQuery } from 'urql';
import type { PerformanceFigure } from '../gql/graphql.js';
import { Cases } from '../register/Cases.js';
import { BrokerCasesDocument } from './ledgerDocuments.js';

/** What one figure of a broker's achievements counts. */
export function BrokerCases({
  brokerId,
  figure,
}: {
  readonly brokerId: string;
  readonly figure: PerformanceFigure;
}) {
  const [result, ask] = useQuery({
    query: BrokerCasesDocument,
    variables: { brokerId, figure },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Cases
      figure={figure}
      result={result}
      cases={result.data?.brokerCases}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
    />
  );
}
