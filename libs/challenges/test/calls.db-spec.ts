import { anonymous, type PersonActor } from '@jihui/kernel';
import { organisationOf } from '@jihui/testing';
import { CallGate } from '../src/calls/call-gate.js';
import { CALL_MODES } from '../src/core/calls/modes.js';
import { Db, raw, Work, type Tx } from '@jihui/platform';
import { system } from '@jihui/kernel';
import { aWorld, REASON, type CallNode, type World } from './calls.world.js';

describe('calls', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world?.close());

  const inTx = <T>(run: (tx: Tx) => Promise<T>): Promise<T> =>
    world.get(Work).run({ domain: 'challenges', name: 'test', actor: system('test') }, run);
  const stateOf = async (id: string): Promise<string | undefined> =>
    (await world.read<CallNode>(world.officer, id, 'state'))?.state;

  it.each(CALL_MODES)('%s goes from its demand to the end of bidding', async (mode) => {
    const call = await world.call('BIDS_CLOSED', mode);
    const read = await world.read<{
      code: string;
      plan: { custodians: { name: string }[]; passLine: number; undertakerName: string | null };
      approvals: { approval: string }[];
      timeline: { action: string }[];
    }>(
      world.officer,
      call.id,
      'code plan { custodians { name } passLine undertakerName } approvals { approval } timeline { action }',
    );
    expect(read?.code).toMatch(/^BD\d{4}-\d{4}$/);
    expect(read?.plan).toMatchObject({
      passLine: 6_000,
      custodians: [{ name: '郭志强' }, { name: '刘慧' }, { name: '公证员陈' }],
    });
    expect(read?.timeline.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'startCall',
        'submitCall',
        'recommendCall',
        'settleApproval',
        'openBidding',
        'closeBidding',
      ]),
    );
  });

  it("fills the form from a published need of one's own, once", async () => {
    const begin = (needId: string, who: PersonActor = world.owner) =>
      world
        .as(who)
        .mutate<{ startCall: { call: CallNode & { title: string } } }>(
          'mutation ($input: StartCallInput!) { startCall(input: $input) { call { id title } } }',
          { input: { organisationId: organisationOf(world.owner), needId } },
        );
    const needId = await world.need({
      indicators: [
        { name: '热导率', operator: '>=', target: '550', unit: 'W/(m·K)', testMethod: '激光闪射法' },
      ],
    });
    const { startCall } = await begin(needId);
    expect(
      await world.read(world.owner, startCall.call.id, 'title indicators { name target operator }'),
    ).toEqual({
      title: '功率模块散热基板',
      indicators: [{ name: '热导率', target: '550', operator: 'AT_LEAST' }],
    });
    expect((await begin(needId).expectCode('INVALID_INPUT')).extensions.violations?.[0]?.code).toBe(
      'CHALLENGES.NEED_TAKEN',
    );
    await begin(await world.need(), world.university).expectCode('FORBIDDEN');
    const offline = await world.need({ online: false });
    expect((await begin(offline).expectCode('INVALID_INPUT')).extensions.violations?.[0]?.code).toBe(
      'CHALLENGES.NEED_NOT_OWN',
    );
  });

  it('tells everything that is missing at once, keeps a stale version and a double click from doing anything', async () => {
    const call = await world.call();
    const { errors = [] } = await world
      .as(world.owner)
      .mutate('mutation ($input: CallActionInput!) { submitCall(input: $input) { call { id } } }', {
        input: { id: call.id, expectedVersion: call.version },
      })
      .answer();
    expect(errors[0]?.extensions.violations?.length).toBeGreaterThan(15);
    expect(
      await world.refused(world.owner, 'withdrawCall', { ...call, version: 9 }, { reason: REASON }),
    ).toBe('STALE_VERSION');
    const clientMutationId = '5f0c7c0e-6f7b-4d2c-9c36-1f1e8f1a2b3c';
    const twice = await Promise.all(
      [1, 2].map(() => world.act(world.owner, 'withdrawCall', call, { reason: REASON, clientMutationId })),
    );
    expect(twice.map(({ version }) => version)).toEqual([2, 2]);
  });

  it('is seen by nobody but the owner while a draft, by its own county and the city once submitted', async () => {
    const seen = async (id: string): Promise<string[]> => {
      const readers = { ...people(), anonymous };
      const found: string[] = [];
      for (const [name, actor] of Object.entries(readers))
        if ((await world.read(actor, id, 'id')) !== null) found.push(name);
      return found;
    };
    const people = () => ({
      owner: world.owner,
      ownerMember: world.ownerMember,
      university: world.university,
      county: world.county,
      otherCounty: world.otherCounty,
      officer: world.officer,
    });
    expect(await seen((await world.call()).id)).toEqual(['owner']);
    expect(await seen((await world.call('SUBMITTED')).id)).toEqual(['owner', 'county', 'officer']);
    expect(await seen((await world.call('APPROVED')).id)).toEqual(['owner', 'county', 'officer']);
    expect(await seen((await world.call('NOTICED')).id)).toHaveLength(7);
    // The same in lists, and their counts.
    const counted = async (actor: PersonActor | typeof anonymous): Promise<number> =>
      (
        await world
          .as(actor)
          .query<{ calls: { totalCount: number } }>(
            '{ calls(filter: { states: [DRAFT, SUBMITTED, APPROVED] }) { totalCount } }',
          )
      ).calls.totalCount;
    expect([
      await counted(anonymous),
      await counted(world.otherCounty),
      await counted(world.university),
    ]).toEqual([0, 0, 0]);
    expect(await counted(world.county)).toBeGreaterThan(0);
  });

  it('hides the owner of a masked call and the contact from who has not signed in', async () => {
    const call = await world.call('NOTICED');
    const fields =
      'ownerName owner { id } contact phone standing { revenue } approvals { document } timeline { action }';
    expect(await world.read(anonymous, call.id, fields)).toMatchObject({
      ownerName: '原平锻压有限公司',
      ...{ contact: null, phone: null, standing: null, approvals: [], timeline: [] },
    });
    await world
      .get(Db)
      .query(
        raw(
          `update challenges.call set content = jsonb_set(content, '{secrecy}', '"MASKED"') where id = '${call.id}'`,
        ),
      );
    expect(await world.read(world.university, call.id, 'ownerName owner { id } contact')).toEqual({
      ...{ ownerName: null, owner: null, contact: null },
    });
    expect(await world.read(world.owner, call.id, 'ownerName contact')).toMatchObject({ contact: '张建军' });
  });

  it('lets a returned demand come again, and a plan that changes lose its approvals', async () => {
    const submitted = await world.call('SUBMITTED');
    const returned = await world.act(world.county, 'returnCall', submitted, { reason: REASON });
    expect(returned.state).toBe('RETURNED');
    expect(await world.read(world.owner, returned.id, 'note')).toEqual({ note: REASON });
    expect((await world.act(world.owner, 'submitCall', returned)).state).toBe('SUBMITTED');
    const candidate = await world.call('CANDIDATE', 'SX');
    expect(
      await world.refused(world.county, 'approveCall', candidate, { document: '纪要', day: '2026-01-01' }),
    ).toBe('CHALLENGES.CUSTODIANS');
  });

  it('opens and closes by the clock, extends, and after the deadline for an outage alone', async () => {
    const bidding = await world.call('BIDDING');
    const open = await world.read<{ biddingOpen: boolean; closesAt: string }>(
      world.university,
      bidding.id,
      'biddingOpen closesAt',
    );
    expect(open?.biddingOpen).toBe(true);
    const closesOn = (days: number): string => {
      const day = new Date(Date.parse(open?.closesAt ?? '') + days * 86_400_000);
      while (day.getUTCDay() % 6 === 0) day.setUTCDate(day.getUTCDate() + 1);
      return day.toISOString().slice(0, 10);
    };
    const extended = await world.act(world.officer, 'extendCallBidding', bidding, {
      ...{ closesOn: closesOn(7), cause: 'CLARIFICATION', reason: REASON },
    });
    await world.wait(60);
    expect(await stateOf(bidding.id)).toBe('BIDS_CLOSED');
    const closed = { ...extended, version: extended.version + 1 };
    const later = { closesOn: closesOn(90), reason: REASON };
    expect(
      await world.refused(world.officer, 'extendCallBidding', closed, { ...later, cause: 'OTHER' }),
    ).toBe('CHALLENGES.TOO_LATE');
    const again = await world.act(world.officer, 'extendCallBidding', closed, { ...later, cause: 'OUTAGE' });
    expect(again.state).toBe('BIDDING');
    await world.wait(120);
    const gate = world.get(CallGate);
    await inTx(async (tx) => {
      const found = await gate.lock(tx, bidding.id);
      if (found === undefined) throw new Error('no call');
      await gate.beginOpening(tx, found.call);
    });
    const opening = { ...again, version: again.version + 2 };
    expect(
      await world.refused(world.officer, 'extendCallBidding', opening, {
        ...later,
        cause: 'OUTAGE',
        closesOn: closesOn(200),
      }),
    ).toBe('CHALLENGES.TOO_LATE');
  });

  it('has its notice completed by an officer once it is over, and not before', async () => {
    const noticed = await world.call('NOTICED');
    expect(await world.refused(world.officer, 'completeCallNotice', noticed)).toBe(
      'CHALLENGES.NOTICE_RUNNING',
    );
    await world.advance(15);
    expect((await world.act(world.officer, 'completeCallNotice', noticed)).state).toBe('CLEARED');
  });

  it('fails without a bid and is listed a second time', async () => {
    const closed = await world.call('BIDS_CLOSED');
    expect(await world.refused(world.officer, 'failCall', closed, { reason: REASON })).toBe(
      'CHALLENGES.HAS_BIDS',
    );
    const gate = world.get(CallGate);
    await inTx(async (tx) => {
      const found = await gate.lock(tx, closed.id);
      if (found === undefined) throw new Error('no call');
      await gate.settleOpening(tx, await gate.beginOpening(tx, found.call), 0);
    });
    expect(await stateOf(closed.id)).toBe('FAILED');
    const failed = { ...closed, version: closed.version + 3 };
    const relisted = await world.act(world.officer, 'relistCall', failed, { reason: REASON });
    expect(relisted.state).toBe('CLEARED');
    const second = await world.act(world.officer, 'publishCall', relisted);
    expect(second.state).toBe('BIDDING');
    expect(await world.read(anonymous, closed.id, 'round biddingOpen')).toEqual({
      round: 2,
      biddingOpen: true,
    });
  });

  it('stands still while suspended, and goes on later by as much', async () => {
    const bidding = await world.call('BIDDING');
    const before = await world.read<{ closesAt: string }>(anonymous, bidding.id, 'closesAt');
    const suspended = await world.act(world.officer, 'suspendCall', bidding, { reason: REASON });
    await world.wait(60);
    expect(await world.read(anonymous, bidding.id, 'state biddingOpen note')).toEqual({
      ...{ state: 'BIDDING', biddingOpen: false, note: REASON },
    });
    const resumed = await world.act(world.officer, 'resumeCall', suspended, { reason: REASON });
    const after = await world.read<{
      closesAt: string;
      extensions: { cause: string }[];
      biddingOpen: boolean;
    }>(anonymous, resumed.id, 'closesAt extensions { cause } biddingOpen');
    expect(Date.parse(after?.closesAt ?? '') - Date.parse(before?.closesAt ?? '')).toBeGreaterThanOrEqual(
      60 * 86_400_000,
    );
    expect(after).toMatchObject({ extensions: [{ cause: 'SUSPENSION' }], biddingOpen: true });
    expect((await world.act(world.officer, 'terminateCall', resumed, { reason: REASON })).state).toBe(
      'TERMINATED',
    );
  });

  it('opens no window again that had ended before it was suspended, though no job had closed it yet', async () => {
    const bidding = await world.call('BIDDING');
    await world.advance(60);
    const suspended = await world.act(world.officer, 'suspendCall', bidding, { reason: REASON });
    const resumed = await world.act(world.officer, 'resumeCall', suspended, { reason: REASON });
    expect(await world.read(anonymous, resumed.id, 'biddingOpen extensions { cause }')).toEqual({
      ...{ biddingOpen: false, extensions: [] },
    });
    await world.wait(0);
    expect((await world.read<CallNode>(anonymous, resumed.id, 'state'))?.state).toBe('BIDS_CLOSED');
  });

  it('shows what waits to the office whose desk it is on', async () => {
    const submitted = await world.call('SUBMITTED');
    const recommended = await world.call('RECOMMENDED');
    const waiting = async (actor: PersonActor): Promise<string[]> =>
      (
        await world
          .as(actor)
          .query<{ calls: { edges: { node: { id: string } }[] } }>(
            '{ calls(filter: { waiting: true }, first: 100) { edges { node { id } } } }',
          )
      ).calls.edges.map(({ node }) => node.id);
    const county = await waiting(world.county);
    const city = await waiting(world.officer);
    expect([county.includes(submitted.id), county.includes(recommended.id)]).toEqual([true, false]);
    expect([city.includes(submitted.id), city.includes(recommended.id)]).toEqual([false, true]);
    expect(await waiting(world.otherCounty)).toEqual([]);
  });

  it("names custodians for officers of the city alone, and none of the owner's", async () => {
    const staff = async (actor: PersonActor): Promise<number> =>
      (await world.as(actor).query<{ callStaff: unknown[] }>('{ callStaff { name } }')).callStaff.length;
    expect([await staff(world.owner), await staff(world.county)]).toEqual([0, 0]);
    expect(await staff(world.officer)).toBeGreaterThan(3);
    const candidate = await world.call('CANDIDATE');
    const plan = {
      ...{
        mode: 'JB',
        funding: {},
        winners: 1,
        biddingDays: 30,
        criteria: [],
        threshold: 2,
        documents: [],
        key: false,
      },
      custodians: [{ personId: world.ownerMember.personId, office: 'BUREAU' }],
    };
    expect(await world.refused(world.officer, 'planCall', candidate, plan)).toBe('CHALLENGES.PERSON_UNKNOWN');
  });
});
