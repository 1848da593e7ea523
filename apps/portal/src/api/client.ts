import {
  cacheExchange,
  Client,
  fetchExchange,
  makeOperation,
  mapExchange,
  type Exchange,
  type Operation,
} from 'urql';
import { newest } from './newest.js';

/** A mutation came too late: what it was decided on is no longer so. */
const OVERTAKEN: readonly unknown[] = ['STALE_VERSION', 'ILLEGAL_TRANSITION'];

/** After a mutation that came too late everything on the screen is asked again, so that one decides on what is so now. */
function refreshWhenOvertaken(client: () => Client): Exchange {
  const shown = new Map<number, Operation>();
  return mapExchange({
    onOperation(operation) {
      if (operation.kind === 'query') shown.set(operation.key, operation);
      if (operation.kind === 'teardown') shown.delete(operation.key);
    },
    onResult({ operation, error }) {
      const late = error?.graphQLErrors.some(({ extensions }) => OVERTAKEN.includes(extensions['code']));
      if (operation.kind !== 'mutation' || !late) return;
      for (const query of shown.values())
        client().reexecuteOperation(
          makeOperation('query', query, { ...query.context, requestPolicy: 'network-only' }),
        );
    },
  });
}

/** A client with an empty cache. `send` reaches the server. The header marks a request that no plain form can send (CSRF prevention of the server). */
export function createClient(send: typeof fetch): Client {
  const client: Client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetch: newest(send),
    fetchOptions: { credentials: 'include', headers: { 'apollo-require-preflight': 'true' } },
    exchanges: [refreshWhenOvertaken(() => client), cacheExchange, fetchExchange],
  });
  return client;
}
