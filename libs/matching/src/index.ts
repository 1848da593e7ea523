import type { Domain } from '@jihui/platform';
import { HOLDINGS } from './holdings.js';
import { MatchingModule } from './matching.module.js';
import { ListingRow } from './store/listing.row.js';
import { Matching1763856300000 } from './store/migrations/1763856300000-matching.js';
import { ListingRevision1763856300001 } from './store/migrations/1763856300001-listing-revision.js';
import { Models1764760000000 } from './store/migrations/1764760000000-models.js';
import { Refusals1764800000000 } from './store/migrations/1764800000000-refusals.js';
import { Experts1764920000000 } from './store/migrations/1764920000000-experts.js';
import { Ranker1765300000001 } from './store/migrations/1765300000001-ranker.js';
import { Embeddings1765300000002 } from './store/migrations/1765300000002-embeddings.js';
import { ExpertPairs1765400000000 } from './store/migrations/1765400000000-expert-pairs.js';
import { MatchedPatents1765400000001 } from './store/migrations/1765400000001-patents.js';
import { Night1766210000000 } from './store/migrations/1766210000000-night.js';
import { WaitingAttempts1767303000000 } from './store/migrations/1767303000000-waiting.js';
import { Evaluations1770200000000 } from './store/migrations/1770200000000-evaluations.js';
import { FeedbackRow, ManualMatchRow, RecommendationRow } from './store/pair.rows.js';

export const matchingDomain: Domain = {
  name: 'matching',
  schema: 'matching',
  module: MatchingModule,
  holdings: HOLDINGS,
  entities: [ListingRow, FeedbackRow, ManualMatchRow, RecommendationRow],
  migrations: [
    Matching1763856300000,
    ListingRevision1763856300001,
    Models1764760000000,
    Refusals1764800000000,
    Experts1764920000000,
    Ranker1765300000001,
    Embeddings1765300000002,
    ExpertPairs1765400000000,
    MatchedPatents1765400000001,
    Night1766210000000,
    WaitingAttempts1767303000000,
    Evaluations1770200000000,
  ],
  sdl: [
    './matching.graphql',
    './experts/experts.graphql',
    './patents/patents.graphql',
    './board/board.graphql',
    './training/evaluations.graphql',
  ].map((file) => new URL(file, import.meta.url)),
};
