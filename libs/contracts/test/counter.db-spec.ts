import { randomUUID } from 'node:crypto';
import type { OrganisationSnapshot } from '@jihui/events';
import type { PersonActor } from '@jihui/kernel';
import { sql, Work, type Tx } from '@jihui/platform';
import { aMember, organisationOf } from '@jihui/testing';
import { ContractsHandlers } from '../src/contracts.handlers.js';
import { CounterService } from '../src/counter/counter.service.js';
import { HandlingService } from '../src/handling/handling.service.js';
import { codeOf } from './codes.js';
import { completeForm } from './contract.fixture.js';
import { aWorld, formOf, type World } from './contracts.world.js';

describe('counter', () => {
  let world: World;
  let service: CounterService;
  beforeAll(async () => {
    world = await aWorld();
    service = world.app.get(CounterService);
  }, 120_000);
  afterAll(() => world.close());

  const note = '王晓岚持合同原件两份到窗口';
  const begin = (as: PersonActor, organisationId = organisationOf(world.seller)) =>
    service.start(as, { clientMutationId: randomUUID(), organisationId, note });
  /** Entered by the registrar, with the scanned papers. */
  async function entered(clerk = world.registrarA): Promise<string> {
    const { id } = await begin(clerk);
    await world.file(id, 'CONTRACT_TEXT', randomUUID(), clerk);
    await world.file(id, 'IP_CERTIFICATE', randomUUID(), clerk);
    const form = { ...formOf(completeForm), title: `窗口代办${randomUUID().slice(0, 8)}` };
    await world.applications.save(clerk, { ...(await world.target(id)), form });
    return id;
  }
  const seen = async (as: PersonActor, id: string) =>
    (
      await world.app.as(as).query<{
        contract: {
          sight: string;
          counterIntake: object | null;
          availableActions: { action: string }[];
        } | null;
      }>('query ($id: ID!) { contract(id: $id) { sight counterIntake { clerkName note takenOverAt sellerOnPlatform } availableActions { action } } }', { id })
    ).contract;

  /** A works of the city's that has no account here. */
  const OFF_PLATFORM = {
    name: '忻州老厂锻件有限公司',
    uscc: '91110108551385082Q',
    divisionCode: '140902',
    nature: '150',
    legalRepresentative: '冯厂长',
    contactName: '冯厂长',
    contactPhone: '0350-3020001',
  };
  const OTHER_USCC = '91140902MA0KXX3T5P';
  /** What identity tells of the organisation that came. */
  const came = (
    member: PersonActor,
    more: Partial<OrganisationSnapshot> = {},
    version = 1,
  ): Promise<void> => {
    const payload: OrganisationSnapshot = {
      ...OFF_PLATFORM,
      id: organisationOf(member),
      kind: 'ENTERPRISE',
      partyNature: OFF_PLATFORM.nature,
      stateEstablished: false,
      status: 'ACTIVE',
      address: '山西省忻州市',
      ...more,
    };
    return world.app
      .get(Work)
      .run({ domain: 'contracts', name: 'told', actor: { kind: 'system', name: 'test' } }, (tx: Tx) =>
        world.app.get(ContractsHandlers).projectOrganisation({ payload, version } as never, tx),
      );
  };
  const historyOf = async (as: PersonActor, id: string) =>
    (
      await world.app
        .as(as)
        .query<{ contract: { timeline: { action: string }[] } }>(
          'query ($id: ID!) { contract(id: $id) { timeline { action at reason actor { id } } } }',
          { id },
        )
    ).contract.timeline;
  const beginFor = (seller: object, as: PersonActor = world.registrarA) =>
    service.start(as, { clientMutationId: randomUUID(), seller: { ...OFF_PLATFORM, ...seller }, note });

  describe('a seller without an account', () => {
    it('is entered from its paper by a registrar of its place', async () => {
      expect(await codeOf(beginFor({}, world.seller))).toBe('FORBIDDEN');
      expect(await codeOf(beginFor({}, world.countyRegistrar))).toBe('FORBIDDEN');
      expect(await codeOf(beginFor({ uscc: '91330100799655058B' }))).toBe('CONTRACT.SELLER_ON_PLATFORM');
      await expect(beginFor({ name: '', uscc: '1', divisionCode: '110000' })).rejects.toMatchObject({
        violations: [{ path: 'seller.name' }, { path: 'seller.uscc' }, { path: 'seller.divisionCode' }],
      });
      const neither = { clientMutationId: randomUUID(), note };
      expect(await codeOf(service.start(world.registrarA, neither))).toBe('REQUIRED');
    });

    it('is one entry however often it comes, and its case is registered like any other', async () => {
      const [{ id }, { id: other }] = [await beginFor({}), await beginFor({ contactName: '孙会计' })];
      const rows = await world.rows<{ kind: string; contact_name: string }>(
        sql`select kind, contact_name from contracts.organisation where uscc = ${OFF_PLATFORM.uscc}`,
      );
      expect(rows).toEqual([{ kind: 'COUNTER', contact_name: '孙会计' }]);
      expect(other).not.toBe(id);
      await world.file(id, 'CONTRACT_TEXT', randomUUID(), world.registrarA);
      await world.file(id, 'IP_CERTIFICATE', randomUUID(), world.registrarA);
      const [seller] = formOf(completeForm).sellers ?? [];
      const form = {
        ...formOf(completeForm),
        title: '老厂锻件工艺专利权转让',
        sellers: [{ ...seller, name: OFF_PLATFORM.name, identifier: OFF_PLATFORM.uscc }],
      };
      await world.applications.save(world.registrarA, { ...(await world.target(id)), form });
      await world.applications.submit(world.registrarA, await world.target(id));
      await world.reviews.accept(world.registrarB, await world.target(id));
      expect((await seen(world.registrarB, id))?.counterIntake).toMatchObject({ sellerOnPlatform: false });
    });

    it('finds its cases when its organisation comes to the platform, once and with a record', async () => {
      const drafted = await beginFor({});
      const filed = (await beginFor({})).id;
      await world.file(filed, 'CONTRACT_TEXT', randomUUID(), world.registrarA);
      await world.file(filed, 'IP_CERTIFICATE', randomUUID(), world.registrarA);
      const [seller] = formOf(completeForm).sellers ?? [];
      const sellers = [{ ...seller, name: OFF_PLATFORM.name, identifier: OFF_PLATFORM.uscc }];
      const form = { ...formOf(completeForm), title: '老厂锻件热处理技术转让', sellers };
      await world.applications.save(world.registrarA, { ...(await world.target(filed)), form });
      await world.applications.submit(world.registrarA, await world.target(filed));
      const others = await beginFor({ uscc: OTHER_USCC });

      const member = aMember('ENTERPRISE', ['TRANSFER_OFFICER'], { divisionCode: '140902' });
      expect(await seen(member, drafted.id)).toBeNull();
      const before = await world.target(filed);
      await came(member, { status: 'PENDING' });
      expect(await seen(member, drafted.id)).toBeNull();
      await came(member, {}, 2);
      // A repeated event, and one of a later change, find nothing left to hand over.
      await came(member, {}, 2);
      await came(member, { contactName: '孙会计' }, 3);

      expect(await seen(member, drafted.id)).toMatchObject({
        sight: 'APPLICANT',
        counterIntake: { sellerOnPlatform: true },
      });
      expect((await world.target(filed)).expectedVersion).toBe(before.expectedVersion + 1);
      for (const id of [drafted.id, filed])
        expect((await historyOf(member, id)).filter(({ action }) => action === 'handOver')).toEqual([
          {
            action: 'handOver',
            actor: null,
            at: expect.stringMatching(/^20/),
            reason: `移交给${OFF_PLATFORM.name}（${OFF_PLATFORM.uscc}）：该单位已在平台注册`,
          },
        ]);
      // In the same transaction as the change: who did it, and that the other domains were told, once.
      expect(
        await world.rows(sql`
        select a.actor_id as actor, a.before_hash <> a.after_hash as changed,
          e.payload ->> 'applicantOrganisationId' as owner
        from contracts.audit_entry a join contracts.event e
          on e.aggregate_id = ${filed} and e.action = a.action and e.xmin = a.xmin
        where a.stream = ${`Contract:${filed}`} and a.action = 'handOver'`),
      ).toEqual([{ actor: 'system:test', changed: true, owner: organisationOf(member) }]);
      expect(
        await world.rows(sql`
        select form -> 'sellers' -> 0 ->> 'organisationId' as seller, related_ids as related
        from contracts.contract where id = ${filed}`),
      ).toEqual([
        { seller: organisationOf(member), related: expect.arrayContaining([organisationOf(member)]) },
      ]);
      await service.takeOver(member, await world.target(drafted.id));
      // What is of another code stays where it was.
      expect(await seen(member, others.id)).toBeNull();
      expect(await world.rows(sql`select uscc from contracts.organisation where kind = 'COUNTER'`)).toEqual([
        { uscc: OTHER_USCC },
      ]);
    });

    it('is handed over whether it is entered or comes first, and never lost between the two', async () => {
      const uscc = '91140900MA0GTT0J1G';
      const member = aMember('ENTERPRISE', ['TRANSFER_OFFICER'], { divisionCode: '140902' });
      const entering = Promise.allSettled([beginFor({ uscc }), came(member, { uscc })]);
      const [entry] = await entering;
      expect(
        await world.rows(sql`select 1 from contracts.organisation where kind = 'COUNTER' and uscc = ${uscc}`),
      ).toEqual([]);
      const seenByIts =
        entry.status === 'fulfilled' ? await seen(member, entry.value.id) : { sight: 'APPLICANT' };
      expect(seenByIts).toMatchObject({ sight: 'APPLICANT' });
    });
  });

  describe('an application entered at the counter', () => {
    it('is begun by a registrar of the seller’s place who has no tie to it', async () => {
      expect(await codeOf(begin(world.officer))).toBe('FORBIDDEN');
      expect(await codeOf(begin(world.countyRegistrar))).toBe('FORBIDDEN');
      expect(await codeOf(begin(world.seller))).toBe('FORBIDDEN');
      expect(await codeOf(begin(world.registrarA, randomUUID()))).toBe('NOT_FOUND');
      expect(await codeOf(begin(world.conflicted, organisationOf(world.buyer)))).toBe(
        'CONTRACT.CONFLICT_OF_INTEREST',
      );
      await world.app.get(HandlingService).declare(world.registrarA, {
        clientMutationId: randomUUID(),
        organisationId: organisationOf(world.seller),
        note: '配偶在该单位任职',
      });
      expect(await codeOf(begin(world.registrarA))).toBe('CONTRACT.CONFLICT_OF_INTEREST');
      await world.rows(sql`delete from contracts.person_tie`);
    });

    it('is written by the clerk as the seller would, and read by nobody else before it is submitted', async () => {
      const id = await entered();
      expect(await seen(world.registrarA, id)).toMatchObject({
        sight: 'APPLICANT',
        counterIntake: { clerkName: '刘慧', note, takenOverAt: null, sellerOnPlatform: true },
      });
      expect((await seen(world.seller, id))?.availableActions.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['edit', 'submit', 'takeOver']),
      );
      for (const who of [world.registrarB, world.bureauAdmin, world.stranger]) {
        expect(await seen(who, id)).toBeNull();
        expect(await codeOf(world.applications.submit(who, await world.target(id)))).toBe('NOT_FOUND');
      }
      await world.applications.submit(world.registrarA, await world.target(id));
      expect((await seen(world.registrarA, id))?.sight).toBe('REGISTRY');
    });

    it('is not reviewed by the clerk in any way', async () => {
      const id = await entered();
      await world.applications.submit(world.registrarA, await world.target(id));
      const opinion = '符合认定条件。';
      const attempt = async (act: (target: Awaited<ReturnType<World['target']>>) => Promise<unknown>) =>
        codeOf(act(await world.target(id)));
      const { reviews, registration } = world;
      const returned = { deficiencies: [{ path: 'signedAt', message: '不详' }] };
      expect(await attempt((target) => reviews.return(world.registrarA, { ...target, ...returned }))).toBe(
        'CONTRACT.OWN_INTAKE',
      );
      expect(await attempt((target) => reviews.accept(world.registrarA, target))).toBe('CONTRACT.OWN_INTAKE');
      await reviews.accept(world.registrarB, await world.target(id));
      expect(await attempt((target) => reviews.claim(world.registrarA, target))).toBe('CONTRACT.OWN_INTAKE');
      expect(await codeOf(world.judge(id, world.registrarA))).toBe('CONTRACT.OWN_INTAKE');
      await world.judge(id, world.registrarB);
      await reviews.passFirst(world.registrarB, { ...(await world.target(id)), opinion });
      expect(
        await attempt((target) => registration.passSecond(world.registrarA, { ...target, opinion })),
      ).toBe('CONTRACT.OWN_INTAKE');
      expect(await attempt((target) => registration.approve(world.registrarA, { ...target, opinion }))).toBe(
        'CONTRACT.OWN_INTAKE',
      );
      expect(
        await attempt((target) => reviews.reject(world.registrarA, { ...target, grounds: ['R02'], opinion })),
      ).toBe('CONTRACT.OWN_INTAKE');
      const third = aMember('BUREAU_CITY', ['REGISTRAR'], {
        organisationId: organisationOf(world.registrarB),
      });
      await reviews.claim(third, await world.target(id));
      expect(await attempt((target) => reviews.release(world.registrarA, target))).toBe(
        'CONTRACT.OWN_INTAKE',
      );
      await registration.approve(third, { ...(await world.target(id)), opinion });
      const together = { clientMutationId: randomUUID(), contracts: [await world.target(id)] };
      expect(await codeOf(registration.registerAll(world.registrarA, together))).toBe('CONTRACT.OWN_INTAKE');
      expect(await codeOf(registration.registerAll(third, together))).toBe('DONE');
    });

    it('is taken over by the seller, and the clerk writes no more', async () => {
      const id = await entered();
      expect(await codeOf(service.takeOver(world.sellerMember, await world.target(id)))).toBe('NOT_FOUND');
      expect(await codeOf(service.takeOver(world.registrarA, await world.target(id)))).toBe('FORBIDDEN');
      await service.takeOver(world.seller, await world.target(id));
      expect(await codeOf(service.takeOver(world.seller, await world.target(id)))).toBe(
        'CONTRACT.NOT_AT_COUNTER',
      );
      expect(await seen(world.registrarA, id)).toBeNull();
      expect(
        await codeOf(
          world.applications.save(world.registrarA, { ...(await world.target(id)), form: { title: '改名' } }),
        ),
      ).toBe('NOT_FOUND');
      await world.applications.submit(world.seller, await world.target(id));
      // Who entered it stays known, and kept from reviewing.
      await world.reviews.accept(world.registrarB, await world.target(id));
      expect(await codeOf(world.reviews.claim(world.registrarA, await world.target(id)))).toBe(
        'CONTRACT.OWN_INTAKE',
      );
      const own = await world.application('DRAFT');
      expect(await codeOf(service.takeOver(world.seller, await world.target(own)))).toBe(
        'CONTRACT.NOT_AT_COUNTER',
      );
    });
  });
});
