import type { Domain } from '@jihui/platform';
import { HOLDINGS } from './holdings.js';
import { ChallengesModule } from './challenges.module.js';
import { ChallengesRepublisher } from './republisher.js';
import { BatchesSeed } from './seed/batches.seed.js';
import { BansSeed } from './seed/bans.seed.js';
import { CallStoriesSeed } from './seed/call-stories.seed.js';
import { CallsSeed } from './seed/calls.seed.js';
import { MisconductSeed } from './seed/misconduct.seed.js';
import { CallRow } from './store/call.row.js';
import { CallObjectionRow, QuestionRow } from './store/voice.row.js';
import { Objections1766400000002 } from './store/migrations/1766400000002-objections.js';
import { Bids1766450000000 } from './store/migrations/1766450000000-bids.js';
import { DrawRowEntity, SeatRow } from './store/draw.row.js';
import { ProjectRow } from './store/project.row.js';
import { Projects1767410000000 } from './store/migrations/1767410000000-projects.js';
import { MisconductReportRow } from './store/misconduct.row.js';
import { Misconduct1768000200000 } from './store/migrations/1768000200000-misconduct.js';
import { Allotment1768210000000 } from './store/migrations/1768210000000-allotment.js';
import { NoRecommendation1768200000000 } from './store/migrations/1768200000000-no-recommendation.js';
import { TwoStages1768220000000 } from './store/migrations/1768220000000-two-stages.js';
import { ConsortiumMembers1768300000000 } from './store/migrations/1768300000000-consortium-members.js';
import { ConsortiumCalls1768300100000 } from './store/migrations/1768300100000-consortium-calls.js';
import { RecordFiles1768400000000 } from './store/migrations/1768400000000-record-files.js';
import { PerformanceSheet1768400000002 } from './store/migrations/1768400000002-performance-sheet.js';
import { ProjectResults1768400000001 } from './store/migrations/1768400000001-project-results.js';
import { ReplacedUploads1770000000000 } from './store/migrations/1770000000000-replaced-uploads.js';
import { BlindBids1770000100000 } from './store/migrations/1770000100000-blind-bids.js';
import { BanRow } from './store/ban.row.js';
import { BatchRow } from './store/batch.row.js';
import { CreditEventRow, FeeSheetRow } from './store/reviewer.row.js';
import { Reviewers1771000000000 } from './store/migrations/1771000000000-reviewers.js';
import { FormerNames1771100000000 } from './store/migrations/1771100000000-former-names.js';
import { Batches1770000500000 } from './store/migrations/1770000500000-batches.js';
import { ToldBans1770050000000 } from './store/migrations/1770050000000-told-bans.js';
import { SiteChecks1770000400000 } from './store/migrations/1770000400000-site-checks.js';
import { Bans1770000300000 } from './store/migrations/1770000300000-bans.js';
import { Aftermath1770000200000 } from './store/migrations/1770000200000-aftermath.js';
import { Reviews1767400000000 } from './store/migrations/1767400000000-reviews.js';
import { OpenData1767900000000 } from './store/migrations/1767900000000-open-data.js';
import { Calls1766400000000 } from './store/migrations/1766400000000-calls.js';
import { GRAVE } from './core/grave.js';

export const challengesDomain: Domain = {
  name: 'challenges',
  schema: 'challenges',
  module: ChallengesModule,
  holdings: HOLDINGS,
  entities: [
    ...[CallRow, CallObjectionRow, QuestionRow, DrawRowEntity, SeatRow, ProjectRow, MisconductReportRow],
    ...[BanRow, BatchRow, FeeSheetRow, CreditEventRow],
  ],
  migrations: [
    Calls1766400000000,
    Objections1766400000002,
    Bids1766450000000,
    Reviews1767400000000,
    Projects1767410000000,
    OpenData1767900000000,
    Misconduct1768000200000,
    NoRecommendation1768200000000,
    Allotment1768210000000,
    TwoStages1768220000000,
    ConsortiumMembers1768300000000,
    ConsortiumCalls1768300100000,
    RecordFiles1768400000000,
    ProjectResults1768400000001,
    PerformanceSheet1768400000002,
    ReplacedUploads1770000000000,
    BlindBids1770000100000,
    Aftermath1770000200000,
    Bans1770000300000,
    SiteChecks1770000400000,
    Batches1770000500000,
    ToldBans1770050000000,
    Reviewers1771000000000,
    FormerNames1771100000000,
  ],
  grave: GRAVE,
  sdl: [
    './challenges.graphql',
    './calls/voices.graphql',
    './bids.graphql',
    './qualification/qualification.graphql',
    './reviews/reviews.graphql',
    './reviewers/reviewers.graphql',
    './projects/projects.graphql',
    './misconduct/misconduct.graphql',
    './rehearsal/rehearsal.graphql',
    './bans/bans.graphql',
    './calls/batches.graphql',
  ].map((file) => new URL(file, import.meta.url)),
  seeds: [CallsSeed, CallStoriesSeed, MisconductSeed, BansSeed, BatchesSeed],
  republisher: ChallengesRepublisher,
};
