import type { CallBatchesQuery } from '../gql/graphql.js';

export type Batch = CallBatchesQuery['callBatches']['edges'][number]['node'];
