import { ROOT_CONTEXT, SpanKind, SpanStatusCode, type Context, type Span } from '@opentelemetry/api';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import { ownerOf } from '../gateway/routes.js';
import { beginSpan, isSilent, keepSilent, takenUp, within } from './spans.js';
import { isUntraced } from './untraced.js';

interface Traced {
  readonly span: Span;
  readonly parent: Context;
}
declare module 'fastify' {
  interface FastifyRequest {
    traced?: Traced;
  }
}

/** What probes ask all day. */
const PROBES = /^\/(healthz|readyz|metrics)$/;

const mayBeTold = ({ routeOptions, url }: FastifyRequest): boolean => {
  const [path = ''] = url.split('?');
  return !routeOptions.config.uncounted && !PROBES.test(path) && !isUntraced(ownerOf(path));
};

/**
 * A span for each request, from its first line to the end of its answer. A service goes on with the gateway's trace and
 * begins none; from anybody else no trace is taken up, or a stranger would decide what we record.
 */
export function traceRequests(
  app: NestFastifyApplication,
  { isBehindGateway }: { readonly isBehindGateway: boolean },
): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook(
    'onRequest',
    (request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction) => {
      const parent = isBehindGateway ? takenUp(request.headers) : ROOT_CONTEXT;
      if (parent !== undefined && mayBeTold(request)) begin(request, reply, parent);
      done();
    },
  );
  // Here, when the body has been read: reading it loses what runs it.
  fastify.addHook('preHandler', (request: FastifyRequest, _: FastifyReply, done: HookHandlerDoneFunction) =>
    request.traced === undefined ? done() : within(request.traced.span, request.traced.parent, done),
  );
}

function begin(request: FastifyRequest, reply: FastifyReply, parent: Context): void {
  const { method } = request;
  // The route's pattern, never the address: that may hold a token.
  const route = request.routeOptions.url ?? 'none';
  const span = beginSpan(
    `${method} ${route}`,
    {
      kind: SpanKind.SERVER,
      attributes: { 'http.request.method': method, 'http.route': route, 'jihui.request': request.id },
    },
    parent,
  );
  // What a query asks for is not known yet.
  if (route === '/graphql') keepSilent(span);
  request.traced = { span, parent };
  reply.raw.once('close', () => {
    // One that is never ended is never told of.
    if (isSilent(span)) return;
    span.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
}
