import type { ApolloServerPlugin } from '@apollo/server';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import { Db } from '../../db/db.js';
import { Listener } from '../../db/listener.js';
import { Rarely } from '../../logging/rarely.js';
import { notedOutage } from '../../outage.js';
import type { GraphContext } from '../context.js';
import { KeptAnswers } from './kept-answers.js';
import { isVisitors, judgeOf, type KeptJudge } from './kept-judge.js';
import type { KeptReads } from './kept-reads.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** By what the answer would be kept, and for how long once that is known. */
    kept?: {
      readonly key: string;
      readonly since: number;
      milliseconds: number;
      /** At the gateway: the shortest that a service said of its part; undefined before any did. */
      said?: number;
    };
  }
}

/** On which `platform.tell_of_change()` tells of writes. */
const CHANGE_CHANNEL = 'jihui_change';
/** How soon a lost connection is tried again. */
const AGAIN_MS = 1_000;
/** What an answer says of itself, as the graph's server set it. */
const HEADERS = ['content-type', 'cache-control'];

/**
 * Answers visitors from memory what was answered before and has not changed since: before the graph is asked, after who
 * asks is known. A write is heard of from the database, whoever made it; one by this process is known once it is
 * committed, and at the gateway one that went through it once the service has answered: before the answer to it goes out.
 */
export class KeptRequests {
  private readonly answers = new KeptAnswers();
  private readonly log = new Logger('KeptAnswers');
  private readonly rarely = new Rarely();

  private constructor(
    private readonly judge: KeptJudge,
    /** Domains whose work in this process may change what is kept. */
    private readonly domains: ReadonlySet<string>,
  ) {}

  /** Where the domains are answered in this process. @param reads by the domain whose reads they are */
  static ofDomains(reads: ReadonlyMap<string, KeptReads>): KeptRequests {
    return new KeptRequests(judgeOf(reads.values()), new Set(reads.keys()));
  }

  /** At the gateway: what every service that took part lets be kept. */
  static ofServices(): KeptRequests {
    return new KeptRequests(
      (answered) => (isVisitors(answered) ? (answered.contextValue.request.kept?.said ?? 0) : 0),
      new Set(),
    );
  }

  /** Tells which answers may be kept. */
  readonly plugin: ApolloServerPlugin<GraphContext> = {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: (answered) => {
          const { kept } = answered.contextValue.request;
          if (kept !== undefined) kept.milliseconds = this.judge(answered);
          return Promise.resolve();
        },
      }),
  };

  /** A service answered its part of the request. @param said its {@link KEPT_FOR}; undefined where it lets nothing be kept */
  answeredBy({ kept }: FastifyRequest, said: string | undefined): void {
    if (kept !== undefined) kept.said = Math.min(kept.said ?? Infinity, Number(said ?? 0));
  }

  /** Something may have been written by way of this process. */
  wrote(): void {
    this.answers.forget();
  }

  /** Takes part in the requests of the application, and hears of writes until it is closed. */
  async serve(app: NestFastifyApplication, databaseUrl: string): Promise<void> {
    const fastify = app.getHttpAdapter().getInstance();
    fastify.addHook(
      'preHandler',
      (request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction) => {
        const key = keyOf(request);
        const known = key === undefined ? undefined : this.answers.get(key);
        if (known !== undefined) return void reply.headers(known.headers).send(known.body);
        if (key !== undefined) request.kept = { key, since: this.answers.change, milliseconds: 0 };
        return done();
      },
    );
    fastify.addHook('onSend', (request: FastifyRequest, reply: FastifyReply, payload, done) => {
      const { kept } = request;
      if (kept !== undefined && kept.milliseconds > 0 && typeof payload === 'string') {
        const answer = { body: Buffer.from(payload), headers: headersOf(reply) };
        this.answers.keep(kept.key, kept.since, kept.milliseconds, answer);
      }
      done(null, payload);
    });
    app.get(Db).onCommit((domain) => this.changed(domain));
    const stop = await this.hear(databaseUrl);
    fastify.addHook('onClose', stop);
  }

  private changed(domain: string): void {
    if (this.domains.has(domain)) this.wrote();
  }

  private async hear(databaseUrl: string): Promise<() => Promise<void>> {
    const listener = new Listener({
      ...{ databaseUrl, name: 'jihui-kept', channel: CHANGE_CHANNEL },
      heard: () => this.wrote(),
      opened: () => this.answers.begin(),
      lost: () => this.answers.pause(),
    });
    const failed = (error: unknown): void => {
      if (notedOutage(error, (line) => this.log.warn(line))) return;
      if (this.rarely.due(String(error))) this.log.warn(`nothing is kept: ${String(error)}`);
    };
    await listener.open();
    const timer = setInterval(() => listener.openAgain(failed), AGAIN_MS);
    return async () => {
      clearInterval(timer);
      await listener.close();
    };
  }
}

const headersOf = (reply: FastifyReply): Record<string, string> =>
  Object.fromEntries(
    HEADERS.flatMap((name) => {
      const value = reply.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );

/** What a visitor asks, as one text; undefined for whatever else comes. */
function keyOf({ method, routeOptions, actor, body, headers }: FastifyRequest): string | undefined {
  if (method !== 'POST' || routeOptions.url !== '/graphql' || actor?.kind !== 'anonymous') return undefined;
  if (typeof body !== 'object' || body === null) return undefined;
  const { query, variables = null, operationName = null, ...more } = body as Record<string, unknown>;
  if (typeof query !== 'string' || Object.keys(more).length > 0) return undefined;
  return JSON.stringify([headers.accept ?? '', operationName, variables, query]);
}
