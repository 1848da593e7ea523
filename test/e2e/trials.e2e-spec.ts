import { readFileSync } from 'node:fs';
import { openCast, type Cast } from './trial-cast.js';
import {
  tryAccounts,
  tryExports,
  tryLetters,
  tryMemberships,
  tryOrganisations,
  type Newcomer,
} from './trial-identity.js';
import { tryImport, tryNeeds, tryResults, trySavedSearches } from './trial-listings.js';
import { tryInvitations, tryMatching, tryModels, tryNotifications, tryOperation } from './trial-others.js';
import { tryDeals } from './trial-deals.js';
import { tryPatents } from './trial-discovery.js';
import { tryAgencies } from './trial-agencies.js';
import { tryProjects } from './trial-projects.js';
import { tryCalls } from './trial-calls.js';
import { tryCallProjects } from './trial-call-projects.js';
import { tryBatches } from './trial-batches.js';
import { tryBans } from './trial-bans.js';
import { tryMisconduct } from './trial-misconduct.js';
import { tryReviews } from './trial-reviews.js';
import { tryVoices } from './trial-voices.js';
import { tryBrokers } from './trial-brokers.js';
import { tryExperts } from './trial-experts.js';
import { TRIED_APART, TRIED_LATER } from './trials-apart.js';
import type { Subject } from './walk.js';

/** Contracts and parameters of law are tried by their own suites, and by bad-input.e2e-spec.ts. */
const DOMAINS = [
  'identity',
  'listings',
  'matching',
  'deals',
  'discovery',
  'challenges',
  'notifications',
] as const;
const textOf = (file: string): string => readFileSync(file, 'utf8');

/** What is tried by another suite, since it needs what only that one makes. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  closeBypassAlert: 'libs/deals/test/bypass.db-spec.ts',
  ...Object.fromEntries(TRIED_APART.map((name) => [name, 'test/e2e/trials-calls.e2e-spec.ts'])),
  ...Object.fromEntries(TRIED_LATER.map((name) => [name, 'test/e2e/trials-aftermath.e2e-spec.ts'])),
  // They need an issuer.
  ...Object.fromEntries(
    ['startOidc', 'completeOidc', 'unlinkOidc'].map((name) => [name, 'libs/identity/test/oidc.db-spec.ts']),
  ),
};

let cast: Cast;
let close: (() => Promise<void>) | undefined;

beforeAll(async () => {
  ({ cast, close } = await openCast());
}, 180_000);
afterAll(() => close?.());

/**
 * Every mutation, tried in a state in which it is right: wrongly in every way first, and nothing has changed; then
 * by a double click, and it is done once; then again, and it is answered as before; then with another input under
 * the same id, or a second time, and it is refused. Order matters: each needs what those before it made.
 */
describe('each mutation', () => {
  let online: Subject;
  let need: Subject;
  let colleague: Newcomer;
  it('of accounts', () => tryAccounts(cast), 120_000);
  it('of organisations', () => tryOrganisations(cast), 120_000);
  it('of memberships', async () => {
    colleague = await tryMemberships(cast);
  }, 120_000);
  it('of letters', () => tryLetters(cast), 60_000);
  it('of exports', () => tryExports(cast), 120_000);
  // Before days pass: what the demo city's calls wait for would be over.
  it('of calls', () => tryCalls(cast), 300_000);
  it('of what is said of calls', () => tryVoices(cast), 120_000);
  it('of projects of calls', () => tryCallProjects(cast), 300_000);
  it('of the check and the review of bids', () => tryReviews(cast), 300_000);
  it('of collections', () => tryBatches(cast), 60_000);
  it('of bans', () => tryBans(cast), 60_000);
  it('of reports of misconduct', () => tryMisconduct(cast), 120_000);
  it('of results', async () => {
    ({ online } = await tryResults(cast));
  }, 300_000);
  it('of needs', async () => {
    ({ online: need } = await tryNeeds(cast));
  }, 300_000);
  it('of imports', () => tryImport(cast), 60_000);
  it('of saved searches', () => trySavedSearches(cast), 60_000);
  it('of matching', () => tryMatching(cast, online, need), 60_000);
  it('of invitations of experts', () => tryInvitations(cast, need), 60_000);
  it('of versions of the vectors', () => tryModels(cast), 60_000);
  it('of deals', async () => {
    await cast.city.settle();
    await tryDeals(cast, { online, need, colleague: colleague.personId });
  }, 300_000);
  it('of patents', () => tryPatents(cast), 300_000);
  it('of projects', () => tryProjects(cast), 120_000);
  it('of experts', () => tryExperts(cast), 300_000);
  it('of brokers', () => tryBrokers(cast), 300_000);
  it('of agencies', () => tryAgencies(cast), 300_000);
  it('of notifications', () => tryNotifications(cast), 60_000);
  it('of the operation of the platform', () => tryOperation(cast), 60_000);

  it('of these domains is among them', () => {
    const own = DOMAINS.flatMap((domain) => [
      ...textOf(`schema/${domain}.graphql`).matchAll(/^ {2}(\w+)\(input: \w+Input!\)/gm),
    ]).map(([, name = '']) => name);
    expect(own.length).toBeGreaterThan(100);
    expect(own.filter((name) => !cast.trials.tried.has(name) && !(name in ELSEWHERE))).toEqual([]);
    expect(Object.keys(ELSEWHERE).filter((name) => cast.trials.tried.has(name))).toEqual([]);
  });
});
