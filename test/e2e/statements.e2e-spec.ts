import { isRequiredArgument, type GraphQLObjectType } from 'graphql';
import type { GraphClient } from '@jihui/testing';
import { makeBusy, type Busy } from './busy-city.js';
import { demoCity, demoOrganisation, demoPeople, type DemoCity } from './city.js';
import { countsOf, grown } from './statement-counter.js';
import {
  everything,
  fieldsOf,
  isConnection,
  isPlain,
  nodeOf,
  queries,
  queryOf,
  schema,
  targetOf,
  type Field,
} from './walk.js';

/** As many as a page shows, in the full run; fewer, which show growth as well, where everybody waits for it. */
const COUNT = process.env['JIHUI_FULL'] === '1' ? 50 : 6;

let city: DemoCity;
let busy: Busy;

beforeAll(async () => {
  city = await demoCity();
  busy = await makeBusy(city, COUNT);
}, 900_000);
afterAll(async () => {
  await city?.close();
});

/** What a list of one thing's parts needs to be told. */
function argumentsOf(field: Field): Record<string, string | number> {
  const { agency, broker, deal, patent, need, result, queryId, year } = busy;
  switch (field.name) {
    case 'members':
    case 'authorisationLetters':
      return { organisationId: demoOrganisation('university').id };
    case 'matchesForNeed':
      return { needId: need };
    case 'matchesForResult':
      return { resultId: result };
    case 'brokerCases':
      return { brokerId: broker, figure: 'INTRODUCTIONS' };
    case 'licensableContracts':
      return { patentId: patent };
    case 'agencyCases':
      return { agencyId: agency, figure: 'INTRODUCTIONS' };
    case 'brokerRatings':
      return { brokerId: broker };
    case 'registeredContractsRows':
      return { queryId };
    case 'annualReportRecords':
      return {
        organisationId: demoOrganisation('university').id,
        year,
        figure: 'conversion.all.count',
      };
    case 'annualReportStandings':
      return { year };
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

interface Page {
  readonly edges: readonly { readonly cursor: string }[];
}

interface Reading {
  readonly reader: GraphClient;
  /** Of the rows that this reader sees. */
  readonly cursors: readonly string[];
}

/** Whoever of the city's people sees most of a list. */
async function bestReading(cursorsOf: (reader: GraphClient) => Promise<readonly string[]>): Promise<Reading> {
  let best: Reading = { reader: city.client(), cursors: [] };
  for (const reader of readers()) {
    const cursors = await cursorsOf(reader);
    if (cursors.length > best.cursors.length) best = { reader, cursors };
  }
  return best;
}

type Ask = (first: number, after: string | null) => Promise<ReadonlyMap<string, number>>;

let times = 0;
/** In words of its own: what a visitor asks in the same words again is answered from memory. */
const anew = (document: string): string => `${document}\n#${(times += 1)}`;

const asking =
  ({ reader }: Reading, document: string): Ask =>
  (first, after) =>
    countsOf(city, async () => {
      const { data, errors } = await reader.query(anew(document), { first, after, rows: 2 }).answer();
      if (data === null) throw new Error(`nothing was answered: ${JSON.stringify(errors)}`);
    });

/** What many rows ask more often than the first of them; asked once more where a cold cache may be the reason. */
async function grownFromFirst(ask: Ask) {
  const many = await ask(COUNT, null);
  const first = await ask(1, null);
  return grown(first, many).length === 0 ? [] : grown(first, await ask(COUNT, null));
}

/**
 * What many rows ask more often than each single one of them. The first row may have no need of what the others have,
 * so what the many ask and the first does not is looked for in the others, one by one.
 */
async function grownFromAny({ cursors }: Reading, ask: Ask) {
  const single = new Map(await ask(1, null));
  const many = await ask(COUNT, null);
  for (const after of cursors.slice(0, COUNT - 1)) {
    if (grown(single, many).length === 0) break;
    for (const [statement, count] of await ask(1, after))
      single.set(statement, Math.max(count, single.get(statement) ?? 0));
  }
  return grown(single, many);
}

/**
 * What grows over everything that can be asked of a row, relations followed two deep. First all of it in as few
 * documents as can be. There a thing may be reached by two ways, by one after the other where the rows differ and from
 * memory where there is but one; so where a document asks more, its relations are asked for one by one, and decide.
 */
async function growth(
  reading: Reading,
  node: GraphQLObjectType,
  documentOf: (selection: string) => string,
): Promise<object[]> {
  const growing: object[] = [];
  for (const { text, parts } of everything(node, 2)) {
    const whole = asking(reading, documentOf(text));
    if ((await grownFromFirst(whole)).length === 0) continue;
    if ((await grownFromAny(reading, whole)).length === 0) continue;
    for (const part of parts) {
      const ask = asking(reading, documentOf(part));
      if ((await grownFromFirst(ask)).length === 0) continue;
      const more = await grownFromAny(reading, ask);
      growing.push(...more.map((statement) => ({ selection: part, ...statement })));
    }
  }
  return growing;
}

/** For every list: each statement as often for one row as for many, relations followed two deep. */
const lists = queries.filter(isConnection);
describe.each(lists.map((field) => [field.name, field] as const))('%s', (name, field) => {
  it('asks the database no more for many rows than for one', async () => {
    const documentOf = (inner: string): string => queryOf(field, argumentsOf(field), inner);
    const cursorsOf = async (reader: GraphClient): Promise<readonly string[]> => {
      const document = anew(documentOf('__typename'));
      const asked = reader.query<Record<string, Page | null>>(document, { first: COUNT });
      return (await asked.answer()).data?.[name]?.edges.map(({ cursor }) => cursor) ?? [];
    };
    const reading = await bestReading(cursorsOf);
    expect(reading.cursors.length).toBeGreaterThanOrEqual(COUNT);
    expect((await countsOf(city, () => cursorsOf(reading.reader))).size).toBeGreaterThan(0);
    expect(await growth(reading, nodeOf(field), documentOf)).toEqual([]);
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
      expect.arrayContaining([
        'Expert.needMatches',
        'ImportRun.problems',
        'Need.expertMatches',
        'Need.matches',
        'Need.patentMatches',
        'Patent.needMatches',
        'Result.matches',
      ]),
    );
  });

  it.each(nested)(
    '%s asks the database no more for many rows than for one',
    async (_, root, field) => {
      const { result, need, expert, patent, importRun, ruleReplay } = busy;
      const id = { result, need, expert, patent, importRun, ruleReplay }[root.name];
      if (id === undefined) throw new Error(`say which ${root.name} to ask`);
      const documentOf = (inner: string): string =>
        queryOf(root, { id }, queryOf(field, {}, inner).replace(/^query [^{]*\{ | \}$/g, ''));
      const reading = await bestReading(async (reader) => {
        const asked = reader.query<Record<string, Record<string, Page | null> | null>>(
          documentOf('__typename'),
          { first: COUNT },
        );
        return (
          (await asked.answer()).data?.[root.name]?.[field.name]?.edges.map(({ cursor }) => cursor) ?? []
        );
      });
      expect(reading.cursors.length).toBeGreaterThanOrEqual(COUNT);
      expect(await growth(reading, nodeOf(field), documentOf)).toEqual([]);
    },
    120_000,
  );
});
