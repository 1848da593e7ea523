import { randomUUID } from 'node:crypto';
import { anonymous, type PersonActor } from '@jihui/kernel';
import { organisationOf } from './bids.world.js';
import { anEvent, aWorld, type CallNode, type World } from './calls.world.js';

describe('bans', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld({ hurried: true });
  });
  afterAll(() => world?.close());

  const REASON = '提供虚假检测报告，情节严重';
  const impose = (input: object, actor = world.officer) =>
    world.as(actor).mutate<{
      imposeCallBan: { callBan: { id: string; version: number; inForce: boolean } };
    }>('mutation ($input: ImposeCallBanInput!) { imposeCallBan(input: $input) { callBan { id version inForce } } }', {
      input: {
        ...{ level: 'MINOR', fromDay: '2026-01-01', untilDay: '2027-12-31', document: '忻科监〔2026〕9号' },
        ...{ reason: REASON, ...input },
      },
    });
  const lift = ({ id, version }: { readonly id: string; readonly version: number }, actor = world.officer) =>
    world
      .as(actor)
      .mutate('mutation ($input: LiftCallBanInput!) { liftCallBan(input: $input) { callBan { inForce } } }', {
        input: {
          id,
          expectedVersion: version,
          document: '忻科监〔2026〕12号',
          reason: '复核后撤销原处理决定',
        },
      });
  const refused = async (actor: PersonActor, callId: string): Promise<string> => {
    const { errors } = await world
      .as(actor)
      .mutate('mutation ($input: StartBidUploadInput!) { startBidUpload(input: $input) { upload { id } } }', {
        input: { callId, organisationId: organisationOf(actor), size: 10, commitment: '0'.repeat(64) },
      })
      .answer();
    const { code = 'DONE', violations = [] } = (errors?.[0]?.extensions ?? {}) as {
      code?: string;
      violations?: readonly { code: string }[];
    };
    return violations[0]?.code ?? code;
  };
  const seen = async (actor: Parameters<World['as']>[0], filter: object = {}): Promise<number> => {
    const { callBans } = await world
      .as(actor)
      .query<{ callBans: { totalCount: number } }>(
        'query ($filter: CallBanFilter) { callBans(filter: $filter) { totalCount } }',
        { filter },
      );
    return callBans.totalCount;
  };

  it('keep an organisation from bidding while they are in force, and no longer', async () => {
    const { id: callId } = await world.call('BIDDING');
    const { imposeCallBan } = await impose({ organisationId: organisationOf(world.rival) });
    expect(imposeCallBan.callBan.inForce).toBe(true);
    expect(await refused(world.rival, callId)).toBe('CHALLENGES.BANNED');
    expect(await refused(world.university, callId)).toBe('DONE');
    // Who reads it: the city's officers, and the organisation that it is of.
    for (const reader of [world.officer, world.rival]) expect(await seen(reader)).toBe(1);
    for (const other of [world.university, world.county, world.supervisor, world.owner, anonymous])
      expect(await seen(other)).toBe(0);
    await lift(imposeCallBan.callBan, world.university).expectCode('NOT_FOUND');
    await lift(imposeCallBan.callBan, world.rival).expectCode('FORBIDDEN');
    await lift(imposeCallBan.callBan);
    expect(await refused(world.rival, callId)).toBe('DONE');
    expect([
      await seen(world.officer, { inForce: true }),
      await seen(world.officer, { inForce: false }),
    ]).toEqual([...[0, 1]]);
    await lift({ ...imposeCallBan.callBan, version: 2 }).expectCode('INVALID_INPUT');
    // An old one that is over keeps from nothing.
    await impose({
      organisationId: organisationOf(world.rival),
      fromDay: '2020-01-01',
      untilDay: '2021-01-01',
    });
    expect(await refused(world.rival, callId)).toBe('DONE');
  });

  it('keep an owner from submitting what it has begun', async () => {
    const draft: CallNode = await world.call('DRAFT');
    const { imposeCallBan } = await impose({
      ...{ organisationId: organisationOf(world.owner), level: 'EXTREME', untilDay: null },
    });
    expect(await world.refused(world.owner, 'submitCall', draft)).toBe('CHALLENGES.BANNED');
    await world
      .as(world.owner)
      .mutate('mutation ($input: StartCallInput!) { startCall(input: $input) { call { id } } }', {
        input: { organisationId: organisationOf(world.owner), mode: 'JB' },
      })
      .expectCode('INVALID_INPUT');
    await lift(imposeCallBan.callBan);
  });

  it('are recorded by the bureau of the city, of an organisation that there is', async () => {
    await impose({ organisationId: randomUUID() }).expectCode('INVALID_INPUT');
    for (const actor of [world.county, world.owner, world.supervisor])
      await impose({ personName: '卫某', personUnit: '外省某公司' }, actor).expectCode('FORBIDDEN');
    const involved = {
      ...world.officer,
      memberships: [...world.officer.memberships, ...world.rival.memberships],
    };
    await impose({ organisationId: organisationOf(world.rival) }, involved).expectCode('FORBIDDEN');
    await impose({ personName: '卫某', personUnit: '外省某公司' });
    expect(await seen(world.officer, { text: '外省某' })).toBe(1);
  });

  it('are told to whom they are of when recorded, lifted and over, each once; of a person where it is clear who', async () => {
    const told = (id: string) =>
      world.rows(`select action, payload ->> 'organisationId' as organisation, payload ->> 'personId' as person,
        payload ->> 'unitId' as unit, payload ->> 'document' as document
        from challenges.event where type = 'challenges.ban' and aggregate_id = '${id}' order by version`);
    const watch = async (): Promise<void> => {
      const [row] = (await world.rows('select platform.business_now() as now')) as { now: Date }[];
      await world.deliver((to) => to.watchBans({}, { now: row?.now ?? new Date(0) } as never));
    };
    const rival = organisationOf(world.rival);
    const campus = organisationOf(world.university);
    const lifted = (await impose({ organisationId: rival })).imposeCallBan.callBan;
    await lift(lifted);
    const whole = (await impose({ organisationId: rival })).imposeCallBan.callBan;
    const staff = { personName: '王晓岚', personUnit: '忻州工业技术大学' };
    const known = (await impose(staff)).imposeCallBan.callBan;
    const stranger = (await impose({ ...staff, personUnit: '外省某公司' })).imposeCallBan.callBan;
    const over = (await impose({ organisationId: rival, fromDay: '2020-01-01', untilDay: '2021-01-01' }))
      .imposeCallBan.callBan;
    // Whoever is banned, and whoever acts for the unit, reads it.
    const alone = { ...world.university, memberships: [] };
    for (const reader of [world.university, alone]) expect(await seen(reader, { text: '王晓岚' })).toBe(1);
    // A namesake in the unit: from now on it is not clear who is meant.
    await world.deliver((to) =>
      to.projectPerson(
        anEvent('identity.person', {
          ...{ id: randomUUID(), displayName: staff.personName, email: '', status: 'ACTIVE' },
          memberships: [
            {
              ...{ organisationId: campus, kind: 'UNIVERSITY', divisionCode: '140902', active: true },
              roles: ['MEMBER'],
            },
          ],
        }),
      ),
    );
    const unclear = (await impose(staff)).imposeCallBan.callBan;

    await world.advance(420);
    await watch();
    await watch();
    const NINTH = { document: '忻科监〔2026〕9号' };
    const both = (facts: object) => ['imposeCallBan', 'endCallBan'].map((action) => ({ action, ...facts }));
    const ofRival = { organisation: rival, person: null, unit: null, ...NINTH };
    expect(await told(lifted.id)).toEqual([
      { action: 'imposeCallBan', ...ofRival },
      { action: 'liftCallBan', ...ofRival, document: '忻科监〔2026〕12号' },
    ]);
    expect(await told(whole.id)).toEqual(both(ofRival));
    expect(await told(over.id)).toEqual(both(ofRival).slice(0, 1));
    const { personId: person } = world.university;
    expect(await told(known.id)).toEqual(both({ organisation: null, person, unit: campus, ...NINTH }));
    expect(await told(unclear.id)).toEqual(
      both({ organisation: null, person: null, unit: campus, ...NINTH }),
    );
    expect(await told(stranger.id)).toEqual(both({ organisation: null, person: null, unit: null, ...NINTH }));
  });
});
