import { randomUUID } from 'node:crypto';
import { addDays, anonymous, legalDayOf, type Actor, type Violation } from '@jihui/kernel';
import { BusinessClock, Db, HolidayCalendars, Parameters, registerParameters, sql } from '@jihui/platform';
import { aMember, testApp, type TestApp } from '@jihui/testing';
import { lawDomain } from '../src/index.js';

registerParameters([
  {
    name: 'law.test_days',
    title: '测试期限（日）',
    min: 1,
    max: 90,
    value: 15,
    effectiveFrom: '2020-01-01',
    source: '初始文件',
  },
  {
    name: 'law.test_choice',
    title: '测试选项',
    choices: [
      { value: 1, label: '甲' },
      { value: 2, label: '乙' },
    ],
    value: 1,
    effectiveFrom: '2020-01-01',
    source: '初始文件',
    later: [{ value: 2, effectiveFrom: '2021-01-01', source: '后续文件' }],
  },
]);

const admin = aMember('BUREAU_CITY', ['PLATFORM_ADMIN']);
const officer = aMember('BUREAU_CITY', ['OFFICER']);
const seller = aMember('UNIVERSITY', ['ORG_ADMIN']);

const PARAMETER = `id version title unit minimum maximum choices { value label } current { value source }
  versions { id value effectiveFrom effectiveTo source note standing enteredBy { id } availableActions { action } }
  timeline { action reason actor { id } } availableActions { action }`;
interface Version {
  readonly id: string;
  readonly value: number;
  readonly effectiveFrom: string;
  readonly standing: string;
  readonly enteredBy: { readonly id: string } | null;
  readonly availableActions: readonly { readonly action: string }[];
}
interface Parameter {
  readonly id: string;
  readonly version: number;
  readonly unit: string;
  readonly current: { readonly value: number } | null;
  readonly versions: readonly Version[];
  readonly timeline: readonly { readonly action: string; readonly reason: string }[];
  readonly availableActions: readonly { readonly action: string }[];
}

describe('law', () => {
  let app: TestApp;
  let today: string;
  const tomorrow = (): string => addDays(today, 1);
  beforeAll(async () => {
    app = await testApp([lawDomain]);
    today = legalDayOf(await app.get(BusinessClock).now());
  }, 120_000);
  afterAll(() => app.close());

  const expectCode = async (
    answer: {
      expectCode(
        code: string,
      ): Promise<{ readonly extensions: { readonly violations?: readonly Violation[] } }>;
    },
    code: string,
  ): Promise<readonly Violation[]> => (await answer.expectCode(code)).extensions.violations ?? [];

  const read = async (id = 'law.test_days', actor: Actor = admin): Promise<Parameter | null> =>
    (
      await app
        .as(actor)
        .query<{ lawParameter: Parameter | null }>(
          `query ($id: ID!) { lawParameter(id: $id) { ${PARAMETER} } }`,
          { id },
        )
    ).lawParameter;
  const present = async (): Promise<Parameter> => {
    const parameter = await read();
    if (parameter === null) throw new Error('no parameter');
    return parameter;
  };
  const entry = (change: Record<string, unknown> = {}) => ({
    clientMutationId: randomUUID(),
    parameter: 'law.test_days',
    expectedVersion: 1,
    value: 20,
    effectiveFrom: tomorrow(),
    source: '市局〔2026〕8号',
    ...change,
  });
  const enter = (input: object, actor: Actor = admin) =>
    app.as(actor).mutate<{ enterParameterVersion: { parameter: Parameter } }>(
      `mutation ($input: EnterParameterVersionInput!) { enterParameterVersion(input: $input) {
       clientMutationId parameter { ${PARAMETER} } } }`,
      { input },
    );
  const withdraw = (input: object, actor: Actor = admin) =>
    app.as(actor).mutate<{ withdrawParameterVersion: { parameter: Parameter } }>(
      `mutation ($input: WithdrawParameterVersionInput!) { withdrawParameterVersion(input: $input) {
       clientMutationId parameter { ${PARAMETER} } } }`,
      { input },
    );

  describe('parameters', () => {
    it('are read by bureau people and platform administrators, kept by the latter alone', async () => {
      expect(await read('law.test_days', officer)).toMatchObject({ unit: 'DAYS', availableActions: [] });
      expect((await read())?.availableActions).toEqual([{ action: 'enter' }]);
      expect(await read('law.test_days', seller)).toBeNull();
      expect(await read('law.unknown')).toBeNull();
      const list = async (actor: Actor, filter: object) =>
        (
          await app.as(actor).query<{
            lawParameters: { totalCount: number; edges: { node: { id: string } }[] };
          }>('query ($filter: LawParameterFilter) { lawParameters(filter: $filter) { totalCount edges { node { id } } } }', {
            filter,
          })
        ).lawParameters;
      expect(await list(officer, { domain: 'law' })).toMatchObject({
        totalCount: 2,
        edges: [{ node: { id: 'law.test_choice' } }, { node: { id: 'law.test_days' } }],
      });
      expect((await list(admin, { text: '期限' })).totalCount).toBe(1);
      expect((await list(admin, { text: '100%' })).totalCount).toBe(0);
      expect((await list(seller, {})).totalCount).toBe(0);
      await expectCode(enter(entry(), officer), 'FORBIDDEN');
      await expectCode(enter(entry(), anonymous), 'UNAUTHENTICATED');
    });
    it('declare several versions from the start', async () => {
      const choice = await read('law.test_choice');
      expect(choice).toMatchObject({ unit: 'CHOICE', current: { value: 2, source: '后续文件' } });
      expect(choice?.versions.map(({ value, standing }) => [value, standing])).toEqual([
        [2, 'IN_FORCE'],
        [1, 'PAST'],
      ]);
    });

    it('take a version from tomorrow on, once however often it is sent, and tell who entered it', async () => {
      const input = entry();
      const [first, again] = [await enter(input), await enter(input)];
      expect(again).toEqual(first);
      const parameter = await present();
      expect(parameter.version).toBe(2);
      expect(parameter.current?.value).toBe(15);
      expect(parameter.versions[0]).toMatchObject({
        value: 20,
        standing: 'FUTURE',
        enteredBy: { id: admin.personId },
        availableActions: [{ action: 'withdraw' }],
      });
      expect(parameter.timeline).toEqual([
        expect.objectContaining({
          action: 'enter',
          reason: `取值 20，自 ${tomorrow()} 起，依据 市局〔2026〕8号`,
        }),
      ]);
      // Decisions of today are by today's version.
      const parameters = app.get(Parameters);
      expect((await parameters.int('law.test_days', today)).value).toBe(15);
      expect((await parameters.int('law.test_days', tomorrow())).value).toBe(20);
    });
    it('refuse with everything that is wrong at once, and change nothing', async () => {
      const { version } = await present();
      const violations = await expectCode(
        enter(entry({ expectedVersion: version, value: 91, effectiveFrom: today, source: ' ' })),
        'INVALID_INPUT',
      );
      expect(violations.map(({ path, code }) => `${path} ${code}`)).toEqual([
        'value LAW.OUT_OF_BOUNDS',
        'effectiveFrom LAW.PAST',
        'source REQUIRED',
      ]);
      await expectCode(enter(entry({ expectedVersion: version })), 'INVALID_INPUT');
      await expectCode(enter(entry({ expectedVersion: version - 1 })), 'STALE_VERSION');
      await expectCode(enter(entry({ parameter: 'law.unknown' })), 'NOT_FOUND');
      expect((await present()).version).toBe(version);
    });
    it('let one of two administrators enter at once; the other hears why', async () => {
      const { version } = await present();
      const at = async (days: number) => {
        const input = entry({ expectedVersion: version, effectiveFrom: addDays(today, days) });
        const { errors } = await enter(input).answer();
        return errors?.[0]?.extensions.code ?? 'DONE';
      };
      expect((await Promise.all([at(10), at(11)])).sort()).toEqual(['DONE', 'STALE_VERSION']);
    });
    it('give up a version that is not in force yet, and no other', async () => {
      const { version, versions } = await present();
      const target = (id: string | undefined, expectedVersion = version) => ({
        clientMutationId: randomUUID(),
        parameter: 'law.test_days',
        expectedVersion,
        versionId: id ?? '',
        reason: '文件尚未印发',
      });
      const future = versions.find(({ effectiveFrom }) => effectiveFrom === tomorrow());
      const inForce = versions.find(({ standing }) => standing === 'IN_FORCE');
      await expectCode(withdraw(target(inForce?.id)), 'INVALID_INPUT');
      await expectCode(withdraw(target(randomUUID())), 'NOT_FOUND');
      await expectCode(withdraw(target(future?.id, version - 1)), 'STALE_VERSION');
      await expectCode(withdraw({ ...target(future?.id), reason: '' }), 'INVALID_INPUT');
      await expectCode(withdraw(target(future?.id), officer), 'FORBIDDEN');
      await withdraw(target(future?.id));
      expect((await app.get(Parameters).int('law.test_days', tomorrow())).value).toBe(15);
      const after = await present();
      expect(after.versions.find(({ id }) => id === future?.id)?.standing).toBe('WITHDRAWN');
      const violations = await expectCode(withdraw(target(future?.id, after.version)), 'INVALID_INPUT');
      expect(violations[0]?.code).toBe('LAW.WITHDRAWN');
      // The day is free again.
      await enter(entry({ expectedVersion: after.version, value: 30 }));
      expect((await app.get(Parameters).int('law.test_days', tomorrow())).value).toBe(30);
    });
    it('cannot be changed past the rules, even by a statement', async () => {
      const db = app.get(Db);
      for (const statement of [
        sql`update platform.parameter set value = 99 where name = 'law.test_days' and effective_from <= current_date`,
        sql`update platform.parameter set effective_to = current_date where name = 'law.test_days'`,
        sql`update platform.parameter set withdrawn_at = now() where name = 'law.test_days' and entered_by is null`,
        sql`delete from platform.parameter where name = 'law.test_days'`,
      ])
        await expect(db.query(statement)).rejects.toThrow('never changed');
    });
  });

  describe('holidays', () => {
    const year = (): number => Number(today.slice(0, 4)) + 1;
    const readYear = async (of: number, actor: Actor = anonymous) =>
      (
        await app.as(actor).query<{
          holidayYear: {
            version: number;
            days: { day: string; works: boolean; name: string; source: string }[];
            timeline: { action: string; reason: string }[];
            availableActions: { action: string }[];
          } | null;
        }>(
          `query ($year: Int!) { holidayYear(year: $year) {
          year version days { day works name source } timeline { action reason } availableActions { action } } }`,
          { year: of },
        )
      ).holidayYear;
    const save = (input: object, actor: Actor = admin) =>
      app
        .as(actor)
        .mutate(
          `mutation ($input: SaveHolidaysInput!) { saveHolidays(input: $input) { clientMutationId holidayYear { version } } }`,
          { input: { clientMutationId: randomUUID(), source: '国办发明电', ...input } },
        );

    it('are read by everybody: the days that the statute fixes stand there from the start', async () => {
      const calendar = await readYear(year());
      expect(calendar?.version).toBe(0);
      expect(calendar?.days.map(({ name }) => name)).toEqual(expect.arrayContaining(['元旦', '国庆节']));
      expect(calendar?.availableActions).toEqual([]);
      expect(await readYear(1999)).toBeNull();
    });
    it('are saved a year at a time, and deadlines count by them', async () => {
      const before = await readYear(year(), admin);
      const day = `${year()}-03-10`;
      const kept = (before?.days ?? []).map((each) => ({ ...each }));
      await save({ year: year(), expectedVersion: 0, days: [...kept, { day, works: false, name: '调休' }] });
      const after = await readYear(year(), admin);
      expect(after).toMatchObject({ version: 1, timeline: [{ action: 'save', reason: '国办发明电' }] });
      expect(after?.days.find((each) => each.day === day)).toMatchObject({ source: '国办发明电' });
      expect(after?.days.find((each) => each.name === '元旦')?.source).toContain('第二条');
      expect((await app.get(HolidayCalendars).calendar()).isWorkingDay(day)).toBe(false);
      await expectCode(save({ year: year(), expectedVersion: 0, days: kept }), 'STALE_VERSION');
      const told = await app.get(Db).query(sql`select payload from law.event where type = 'law.holidays'`);
      expect(told).toEqual([{ payload: { year: year() } }]);
    });
    it('of the past stay, and what is wrong is told at once', async () => {
      const last = year() - 2;
      const before = await readYear(last);
      const violations = await expectCode(
        save({ year: last, expectedVersion: 0, days: [] }),
        'INVALID_INPUT',
      );
      expect(violations.map(({ code }) => code)).toEqual(['LAW.PASSED_DAY_CHANGED']);
      expect(await readYear(last)).toEqual(before);
      await expectCode(save({ year: 1999, expectedVersion: 0, days: [] }), 'INVALID_INPUT');
      await expectCode(save({ year: year(), expectedVersion: 1, days: [] }, officer), 'FORBIDDEN');
      await expectCode(save({ year: year(), expectedVersion: 1, days: [] }, anonymous), 'UNAUTHENTICATED');
    });
  });
});
