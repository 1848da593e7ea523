import { AsyncLocalStorage } from 'node:async_hooks';
import { anonymous } from '@jihui/kernel';
import { and, Db, sql, type Sql } from '@jihui/platform';
import { aStage, type Stage } from './listings.factory.js';
import { ListingSearchStore } from '../src/store/listing-search.store.js';
import { ResultsQueries } from '../src/results.queries.js';
import { pageArgs } from '@jihui/platform';

const ROWS = 8_000;
describe('plans', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await aStage();
    await stage.db.query(sql`
    insert into listings.result (id, version, code, state, owner_id, created_by, scope_code, division_code, title, summary,
      visibility, cluster, tech_field, trl, keywords, cooperation_modes, price_mode, state_since, published_at, expires_on, body,
      submitted_at, created_at, updated_at)
    select gen_random_uuid(), 1, 'P' || n, case when n % 50 = 0 then 'BUREAU_REVIEW' else 'ONLINE' end, ${stage.university}, 'x',
      '140902', '140902', '成果 ' || n, '摘要', 'PUBLIC', '8-' || (n % 8 + 1), lpad((n % 11 + 1)::text, 2, '0'), n % 9 + 1, '{}', '{TRANSFER}',
      'NEGOTIABLE', now(), now() - n * interval '1 minute', current_date + 365, '{"ipRights":[]}', now(), now(), now() - n * interval '1 minute'
    from generate_series(1, ${ROWS}::int) as n`);
    await stage.db.query(sql`
    insert into listings.search (id, kind, listed, published_at, owner_id, owner_kind, division_code, cluster, tech_field, cooperation_modes,
      trl, trl_band, price_mode, wants_challenge, quality, needed_by)
    select id, 'RESULT', true, published_at, owner_id, 'UNIVERSITY', division_code, cluster, tech_field, cooperation_modes, trl, 'LAB', price_mode,
      false, 0, '9999-12-31'
    from listings.result where state = 'ONLINE'`);
    await stage.db.query(sql`
    insert into platform.search_document
    select 'result', id, 0, true, owner_id, '{anyone}', '{}', jsonb_build_object('clusters', cluster), '{}', code, (
        select string_agg(format('词%s:%sC', (hashtext(code || k) % 4000), k), ' ') from generate_series(1, 100) as k)::tsvector
    from listings.result where state = 'ONLINE'`);
    await stage.db.query(sql`vacuum analyze platform.search_document`);
    await stage.db.query(sql`vacuum analyze listings.result`);
    await stage.db.query(sql`vacuum analyze listings.search`);
  }, 120_000);
  afterAll(() => stage?.app.close());

  interface Plan {
    'Node Type': string;
    'Relation Name'?: string;
    'Index Name'?: string;
    'Actual Rows': number;
    'Actual Loops': number;
    Plans?: Plan[];
  }
  const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

  /** Where the statements of a read are kept: what the relay asks meanwhile is none of them. */
  const reading = new AsyncLocalStorage<Sql[]>();

  /** The plans of the statements that a read makes. */
  async function plansOf(read: () => Promise<unknown>): Promise<Plan[][]> {
    const db = stage.app.get(Db);
    const query = db.query.bind(db);
    const statements: Sql[] = [];
    db.query = <R>(statement: Sql) => {
      reading.getStore()?.push(statement);
      return query<R>(statement);
    };
    await reading.run(statements, read);
    db.query = query;
    const plans: Plan[][] = [];
    for (const statement of statements) {
      const [row] = await query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
        sql`explain (analyze, format json) ${statement}`,
      );
      plans.push(nodes(row!['QUERY PLAN'][0]!.Plan));
    }
    return plans;
  }
  const list = (args: object) => () =>
    stage.app.get(ResultsQueries).list(anonymous, { whole: false, ...args }, pageArgs({ first: 20 }));
  const scanned = (plan: Plan[], type: string): string[] =>
    plan.filter((node) => node['Node Type'] === type).map((node) => node['Relation Name'] ?? '');
  const rowsRead = (plan: Plan[]): number =>
    Math.max(
      ...plan
        .filter((node) => node['Relation Name'] !== undefined)
        .map((node) => node['Actual Rows'] * node['Actual Loops']),
    );

  describe('the hot lists read by index, and no more than they show', () => {
    it.each([
      ['newest', {}],
      ['by cluster', { filter: { clusters: ['8-3'] } }],
      ['by field', { filter: { techFields: ['05'] } }],
      ['by maturity', { sort: 'MATURITY' }],
    ])('%s', async (_, args) => {
      const [plan = []] = await plansOf(list(args));
      expect(scanned(plan, 'Seq Scan').filter((table) => table !== 'organisation')).toEqual([]);
      expect(rowsRead(plan)).toBeLessThan(200);
      expect(plan.some((node) => node['Node Type'] === 'Sort')).toBe(false);
    });

    const indexes = (plans: Plan[][]): (string | undefined)[] =>
      plans.flat().map((node) => node['Index Name']);

    it('by words: the text index, then the page alone', async () => {
      const plans = await plansOf(list({ text: '词7 ' }));
      const page = plans.at(-1) ?? [];
      expect(indexes(plans)).toContain('search_document_words');
      expect(
        scanned(plans.flat(), 'Seq Scan').filter((table) => table.startsWith('search_document')),
      ).toEqual([]);
      expect(
        page
          .filter((node) => node['Relation Name'] === 'result')
          .every((node) => node['Actual Rows'] * node['Actual Loops'] <= 100),
      ).toBe(true);
    });

    it('by number: the trigram index', async () => {
      expect(indexes(await plansOf(list({ text: 'P1234 ' })))).toContain('search_document_numbers');
    });

    it('counts and facets: the narrow table alone', async () => {
      const search = stage.app.get(ListingSearchStore);
      const facet = { name: 'clusters', column: 'cluster', condition: null };
      const ask = { kind: 'RESULT' as const, facets: [facet], others: [] };
      const [count = []] = await plansOf(() => search.count(ask));
      const [facets = []] = await plansOf(() => search.facets(ask));
      for (const plan of [count, facets])
        expect(plan.flatMap((node) => node['Relation Name'] ?? [])).toEqual(['search']);
    });

    it('the review queue and one’s own list', async () => {
      const waiting = sql`select id from listings.result l where l.state in ('UNIT_REVIEW', 'BUREAU_REVIEW') and ${and([sql`l.scope_code like '1409%'`])} order by state_since, id limit 20`;
      const [queue = []] = await plansOf(() => stage.app.get(Db).query(waiting));
      expect(queue.map((node) => node['Index Name'])).toContain('result_review');
      const [own = []] = await plansOf(() =>
        stage.app.get(ResultsQueries).mine(stage.researcher, { whole: false }, pageArgs({ first: 20 })),
      );
      expect(scanned(own, 'Seq Scan').filter((table) => table === 'result')).toEqual([]);
      expect(rowsRead(own)).toBeLessThan(200);
    });
  });
});
