import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import request from 'supertest';
import { anonymous } from '@jihui/kernel';
import { uuidv7 } from '@jihui/platform';
import type { GraphClient } from '@jihui/testing';
import { demoActor, demoCity, type DemoCity } from './city.js';
import { askingFor, isConnection, mutations, queries, takesText } from './walk.js';

let city: DemoCity;
beforeAll(async () => {
  city = await demoCity();
}, 180_000);
afterAll(() => city?.close());

type Fill = (scalar: string, name: string) => unknown;

/** A value of the type, every field given, its leaves by `fill`. */
function valueOf(type: GraphQLInputType, fill: Fill, name = '', depth = 0): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, fill, name, depth);
  if (isListType(type)) return depth > 3 ? [] : [valueOf(type.ofType, fill, name, depth + 1)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [
        field.name,
        valueOf(field.type, fill, field.name, depth + 1),
      ]),
    );
  return fill(type.name, name);
}

const plain: Fill = (scalar, name) => {
  if (name === 'clientMutationId') return uuidv7();
  switch (scalar) {
    case 'ID':
      return uuidv7();
    case 'Int':
    case 'Fen':
      return 1;
    case 'Float':
      return 1;
    case 'Boolean':
      return true;
    case 'Date':
      return '2026-11-23';
    case 'DateTime':
      return '2026-11-23T00:00:00.000Z';
    default:
      return '文字';
  }
};

const withText =
  (text: string): Fill =>
  (scalar, name) =>
    scalar === 'String' ? text : plain(scalar, name);
const withIds: Fill = (scalar, name) =>
  scalar === 'ID' && name !== 'clientMutationId' ? 'abc' : plain(scalar, name);

const documentOf = (field: GraphQLField<unknown, unknown>): string =>
  `mutation Try($input: ${String(field.args[0]?.type)}) { ${field.name}(input: $input) { clientMutationId } }`;

/** A seller's and a bureau's person, each with all that their side may do; the others' turn is in trials.e2e-spec.ts. */
const READERS = ['transferOfficer', 'registrar1'];

/** Codes that speak of a defect of ours. */
const DEFECTS = ['INTERNAL_SERVER_ERROR', undefined];

async function codeOf(
  client: GraphClient,
  field: GraphQLField<unknown, unknown>,
  fill: Fill,
): Promise<string> {
  const input = valueOf(field.args[0]?.type as GraphQLInputType, fill);
  const { body } = (await request(client.url)
    .post('/graphql')
    .set(client.headers)
    .send({ query: documentOf(field), variables: { input } })) as {
    body: { data?: unknown; errors?: { message: string; extensions: { code?: string } }[] };
  };
  const [error] = body.errors ?? [];
  if (error === undefined) return 'DONE';
  const code = error.extensions.code;
  if (DEFECTS.includes(code)) throw new Error(`${field.name}: ${code ?? 'no code'} ${error.message}`);
  return String(code);
}

/** Every mutation of the schema, with everything wrong that the schema itself lets through. */
describe.each(mutations.map((field) => [field.name, field] as const))('%s', (_, field) => {
  const inputs: [string, Fill][] = [
    [
      'ids that name nothing, markup, SQL, full width, emoji and combining marks',
      withText(`<img src=x onerror=alert(1)>'; drop table x; -- \${1+1} {{7*7}} ＬＥＤ１２３ 👨‍👩‍👧 é\u202e 𠮷`),
    ],
    [
      'ids that are none, and empty texts',
      (scalar, name) => (scalar === 'String' ? '' : withIds(scalar, name)),
    ],
    ['text of 20,000 characters', withText('长'.repeat(20_000))],
  ];
  it.each(inputs)('answers %s with a typed code, whoever asks', async (_name, fill) => {
    const people = [city.as(anonymous), ...READERS.map((key) => city.as(demoActor(key)))];
    for (const person of people) await codeOf(person, field, fill);
  });

  it.each([
    ['a character that cannot be stored', '甲\u0000乙'],
    ['half a surrogate pair', '甲\uD800'],
  ])('refuses %s before anything is done', async (_name, text) => {
    const texts = JSON.stringify(valueOf(field.args[0]?.type as GraphQLInputType, withText(text))).includes(
      '甲',
    );
    const code = await codeOf(city.as(demoActor('transferOfficer')), field, withText(text));
    if (texts) expect(code).toBe('BAD_USER_INPUT');
  });

  it('refuses a missing and a wrongly typed input before anything is done', async () => {
    for (const variables of [{}, { input: null }, { input: 1 }, { input: { nonsense: true } }]) {
      const { body } = (await request(city.url)
        .post('/graphql')
        .send({ query: documentOf(field), variables })) as {
        body: { errors: { extensions: { code: string } }[] };
      };
      expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(body.errors[0]?.extensions.code);
    }
  });
});

/** The same characters, written as an escape into the document itself: there JSON does not show them. */
describe('a document', () => {
  const texts = queries.filter((field) => isConnection(field) && takesText(field));
  it.each(texts.map((field) => [field.name, field] as const))(
    'may not ask %s for a null character',
    async (_, field) => {
      for (const escape of ['\\u0000', '\\u{0}', '\\u{000000}'])
        await city
          .who('registrar1')
          .query(`{ ${field.name}(${askingFor(field, `"a${escape}"`)}) { totalCount } }`)
          .expectCode('BAD_USER_INPUT');
    },
  );

  it('may not ask for one by its address either', async () => {
    const address = new URLSearchParams({
      query: 'query ($text: String) { results(text: $text) { totalCount } }',
      variables: JSON.stringify({ text: 'a\u0000' }),
    });
    const { body } = (await request(city.url)
      .get(`/graphql?${address.toString()}`)
      .set('apollo-require-preflight', 'true')) as { body: { errors: { extensions: { code: string } }[] } };
    expect(body.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('may hold any other escape', async () => {
    const text = '"a\\u4E2D\\\\u0000"';
    const { results } = await city
      .who('registrar1')
      .query<{ results: { totalCount: number } }>(`{ results(text: ${text}) { totalCount } }`);
    expect(results.totalCount).toEqual(expect.any(Number));
  });
});

describe('a request', () => {
  it('of ten megabytes is refused with a typed code', async () => {
    const response = await request(city.url)
      .post('/graphql')
      .send({ query: '{ clock { now } }', variables: { text: 'x'.repeat(10 * 1024 * 1024) } });
    expect(response.status).toBe(413);
    expect(JSON.stringify(response.body)).toContain('PAYLOAD_TOO_LARGE');
  });

  it('that is no JSON is refused with a typed code', async () => {
    const response = await request(city.url)
      .post('/graphql')
      .set('content-type', 'application/json')
      .send('{"query":');
    expect(response.status).toBe(400);
    expect(JSON.stringify(response.body)).toContain('BAD_REQUEST');
  });
});
