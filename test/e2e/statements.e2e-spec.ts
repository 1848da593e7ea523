import { isRequiredArgument } from 'graphql';
import type { GraphClient } from '@jihui/testing';
import { makeBusy, type Busy } from './busy-city.js';
import { demoCity, demoOrganisation, demoPeople, type DemoCity } from './city.js';
import { grown, StatementCounter } from './statement-counter.js';
import {
  fieldsOf,
  isConnection,
  isPlain,
  leaves,
  nodeOf,
  queries,
  queryOf,
  relations,
  schema,
  targetOf,
  type Field,
} from './walk.js';

/** Fifty in the full run; fewer, which show growth as well, where everybody waits for it. */
const COUNT = process.env['JIHUI_FULL'] === '1' ? 50 : 6;

let city: DemoCity;
let busy: Busy;
let counter: StatementCounter;

beforeAll(async () => {
  city = await demoCity();
  busy = await makeBusy(city, COUNT);
  counter = new StatementCounter(city);
}, 900_000);
afterAll(async () => {
  counter?.stop();
  await city?.close();
});

/** The demo's contracts are registered in it. */
const YEAR = new Date().getFullYear();

/** What a list of one thing's parts needs to be told. */
function argumentsOf(field: Field): Record<string, string | number> {
  const { deal, need, result, queryId } = busy;
  switch (field.name) {
    case 'members':
    case 'authorisationLetters':
      return { organisationId: demoOrganisation('university').id };
    case 'matchesForNeed':
      return { needId: need };
    case 'matchesForResult':
      return { resultId: result };
    case 'registeredContractsRows':
      return { queryId };
    case 'annualReportRecords':
      return {
        organisationId: demoOrganisation('university').id,
        year: YEAR,
        figure: 'conversion.all.count',
      };
    case 'annualReportStandings':
      return { year: YEAR };
    default:
      break;
  }
  const required = field.args.filter(isRequiredArgument).map(({ name }) => name);
  if (required.length === 0) return {};
  if (required.length === 1 && required[0] === 'dealId') return { dealId: deal };
  throw new Error(`argumentsOf: say what to ask ${field.name} for`);
}

/** Everybody who may see some of a list; the anonymous visitor first. */
const readers = (): GraphClient[] => [city.client(), ...demoPeople.map(({ key }) => city.who(key))];

/** Lists that hold fewer than what is made, since half of it goes on to the next list or nothing makes them so many. */
const HALF = Math.floor(COUNT / 2);
const SMALLER: Readonly<Record<string, number>> = {
  registeredContractsRows: HALF,
  registrationQueue: HALF,
  handlingCases: HALF,
  lawParameters: 6,
  people: 6,
  // Not filled by this city: what they hold is asked for, however little it is.
  annualReportRecords: 0,
  annualReportStandings: 1,
  calculations: 0,
  ratingRows: 0,
  contractProceedings: 0,
  exchangeBatches: 0,
  rewards: 0,
  statisticsClosings: 0,
  taxNotices: 0,
};

interface Page {
  readonly edges: readonly unknown[];
}

async function rowsSeen(reader: GraphClient, field: Field): Promise<number> {
  const document = queryOf(field, argumentsOf(field), '__typename');
  const { data } = await reader.query<Record<string, Page | null>>(document, { first: COUNT }).answer();
  return data?.[field.name]?.edges.length ?? 0;
}

/** Whoever of the city's people sees most of the list. */
async function bestReader(field: Field): Promise<{ reader: GraphClient; rows: number }> {
  let best = { reader: city.client(), rows: 0 };
  for (const reader of readers()) {
    const rows = await rowsSeen(reader, field);
    if (rows > best.rows) best = { reader, rows };
  }
  return best;
}

/** What grows with the rows asked for, over every selection. */
async function growth(
  reader: GraphClient,
  selections: readonly string[],
  documentOf: (selection: string) => string,
): Promise<object[]> {
  const growing: object[] = [];
  for (const selection of selections) {
    const document = documentOf(selection);
    const ask = (first: number) => () => reader.query(document, { first, rows: 2 }).answer();
    // Once before, so that neither finds a cold cache.
    await ask(1)();
    const one = await counter.during(ask(1));
    const many = await counter.during(ask(COUNT));
    growing.push(...grown(one, many).map((statement) => ({ selection, ...statement })));
  }
  return growing;
}

/** For every list: each statement as often for one row as for many, relations followed two deep. */
const lists = queries.filter(isConnection);
describe.each(lists.map((field) => [field.name, field] as const))('%s', (name, field) => {
  it('asks the database no more for many rows than for one', async () => {
    const { reader, rows } = await bestReader(field);
    expect(rows).toBeGreaterThanOrEqual(SMALLER[name] ?? COUNT);
    const node = nodeOf(field);
    const selections = [leaves(node), ...relations(node, 2)];
    if (rows > 0) expect((await counter.during(() => rowsSeen(reader, field))).size).toBeGreaterThan(0);
    expect(await growth(reader, selections, (one) => queryOf(field, argumentsOf(field), one))).toEqual([]);
  }, 240_000);
});

/** Lists that stand on a thing: asked of the thing itself. */
const nested = Object.values(schema.getTypeMap()).flatMap((type) => {
  const root = queries.find((field) => targetOf(field) === type && !isConnection(field));
  if (root === undefined || type.name === 'Query') return [];
  return fieldsOf(targetOf(root))
    .filter((field) => isConnection(field) && isPlain(field))
    .map((field) => [`${type.name}.${field.name}`, root, field] as const);
});
describe('a list on a thing', () => {
  it('is found on these', () => {
    expect(nested.map(([name]) => name).sort()).toEqual(
      expect.arrayContaining(['ImportRun.problems', 'Need.matches', 'Result.matches']),
    );
  });

  it.each(nested)(
    '%s asks the database no more for many rows than for one',
    async (_, root, field) => {
      const id = { result: busy.result, need: busy.need, importRun: busy.importRun }[root.name];
      if (id === undefined) throw new Error(`say which ${root.name} to ask`);
      const node = nodeOf(field);
      const selections = [leaves(node), ...relations(node, 1)];
      const documentOf = (inner: string): string =>
        queryOf(root, { id }, queryOf(field, {}, inner).replace(/^query [^{]*\{ | \}$/g, ''));
      let most = { reader: city.client(), rows: 0 };
      for (const reader of readers()) {
        const { data } = await reader
          .query<Record<string, Record<string, Page | null> | null>>(documentOf('__typename'), {
            first: COUNT,
          })
          .answer();
        const rows = data?.[root.name]?.[field.name]?.edges.length ?? 0;
        if (rows > most.rows) most = { reader, rows };
      }
      expect(most.rows).toBeGreaterThanOrEqual(COUNT);
      expect(await growth(most.reader, selections, documentOf)).toEqual([]);
    },
    120_000,
  );
});
