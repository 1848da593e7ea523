import { Readable } from 'node:stream';
import { anonymous, system, type Actor } from '@jihui/kernel';
import { readerFor, type ImportCounts, type RowProblem } from '@jihui/platform';
import { ProjectionService } from '../src/projection.service.js';
import { ProjectsImport } from '../src/imports/projects.import.js';
import { aWorld, type World } from './discovery.world.js';
import { expertActs } from './experts.acts.js';
import { violationsOf } from './people.js';

interface Saved {
  readonly id: string;
  readonly version: number;
  readonly title: string;
}

describe('research projects', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world?.app.close());
  const { someone, active, read } = expertActs(() => world);

  const contentOf = (number: string, change: object = {}) => ({
    ...{ number, title: `煤矸石基多孔陶瓷（${number}）`, level: 'NATIONAL', status: 'RUNNING' },
    ...{ leader: '周研石', members: ['王琳'], startedOn: '2024-01-01', programme: '国家重点研发计划' },
    ...change,
  });
  const save = (who: Actor, content: object, more: object = {}) =>
    world.app
      .as(who)
      .mutate<{ saveProject: { project: Saved } }>(
        'mutation ($input: SaveProjectInput!) { saveProject(input: $input) { project { id version title } } }',
        { input: { ownerId: world.university, ...more, content } },
      );
  const discard = (who: Actor, { id, version }: Saved) =>
    world.app
      .as(who)
      .mutate<{ discardProject: { project: { removed: boolean } } }>(
        'mutation ($input: ProjectActionInput!) { discardProject(input: $input) { project { id removed } } }',
        { input: { id, expectedVersion: version } },
      );
  const found = async (who: Actor, filter: object): Promise<string[]> =>
    (
      await world.app
        .as(who)
        .query<{ projects: { edges: { node: { number: string } }[] } }>(
          'query ($filter: ProjectFilter) { projects(filter: $filter, first: 50) { totalCount edges { node { number } } } }',
          { filter },
        )
    ).projects.edges.map(({ node }) => node.number);
  const one = async (who: Actor, id: string): Promise<object | null> =>
    (
      await world.app
        .as(who)
        .query<{ project: object | null }>(
          'query ($id: ID!) { project(id: $id) { removed timeline { action } } }',
          { id },
        )
    ).project;

  it('are kept by the unit’s office, each number once, and corrected or removed by it', async () => {
    for (const [who, code] of [
      [world.researcher, 'FORBIDDEN'],
      [world.enterprise, 'FORBIDDEN'],
      [anonymous, 'UNAUTHENTICATED'],
    ] as const)
      await save(who, contentOf('P1')).expectCode(code);
    expect(
      await violationsOf(save(world.office, contentOf('', { title: '', leader: '', status: 'COMPLETED' }))),
    ).toEqual(['endedOn PROJECT.DAYS', 'leader REQUIRED', 'number REQUIRED', 'title REQUIRED']);
    const { project } = (await save(world.office, contentOf('P1'))).saveProject;
    expect(await violationsOf(save(world.office, contentOf('P1')))).toEqual([
      'number PROJECT.ALREADY_RECORDED',
    ]);
    const at = { id: project.id, expectedVersion: project.version };
    const next = (await save(world.office, contentOf('P1', { title: '改过的题目' }), at)).saveProject.project;
    expect(next).toMatchObject({ version: 2, title: '改过的题目' });
    await save(world.office, contentOf('P1'), at).expectCode('STALE_VERSION');
    await discard(world.enterprise, next).expectCode('FORBIDDEN');
    expect((await discard(world.office, next)).discardProject.project).toMatchObject({ removed: true });
    expect(await one(world.office, next.id)).toEqual({
      removed: true,
      timeline: [{ action: 'enter' }, { action: 'edit' }, { action: 'discard' }],
    });
    expect(await one(anonymous, next.id)).toBeNull();
    await save(world.office, contentOf('P1'));
  });

  it('are found by number, names and words; what is not open by the unit and the bureau alone', async () => {
    await save(world.office, contentOf('P2', { open: false, level: 'ENTERPRISE', leader: '100%_人' }));
    for (const reader of [world.office, world.researcher, world.officer])
      expect(await found(reader, { text: 'p2 多孔' })).toEqual(['P2']);
    for (const reader of [anonymous, world.enterprise])
      expect(await found(reader, { text: 'p2' })).toEqual([]);
    expect(await found(world.office, { text: '100%_' })).toEqual(['P2']);
    expect(await found(world.office, { text: '王琳', levels: ['NATIONAL'], mine: true })).toEqual(['P1']);
    expect(await found(world.enterprise, { mine: true })).toEqual([]);
    expect(await found(anonymous, { ownerId: 'nothing' })).toEqual([]);
    const { projects } = await world.app
      .as(world.office)
      .query<{ projects: { facets: object } }>(
        '{ projects { facets { levels { value label count } statuses { value count } } } }',
      );
    expect(projects.facets).toEqual({
      levels: [
        { value: 'NATIONAL', label: '国家级', count: 1 },
        { value: 'ENTERPRISE', label: '横向（企业委托）', count: 1 },
      ],
      statuses: [{ value: 'RUNNING', count: 2 }],
    });
  });

  it('are outputs of the unit’s members whom they name, beside opinions that were signed', async () => {
    const who = await someone('周研石');
    const { id } = await active(who);
    await save(world.office, contentOf('P3', { open: false, leader: '别人', members: ['周研石'] }));
    const review = { id: world.university, version: 2, kind: 'CONTRACT', personId: who.personId } as const;
    await world.app
      .get(ProjectionService)
      .review({ ...review, organiser: '忻州市科学技术局', on: '2026-05-01' });
    // What is told again, and older, counts once.
    await world.app
      .get(ProjectionService)
      .review({ ...review, version: 1, organiser: '旧', on: '2026-04-01' });
    const fields =
      'outputs { projectCount reviewCount projects { number on } reviews { kind organiser on } }';
    const open = { number: 'P1', on: '2024-01-01' };
    expect(await read(anonymous, id, fields)).toEqual({
      outputs: { projectCount: 1, reviewCount: 1, projects: [open], reviews: [] },
    });
    for (const reader of [who, world.officer])
      expect(await read(reader, id, fields)).toEqual({
        outputs: {
          projectCount: 2,
          reviewCount: 1,
          projects: [open, { number: 'P3', on: '2024-01-01' }],
          reviews: [{ kind: 'CONTRACT', organiser: '忻州市科学技术局', on: '2026-05-01' }],
        },
      });
  });

  describe('from a file', () => {
    async function importing(
      content: string,
      actor: Actor = system('import'),
    ): Promise<{ counts: ImportCounts; problems: string[] }> {
      const problems: RowProblem[] = [];
      const importer = world.app.get(ProjectsImport);
      const counts = await importer.run({
        ...{ actor, ownerId: world.university, dryRun: false },
        rows: readerFor(importer, '项目.csv')(Readable.from([Buffer.from(content)])),
        report: (more) => Promise.resolve(void problems.push(...more)),
      });
      return { counts, problems: problems.map(({ row, column, code }) => `${row} ${column} ${code}`) };
    }
    const HEAD = '项目编号,项目名称,级别,状态,负责人,参加人员,立项日期,结束日期,经费（万元）,是否公开\n';
    const row = (number: string, title = '陶粒烧结工艺') =>
      `${number},${title},横向,已结题,李文博,王琳；赵敏,2021/1/1,2023-12-31,120.5,否\n`;

    it('are taken in by number, named row by row where they are wrong, and taken in again without a change', async () => {
      const file = `${HEAD}${row('F1')}${row('F2').replace('2023-12-31', '')}${row('F3').replace('横向', '宇宙级')}${row('F1')}`;
      const first = await importing(file);
      expect(first.counts).toEqual({ processed: 4, created: 1, updated: 0, unchanged: 0, failed: 3 });
      expect(first.problems).toEqual([
        '3 结束日期 PROJECT.DAYS',
        '4 级别 IMPORT.BAD_CELL',
        '5 项目编号 PROJECT.TWICE_IN_FILE',
      ]);
      expect((await importing(HEAD + row('F1'))).counts).toMatchObject({ unchanged: 1 });
      expect((await importing(HEAD + row('F1', '改正后的题目'))).counts).toMatchObject({ updated: 1 });
      expect(await found(world.office, { text: '改正后的题目 赵敏', levels: ['ENTERPRISE'] })).toEqual([
        'F1',
      ]);
      expect(await found(anonymous, { text: '改正后的题目' })).toEqual([]);
    });

    it('never overwrite what people recorded, are refused to strangers, and need a header', async () => {
      await save(world.office, contentOf('F9'));
      expect((await importing(HEAD + row('F9'))).problems).toEqual(['2  PROJECT.CHANGED_BY_HAND']);
      expect((await importing(HEAD + row('F8'), world.enterprise)).problems).toEqual(['2  FORBIDDEN']);
      await expect(importing('甲,乙\n1,2\n')).rejects.toMatchObject({ code: 'PROJECT.NO_COLUMNS' });
    });
  });
});
