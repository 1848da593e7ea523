import { AsyncLocalStorage } from 'node:async_hooks';
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import pg from 'pg';
import type { GraphClient } from '@jihui/testing';
import { makeBusy } from './busy-city.js';
import { demoCity, demoOrganisation, demoPeople, type DemoCity } from './city.js';

const COUNT = 50;
const schema = buildSchema(readFileSync('schema/all.graphql', 'utf8'), { assumeValid: true });

let city: DemoCity;
let deal: string;
let need: string;
let result: string;
let queryId: string;
let statements: string[] = [];

/** Set while a request is handled: what relay, workers and timers ask meanwhile is not the request's. */
const handling = new AsyncLocalStorage<true>();

/** Counts what is asked of the database on behalf of a request. */
function countStatements(): void {
  const server = city.app.getHttpServer() as { emit: (event: string, ...words: unknown[]) => boolean };
  const emit = server.emit.bind(server);
  server.emit = (event, ...words) =>
    event === 'request' ? handling.run(true, () => emit(event, ...words)) : emit(event, ...words);
  const ask = pg.Client.prototype.query as (this: unknown, ...words: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: unknown, ...words: unknown[]) {
    const [config] = words;
    const text = typeof config === 'string' ? config : (config as { text?: string } | undefined)?.text;
    if (handling.getStore() === true) statements.push(text ?? '');
    return ask.apply(this, words);
  } as never;
}

beforeAll(async () => {
  city = await demoCity();
  const { deals } = await makeBusy(city, COUNT);
  deal = deals[0]?.id ?? '';
  const found = await city
    .who('enterprise')
    .query<{ deal: { need: { id: string }; result: { id: string } } }>(
      'query ($id: ID!) { deal(id: $id) { need { id } result { id } } }',
      { id: deal },
    );
  need = found.deal.need.id;
  result = found.deal.result.id;
  const figures = await city
    .who('registrar1')
    .query<{ registeredContractsStatistics: { queryId: string } }>(
      '{ registeredContractsStatistics { queryId } }',
    );
  queryId = figures.registeredContractsStatistics.queryId;
  countStatements();
}, 600_000);
afterAll(() => city?.close());

const isConnection = (field: GraphQLField<unknown, unknown>): boolean =>
  getNamedType(field.type).name.endsWith('Connection');
const connections = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(isConnection);

/** What a list of one thing's parts needs to be told. */
const argumentsOf = (name: string): Record<string, string> => {
  switch (name) {
    case 'members':
    case 'authorisationLetters':
      return { organisationId: demoOrganisation('university').id };
    case 'matchesForNeed':
      return { needId: need };
    case 'matchesForResult':
      return { resultId: result };
    case 'registeredContractsRows':
      return { queryId };
    default:
      return name.startsWith('deal') && name !== 'deals' ? { dealId: deal } : {};
  }
};

const nodeOf = (field: GraphQLField<unknown, unknown>): GraphQLObjectType => {
  const connection = getNamedType(field.type) as GraphQLObjectType;
  const edge = getNamedType(connection.getFields()['edges']?.type as never) as unknown as GraphQLObjectType;
  return getNamedType(edge.getFields()['node']?.type as never) as unknown as GraphQLObjectType;
};

const plain = (field: GraphQLField<unknown, unknown>): boolean => !field.args.some(isRequiredArgument);
const leaves = (type: GraphQLObjectType): string =>
  Object.values(type.getFields())
    .filter((field) => plain(field) && isLeafType(getNamedType(field.type)))
    .map((field) => field.name)
    .join(' ');

/** Each relation of the type, as a selection; connections are asked for two rows. */
function relations(type: GraphQLObjectType, depth: number): string[] {
  if (depth === 0) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const target = getNamedType(field.type);
    if (!plain(field) || !isObjectType(target)) return [];
    if (isConnection(field)) {
      const node = nodeOf(field);
      const inner = [leaves(node), ...relations(node, depth - 1)];
      return inner.map((selection) => `${field.name}(first: 2) { edges { node { ${selection} } } }`);
    }
    const own = leaves(target);
    return [own === '' ? '__typename' : own, ...relations(target, depth - 1)].map(
      (selection) => `${field.name} { ${selection} }`,
    );
  });
}

interface Page {
  readonly edges: readonly unknown[];
}

async function ask(
  client: GraphClient,
  field: GraphQLField<unknown, unknown>,
  first: number,
  selection: string,
): Promise<[number, string[]]> {
  const words = Object.entries(argumentsOf(field.name)).map(
    ([name, value]) => `${name}: ${JSON.stringify(value)}, `,
  );
  statements = [];
  const { data, errors } = await client
    .query<Record<string, Page | null>>(
      `{ ${field.name}(${words.join('')}first: ${first}) { edges { node { ${selection} } } } }`,
    )
    .answer();
  if (errors !== undefined && data?.[field.name] == null) return [0, errors.map((error) => error.message)];
  return [data?.[field.name]?.edges.length ?? 0, statements];
}

/** Whoever of the city's people sees most of the list. */
async function bestReader(field: GraphQLField<unknown, unknown>): Promise<[GraphClient, number]> {
  let best: [GraphClient, number] = [city.client(), 0];
  for (const client of [city.client(), ...demoPeople.map(({ key }) => city.who(key))]) {
    const [rows] = await ask(client, field, COUNT, '__typename');
    if (rows > best[1]) best = [client, rows];
  }
  return best;
}

/** Lists that the busy city does not fill to the brim, with the least that they must hold for the comparison to mean something. */
const SMALLER: Readonly<Record<string, number>> = {
  authorisationLetters: 0,
  bypassAlerts: 0,
  contractProceedings: 0,
  taxNotices: 0,
  importRuns: 0,
  pendingOrganisations: 0,
  people: 5,
  organisations: 5,
  listingsToReview: 0,
  registrationQueue: 0,
  statisticsClosings: 0,
  calculations: 0,
  dealContacts: 1,
  dealFiles: 1,
};

/** For every connection: as many SQL statements for one row as for fifty, relations followed two deep. */
describe.each(connections.map((field) => [field.name, field] as const))('%s', (name, field) => {
  it('needs no more statements for many rows than for one', async () => {
    const [reader, rows] = await bestReader(field);
    expect(rows).toBeGreaterThanOrEqual(SMALLER[name] ?? COUNT);
    const node = nodeOf(field);
    const growing: string[] = [];
    for (const selection of [leaves(node), ...relations(node, 2)]) {
      // Once before, so that neither finds a cold cache.
      await ask(reader, field, 1, selection);
      const [, one] = await ask(reader, field, 1, selection);
      const [, many] = await ask(reader, field, COUNT, selection);
      if (many.length > one.length) growing.push(`${one.length} → ${many.length}: ${selection}`);
    }
    expect(growing).toEqual([]);
  }, 120_000);
});
