import {
  defaultFieldResolver,
  getNamedType,
  isObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';

export type ReferenceResolver = (reference: unknown, context: unknown, info: GraphQLResolveInfo) => unknown;
export type ReferenceResolvers = ReadonlyMap<string, ReferenceResolver>;

const isReference = (value: unknown): value is { __typename: string } =>
  typeof value === 'object' && value !== null && '__typename' in value;

const isPromise = (value: unknown): value is Promise<unknown> => value instanceof Promise;

/**
 * In one process, a field that answers `{__typename, id}` of another domain's entity is loaded by
 * that entity's own `resolveReference`, as a gateway would do between services.
 */
export function followReferences(schema: GraphQLSchema, resolvers: ReferenceResolvers): GraphQLSchema {
  const follow = (value: unknown, context: unknown, info: GraphQLResolveInfo): unknown => {
    if (!isReference(value)) return value;
    const resolve = resolvers.get(value.__typename);
    return resolve === undefined ? value : resolve(value, context, info);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const target = getNamedType(field.type);
      if (!isObjectType(target) || !resolvers.has(target.name)) continue;
      const inner = field.resolve ?? defaultFieldResolver;
      const followed = (value: unknown, context: unknown, info: GraphQLResolveInfo): unknown => {
        if (!Array.isArray(value)) return follow(value, context, info);
        return value.some(isReference) ? value.map((item) => follow(item, context, info)) : value;
      };
      // What is there already is answered as it is: a promise for each row of a list would cost more than the row.
      field.resolve = (source, args, context, info) => {
        const value: unknown = inner(source, args, context, info);
        return isPromise(value)
          ? value.then((found) => followed(found, context, info))
          : followed(value, context, info);
      };
    }
  }
  return schema;
}
