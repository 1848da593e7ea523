import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { anonymous } from '@jihui/kernel';
import type { Domain } from '../domain.js';
import { GraphContext } from './context.js';
import { limitCost } from './cost.js';
import { logDefects } from './defects.js';
import { GraphDriver, schemaDriver, SubgraphDriver, UnservedDriver } from './driver.js';
import { formatError } from './errors.js';
import { GraveActs } from './grave-acts.js';
import { formatOfGateway, hiddenReferences, isHiddenReference } from './hidden-references.js';
import { httpStatus } from './http-status.js';
import { locations } from './locations.js';
import { PlatformResolver } from './platform.resolver.js';
import { scalars } from './scalars.js';
import { servedOperations } from './served-operations.js';
import { storable } from './storable.js';

export const COMMON_SDL = new URL('./common.graphql', import.meta.url);

/** Bounds on one operation; test/architecture/limits.spec.ts holds the portal's own against them. */
export const LIMITS = { depth: 12, aliases: 20, directives: 30, tokens: 4_000, cost: 200_000 } as const;

type Plugins = readonly ApolloServerPlugin<GraphContext>[];

@Module({})
export class GraphModule {
  /** The whole graph in one process. */
  static forDomains(domains: readonly Domain[], more: Plugins): DynamicModule {
    const own = { driver: GraphDriver, ...sdlOf(domains) };
    return graphModule({ ...guarded([logDefects(), ...more]), ...own }, [PlatformResolver, GraveActs]);
  }

  /** One service's part of it: what comes has passed the gateway's guards, in pieces that have other measures. */
  static forService(domains: readonly Domain[], more: Plugins): DynamicModule {
    const plugins = [logDefects(), ...more] as ApolloDriverConfig['plugins'];
    return graphModule({ driver: SubgraphDriver, ...sdlOf(domains), plugins }, [PlatformResolver, GraveActs]);
  }

  /** The whole graph for what reads by it in the background: nobody asks it from outside. */
  static forReading(domains: readonly Domain[]): DynamicModule {
    return graphModule({ driver: UnservedDriver, ...sdlOf(domains) }, [PlatformResolver]);
  }

  /** The gateway's, answered by services. */
  static forSchema(schema: GraphQLSchema, more: Plugins): DynamicModule {
    const own = { driver: schemaDriver(schema), formatError: formatOfGateway };
    const plugins = [logDefects(isHiddenReference), hiddenReferences, locations, ...more];
    return graphModule({ ...guarded(plugins), ...own }, []);
  }
}

const graphModule = (own: ApolloDriverConfig, providers: readonly Type[]): DynamicModule => ({
  module: GraphModule,
  imports: [
    GraphQLModule.forRoot<ApolloDriverConfig>({
      path: '/graphql',
      graphiql: false,
      introspection: true,
      context: (request: FastifyRequest, reply: FastifyReply) =>
        new GraphContext(request.actor ?? anonymous, request, reply),
      formatError,
      autoTransformHttpErrors: false,
      csrfPrevention: true,
      includeStacktraceInErrorResponses: false,
      allowBatchedHttpRequests: false,
      // Nobody sends queries by their hash, and each hash would be kept.
      persistedQueries: false,
      ...own,
      // Nobody reads what they would tell, and each wraps every field of every row.
      plugins: [
        ...(own.plugins ?? []),
        ApolloServerPluginCacheControlDisabled(),
        ApolloServerPluginInlineTraceDisabled(),
      ],
    }),
  ],
  providers: [...providers],
});

const sdlOf = (domains: readonly Domain[]): Pick<ApolloDriverConfig, 'typeDefs' | 'resolvers'> => ({
  typeDefs: [COMMON_SDL, ...domains.flatMap((domain) => domain.sdl)].map((url) =>
    readFileSync(fileURLToPath(url), 'utf8'),
  ),
  resolvers: scalars,
});

/** What bounds an operation that comes from outside. */
function guarded(more: Plugins): ApolloDriverConfig {
  const armor = new ApolloArmor({
    // Fields alone are deep: how an operation is written, with fragments or without, makes it no dearer.
    maxDepth: { n: LIMITS.depth, flattenFragments: true },
    maxAliases: { n: LIMITS.aliases },
    maxDirectives: { n: LIMITS.directives },
    // Apollo's own parser counts tokens: the plugin here throws where the answer becomes a 500.
    maxTokens: { enabled: false },
    // Its weight knows nothing of pages: ours does.
    costLimit: { enabled: false },
    blockFieldSuggestion: { enabled: true },
  });
  const protection = armor.protect();
  return {
    parseOptions: { maxTokens: LIMITS.tokens },
    ...protection,
    plugins: [
      ...protection.plugins,
      servedOperations,
      limitCost(LIMITS.cost),
      storable,
      httpStatus,
      ...more,
    ] as ApolloDriverConfig['plugins'],
  };
}
