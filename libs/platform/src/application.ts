import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';
import { anonymous, DomainError } from '@jihui/kernel';
import { DOMAIN_NAMES } from '@jihui/events';
import { Authenticator } from './auth/authenticator.js';
import { ForwardedAuthenticator } from './auth/forwarded.js';
import { innerReader } from './auth/inner-reader.js';
import { isSubgraph, type Config } from './config/config.js';
import { BusinessClock } from './db/clock.js';
import type { Domain } from './domain.js';
import { MAX_FILE_BYTES } from './files/files.js';
import { Draining } from './health/draining.js';
import { Metrics } from './health/metrics.js';
import { GraphModule } from './graph/graph.module.js';
import { saysKept } from './graph/kept/kept-judge.js';
import type { KeptReads } from './graph/kept/kept-reads.js';
import { KeptRequests } from './graph/kept/kept-requests.js';
import { createLog, NestLog } from './logging/logger.js';
import { uuidv7 } from './db/identifiers.js';
import { CatchUp } from './outbox/catch-up.js';
import { Relay } from './outbox/relay.js';
import { Workers } from './outbox/workers.js';
import { tracedOperations } from './tracing/operations.js';
import { traceRequests } from './tracing/requests.js';
import { Tracing } from './tracing/tracing.js';
import { SearchFeeder } from './search/feeder.js';
import { Reindex } from './search/reindex.js';
import { PlatformModule } from './platform.module.js';
import { notedOutage, unavailable } from './outage.js';
import { answerOf, DefectFilter, RefusalFilter, RequestErrorFilter, statusOf } from './refusals.js';
import './uncounted.js';

const REQUEST_ID = 'x-request-id';
/** Text a GraphQL request may hold; files go by /files. */
const MAX_BODY_BYTES = 2 * 1024 * 1024;
/** Whoever pastes a page into an address is answered as everybody: 10,000 Chinese characters take 90 KB there. */
const MAX_HEADER_BYTES = 128 * 1024;

@Module({})
class RootModule {
  static forDomains(
    config: Config,
    domains: readonly Domain[],
    graph: readonly DynamicModule[],
  ): DynamicModule {
    return {
      module: RootModule,
      imports: [
        PlatformModule.forDomains(config, domains),
        ...domains.map((domain) => domain.module),
        ...graph,
      ],
      providers: [
        // The last that catches an error takes it.
        { provide: APP_FILTER, useClass: DefectFilter },
        { provide: APP_FILTER, useClass: RequestErrorFilter },
        { provide: APP_FILTER, useClass: RefusalFilter },
      ],
    };
  }
}

export interface ApplicationOptions {
  readonly config: Config;
  readonly domains: readonly Domain[];
  /** Adds the portal's pages and whatever else stands outside the domains. */
  readonly decorate?: (app: NestFastifyApplication) => Promise<void>;
}

/**
 * Builds the application for the domains and roles of the configuration. It is not yet listening;
 * relay and workers run once `app.init()` is done, when the process has the worker role.
 */
export async function createApplication({
  config,
  domains,
  decorate,
}: ApplicationOptions): Promise<NestFastifyApplication> {
  const log = createLog(config);
  const kept = keptRequests(config, domains);
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    // One line a request is written by our own hook: method, route, status, time; never a body.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => uuidv7(),
    // One id for a request in the logs of all who take part.
    requestIdHeader: isSubgraph(config) && REQUEST_ID,
    bodyLimit: MAX_BODY_BYTES,
    http: { maxHeaderSize: MAX_HEADER_BYTES },
    // A service answers the gateway alone, which says from where a request comes.
    trustProxy: isSubgraph(config) || (config.trustedProxies.length > 0 && [...config.trustedProxies]),
    forceCloseConnections: true,
    routerOptions: { querystringParser: textsOf },
  } as never);
  const app = await NestFactory.create<NestFastifyApplication>(
    RootModule.forDomains(config, domains, await graphOf(config, domains, kept)),
    adapter,
    { logger: new NestLog(log), abortOnError: false, forceCloseConnections: true },
  );
  await app.get(BusinessClock).refuseMovedClock();
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: config.publicUrl.startsWith('https:') ? [] : null,
      },
    },
    hsts: config.publicUrl.startsWith('https:'),
  });
  // Answers alone: a request that comes compressed is refused as unreadable, whatever it would unpack to.
  await app.register(compress, { threshold: 1024, globalDecompression: false });
  await app.register(cookie as never);
  await app.register(multipart, { limits: { fileSize: MAX_FILE_BYTES + 1, files: 1 } });
  // Bytes as they come: their handler says how many it takes.
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  await app.get(Tracing).start();
  app.get(Draining).watch(app);
  authenticateRequests(app, config);
  await kept?.serve(app, config.databaseUrl);
  if (config.tracesUrl !== null) traceRequests(app, { isBehindGateway: isSubgraph(config) });
  if (kept !== undefined && config.roles.includes('gateway'))
    await (await gateway()).forwardFiles(app, config, kept);
  if (decorate !== undefined) await decorate(app);
  await app.init();
  if (config.roles.includes('worker')) {
    await app.get(Workers).start();
    await app.get(CatchUp).run();
    await app.get(Relay).start();
    app.get(SearchFeeder).start();
    app.get(Reindex).start();
  }
  return app;
}

/** Loaded where it is needed: it brings a library that composes schemas. */
const gateway = () => import('./gateway/gateway.js');

const readsOf = (domains: readonly Domain[]): ReadonlyMap<string, KeptReads> =>
  new Map(domains.flatMap(({ name, kept }) => (kept === undefined ? [] : [[name, kept] as const])));

/** Where visitors ask: in a service behind the gateway nothing is kept, which says what the gateway may keep. */
function keptRequests(config: Config, domains: readonly Domain[]): KeptRequests | undefined {
  if (config.roles.includes('gateway')) return KeptRequests.ofServices();
  const reads = readsOf(domains);
  const isAsked = config.roles.includes('graph') && !isSubgraph(config);
  return isAsked && reads.size > 0 ? KeptRequests.ofDomains(reads) : undefined;
}

async function graphOf(
  config: Config,
  domains: readonly Domain[],
  kept: KeptRequests | undefined,
): Promise<DynamicModule[]> {
  const traced = config.tracesUrl === null ? [] : [tracedOperations()];
  const more = kept === undefined ? traced : [kept.plugin, ...traced];
  if (kept !== undefined && config.roles.includes('gateway')) {
    const { schema, plugin } = (await gateway()).supergraph(config, kept);
    return [GraphModule.forSchema(schema, [plugin, ...more])];
  }
  if (!config.roles.includes('graph'))
    return readsWhole(config, domains) ? [GraphModule.forReading(domains)] : [];
  if (!isSubgraph(config)) return [GraphModule.forDomains(domains, more)];
  const reads = readsOf(domains);
  return [GraphModule.forService(domains, reads.size > 0 ? [saysKept(reads.values()), ...more] : more)];
}

/** A worker of every domain exports what an organisation owns as the schema gives it. */
const readsWhole = ({ roles }: Config, domains: readonly Domain[]): boolean =>
  roles.includes('worker') && domains.length === DOMAIN_NAMES.length;

/**
 * What stands after the `?`: each name once, as text, the last one where it comes twice; the default parser would make
 * an array of those, for which no handler is written. U+0000 is left out, which PostgreSQL does not take.
 */
const textsOf = (query: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...new URLSearchParams(query)].map(([name, text]) => [name, text.replaceAll('\0', '')]),
  );

/** One line a request, and one authentication before any handler; the answer carries the request's id. */
function authenticateRequests(app: NestFastifyApplication, config: Config): void {
  const fastify = app.getHttpAdapter().getInstance();
  const authenticator = isSubgraph(config)
    ? new ForwardedAuthenticator(config)
    : app.get(Authenticator, { strict: false });
  const metrics = app.get(Metrics);
  fastify.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.routeOptions.config.uncounted) return;
    const { method } = request;
    // The route's pattern, never the address: that may hold a token.
    const route = request.routeOptions.url ?? 'none';
    const status = reply.statusCode;
    request.log.info({ method, route, status, ms: Math.round(reply.elapsedTime) }, 'request');
    metrics.observe({ route, method, status, seconds: reply.elapsedTime / 1_000 });
  });
  fastify.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    void reply.header(REQUEST_ID, request.id);
    request.actor = anonymous;
    try {
      request.actor = innerReader() ?? (await authenticator.authenticate(request));
    } catch (error) {
      const refusal = notedOutage(error, (line) => request.log.error(line)) ? unavailable() : error;
      if (!(refusal instanceof DomainError)) throw error;
      const { code, message, violations } = refusal;
      return reply
        .status(statusOf(refusal))
        .send({ ...answerOf(refusal), errors: [{ message, extensions: { code, violations } }] });
    }
    // So that a page learns that its session has ended, also from an answer that merely shows less.
    void reply.header('x-actor', request.actor.kind);
    return undefined;
  });
}
