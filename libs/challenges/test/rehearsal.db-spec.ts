import { anonymous, type Actor } from '@jihui/kernel';
import { CALL_MODES } from '../src/core/calls/modes.js';
import { enterKeys } from './bids.world.js';
import { aWorld, type CallNode, type World } from './calls.world.js';

interface Fault {
  readonly level: string;
  readonly place: string;
  readonly step: string;
  readonly violation: { readonly path: string; readonly code: string; readonly message: string };
}
interface Report {
  readonly faults: readonly Fault[];
  readonly runs: readonly {
    readonly story: string;
    readonly ends: string;
    readonly entries: readonly { readonly step: string; readonly day: string; readonly outcome: string }[];
  }[];
}
const FIELDS =
  'faults { level place step violation { path code message } } runs { story ends entries { step day outcome } }';
const QUERY = `query ($id: ID!, $assuming: CallRehearsalInput) { callRehearsal(id: $id, assuming: $assuming) { ${FIELDS} } }`;

/** Every table of these schemas with its number of rows. */
const ROWS = `
  select table_schema, table_name, (xpath('/row/c/text()', query_to_xml(
    format('select count(*) as c from %I.%I', table_schema, table_name), false, true, '')))[1]::text as rows
  from information_schema.tables where table_schema in ('challenges', 'platform') and table_type = 'BASE TABLE'
  order by 1, 2`;

describe('the rehearsal of a call', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld({ hurried: true });
  });
  afterAll(() => world?.close());

  const ask = (actor: Actor, { id }: Pick<CallNode, 'id'>, assuming?: object) =>
    world.as(actor).query<{ callRehearsal: Report | null }>(QUERY, { id, assuming });
  const rehearsed = async (call: CallNode, assuming?: object): Promise<Report> => {
    const { callRehearsal } = await ask(world.officer, call, assuming);
    if (callRehearsal === null) throw new Error('not rehearsed');
    return callRehearsal;
  };
  const brief = ({ level, place, step, violation: { path, code } }: Fault): string =>
    [level, place, step, path, code].join(' ');

  it.each(CALL_MODES)('of mode %s has no blocking fault where the real commands publish it', async (mode) => {
    const call = await world.call('CLEARED', mode);
    const { faults, runs } = await rehearsed(call);
    expect(faults.filter(({ level }) => level === 'BLOCKING').map(brief)).toEqual([]);
    expect(runs.map(({ story }) => story)).toContain('NORMAL');
    await enterKeys(world, call.id, [world.officer, world.supervisor, world.notary]);
    expect((await world.act(world.officer, 'publishCall', call)).state).toBe('BIDDING');
    expect((await ask(world.officer, call)).callRehearsal).toBeNull();
  });

  it('finds what is around the call: one officer cannot pay alone, and an empty bank gives no panel', async () => {
    const { faults, runs } = await rehearsed(await world.call('APPROVED'));
    const found = faults.map(brief);
    expect(found).toContain('IMPEDING PEOPLE PAY  CHALLENGES.SAME_PERSON');
    expect(found).toContain('IMPEDING POOL DRAW_EXPERTS TECHNICAL CHALLENGES.POOL_TOO_SMALL');
    const [normal] = runs;
    expect(normal?.entries.find(({ step }) => step === 'PAY')?.outcome).toBe('STOPPED');
  });

  it('names the fields of a plan that is not laid down yet, as the approval would', async () => {
    const call = await world.call('CANDIDATE');
    const { faults } = await rehearsed(call);
    const blocking = faults.filter(({ level }) => level === 'BLOCKING');
    const missing = await world.read<{ missing: readonly { path: string; code: string }[] }>(
      world.officer,
      call.id,
      'missing { path code }',
    );
    expect(blocking.map(({ violation: { path, code } }) => ({ path, code }))).toEqual(missing?.missing);
    expect(blocking.every(({ place, step }) => place === 'PLAN' && step === 'APPROVE')).toBe(true);
  });

  it('is read by the bureaus that have the call on their desks, and by nobody else', async () => {
    const call = await world.call('SUBMITTED');
    for (const actor of [world.officer, world.county]) {
      expect((await ask(actor, call)).callRehearsal).not.toBeNull();
      expect(await world.read(actor, call.id, 'rehearsable')).toEqual({ rehearsable: true });
    }
    const { owner, ownerMember, university, otherCounty, supervisor, notary } = world;
    for (const actor of [owner, ownerMember, university, otherCounty, supervisor, notary, anonymous])
      expect((await ask(actor, call)).callRehearsal).toBeNull();
    expect(await world.read(owner, call.id, 'rehearsable')).toEqual({ rehearsable: false });
    expect((await ask(world.officer, { id: 'no id' })).callRehearsal).toBeNull();
  });

  it('writes nothing', async () => {
    const call = await world.call('CANDIDATE');
    const standing = async () => ({
      rows: await world.rows(ROWS),
      call: await world.rows(`select * from challenges.call where id = '${call.id}'`),
    });
    // What has fallen due of other calls is published now, and not by the clock's job meanwhile.
    await world.wait(0);
    await world.watchBids();
    const before = await standing();
    await rehearsed(call);
    expect(await standing()).toEqual(before);
  });

  it('says all at once what makes no sense in what is assumed, and finds what cannot work in it', async () => {
    const call = await world.call('APPROVED');
    const assuming = {
      noticeFrom: '9999-12-31',
      milestones: [{ name: '', month: 0 }],
      instalments: [{ milestone: 30, ratio: 20_000 }],
    };
    const { errors } = await world.as(world.officer).query(QUERY, { id: call.id, assuming }).answer();
    const violations = errors?.[0]?.extensions.violations ?? [];
    expect(violations.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)).toEqual([
      'noticeFrom OUT_OF_RANGE',
      ...['milestones.0.name REQUIRED', 'milestones.0.month OUT_OF_RANGE'],
      ...['instalments.0.ratio OUT_OF_RANGE', 'instalments.0.milestone OUT_OF_RANGE'],
    ]);
    const { faults } = await rehearsed(call, {
      milestones: [{ name: '样件', month: 30 }],
      opensOn: '2020-01-01',
    });
    const found = faults.map(brief);
    expect(found).toContain('IMPEDING SCHEDULE SIGN_TASK_BOOK milestones CHALLENGES.SCHEDULE');
    expect(found).toContain('IMPEDING SCHEDULE OPEN_BIDDING opensOn CHALLENGES.WINDOW');
  });
});
