import { buildHTTPExecutor } from '@graphql-tools/executor-http';
import { SpanKind } from '@opentelemetry/api';
import type { ExecutionResult, Executor } from '@graphql-tools/utils';
import { GraphQLError } from 'graphql';
import type { ActorSeal } from '../auth/actor-seal.js';
import type { GraphContext } from '../graph/context.js';
import { FROM } from '../graph/errors.js';
import { Rarely } from '../logging/rarely.js';
import { unavailable } from '../outage.js';
import { inSpan } from '../tracing/spans.js';
import { codeOf, isBroken } from './broken.js';
import { forwardedHeaders } from './forwarded-headers.js';

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
      const response = await answerOf(url, init as RequestInit);
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
  return (request) =>
    inSpan(`ask ${service}`, { kind: SpanKind.CLIENT }, async () =>
      from(service, (await ask(request)) as ExecutionResult, contextOf(request.context).request.log),
    );
}

/**
 * What a service that ends did not answer is asked once more, of whoever stands there next. A command may have been carried
 * out before the connection ended: its clientMutationId has the second answer be that of the first. Signing in has none of
 * that: a code or link is then used up, as for whoever presses the button again.
 */
const answerOf = (url: string, init: RequestInit): Promise<Response> =>
  fetch(url, init).catch((error: unknown) => {
    if (isBroken(error)) return fetch(url, init);
    throw error;
  });

const contextOf = (context: unknown): GraphContext => context as GraphContext;

/** What the executor says by itself, where no answer came or none that can be read: it would tell of addresses and bodies. */
const NO_ANSWER = /^(SUBREQUEST_HTTP_ERROR|RESPONSE_VALIDATION_FAILED|TIMEOUT_ERROR)$/;
const rarely = new Rarely();

function from(service: string, { errors, ...answer }: ExecutionResult, log: Log): ExecutionResult {
  if (errors === undefined) return answer;
  return { ...answer, errors: errors.map((error) => told(service, error, log)) };
}

function told(service: string, error: GraphQLError, log: Log): GraphQLError {
  const { message, path, extensions, originalError } = error;
  if (!NO_ANSWER.test(String(extensions['code'])))
    return new GraphQLError(message, { path: path ?? null, extensions: { ...extensions, [FROM]: service } });
  const why = codeOf(originalError?.cause) || String(extensions['code']);
  if (rarely.due(`${service} ${why}`)) log.error(`no answer from ${service}: ${why}`);
  const refusal = unavailable();
  const { code, violations } = refusal;
  return new GraphQLError(refusal.message, {
    path: path ?? null,
    extensions: { code, violations, [FROM]: service },
  });
}

type Log = Pick<GraphContext['request']['log'], 'error'>;
