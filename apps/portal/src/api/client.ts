import { cacheExchange, Client, fetchExchange } from 'urql';

/** A client with an empty cache. The header marks a request that no plain form can send (CSRF prevention of the server). */
export const createClient = (): Client =>
  new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: { credentials: 'include', headers: { 'apollo-require-preflight': 'true' } },
    exchanges: [cacheExchange, fetchExchange],
  });
