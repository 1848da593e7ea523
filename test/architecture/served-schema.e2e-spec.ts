import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { loadDomains } from '@jihui/registry';
import { testApp, type TestApp } from '@jihui/testing';
import { textOf } from './sources.js';

const print = (schema: GraphQLSchema): string =>
  printSchema(lexicographicSortSchema(schema)).replace(
    /^directive @(key|shareable|external|provides|requires)\b.*\n+/gm,
    '',
  );

describe('the served schema', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await testApp(await loadDomains(null));
  });
  afterAll(() => server.close());

  it('is the committed one', async () => {
    const introspected = await server.client().query<IntrospectionQuery>(getIntrospectionQuery());
    expect(print(buildClientSchema(introspected))).toBe(print(buildSchema(textOf('schema/all.graphql'))));
  });
});
