import { composeServices } from '@theguild/federation-composition';
import { buildSchema, lexicographicSortSchema, parse, printSchema, type GraphQLSchema } from 'graphql';
import { DOMAIN_NAMES } from '@jihui/events';
import { textOf } from './sources.js';

/** Two subgraphs may describe a shared type in words of their own: only what a query sees must be the same. */
const withoutWords = (schema: GraphQLSchema): string =>
  printSchema(lexicographicSortSchema(schema))
    .replace(/^\s*"""[\s\S]*?"""\n/gm, '')
    .replace(/\n{2,}/g, '\n');

const all = buildSchema(textOf('schema/all.graphql'));

describe('the schema', () => {
  it('is the same whether the domains run in one process or as federated services', () => {
    const composed = composeServices(
      DOMAIN_NAMES.map((name) => ({ name, typeDefs: parse(textOf(`schema/${name}.graphql`)) })),
    );
    expect(composed.errors?.map((error) => error.message) ?? []).toEqual([]);
    expect(withoutWords(buildSchema(composed.publicSdl ?? ''))).toBe(withoutWords(all));
  });

  it('says what every type and field of its own is', () => {
    const silent = Object.values(all.getTypeMap())
      .filter(
        (type) =>
          !type.name.startsWith('__') &&
          !['String', 'Int', 'Float', 'Boolean', 'ID', 'Query', 'Mutation'].includes(type.name),
      )
      .filter((type) => type.description == null || type.description.trim() === '')
      .filter((type) => !/(Connection|Edge|Input|Payload)$/.test(type.name))
      .map((type) => type.name);
    expect(silent).toEqual([]);
  });

  it('gives every mutation one input with a clientMutationId', () => {
    const wrong = Object.values(all.getMutationType()?.getFields() ?? {}).filter((mutation) => {
      const [input, ...others] = mutation.args;
      return input === undefined || others.length > 0 || !String(input.type).endsWith('Input!');
    });
    expect(wrong.map((mutation) => mutation.name)).toEqual([]);
  });
});
