import type { ReviewFeeSheetsQuery } from '../gql/graphql.js';

export type FeeSheet = ReviewFeeSheetsQuery['reviewFeeSheets']['edges'][number]['node'];
