import type { Domain } from '@jihui/platform';
import { ChallengesModule } from './challenges.module.js';
import { ChallengesRepublisher } from './republisher.js';
import { CallsSeed } from './seed/calls.seed.js';
import { CallRow } from './store/call.row.js';
import { Calls1766400000000 } from './store/migrations/1766400000000-calls.js';

export const challengesDomain: Domain = {
  name: 'challenges',
  schema: 'challenges',
  module: ChallengesModule,
  entities: [CallRow],
  migrations: [Calls1766400000000],
  sdl: new URL('./challenges.graphql', import.meta.url),
  seeds: [CallsSeed],
  republisher: ChallengesRepublisher,
};
