import { buildHTTPExecutor } from '@graphql-tools/executor-http';
import type { ExecutionResult, Executor } from '@graphql-tools/utils';
import { GraphQLError } from 'graphql';
import type { ActorSeal } from '../auth/actor-seal.js';
import { forwardedHeaders } from './forwarded-headers.js';
import { unavailable } from '../outage.js';
import { FROM } from '../graph/errors.js';
import type { GraphContext } from '../graph/context.js';

/** Header that names the services which took part in an answer. */
const SERVED_BY = 'x-served-by';

/**
 * Asks one service for its part of an operation, as whoever the gateway found. Cookies that it sets go out with the answer.
 * @param service the domain's name
 */
export function serviceExecutor(service: string, address: string, seal: ActorSeal): Executor {
  const ask = buildHTTPExecutor({
    endpoint: `${address}/graphql`,
    headers: (request) => {
      const { request: asked, actor } = contextOf(request?.context);
      return {
        ...forwardedHeaders(asked, actor, seal),
        'accept-encoding': 'identity',
        'apollo-require-preflight': 'true',
      };
    },
    fetch: async (url, init, context) => {
      const response = await globalThis.fetch(url, init as RequestInit).catch(() => {
        throw unavailable();
      });
      const { reply } = contextOf(context);
      for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie);
      const served = new Set(
        String(reply.getHeader(SERVED_BY) ?? '')
          .split(', ')
          .filter(Boolean),
      ).add(service);
      void reply.header(SERVED_BY, [...served].sort().join(', '));
      return response;
    },
  });
  // There are no subscriptions, whose answers would come one by one.
  return async (request) => from(service, (await ask(request)) as ExecutionResult);
}

const contextOf = (context: unknown): GraphContext => context as GraphContext;

function from(service: string, { errors, ...answer }: ExecutionResult): ExecutionResult {
  if (errors === undefined) return answer;
  return {
    ...answer,
    errors: errors.map(
      ({ message, path, extensions }) =>
        new GraphQLError(message, { path: path ?? null, extensions: { ...extensions, [FROM]: service } }),
    ),
  };
}
