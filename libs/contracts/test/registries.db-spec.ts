import { randomUUID } from 'node:crypto';
import { legalDayOf, addDays, type PersonActor } from '@jihui/kernel';
import { BusinessClock, sql } from '@jihui/platform';
import { organisationOf } from '@jihui/testing';
import { HandlingService } from '../src/handling/handling.service.js';
import { RegistriesService, type SaveInput } from '../src/registries/registries.service.js';
import { RegistriesStore } from '../src/store/registries.store.js';
import { codeOf } from './codes.js';
import { aWorld, type World } from './contracts.world.js';

describe('registries', () => {
  let world: World;
  let service: RegistriesService;
  let bureau: string;
  let today: string;
  beforeAll(async () => {
    world = await aWorld();
    service = world.app.get(RegistriesService);
    bureau = organisationOf(world.registrarA);
    today = legalDayOf(await world.app.get(BusinessClock).now());
  }, 120_000);
  afterAll(() => world.close());

  const entryOf = async (id: string) => {
    const found = (await world.app.get(RegistriesStore).all()).find((entry) => entry.id === id);
    if (found === undefined) throw new Error('no such registry');
    return found;
  };
  const save = async (id: string, change: Partial<SaveInput>, as = world.bureauAdmin) => {
    const { version, divisionCode: _, ...entry } = await entryOf(id);
    return service.save(as, {
      clientMutationId: randomUUID(),
      expectedVersion: version,
      ...entry,
      ...change,
    });
  };
  const opinion = '符合认定条件。';

  describe('a registry', () => {
    const registryOf = async (total: number): Promise<string | undefined> => {
      const id = await world.application('DRAFT', {
        money: { total, technical: total, deductions: [], carriers: [] },
      });
      const place = (division: string) =>
        world.rows(
          sql`update contracts.organisation set division_code = ${division} where id = ${organisationOf(world.seller)}`,
        );
      await place('140981');
      await world.applications.submit(world.seller, await world.target(id));
      await place('140902');
      const [row] = await world.rows<{ registry: string }>(
        sql`select registry_division as registry from contracts.contract where id = ${id}`,
      );
      return row?.registry;
    };

    it('comes with its bureau, and takes what its entry says', async () => {
      const county = organisationOf(world.countyRegistrar);
      expect(await entryOf(county)).toMatchObject({
        name: '原平市教育科技局',
        numberPrefix: '140981',
        version: 1,
      });
      expect(await registryOf(1_000_000_000)).toBe('140981');
      await save(county, { cap: 500_000_000 });
      expect(await registryOf(1_000_000_000)).toBe('140900');
      await save(county, { cap: null, delegatedUntil: addDays(today, -1) });
      expect(await registryOf(100)).toBe('140900');
      await save(county, { delegatedUntil: null });
      expect(await registryOf(100)).toBe('140981');
    });

    it('gives its numbers under its prefix, without a gap, also for what was filed before', async () => {
      const numbers = async (id: string) =>
        (
          await world.rows<{ accepted: string; registered: string | null }>(sql`
          select acceptance_number as accepted, registration_number as registered
          from contracts.contract where id = ${id}`)
        )[0];
      const before = await world.application('SECOND_REVIEW');
      await save(bureau, { numberPrefix: '140999' });
      const after = await world.application('REGISTERED');
      await world.registration.passSecond(world.registrarB, { ...(await world.target(before)), opinion });
      const year = today.slice(0, 4);
      expect(await numbers(after)).toEqual({
        accepted: `受理${year}140999000001`,
        registered: `${year}140999000001`,
      });
      expect((await numbers(before))?.registered).toBe(`${year}140900000001`);
      expect(await codeOf(save(bureau, { numberPrefix: '140981' }))).toBe('CONTRACT.NUMBER_PREFIX_TAKEN');
      await save(bureau, { numberPrefix: '140900' });
    });

    it('is changed by its keeper alone, at the version that was seen, and its history tells', async () => {
      expect(await codeOf(save(bureau, { name: '改名' }, world.registrarA))).toBe('FORBIDDEN');
      expect(await codeOf(save(bureau, { name: '改名' }, world.stranger))).toBe('NOT_FOUND');
      expect(await codeOf(save(bureau, { name: '改名', expectedVersion: 1 }))).toBe('STALE_VERSION');
      expect(await codeOf(save(bureau, { name: '', basis: '' }))).toBe('REQUIRED');
      const unknown = { ...(await entryOf(bureau)), clientMutationId: randomUUID(), expectedVersion: 1 };
      expect(await codeOf(service.save(world.bureauAdmin, { ...unknown, id: randomUUID() }))).toBe(
        'NOT_FOUND',
      );
      const read = async (as: PersonActor) =>
        (
          await world.app.as(as).query<{
            registrationOffices: {
              id: string;
              timeline: { action: string; reason: string }[];
              availableActions: { action: string }[];
            }[];
          }>('{ registrationOffices { id timeline { action reason } availableActions { action } } }')
        ).registrationOffices;
      expect(await read(world.seller)).toEqual([]);
      expect((await read(world.countyRegistrar)).map(({ id }) => id)).toEqual([
        organisationOf(world.countyRegistrar),
      ]);
      const [city] = await read(world.bureauAdmin);
      expect(city?.timeline.map(({ action }) => action)).toEqual(['save', 'save']);
      expect(city?.availableActions).toEqual([{ action: 'save' }, { action: 'nameDeputy' }]);
      expect((await read(world.registrarA))[0]?.availableActions).toEqual([{ action: 'nameDeputy' }]);
    });
  });

  describe('a deputy', () => {
    const name = (
      change: Partial<Parameters<RegistriesService['nameDeputy']>[1]> = {},
      as = world.registrarA,
    ) =>
      service.nameDeputy(as, {
        clientMutationId: randomUUID(),
        officeId: bureau,
        absentId: world.registrarA.personId,
        deputyId: world.registrarB.personId,
        from: today,
        until: addDays(today, 4),
        reason: '年休假',
        ...change,
      });
    const judgeAll = async (id: string, as: PersonActor) => codeOf(world.judge(id, as));

    it('is named by the absent registrar or the administrator, among the registrars of the office', async () => {
      expect(await codeOf(name({}, world.registrarB))).toBe('FORBIDDEN');
      expect(await codeOf(name({}, world.seller))).toBe('NOT_FOUND');
      expect(await codeOf(name({ deputyId: world.countyRegistrar.personId }))).toBe(
        'CONTRACT.NOT_A_REGISTRAR',
      );
      expect(await codeOf(name({ deputyId: world.registrarA.personId }))).toBe('CONTRACT.OWN_DEPUTY');
    });

    it('does what the absent one holds, and is the reviewer then', async () => {
      const id = await world.application('FIRST_REVIEW');
      expect(await judgeAll(id, world.registrarB)).toBe('CONTRACT.CLAIMED_BY_OTHER');
      await name();
      expect(await codeOf(name())).toBe('CONTRACT.STAND_IN_OVERLAPS');
      expect(
        await codeOf(
          name(
            { absentId: world.registrarB.personId, deputyId: world.registrarA.personId },
            world.bureauAdmin,
          ),
        ),
      ).toBe('CONTRACT.DEPUTY_ABSENT');
      const { contract, registrationQueue } = await world.app.as(world.registrarB).query<{
        contract: { claimedByDeputyName: string };
        registrationQueue: { edges: { node: { id: string } }[] };
      }>(
        `query ($id: ID!) {
          contract(id: $id) { claimedByDeputyName }
          registrationQueue(filter: { mine: true }, first: 50) { edges { node { id } } }
        }`,
        { id },
      );
      expect(contract.claimedByDeputyName).toBe('陈立');
      expect(registrationQueue.edges.map(({ node }) => node.id)).toContain(id);
      expect(await judgeAll(id, world.registrarB)).toBe('DONE');
      await world.reviews.passFirst(world.registrarB, { ...(await world.target(id)), opinion });
      const [row] = await world.rows<{ first: string }>(
        sql`select first_reviewer_id as first from contracts.contract where id = ${id}`,
      );
      expect(row?.first).toBe(world.registrarB.personId);
      // One person does not do both reviews, for whomever they stand in.
      expect(
        await codeOf(
          world.registration.passSecond(world.registrarB, { ...(await world.target(id)), opinion }),
        ),
      ).toBe('CONTRACT.SAME_REVIEWER');
      await world.registration.passSecond(world.registrarA, { ...(await world.target(id)), opinion });
    });

    it('takes no second review over whose first they did', async () => {
      const id = await world.application('ACCEPTED');
      await world.judge(id, world.registrarB);
      await world.reviews.passFirst(world.registrarB, { ...(await world.target(id)), opinion });
      await world.reviews.claim(world.registrarA, await world.target(id));
      const attempt = async () =>
        codeOf(world.registration.approve(world.registrarB, { ...(await world.target(id)), opinion }));
      expect(await attempt()).toBe('CONTRACT.SAME_REVIEWER');
    });

    it('stands aside where they must, whoever is away', async () => {
      const id = await world.application('FIRST_REVIEW');
      const handling = world.app.get(HandlingService);
      await handling.declare(world.registrarB, {
        clientMutationId: randomUUID(),
        organisationId: organisationOf(world.seller),
        note: '配偶在该单位任职',
      });
      expect(await judgeAll(id, world.registrarB)).toBe('NOT_FOUND');
      await world.rows(sql`delete from contracts.person_tie`);
    });

    it('stands in no longer when it is ended, or its last day has passed', async () => {
      const id = await world.application('FIRST_REVIEW');
      const store = world.app.get(RegistriesStore);
      const [standIn] = (await store.standInsOf([bureau], today)).get(bureau) ?? [];
      const end = (as: PersonActor, standInId = standIn?.id ?? '') =>
        codeOf(service.endStandIn(as, { clientMutationId: randomUUID(), id: standInId }));
      expect(await end(world.registrarB)).toBe('FORBIDDEN');
      expect(await end(world.stranger)).toBe('NOT_FOUND');
      expect(await end(world.bureauAdmin)).toBe('DONE');
      expect(await end(world.bureauAdmin)).toBe('NOT_FOUND');
      expect(await judgeAll(id, world.registrarB)).toBe('CONTRACT.CLAIMED_BY_OTHER');
      await name({ until: today });
      await world.app.advance(1);
      expect(await judgeAll(id, world.registrarB)).toBe('CONTRACT.CLAIMED_BY_OTHER');
    });
  });
});
