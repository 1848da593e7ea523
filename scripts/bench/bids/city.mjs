/**
 * The challenges domain as it is built, in a process of its own on a real port, with relay and workers: the demo's calls,
 * and so many organisations that may bid. It takes the actor of each request as given, as an application under test does.
 * Forked by ../bids.mjs; tells its parent { url, callId, bidders, officer, custodians } once it is ready, and ends with it.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inRoot } from '../../lib/paths.mjs';

const { databaseUrl, stateDir, bidders: count } = JSON.parse(process.argv[2]);
const built = (file) => import(inRoot('libs/challenges/dist', file));

const { system } = await import('@jihui/kernel');
const { Db, DemoCity, migrate, sql, Work } = await import('@jihui/platform');
const { loadDomains } = await import('@jihui/registry');
const { testApp } = await import('@jihui/testing');
const { CallsSeed } = await built('seed/calls.seed.js');
const { CUSTODIANS } = await built('seed/demo-steps.js');
const { ChallengesHandlers } = await built('challenges.handlers.js');

process.once('disconnect', () => process.exit(0));

const domains = await loadDomains(['challenges']);
await migrate(databaseUrl, domains);
const app = await testApp(domains, {
  databaseUrl,
  stateDir,
  settings: { LOG_LEVEL: 'error', DATABASE_POOL: '10' },
});
const handlers = app.get(ChallengesHandlers);

/** A fact of another domain, as its event tells it. */
const told = (type, payload, project) =>
  app.get(Work).run({ domain: 'challenges', name: 'bench', actor: system('bench') }, (tx) =>
    project(
      {
        ...{ id: randomUUID(), type, payload, version: 1, action: 'change', aggregateId: payload.id },
        ...{ at: new Date().toISOString(), actorId: 'bench' },
      },
      tx,
    ),
  );
const organisation = (payload) =>
  told('identity.organisation', { status: 'ACTIVE', ...payload }, (event, tx) =>
    handlers.projectOrganisation(event, tx),
  );
const person = (id, displayName, memberships) =>
  told(
    'identity.person',
    {
      ...{ id, displayName, email: '', status: 'ACTIVE' },
      memberships: memberships.map((one) => ({ ...one, active: true })),
    },
    (event, tx) => handlers.projectPerson(event, tx),
  );

const city = JSON.parse(readFileSync(inRoot('config/demo/identity.json'), 'utf8'));
const people = await app.get(DemoCity).people();
for (const one of city.organisations) await organisation(one);
for (const { id, key, displayName } of city.people)
  await person(id, displayName ?? key, people.as(key).memberships);
await app.get(CallsSeed).run();
const call = await app
  .get(Db)
  .one(sql`select id from challenges.call where state = 'BIDDING' and mode = 'JB' limit 1`);

const bidders = [];
for (let at = 0; at < count; at += 1) {
  const membership = {
    ...{ organisationId: randomUUID(), kind: 'INSTITUTE', divisionCode: '140902' },
    roles: ['TRANSFER_OFFICER'],
  };
  const personId = randomUUID();
  await organisation({
    ...{ id: membership.organisationId, kind: 'INSTITUTE', name: `揭榜研究院${at}`, divisionCode: '140902' },
    ...{ uscc: '914403001922038216', partyNature: '022', stateEstablished: false },
    ...{ legalRepresentative: '', contactName: '', contactPhone: '', address: '' },
  });
  await person(personId, `负责人${at}`, [membership]);
  bidders.push({ kind: 'person', personId, memberships: [membership] });
}
await app.get(Db).query(sql`analyze`);
process.send({
  ...{ url: app.url, callId: call.id, bidders },
  ...{ officer: people.as('officer'), custodians: CUSTODIANS.map((key) => people.as(key)) },
});
