import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import type { TestApp } from './app.js';

/** Set while a request is handled: what relay, workers and timers ask meanwhile is not the request's. */
const handling = new AsyncLocalStorage<string[]>();

/** The server of an application, as far as one listens to it. */
interface Listening {
  emit(event: string, ...words: unknown[]): boolean;
}
type Query = (this: unknown, ...words: unknown[]) => unknown;

/**
 * What the database is asked on behalf of the requests that come in while `ask` runs, each statement's text in the order
 * of asking. The applications are in this process; one call at a time.
 */
export async function statementsOf(
  { apps }: Pick<TestApp, 'apps'>,
  ask: () => PromiseLike<unknown>,
): Promise<readonly string[]> {
  const statements: string[] = [];
  const servers = apps.map((app) => app.getHttpServer() as unknown as Listening);
  const query = pg.Client.prototype.query as unknown as Query;
  const restored = servers.map((server) => listening(server, statements));
  pg.Client.prototype.query = function (this: unknown, ...words: unknown[]) {
    const [config] = words;
    const text = typeof config === 'string' ? config : (config as { text?: string } | undefined)?.text;
    handling.getStore()?.push(text ?? '');
    return query.apply(this, words);
  } as never;
  try {
    await ask();
  } finally {
    for (const restore of restored) restore();
    pg.Client.prototype.query = query as never;
  }
  return statements;
}

/** What this server handles meanwhile is the request's. @returns what ends that. */
function listening(server: Listening, statements: string[]): () => void {
  const { emit } = server;
  server.emit = (event, ...words) =>
    event === 'request'
      ? handling.run(statements, () => emit.call(server, event, ...words))
      : emit.call(server, event, ...words);
  return () => {
    server.emit = emit;
  };
}
