import { randomUUID } from 'node:crypto';
import type { Actor } from '@jihui/kernel';
import { sql, Work, type Tx } from '@jihui/platform';
import { ReplaysService } from '../src/replays/replays.service.js';
import { completeForm } from './contract.fixture.js';
import { aWorld, type World } from './contracts.world.js';

describe('replays', () => {
  let world: World;
  let mixed = '';
  beforeAll(async () => {
    world = await aWorld();
    mixed = await world.application('REGISTERED', { flags: { ...completeForm.flags, mixed: true } });
    await world.application('REGISTERED');
  }, 180_000);
  afterAll(() => world.close());

  interface Run {
    readonly id: string;
    readonly state: string;
    readonly total: number;
    readonly looked: number;
    readonly different: number;
    readonly finishedAt: string | null;
    readonly requestedByName: string;
    readonly contracts: {
      readonly totalCount: number;
      readonly edges: readonly {
        readonly node: {
          readonly contract: { readonly id: string };
          readonly decidedUnder: string;
          readonly rebuilt: boolean;
          readonly differences: readonly { readonly rule: string; readonly what: string }[];
        };
      }[];
    };
  }
  const FIELDS = `id state total looked different finishedAt requestedByName
  contracts { totalCount edges { node { contract { id } decidedUnder rebuilt differences { rule what } } } }`;
  const start = (ruleSet: string, as: Actor = world.registrarA, clientMutationId = randomUUID()) =>
    world.app.get(ReplaysService).start(as, { clientMutationId, ruleSet });
  const read = async (id: string, as: Actor = world.registrarA): Promise<Run | null> => {
    const document = `query Read($id: ID!) { ruleReplay(id: $id) { ${FIELDS} } }`;
    return (await world.app.as(as).query<{ ruleReplay: Run | null }>(document, { id })).ruleReplay;
  };
  const seen = async (as: Actor): Promise<number> =>
    (await world.app.as(as).query<{ ruleReplays: { totalCount: number } }>('{ ruleReplays { totalCount } }'))
      .ruleReplays.totalCount;

  describe('a replay in the background', () => {
    it('lists the contracts whose outcome would differ, with rule and reason, and changes none of them', async () => {
      const before = await world.rows(sql`select id, version, state from contracts.contract order by id`);
      const clientMutationId = randomUUID();
      const { id } = await start('2000/2001', world.registrarA, clientMutationId);
      expect(await start('2000/2001', world.registrarA, clientMutationId)).toEqual({ id });
      await world.app.settle();
      expect(await read(id)).toMatchObject({
        state: 'DONE',
        total: 2,
        looked: 2,
        different: 1,
        finishedAt: expect.any(String) as string,
        contracts: {
          totalCount: 1,
          edges: [
            {
              node: {
                contract: { id: mixed },
                decidedUnder: '2026',
                rebuilt: false,
                differences: [{ rule: 'grounds.mixed-never', what: 'WOULD_STOP' }],
              },
            },
          ],
        },
      });
      expect(await world.rows(sql`select id, version, state from contracts.contract order by id`)).toEqual(
        before,
      );
    });

    it('goes on where it stood, a batch a step, and does nothing when it is over', async () => {
      await world.rows(sql`
      insert into contracts.contract (id, version, state, applicant_organisation_id, applicant_person_id, registry_division,
        related_ids, confirmed_party_ids, title, search_text, form, submitted_at, acceptance_number, accepted_on, due_on,
        rule_set, first_reviewer_id, second_reviewer_id, rejection_proposed, decision, registration_number, registered_at,
        registered_on, certificate_version, created_at, updated_at, total, technical, subclass, judgements, answers,
        former_reviewer_ids)
      select gen_random_uuid(), 1, state, applicant_organisation_id, applicant_person_id, registry_division, related_ids,
        confirmed_party_ids, title, search_text, form, submitted_at, '副本' || n, accepted_on, due_on, rule_set,
        first_reviewer_id, second_reviewer_id, rejection_proposed, decision,
        lpad((2000000000000000 + n)::text, 16, '0'), registered_at, registered_on, certificate_version, created_at,
        updated_at, total, technical, subclass, judgements, answers, former_reviewer_ids
      from contracts.contract, generate_series(1, 205) as n where id = ${mixed}`);
      const { id } = await start('2000/2001');
      await world.app.settle();
      const run = await read(id);
      expect(run).toMatchObject({ state: 'DONE', total: 207, looked: 207, different: 206 });
      expect(run?.contracts.totalCount).toBe(206);
      const work = world.app.get(Work);
      await work.run({ domain: 'contracts', name: 'test', actor: world.registrarA }, (tx) =>
        world.app.get(ReplaysService).step(id, tx),
      );
      expect(await read(id)).toEqual(run);
    });

    const failureOf = async (id: string) => {
      const document = 'query Read($id: ID!) { ruleReplay(id: $id) { state failure looked finishedAt } }';
      const { ruleReplay } = await world.app
        .as(world.registrarA)
        .query<{ ruleReplay: object | null }>(document, { id });
      return ruleReplay;
    };
    const inOneStep = (act: (service: ReplaysService, tx: Tx) => Promise<void>): Promise<void> =>
      world.app
        .get(Work)
        .run({ domain: 'contracts', name: 'test', actor: { kind: 'system', name: 'test' } }, (tx) =>
          act(world.app.get(ReplaysService), tx),
        );
    /** As if it had waited in the queue while the release or the clock changed. */
    const waiting = async (ruleSet: string, minutes = 0): Promise<string> => {
      const id = randomUUID();
      await world.rows(sql`
      insert into contracts.replay_run (id, rule_set, divisions, state, total, looked, different, requested_by,
        requested_at, moved_at)
      values (${id}, ${ruleSet}, '{140900}', 'WAITING', 1, 0, 0, ${world.registrarA.personId},
        platform.business_now(), platform.business_now() - make_interval(mins => ${minutes}))`);
      return id;
    };

    it('is given up with its reason where no further try would help', async () => {
      const id = await waiting('1999');
      await inOneStep((service, tx) => service.step(id, tx));
      const failed = await failureOf(id);
      expect(failed).toEqual({
        state: 'FAILED',
        failure: 'UNKNOWN_RULE_SET',
        looked: 0,
        finishedAt: expect.any(String) as string,
      });
      // A step that comes once more finds it over.
      await inOneStep((service, tx) => service.step(id, tx));
      expect(await failureOf(id)).toEqual(failed);
      const steps = await world.rows(sql`
      select action, reason from contracts.audit_entry where stream = ${`RuleReplay:${id}`} order by seq`);
      expect(steps).toEqual([{ action: 'fail', reason: 'UNKNOWN_RULE_SET' }]);
    });

    it('is given up at a contract that the rules cannot judge', async () => {
      const broken = await world.application('REGISTERED');
      // Decided under a set that no release knows any more.
      await world.rows(sql`alter table contracts.review disable trigger review_is_append_only`);
      await world.rows(sql`
      update contracts.review set basis = jsonb_set(basis, '{ruleSet}', '"1999"') where contract_id = ${broken}`);
      const { id } = await start('2000/2001');
      await world.app.settle();
      expect(await failureOf(id)).toMatchObject({ state: 'FAILED', failure: 'NOT_JUDGED' });
      await world.rows(sql`
      update contracts.review set basis = jsonb_set(basis, '{ruleSet}', '"2026"') where contract_id = ${broken}`);
      await world.rows(sql`alter table contracts.review enable trigger review_is_append_only`);
    });

    it('is given up when nothing came of it for an hour, and not before', async () => {
      const [fresh, stalled] = [await waiting('2026', 59), await waiting('2026', 61)];
      await inOneStep((service, tx) => service.endStalled(tx));
      expect(await failureOf(fresh)).toMatchObject({ state: 'WAITING', failure: null });
      expect(await failureOf(stalled)).toMatchObject({ state: 'FAILED', failure: 'STALLED' });
    });

    it('is the bureau’s: each over its own registries, seen by none but its people', async () => {
      for (const other of [world.seller, world.buyer])
        await expect(start('2026', other)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(start('2026', { kind: 'anonymous' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
      await expect(start('1999')).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        violations: [{ path: 'ruleSet', code: 'UNKNOWN_RULE_SET' }],
      });
      const { id } = await start('2000/2001', world.countyRegistrar);
      await world.app.settle();
      expect(await read(id, world.countyRegistrar)).toMatchObject({ total: 0, looked: 0, different: 0 });
      expect(await read(id, world.registrarA)).toBeNull();
      const city = (await seen(world.registrarA)) > 0;
      expect([city, await seen(world.countyRegistrar), await seen(world.seller)]).toEqual([true, 1, 0]);
      expect(await seen(world.officer)).toBe(await seen(world.registrarA));
      expect(await seen(world.bureauAdmin)).toBe(await seen(world.registrarA));
    });

    it('shows nobody a contract in which they have a stake', async () => {
      const { id } = await start('2000/2001');
      await world.app.settle();
      const run = await read(id, world.conflicted);
      expect(run).toMatchObject({ state: 'DONE' });
      expect(run?.contracts.edges.map(({ node }) => node.contract.id)).not.toContain(mixed);
    });
  });
});
