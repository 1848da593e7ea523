import { randomUUID } from 'node:crypto';
import type { Actor } from '@jihui/kernel';
import { sql, Work } from '@jihui/platform';
import { ReplaysService } from '../src/replays/replays.service.js';
import { completeForm } from './contract.fixture.js';
import { aWorld, type World } from './contracts.world.js';

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
