import { mergeTypeDefs } from '@graphql-tools/merge';
import {
  buildASTSchema,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { SERVICES } from '@jihui/testing';
import { load, textOf } from './sources.js';

interface Finder {
  serviceOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): object | null;
}
const { Places } = (await load('libs/platform/src/gateway/places.ts')) as {
  Places: new (supergraph: string) => object;
};
const { WholeOperations } = (await load('libs/platform/src/gateway/whole-operations.ts')) as {
  WholeOperations: new (places: object, processes: readonly ReadonlyMap<string, object>[]) => Finder;
};
const operations = Object.entries(await load('apps/portal/src/gql/graphql.ts'))
  .filter(([name]) => name.endsWith('Document'))
  .map(([name, document]) => [name.replace(/Document$/, ''), document as DocumentNode] as const);

const composed = textOf('schema/supergraph.graphql');
const places = new Places(composed);
const supergraph = buildASTSchema(parse(composed), { assumeValid: true, assumeValidSDL: true });
const served = (names: readonly string[]): ReadonlyMap<string, object> =>
  new Map(names.map((name) => [name, { name }]));
/** What a process of these domains serves. */
const schemaOf = (names: readonly string[]): GraphQLSchema =>
  buildASTSchema(
    mergeTypeDefs(
      names.map((name) => textOf(`schema/${name}.graphql`).replace(/^extend schema.*$/m, '')),
      { convertExtensions: true },
    ),
    { assumeValidSDL: true },
  );

const operationIn = (document: DocumentNode): OperationDefinitionNode =>
  document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;

describe('what the gateway hands to one process as it was asked', () => {
  it.each([['listings'], ['deals'], ...SERVICES].map((names) => [names.join('+'), names] as const))(
    'is for %s what its own schema has all of',
    (_, names) => {
      const whole = new WholeOperations(places, [served(names)]);
      const own = schemaOf(names);
      const wrong = operations.flatMap(([name, document]) => {
        const isGiven = whole.serviceOf(supergraph, document, operationIn(document)) !== null;
        const isAble = validate(own, document).length === 0;
        return isGiven === isAble ? [] : [{ name, isGiven, isAble }];
      });
      expect(wrong).toEqual([]);
    },
  );

  it('is nothing that the schema says of itself, that several answer, or that one of several operations asks', () => {
    const whole = new WholeOperations(
      places,
      SERVICES.map((names) => served(names)),
    );
    const find = (text: string) => {
      const document = parse(text);
      return whole.serviceOf(supergraph, document, operationIn(document));
    };
    for (const text of [
      '{ __typename }',
      '{ __schema { types { name } } }',
      '{ results { totalCount } calls { totalCount } }',
      '{ results { edges { node { owner { name } } } } }',
      'query A { results { totalCount } } query B { needs { totalCount } }',
    ])
      expect([text, find(text)]).toEqual([text, null]);
    expect(find('{ results { edges { node { owner { id } } } } }')).toMatchObject({ name: 'listings' });
    expect(find('{ city { name } lawParameters { totalCount } }')).toMatchObject({ name: 'law' });
    expect(find('query ($id: ID!) { result(id: $id) { matches { score } } }')).toMatchObject({
      name: 'listings',
    });
  });
});
