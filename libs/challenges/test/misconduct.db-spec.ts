import { randomUUID } from 'node:crypto';
import { anonymous, type Actor, type PersonActor, type Role } from '@jihui/kernel';
import { CITY, organisationOf } from '@jihui/testing';
import { anEvent, aWorld, type CallNode, type World } from './calls.world.js';

const STATEMENT = '评审前有专家与揭榜单位人员私下见面，并收受购物卡，时间地点见附件';
const FORM = { subject: 'REVIEW', signed: false, named: [], concerns: ['EXPERT'], statement: STATEMENT };
const SAID = '经核对材料，内容具体，符合受理条件';

interface Node {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}
interface Receipt {
  readonly state: string;
  readonly decision: string;
  readonly answer: string;
  readonly due: string | null;
  readonly files: readonly string[];
  readonly notes: readonly { readonly by: string; readonly text: string }[];
}

describe('reports of misconduct', () => {
  let world: World;
  let call: CallNode;
  let inspector: PersonActor;
  beforeAll(async () => {
    world = await aWorld();
    call = await world.call('NOTICED');
    inspector = await inBureau('纪检赵', 'INSPECTOR');
  });
  afterAll(() => world?.close());

  /** Somebody of the city's bureau. */
  async function inBureau(name: string, ...roles: Role[]): Promise<PersonActor> {
    const personId = randomUUID();
    const organisationId = organisationOf(world.officer);
    const membership = { organisationId, kind: 'BUREAU_CITY' as const, divisionCode: CITY, roles };
    const fact = { id: personId, displayName: name, email: '', status: 'ACTIVE' as const };
    await world.deliver((to) =>
      to.projectPerson(
        anEvent('identity.person', { ...fact, memberships: [{ ...membership, active: true }] }),
      ),
    );
    return { kind: 'person', personId, memberships: [membership] };
  }

  const send = (actor: Actor, change: object = {}) =>
    world
      .as(actor)
      .mutate<{ fileMisconductReport: { code: string } }>(
        'mutation ($input: FileMisconductReportInput!) { fileMisconductReport(input: $input) { code } }',
        { input: { ...FORM, callId: call.id, ...change } },
      );
  const report = async (actor: Actor, change: object = {}): Promise<string> =>
    (await send(actor, change)).fileMisconductReport.code;
  const receipt = async (code: string): Promise<Receipt | null> =>
    (
      await world
        .as(anonymous)
        .query<{ misconductReceipt: Receipt | null }>(
          'query ($code: String!) { misconductReceipt(code: $code) { state decision answer due files notes { by text } } }',
          { code },
        )
    ).misconductReceipt;
  const desk = async (actor: Actor, filter = ''): Promise<readonly Node[]> => {
    const { misconductReports } = await world.as(actor).query<{
      misconductReports: { totalCount: number; edges: { node: Node }[] };
    }>(`{ misconductReports(first: 100${filter}) { totalCount edges { node { id version state } } } }`);
    const nodes = misconductReports.edges.map(({ node }) => node);
    expect(misconductReports.totalCount).toBe(nodes.length);
    return nodes;
  };
  const newest = async (actor: Actor): Promise<Node> => {
    const [one] = await desk(actor);
    if (one === undefined) throw new Error('no report');
    return one;
  };
  const step = (actor: Actor, mutation: string, on: Node, input: object = { opinion: SAID }) =>
    world.as(actor).mutate<Record<string, { report: Node }>>(
      `mutation ($input: ${mutation === 'concludeMisconductReport' ? 'ConcludeMisconductReportInput' : 'MisconductOpinionInput'}!) {
          ${mutation}(input: $input) { report { id version state } } }`,
      { input: { id: on.id, expectedVersion: on.version, ...input } },
    );
  const done = async (actor: Actor, mutation: string, on: Node, input?: object): Promise<Node> => {
    const { [mutation]: payload } = await step(actor, mutation, on, input);
    if (payload === undefined) throw new Error('no answer');
    return payload.report;
  };
  const supplement = (code: string, change: object = {}) =>
    world
      .as(anonymous)
      .mutate(
        'mutation ($input: SupplementMisconductReportInput!) { supplementMisconductReport(input: $input) { receipt { state } } }',
        { input: { code, text: '另有一段录音可以提供', ...change } },
      );
  const file = (actor: Actor, name = '照片.pdf') =>
    world
      .as(actor)
      .upload('/files/challenges/misconduct', name, Buffer.from(`%PDF-1.4 ${randomUUID()}`))
      .expect(201)
      .then(({ body }) => (body as { id: string }).id);
  /** All that this domain and its neighbours keep, as text. */
  const everything = async (): Promise<string> => {
    const tables = (await world.rows(
      `select table_schema || '.' || table_name as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema in ('challenges', 'platform')`,
    )) as { name: string }[];
    const texts = await Promise.all(
      tables.map(({ name }) => world.rows(`select string_agg(t::text, ' ') as text from ${name} t`)),
    );
    return texts.map(([row]) => (row as { text: string | null }).text ?? '').join('\n');
  };

  it('is taken from a stranger, with a code that stands nowhere', async () => {
    const code = await report(anonymous);
    expect(code).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
    expect(await receipt(code)).toMatchObject({ state: 'RECEIVED', decision: '', answer: '', files: [] });
    expect(await receipt(code.toLowerCase().replaceAll('-', ' '))).not.toBeNull();
    expect(await receipt('0000-0000-0000-0000-0000')).toBeNull();
    expect(await receipt('无')).toBeNull();
    const kept = await everything();
    expect(kept).toContain(STATEMENT);
    expect([kept.includes(code), kept.includes(code.replaceAll('-', ''))]).toEqual([false, false]);
  });

  it('holds nothing of a person who reports anonymously while signed in, and answers a repeat as before', async () => {
    const { personId } = world.rival;
    const mentions = async () => (await everything()).split(personId).length;
    const before = await mentions();
    const clientMutationId = randomUUID();
    const code = await report(world.rival, { name: '赵院长', contact: '0350-3048000', clientMutationId });
    expect(await mentions()).toBe(before);
    expect(await everything()).not.toContain('0350-3048000');
    expect(await report(world.rival, { name: '赵院长', contact: '0350-3048000', clientMutationId })).toBe(
      code,
    );
    const { message } = await send(world.rival, { clientMutationId, statement: `${STATEMENT}。` }).expectCode(
      'IDEMPOTENCY.MISMATCH',
    );
    expect(message).not.toContain(code);
  });

  it('changes nothing of its call, and tells nobody but its handlers', async () => {
    const FIELDS = 'version objectionCount openObjectionCount timeline { action } questions { id }';
    const look = async () => [
      ...(await Promise.all(
        [anonymous, world.owner, world.officer, world.supervisor].map((who) =>
          world.read(who, call.id, FIELDS),
        ),
      )),
      await world.rows(`select count(*) from challenges.event where type <> 'challenges.misconduct'`),
      await world.rows(
        `select count(*) from challenges.audit_entry where stream not like 'MisconductReport:%'`,
      ),
    ];
    const before = await look();
    await report(anonymous);
    expect(await look()).toEqual(before);
    const [event] = (await world.rows(
      `select payload from challenges.event where type = 'challenges.misconduct' order by at desc, id desc limit 1`,
    )) as { payload: { handlerIds: string[]; reporterId: string | null } }[];
    expect([...(event?.payload.handlerIds ?? [])].sort()).toEqual(
      [world.supervisor.personId, inspector.personId].sort(),
    );
    expect(event?.payload.reporterId).toBeNull();
    expect(JSON.stringify(event)).not.toContain(call.id);
  });

  it('is read by the supervisor and the inspectors alone', async () => {
    const { id } = await newest(world.supervisor);
    const reads = async (actor: Actor): Promise<boolean> => {
      const found = await world
        .as(actor)
        .query<{ misconductReport: Node | null }>(
          'query ($id: ID!) { misconductReport(id: $id) { id version state statement timeline { action } } }',
          { id },
        );
      const listed = (await desk(actor)).some((one) => one.id === id);
      expect(listed).toBe(found.misconductReport !== null);
      if (!listed)
        await step(actor, 'acceptMisconductReport', { id, version: 1, state: '' }).expectCode(
          actor.kind === 'anonymous' ? 'UNAUTHENTICATED' : 'NOT_FOUND',
        );
      return listed;
    };
    const people = {
      ...{ anonymous, owner: world.owner, ownerMember: world.ownerMember, university: world.university },
      ...{ county: world.county, officer: world.officer, notary: world.notary },
      ...{ supervisor: world.supervisor, inspector },
      both: await inBureau('孙某', 'INSPECTOR', 'OFFICER'),
      administrator: await inBureau('周某', 'PLATFORM_ADMIN', 'ORG_ADMIN'),
    };
    const readers: string[] = [];
    for (const [name, actor] of Object.entries(people)) if (await reads(actor)) readers.push(name);
    expect(readers).toEqual(['supervisor', 'inspector']);
  });

  it('is kept from whoever it names or means', async () => {
    const listed = async (change: object): Promise<readonly boolean[]> => {
      await report(anonymous, change);
      const { id } = (
        (await world.rows(
          'select id from challenges.misconduct_report order by created_at desc, id desc limit 1',
        )) as { id: string }[]
      )[0] ?? { id: '' };
      const all = await Promise.all([desk(world.supervisor), desk(inspector)]);
      return all.map((nodes) => nodes.some((one) => one.id === id));
    };
    expect(await listed({})).toEqual([true, true]);
    expect(await listed({ named: [{ name: '刘　慧', unit: '市科技局' }] })).toEqual([false, true]);
    expect(await listed({ concerns: ['SUPERVISOR'] })).toEqual([false, true]);
    expect(await listed({ named: [{ name: '纪检赵' }] })).toEqual([true, false]);
    expect(await listed({ callId: null, subject: 'OFFICER' })).toEqual([false, true]);
    const all = { named: [{ name: '刘慧' }, { name: '纪检赵' }, { name: '孙某' }] };
    const whole = { named: [{ unit: '市科技局' }] };
    for (const change of [all, whole]) {
      const { extensions } = await send(anonymous, change).expectCode('INVALID_INPUT');
      expect(extensions.violations?.map(({ code }) => code)).toEqual(['CHALLENGES.NO_SUPERVISION']);
    }
  });

  it('refuses what is wrong, all of it at once, and keeps nothing of it', async () => {
    const count = () => world.rows('select count(*) from challenges.misconduct_report');
    const before = await count();
    const { extensions } = await send(world.university, {
      ...{ signed: true, name: '', contact: '不留', statement: '有问题', concerns: [] },
      files: ['x', (await file(anonymous)).replace(/^../, 'AA')],
    }).expectCode('INVALID_INPUT');
    expect(extensions.violations?.map(({ path, code }) => [path, code])).toEqual([
      ['concerns', 'CHALLENGES.NOBODY_REPORTED'],
      ['statement', 'TOO_SHORT'],
      ['name', 'REQUIRED'],
      ['contact', 'CHALLENGES.CONTACT_INVALID'],
      ['files', 'CHALLENGES.FILE_UNKNOWN'],
    ]);
    await send(anonymous, { statement: '长'.repeat(5_001) }).expectCode('INVALID_INPUT');
    await send(anonymous, { callId: randomUUID() }).expectCode('NOT_FOUND');
    await send(anonymous, { callId: 'x' }).expectCode('NOT_FOUND');
    await send(anonymous, { projectId: randomUUID() }).expectCode('NOT_FOUND');
    const draft = await world.call('DRAFT');
    await send(anonymous, { callId: draft.id }).expectCode('NOT_FOUND');
    expect(await count()).toEqual(before);
    await supplement('0000-0000-0000-0000-0000').expectCode('NOT_FOUND');
    await supplement('不是码').expectCode('NOT_FOUND');
  });

  it('takes files from a stranger, and gives them to who handles the report alone', async () => {
    const tokens = [await file(anonymous, '照片.pdf'), await file(anonymous, '录音.pdf')];
    const code = await report(anonymous, { files: tokens });
    expect((await receipt(code))?.files).toEqual(['照片.pdf', '录音.pdf']);
    const { id } = await newest(inspector);
    const { misconductReport } = await world
      .as(inspector)
      .query<{ misconductReport: { files: { url: string }[] } }>(
        'query ($id: ID!) { misconductReport(id: $id) { files { url } } }',
        { id },
      );
    const [first] = misconductReport.files;
    await world
      .as(inspector)
      .get(first?.url ?? '')
      .expect(200);
    for (const actor of [anonymous, world.officer, world.owner])
      await world
        .as(actor)
        .get(first?.url ?? '')
        .expect(404);
    // A file is handed in once, by who holds its token.
    const { extensions } = await send(anonymous, { files: [tokens[0]] }).expectCode('INVALID_INPUT');
    expect(extensions.violations?.[0]?.code).toBe('CHALLENGES.FILE_UNKNOWN');
  });

  it('goes from receipt to conclusion, and its reporter reads the answers with the code', async () => {
    const code = await report(world.university, {
      ...{ signed: true, name: '王晓岚', contact: '0350-3048000', subject: 'CALL', concerns: ['OWNER'] },
    });
    const received = await newest(inspector);
    await step(inspector, 'acceptMisconductReport', { ...received, version: 9 }).expectCode('STALE_VERSION');
    await step(inspector, 'acceptMisconductReport', received, { opinion: '' }).expectCode('INVALID_INPUT');
    await step(inspector, 'investigateMisconductReport', received).expectCode('ILLEGAL_TRANSITION');
    const asked = await done(inspector, 'askMisconductReporter', received, {
      opinion: '请说明见面的时间地点',
    });
    await supplement(code, { text: '少' }).expectCode('INVALID_INPUT');
    await supplement(code, { text: '上月十二日下午，忻府宾馆', files: [await file(anonymous)] });
    expect((await receipt(code))?.notes.map(({ by, text }) => [by, text])).toEqual([
      ['HANDLER', '请说明见面的时间地点'],
      ['REPORTER', '上月十二日下午，忻府宾馆'],
    ]);
    const accepted = await done(inspector, 'acceptMisconductReport', {
      ...asked,
      version: asked.version + 1,
    });
    const due = (await receipt(code))?.due;
    const extended = await done(inspector, 'extendMisconductReport', accepted);
    expect((await receipt(code))?.due).not.toBe(due);
    await step(inspector, 'extendMisconductReport', extended).expectCode('INVALID_INPUT');
    const under = await done(inspector, 'investigateMisconductReport', extended);
    const conclusion = { outcome: 'SUBSTANTIATED', finding: '', measures: '', answer: '' };
    const { extensions } = await step(inspector, 'concludeMisconductReport', under, conclusion).expectCode(
      'INVALID_INPUT',
    );
    expect(extensions.violations?.map(({ path }) => path)).toEqual(['finding', 'measures', 'answer']);
    const concluded = await done(inspector, 'concludeMisconductReport', under, {
      ...conclusion,
      ...{
        finding: '经查，情况属实，详见调查报告',
        measures: '移送有管辖权的机关',
        answer: '您反映的情况属实，已移送处理',
      },
    });
    expect(concluded.state).toBe('SUBSTANTIATED');
    expect(await receipt(code)).toMatchObject({
      ...{ state: 'SUBSTANTIATED', decision: SAID, answer: '您反映的情况属实，已移送处理', due: null },
    });
    await supplement(code).expectCode('ILLEGAL_TRANSITION');
    const reporters = (await world.rows(
      `select distinct payload ->> 'reporterId' as id from challenges.event
       where type = 'challenges.misconduct' and payload ->> 'id' = '${concluded.id}'`,
    )) as { id: string }[];
    expect(reporters).toEqual([{ id: world.university.personId }]);
  });

  it('has a file that two reports name at once in one of them, and refuses the other', async () => {
    const files = [await file(anonymous)];
    const answers = await Promise.all([
      send(anonymous, { files }).answer(),
      send(anonymous, { files }).answer(),
    ]);
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.violations?.[0]?.code);
    expect(codes.sort()).toEqual(['CHALLENGES.FILE_UNKNOWN', undefined]);
  });

  it('is not accepted with a reason, which its reporter reads', async () => {
    const code = await report(anonymous);
    const received = await newest(world.supervisor);
    await step(world.supervisor, 'refuseMisconductReport', received, { opinion: '不受理' }).expectCode(
      'INVALID_INPUT',
    );
    const refused = await done(world.supervisor, 'refuseMisconductReport', received);
    expect([refused.state, (await receipt(code))?.decision]).toEqual(['NOT_ACCEPTED', SAID]);
  });

  it('tells its handlers once that a deadline is over', async () => {
    await report(anonymous);
    const alarms = async (): Promise<number> => {
      const [row] = (await world.rows(
        `select count(distinct aggregate_id)::int as reports, count(*)::int as told from challenges.event
         where type = 'challenges.misconduct' and action = 'alarmMisconductReport'`,
      )) as { reports: number; told: number }[];
      expect(row?.reports).toBe(row?.told);
      return row?.told ?? 0;
    };
    const watch = async (): Promise<void> => {
      const [row] = (await world.rows('select platform.business_now() as now')) as { now: Date }[];
      await world.deliver((to) => to.watchMisconduct({}, { now: row?.now ?? new Date(0) } as never));
    };
    await watch();
    expect(await alarms()).toBe(0);
    await world.advance(40);
    await watch();
    const told = await alarms();
    expect(told).toBeGreaterThan(0);
    await watch();
    expect(await alarms()).toBe(told);
    expect((await desk(inspector, ', filter: { waiting: true }')).length).toBeGreaterThan(0);
  });

  it('bounds how often an address tries, and answers what was done within it', async () => {
    const code = await report(anonymous);
    await receipt(code);
    await world.rows(`update platform.throttle set tries = 59 where bucket like 'misconduct/receipt/%'`);
    await supplement(code);
    await supplement(code).expectCode('THROTTLED');
    await world.rows(`update platform.throttle set tries = 1000`);
    await send(anonymous).expectCode('THROTTLED');
    await supplement('0000-0000-0000-0000-0000').expectCode('THROTTLED');
    await world.as(anonymous).query('{ misconductReceipt(code: "x") { state } }').expectCode('THROTTLED');
    await world
      .as(anonymous)
      .upload('/files/challenges/misconduct', 'a.pdf', Buffer.from('%PDF-1.4'))
      .expect(({ status }) => expect(status).toBe(429));
    const buckets = (await world.rows('select bucket from platform.throttle')) as { bucket: string }[];
    expect(buckets.map(({ bucket }) => bucket.split('/').slice(0, 2).join('/')).sort()).toEqual([
      ...['misconduct/file', 'misconduct/receipt', 'misconduct/report'],
    ]);
  });
});
