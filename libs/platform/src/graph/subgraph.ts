import { GraphQLScalarType, parse, Kind, type GraphQLResolveInfo } from 'graphql';
import type { ReferenceResolvers } from './references.js';

/** What a gateway asks with: the type and the key of a thing, and what else was required of it. */
interface Representation {
  readonly __typename: string;
}

/** Names of the types that other services may refer to: they have a key by which they can be found here. */
export function entitiesIn(sdl: string): readonly string[] {
  const names = parse(sdl).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
    definition.directives?.some(({ name }) => name.value === 'key')
      ? [definition.name.value]
      : [],
  );
  return [...new Set(names)].sort();
}

/** What a subgraph has besides its domain's SDL (https://specs.apollo.dev/federation/v2.3, subgraph specification). */
export const subgraphSdl = (entities: readonly string[]): string => `
  scalar _Any
  type _Service { sdl: String! }
  ${entities.length === 0 ? '' : `union _Entity = ${entities.join(' | ')}`}
  extend type Query {
    _service: _Service!
    ${entities.length === 0 ? '' : '_entities(representations: [_Any!]!): [_Entity]!'}
  }
`;

/**
 * Resolvers of {@link subgraphSdl}. A thing is loaded by its owner's `resolveReference`; where the domain only adds fields to
 * another's thing, the representation itself is what those fields hang on.
 */
export function subgraphResolvers(sdl: string, references: ReferenceResolvers): Record<string, unknown> {
  const typeOf = new WeakMap<object, string>();
  const load = async (
    representation: Representation,
    context: unknown,
    info: GraphQLResolveInfo,
  ): Promise<unknown> => {
    const resolve = references.get(representation.__typename);
    const found: unknown =
      resolve === undefined ? representation : await resolve(representation, context, info);
    if (typeof found !== 'object' || found === null) return null;
    typeOf.set(found, representation.__typename);
    return found;
  };
  return {
    _Any: new GraphQLScalarType({ name: '_Any' }),
    _Entity: { __resolveType: (value: object) => typeOf.get(value) },
    Query: {
      _service: () => ({ sdl }),
      _entities: (
        _: unknown,
        { representations }: { readonly representations: readonly Representation[] },
        context: unknown,
        info: GraphQLResolveInfo,
      ) => representations.map((one) => load(one, context, info)),
    },
  };
}
