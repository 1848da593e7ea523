import { mergeTypeDefs } from '@graphql-tools/merge';
import { Injectable } from '@nestjs/common';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { print, type GraphQLSchema } from 'graphql';
import { followReferences, type ReferenceResolver } from './references.js';
import { entitiesIn, subgraphResolvers, subgraphSdl } from './subgraph.js';

type Resolvers = Record<string, Record<string, unknown>>;

const merged = (typeDefs: readonly string[]): string =>
  print(mergeTypeDefs([...typeDefs], { throwOnConflict: true, sort: true, convertExtensions: true }));

/** Merges every domain's SDL into one schema and follows references between domains. */
@Injectable()
export class GraphDriver extends ApolloDriver {
  override generateSchema(options: ApolloDriverConfig): Promise<GraphQLSchema> | null {
    const references = new Map<string, ReferenceResolver>();
    return super.generateSchema({
      ...this.served(options, references),
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
      // To what is served here: a gateway follows the others, by asking for entities.
      transformSchema: (schema) => followReferences(schema, references),
      resolverValidationOptions: {
        requireResolversForResolveType: 'ignore',
        requireResolversToMatchSchema: 'error',
      },
    } as ApolloDriverConfig);
  }

  /** The SDL, and what it takes besides the domains' resolvers. */
  protected served(
    options: ApolloDriverConfig,
    _references: ReadonlyMap<string, ReferenceResolver>,
  ): ApolloDriverConfig {
    return { ...options, typeDefs: merged(options.typeDefs as string[]) };
  }
}

/** Serves a part of the graph to a gateway. */
@Injectable()
export class SubgraphDriver extends GraphDriver {
  protected override served(
    options: ApolloDriverConfig,
    references: ReadonlyMap<string, ReferenceResolver>,
  ): ApolloDriverConfig {
    const own = merged(options.typeDefs as string[]);
    const resolvers = [options.resolvers ?? [], subgraphResolvers(own, references)].flat();
    return {
      ...options,
      typeDefs: merged([own, subgraphSdl(entitiesIn(own))]),
      resolvers: resolvers as ApolloDriverConfig['resolvers'],
    };
  }
}

/** Has the schema at hand, for what reads by it in this process, and serves it to nobody. */
@Injectable()
export class UnservedDriver extends GraphDriver {
  override start(): Promise<void> {
    return Promise.resolve();
  }
}

/** Serves a schema that is whole already: the gateway's. */
export function schemaDriver(schema: GraphQLSchema): typeof GraphDriver {
  @Injectable()
  class SchemaDriver extends GraphDriver {
    override generateSchema(): Promise<GraphQLSchema> {
      return Promise.resolve(schema);
    }
  }
  return SchemaDriver;
}
