import { mergeTypeDefs } from '@graphql-tools/merge';
import { Injectable } from '@nestjs/common';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { print, type GraphQLSchema } from 'graphql';
import { followReferences, type ReferenceResolver } from './references.js';

type Resolvers = Record<string, Record<string, unknown>>;

/** Merges every domain's SDL into one schema and follows references between domains. */
@Injectable()
export class GraphDriver extends ApolloDriver {
  override generateSchema(options: ApolloDriverConfig): Promise<GraphQLSchema> | null {
    const references = new Map<string, ReferenceResolver>();
    return super.generateSchema({
      ...options,
      typeDefs: print(
        mergeTypeDefs(options.typeDefs as string[], {
          throwOnConflict: true,
          sort: true,
          convertExtensions: true,
        }),
      ),
      // makeExecutableSchema drops __resolveReference: kept aside here.
      transformResolvers: (found: Resolvers | Resolvers[]) => {
        for (const map of Array.isArray(found) ? found : [found])
          for (const [type, fields] of Object.entries(map)) {
            const { __resolveReference: resolver, ...rest } = fields;
            if (typeof resolver !== 'function') continue;
            references.set(type, resolver as ReferenceResolver);
            map[type] = rest;
          }
        return found;
      },
      transformSchema: (schema) => followReferences(schema, references),
      resolverValidationOptions: {
        requireResolversForResolveType: 'ignore',
        requireResolversToMatchSchema: 'error',
      },
    } as ApolloDriverConfig);
  }
}
