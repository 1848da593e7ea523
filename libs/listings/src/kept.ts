import type { KeptReads } from '@jihui/platform';
import { NEED_CARD_FIELDS } from './need.view.js';
import { RESULT_CARD_FIELDS } from './result.view.js';

/** Of a card what its row says: what stands beside it is told by others, or changes with the day. */
const ofRow = (fields: ReadonlySet<string>): string[] =>
  [...fields].filter((field) => !['timeline', 'myNda', 'matches'].includes(field));
const LIST = ['edges', 'pageInfo', 'totalCount', 'facets', 'loose', 'widened', 'suggestion'];

/**
 * Lists of results and needs and their cards, as visitors read them: from the tables that migration 1770900000001 lets
 * tell of their changes. Words lead to the search index, which is filled later; what a form holds besides may depend on
 * the day.
 */
export const KEPT: KeptReads = {
  fields: {
    Query: ['results', 'result', 'needs', 'need'],
    ResultConnection: LIST,
    NeedConnection: LIST,
    ResultEdge: '*',
    NeedEdge: '*',
    Result: ofRow(RESULT_CARD_FIELDS),
    Need: ofRow(NEED_CARD_FIELDS),
    Organisation: ['id'],
    ...{ PageInfo: '*', AccessNotice: '*', SearchHighlight: '*', SearchHighlightPart: '*' },
    ...{ ResultFacets: '*', NeedFacets: '*', FacetCount: '*' },
  },
  passing: { ResultConnection: ['totalCount', 'facets'], NeedConnection: ['totalCount', 'facets'] },
  without: ['text'],
};
