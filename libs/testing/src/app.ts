import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Injectable, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { anonymous, type Actor } from '@jihui/kernel';
import {
  Authenticator,
  BusinessClock,
  Settling,
  createApplication,
  isSubgraph,
  loadConfig,
  type Domain,
} from '@jihui/platform';
import { ACTOR_HEADER, GraphClient, asActor } from './client.js';
import { testDatabase } from './database.js';
import { queueOf } from './queue.js';

type Request = Parameters<Authenticator['authenticate']>[0];

/** An application with a database and a state folder of its own, listening on a free port. */
export interface TestApp {
  /** The one that is asked. */
  readonly app: NestFastifyApplication;
  /** All that take part: the one alone, or a gateway, services and workers (split.ts). */
  readonly apps: readonly NestFastifyApplication[];
  readonly url: string;
  readonly databaseUrl: string;
  /** Files, mail and keys. */
  readonly stateDir: string;
  /** A provider, wherever it stands. */
  get<T>(token: Type<T>): T;
  /** Speaks as this actor, whether or not identity knows the person. */
  as(actor: Actor): GraphClient;
  /** Speaks as nobody, or with headers of one's own, e.g. a bearer token. */
  client(headers?: Readonly<Record<string, string>>): GraphClient;
  /** Waits until the outbox is empty and no queue holds work that is due. */
  settle(): Promise<void>;
  /** Moves business time forward. */
  advance(days: number): Promise<void>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  /** Settings besides those of a test, e.g. { REDIS_URL }. */
  readonly settings?: Readonly<Record<string, string>>;
  /** An existing database instead of a new one; `close` leaves it. */
  readonly databaseUrl?: string;
  /** An existing folder for files, mail and keys instead of a new one; `close` leaves it. */
  readonly stateDir?: string;
}

/** Boots these domains. For `beforeAll`; call `close` in `afterAll`. */
export async function testApp(domains: readonly Domain[], options: TestAppOptions = {}): Promise<TestApp> {
  const database = options.databaseUrl === undefined ? await testDatabase(domains) : undefined;
  const databaseUrl = database?.url ?? options.databaseUrl ?? '';
  const stateDir = options.stateDir ?? (await mkdtemp(join(tmpdir(), 'jihui-test-')));
  const app = await bootApp(domains, { ...options, databaseUrl, stateDir });
  return {
    ...(await speakingTo(app)),
    databaseUrl,
    stateDir,
    apps: [app],
    get: (token) => app.get(token, { strict: false }),
    settle: () => app.get(Settling, { strict: false }).settled(),
    close: async () => {
      await app.close();
      await database?.drop();
      if (options.stateDir === undefined) await rm(stateDir, { recursive: true, force: true });
    },
  };
}

/** An application of these domains with the settings of a test, listening on a free port, that takes actors as given. */
export async function bootApp(
  domains: readonly Domain[],
  { databaseUrl, stateDir, settings }: TestAppOptions & { databaseUrl: string; stateDir: string },
): Promise<NestFastifyApplication> {
  const config = loadConfig(
    {
      JIHUI_MODE: 'test',
      JIHUI_STATE_DIR: stateDir,
      DATABASE_URL: databaseUrl,
      PORT: '0',
      ROLES: 'graph,worker',
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
      DATABASE_POOL: '6',
      ...(await queueOf(databaseUrl)),
      ...settings,
    },
    CHECKOUT,
  );
  const app = await createApplication({
    config,
    // Behind a gateway nobody signs in, and the gateway alone says who asks.
    domains: isSubgraph(config) ? domains : withAuthenticator(domains),
  });
  if (!isSubgraph(config)) acceptGivenActors(app);
  await app.listen(0, '127.0.0.1');
  return app;
}

/** What is asked over HTTP. */
export async function speakingTo(
  app: NestFastifyApplication,
): Promise<Pick<TestApp, 'app' | 'url' | 'as' | 'client' | 'advance'>> {
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const client = new GraphClient(url);
  return {
    app,
    url,
    as: (actor) => client.with(asActor(actor)),
    client: (headers = {}) => client.with(headers),
    advance: (days) => app.get(BusinessClock, { strict: false }).advance(days),
  };
}

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url));

/** Without identity nobody can sign in: everybody who does not name an actor is anonymous. */
@Injectable()
class NobodySignsIn extends Authenticator {
  authenticate(): Promise<Actor> {
    return Promise.resolve(anonymous);
  }
}

function withAuthenticator(domains: readonly Domain[]): readonly Domain[] {
  const [first, ...rest] = domains;
  if (first === undefined || domains.some((domain) => domain.name === 'identity')) return domains;

  @Module({ imports: [first.module], providers: [{ provide: Authenticator, useClass: NobodySignsIn }] })
  class UnderTest {}
  return [{ ...first, module: UnderTest }, ...rest];
}

/** Whoever is given as the actor has just proved it, and has no session of which a command could speak. */
const PROVEN = { kind: 'token', id: 'given', provenSeconds: 0 } as const;

/** The actor in the header stands; every other request goes to the application's own authenticator. */
function acceptGivenActors(app: NestFastifyApplication): void {
  const authenticator = app.get(Authenticator, { strict: false });
  const authenticate = authenticator.authenticate.bind(authenticator);
  authenticator.authenticate = (request: Request) => {
    const given = request.headers[ACTOR_HEADER];
    if (typeof given !== 'string') return authenticate(request);
    request.credential = PROVEN;
    return Promise.resolve(actorIn(given));
  };
}

const actorIn = (header: string): Actor => JSON.parse(Buffer.from(header, 'base64url').toString()) as Actor;
