import { AsyncLocalStorage } from 'node:async_hooks';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';

/** Set while a request is handled: what relay, workers and timers ask meanwhile is not the request's. */
const handling = new AsyncLocalStorage<string[]>();

/** The server of an application, as far as one listens to it. */
interface Listening {
  emit(event: string, ...words: unknown[]): boolean;
}
type Query = (this: unknown, ...words: unknown[]) => unknown;

/**
 * What the database is asked on behalf of the requests that come in while `ask` runs, each statement's text in the order
 * of asking. The application is in this process; one call at a time.
 */
export async function statementsOf(
  app: NestFastifyApplication,
  ask: () => PromiseLike<unknown>,
): Promise<readonly string[]> {
  const statements: string[] = [];
  const server = app.getHttpServer() as unknown as Listening;
  const { emit } = server;
  const query = pg.Client.prototype.query as unknown as Query;
  server.emit = (event, ...words) =>
    event === 'request'
      ? handling.run(statements, () => emit.call(server, event, ...words))
      : emit.call(server, event, ...words);
  pg.Client.prototype.query = function (this: unknown, ...words: unknown[]) {
    const [config] = words;
    const text = typeof config === 'string' ? config : (config as { text?: string } | undefined)?.text;
    handling.getStore()?.push(text ?? '');
    return query.apply(this, words);
  } as never;
  try {
    await ask();
  } finally {
    server.emit = emit;
    pg.Client.prototype.query = query as never;
  }
  return statements;
}
