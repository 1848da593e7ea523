import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import type { DemoCity } from './city.js';

/** Set while a request is handled: what relay, workers and timers ask meanwhile is not the request's. */
const handling = new AsyncLocalStorage<string[]>();

/** Notes what is asked of the database on behalf of requests. For `beforeAll`; call `stop` in `afterAll`. */
export class StatementCounter {
  private statements: string[] = [];
  private readonly ask = pg.Client.prototype.query;

  constructor(city: DemoCity) {
    const server = city.app.getHttpServer() as { emit: (event: string, ...words: unknown[]) => boolean };
    const emit = server.emit.bind(server);
    server.emit = (event, ...words) =>
      event === 'request'
        ? handling.run(this.statements, () => emit(event, ...words))
        : emit(event, ...words);
    const ask = this.ask as (this: unknown, ...words: unknown[]) => unknown;
    pg.Client.prototype.query = function (this: unknown, ...words: unknown[]) {
      const [config] = words;
      const text = typeof config === 'string' ? config : (config as { text?: string } | undefined)?.text;
      handling.getStore()?.push(text ?? '');
      return ask.apply(this, words);
    } as never;
  }

  /** How often each statement is asked while `request` runs. */
  async during(request: () => Promise<unknown>): Promise<ReadonlyMap<string, number>> {
    this.statements = [];
    await request();
    const counts = new Map<string, number>();
    for (const statement of this.statements.map(ofAnyLength))
      counts.set(statement, (counts.get(statement) ?? 0) + 1);
    return counts;
  }

  stop(): void {
    pg.Client.prototype.query = this.ask;
  }
}

/** A page's length is written into its statement, so that the planner knows it: it is the same statement all the same. */
const ofAnyLength = (statement: string): string => statement.replace(/\blimit \d+/gi, 'limit …');

/** Statements that are asked more often for the many than for the one. */
export const grown = (
  one: ReadonlyMap<string, number>,
  many: ReadonlyMap<string, number>,
): { readonly statement: string; readonly one: number; readonly many: number }[] =>
  [...many]
    .filter(([statement, count]) => count > (one.get(statement) ?? 0))
    .map(([statement, count]) => ({
      statement: statement.replace(/\s+/g, ' ').slice(0, 160),
      one: one.get(statement) ?? 0,
      many: count,
    }));
