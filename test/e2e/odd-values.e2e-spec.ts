import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import request from 'supertest';
import { anonymous } from '@jihui/kernel';
import { uuidv7 } from '@jihui/platform';
import type { GraphClient } from '@jihui/testing';
import { demoCity, demoOrganisation, type DemoCity } from './city.js';
import { everything, isConnection, leaves, nodeOf, queries, targetOf, type Field } from './walk.js';

let city: DemoCity;
beforeAll(async () => {
  city = await demoCity();
}, 180_000);
afterAll(() => city?.close());

const INTS = [-2_147_483_648, -1, 0, 1, 10_000, 2_147_483_647];
const DAYS = ['0001-01-01', '9999-12-31', '2024-02-29', '2023-02-29', '2026-13-45', 'NaN', ''];
const cursor = (...keys: unknown[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** What a number, a day, a month, an id and a place in a list can be that nobody means. */
const ODD: Readonly<Record<string, readonly unknown[]>> = {
  Int: INTS,
  Float: [-1, 0, 1e308, 2_147_483_648],
  Fen: [-1, 0, Number.MAX_SAFE_INTEGER, 1e21],
  Date: DAYS,
  DateTime: ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '+275760-09-13T00:00:00Z', 'NaN'],
  ID: ['', 'abc', uuidv7()],
  month: ['0000-01', '0001-01', '9999-12', '2026-00', '2026-13', '-001-01', 'NaN', ''],
  size: [-1, 0, 2_147_483_647],
  cursor: [
    'NaN',
    ...['-1', '99999999999999999999'].flatMap((key) =>
      [1, 2, 3].map((length) => cursor(...Array<string>(length).fill(key))),
    ),
  ],
};
/** Where a page begins and how long it is: one mechanism for all lists, tried by one reader. */
const PAGING = ['size', 'cursor'];

const MONTH = /month$|decidedIn/i;

/** By which row of {@link ODD} the values of the input are made; undefined for words, choices and the like. */
function kindOf(name: string, type: GraphQLInputType): string | undefined {
  if (name === 'first' || name === 'last') return 'size';
  const scalar = getNamedType(type).name;
  if (scalar !== 'String') return scalar in ODD ? scalar : undefined;
  if (name === 'after' || name === 'before') return 'cursor';
  return MONTH.test(name) ? 'month' : undefined;
}

interface Place {
  /** Of the argument, and in its filter. */
  readonly path: readonly string[];
  readonly kind: string;
  readonly isList: boolean;
}

const listed = (type: GraphQLInputType): boolean =>
  isNonNullType(type) ? listed(type.ofType) : isListType(type);

function placesOf(one: GraphQLArgument | GraphQLInputField, before: readonly string[] = []): Place[] {
  const path = [...before, one.name];
  const type = getNamedType(one.type);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap((field) => placesOf(field, path));
  const kind = kindOf(one.name, one.type);
  return kind === undefined ? [] : [{ path, kind, isList: listed(one.type) }];
}

/** What a query cannot do without, so that what is tried is looked at. */
const NEEDED: Readonly<Record<string, unknown>> = {
  organisationId: demoOrganisation('university').id,
  year: 2026,
  figure: 'deal.count',
  calculator: 'stamp-duty',
  inputs: {},
  from: '2026-01-01',
  to: '2026-12-31',
};

function plain({ name, type }: GraphQLArgument): unknown {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (name in NEEDED) return NEEDED[name];
  return named.name === 'ID' ? uuidv7() : 'x';
}

function withValue(field: Field, { path, isList }: Place, value: unknown): Record<string, unknown> {
  const given = Object.fromEntries(
    field.args.filter(isRequiredArgument).map((one) => [one.name, plain(one)]),
  );
  const [argument = '', ...inner] = path;
  const leaf = isList ? [value] : value;
  return {
    ...given,
    // A step has to be named before its month is asked for.
    [argument]: inner.reduceRight<unknown>(
      (held, name) => ({ ...(name === 'month' && field.name === 'handlingCases' && STEP), [name]: held }),
      leaf,
    ),
  };
}
const STEP = { step: 'TOTAL' };

/** All that the field says by itself and one relation further, with what is counted. */
function documentOf(field: Field, given: Readonly<Record<string, unknown>>): string {
  const target = targetOf(field);
  const node = isConnection(field) ? nodeOf(field) : target;
  const inner = node === undefined ? '' : (everything(node, 1)[0]?.text ?? leaves(node));
  const selection = isConnection(field)
    ? `{ totalCount edges { cursor node { ${inner} } } }`
    : inner && `{ ${inner} }`;
  const used = field.args.filter(({ name }) => name in given);
  const variables = used.map(({ name, type }) => `$${name}: ${String(type)}`);
  if (inner.includes('$rows')) variables.push('$rows: Int');
  const words = used.map(({ name }) => `${name}: $${name}`);
  return `query (${variables.join(', ')}) { ${field.name}(${words.join(', ')}) ${selection} }`;
}

const readersOf = ({ kind }: Place): GraphClient[] =>
  PAGING.includes(kind)
    ? [city.who('registrar1')]
    : [city.as(anonymous), ...['transferOfficer', 'registrar1', 'admin'].map((key) => city.who(key))];

/** Codes that speak of a defect of ours, or of a wrong question of this test. */
const BROKEN = /^(?:undefined|INTERNAL_SERVER_ERROR|GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED)/;

async function tell(client: GraphClient, document: string, variables: Record<string, unknown>) {
  const { errors } = await client.query(document, variables).answer();
  const told = (errors ?? []).map(({ message, extensions }) => `${extensions.code} ${message}`);
  return told.filter((one) => BROKEN.test(one)).map((one) => `${JSON.stringify(variables)}: ${one}`);
}

const places = queries.flatMap((field) =>
  field.args
    .flatMap((argument) => placesOf(argument))
    .map((place) => [`${field.name}.${place.path.join('.')}`, field, place] as const),
);

describe('a query that is asked for what nobody means', () => {
  it('is tried at every number, day, month, id and cursor of the schema', () => {
    const names = places.map(([name]) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'rewards.filter.year',
        'holidayYear.year',
        'contracts.filter.signedFrom',
        'handlingCases.filter.month',
        'patents.filter.feeDueWithin',
        'registeredContractsStatistics.fromMonth',
        'notifications.after',
      ]),
    );
  });

  it.each(places)('%s: answers, or refuses with a typed code', async (_, field, place) => {
    const broken: string[] = [];
    for (const value of ODD[place.kind] ?? []) {
      const given = withValue(field, place, value);
      for (const reader of readersOf(place))
        broken.push(...(await tell(reader, documentOf(field, given), { ...given, rows: 3 })));
    }
    expect(broken.slice(0, 5)).toEqual([]);
  });
});

interface CalculatorField {
  readonly name: string;
  readonly kind: string;
  readonly choices: readonly { readonly code: string }[];
  readonly fields?: readonly CalculatorField[];
}

/** Of each kind, what somebody may send who writes no form; the last is of no kind at all. */
const ENTERED: Readonly<Record<string, readonly unknown[]>> = {
  MONEY: [-1, 0, 1.5, Number.MAX_SAFE_INTEGER, 1e308, 'NaN', null],
  COUNT: [...INTS, 1e308, 0.1, 'NaN', null],
  PERCENT: [-1, 0, 10_000, 2_147_483_647, 'NaN', null],
  DAY: [...DAYS, '+275760-09-13', 20_261_123, null],
  CHOICE: ['', 'abc', 1, null],
  YES_NO: ['true', 0, null],
  TEXT: ['', 1, null],
};

describe('a calculation from odd values', () => {
  const FIELD = 'name kind choices { code }';

  it('answers, or refuses with a typed code, for each of its fields', async () => {
    const { calculators } = await city.client().query<{
      calculators: readonly { readonly id: string; readonly fields: readonly CalculatorField[] }[];
    }>(`{ calculators { id fields { ${FIELD} fields { ${FIELD} } } } }`);
    expect(calculators.length).toBeGreaterThan(5);
    const broken: string[] = [];
    const ask = async (calculator: string, inputs: object, on = '2026-11-23') =>
      broken.push(...(await tell(city.client(), CALCULATE, { calculator, inputs, on })));
    for (const { id, fields } of calculators) {
      const sensible = Object.fromEntries(fields.map(likely));
      for (const on of ['0001-01-01', '9999-12-31']) await ask(id, sensible, on);
      for (const field of fields)
        for (const value of [...oddOf(field), { a: 1 }, [[]]])
          await ask(id, { ...sensible, [field.name]: value });
    }
    expect(broken.slice(0, 5)).toEqual([]);
  });

  const CALCULATE =
    'query ($calculator: ID!, $inputs: JSON!, $on: Date) { calculate(calculator: $calculator, inputs: $inputs, on: $on) { outcome { verdict headline } } }';

  const SENSIBLE: Readonly<Record<string, unknown>> = {
    MONEY: 12_345_600,
    COUNT: 5,
    PERCENT: 6_000,
    DAY: '2026-03-01',
    YES_NO: true,
    TEXT: '甲',
  };

  function likely(field: CalculatorField): [string, unknown] {
    const { name, kind, choices, fields = [] } = field;
    if (kind === 'ROWS') return [name, [Object.fromEntries(fields.map(likely))]];
    return [name, kind === 'CHOICE' ? choices[0]?.code : SENSIBLE[kind]];
  }

  function oddOf({ kind, fields = [] }: CalculatorField): unknown[] {
    if (kind !== 'ROWS') return [...(ENTERED[kind] ?? [])];
    const row = Object.fromEntries(fields.map(likely));
    const rows = fields.flatMap((field) => oddOf(field).map((value) => [{ ...row, [field.name]: value }]));
    return [[], null, 'abc', [null], ...rows];
  }
});

/** The same by their address, where all that is asked for is text. */
describe('a file', () => {
  const months = ODD['month'] as readonly string[];
  const years = ['0000', '0001', '9999', '-1', '2147483647', 'NaN'];
  const paths = [
    ...months.flatMap((month) => [
      `/files/contracts/exports/statistics.csv?fromMonth=${month}`,
      `/files/contracts/exports/statistics.csv?fromMonth=${month}&toMonth=${month}`,
      `/files/contracts/exports/statistics.csv?fromMonth=${month}&fromMonth=2026-01`,
    ]),
    ...years.flatMap((year) =>
      ['csv', 'json', 'xlsx'].map(
        (format) => `/files/contracts/annual-reports/${demoOrganisation('university').id}/${year}.${format}`,
      ),
    ),
    ...years.map((version) => `/files/contracts/certificates/${uuidv7()}/${version}`),
  ];

  it.each(paths)('%s is answered or refused, and no defect', async (path) => {
    const { headers } = city.who('transferOfficer');
    const { status } = await request(city.url).get(path).set(headers);
    expect(status).toBeLessThan(500);
  });
});
