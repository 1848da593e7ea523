import { describeWith, startMeilisearch } from '@jihui/testing';
import { contract } from './search-contract.js';

describe('search in PostgreSQL', () => {
  contract('postgres', () => Promise.resolve({ settings: {}, leave: () => Promise.resolve() }));
});

describeWith('meilisearch', 'search in Meilisearch', () => {
  contract('meilisearch', async () => {
    const part = await startMeilisearch();
    return { settings: { MEILI_URL: part.url, MEILI_INDEX: 'contract' }, leave: () => part.stop() };
  });
});
