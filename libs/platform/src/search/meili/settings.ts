import { MAX_RANK } from '../engine.js';

/** Settings of an index: those that decide what is found are all ours. */
export const SETTINGS = {
  searchableAttributes: ['a', 'b', 'c', 'd', 'run', 'every'],
  displayedAttributes: ['key', 'type', 'id', 'revision'],
  filterableAttributes: [
    {
      attributePatterns: [
        'type',
        'id',
        'listed',
        'visibleTo',
        'hiddenFrom',
        'vals.*',
        'numbers',
        'terms',
        'face',
      ],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
  ],
  sortableAttributes: ['sorts', 'id'],
  // The newer id first among equals, as in PostgreSQL.
  rankingRules: ['sort', 'words', 'proximity', 'attribute', 'exactness', 'id:desc'],
  stopWords: [],
  synonyms: {},
  // Misspelt words are corrected before the engine is asked, for every engine alike.
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  proximityPrecision: 'byWord',
  faceting: { maxValuesPerFacet: 1_000, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: MAX_RANK },
  facetSearch: false,
} as const;
