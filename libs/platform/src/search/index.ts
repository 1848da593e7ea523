export type { SearchDocument, SearchFace, SearchField, Weight } from './document.js';
export type { Facet, Found, Sorting } from './engine.js';
export { labelsField, type Filed } from './labels.js';
export type { Highlight, HighlightPart } from './highlight.js';
export type { SearchRequest } from './request.js';
export { Search, type SearchAnswer, type SearchHit, type SearchPage } from './search.js';
export { SearchWordBook, type SearchWordList } from './search-words.js';
export { SearchIndex, type RemovedDocument } from './search-index.js';
export { IndexCheck, type Checked, type Drift } from './index-check.js';
export { Reindex, type ReindexProgress } from './reindex.js';
export { Searchable, type Findables } from './searchable.js';
export type { SearchSource } from './source.js';
export { unsearched, type SearchConnection } from './search-connection.js';
export { startTokeniser, type Tokeniser } from './tokeniser.js';
export {
  ADMINISTRATORS,
  ANYONE,
  areasOf,
  ofBureau,
  ofOffice,
  ofOrganisation,
  ofPerson,
  SIGNED_IN,
  viewerOf,
  type Viewer,
} from './viewer.js';
export { WordSearch, type WordQuery } from './word-search.js';
export { bigrams, normaliseForSearch, segment } from './words.js';
