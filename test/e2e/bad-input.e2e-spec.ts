import { readFileSync } from 'node:fs';
import {
  buildSchema,
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

const schema = buildSchema(readFileSync('schema/all.graphql', 'utf8'), { assumeValid: true });
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

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

/** One of each side: a seller's, a buyer's and a bureau's person, each with all that their side may do. */
const READERS = ['transferOfficer', 'enterprise', 'registrar1'];

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
    ['ids that name nothing', plain],
    ['ids that are none', withIds],
    ['empty texts', withText('')],
    ['text of 20,000 characters', withText('长'.repeat(20_000))],
    ['markup and SQL', withText(`<img src=x onerror=alert(1)>'; drop table x; -- \${1+1} {{7*7}}`)],
    ['full width, emoji and combining marks', withText('ＬＥＤ１２３ 👨‍👩‍👧 é‮ 𠮷')],
    ['a character that cannot be stored', withText('甲\u0000乙')],
    ['half a surrogate pair', withText('甲\uD800')],
  ];
  it.each(inputs)('answers %s with a typed code, whoever asks', async (_name, fill) => {
    const people = [city.as(anonymous), ...READERS.map((key) => city.as(demoActor(key)))];
    for (const person of people) await codeOf(person, field, fill);
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
