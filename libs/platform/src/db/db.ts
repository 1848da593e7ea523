import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  DataSource,
  QueryFailedError,
  type EntityManager,
  type EntityTarget,
  type ObjectLiteral,
} from 'typeorm';
import { Codes, DomainError } from '@jihui/kernel';
import type { DomainName } from '@jihui/events';
import { ofDatabase } from '../config/away.js';
import { pageOf, pagesOf, type Connection, type ListQuery, type PageArgs } from './page.js';
import type { Sql } from './sql.js';
import { StatementWatch } from './statement-watch.js';
import { Together } from './together.js';
import { Turns } from './turns.js';

/** The transaction that is open. */
interface Open {
  readonly manager: EntityManager;
  readonly turns: Turns;
  /** Domains whose work it holds. */
  readonly written: Set<DomainName>;
}

const current = new AsyncLocalStorage<Open>();
const together = new AsyncLocalStorage<Together | undefined>();

/** Keys under which PostgreSQL reports what the platform turns into refusals. */
export const isUniqueViolation = (error: unknown, constraint?: string): boolean => {
  const driver = (error as { driverError?: { code?: string; constraint?: string } }).driverError;
  return driver?.code === '23505' && (constraint === undefined || driver.constraint === constraint);
};

/** The driver's own client, of which TypeORM says nothing. */
interface Client {
  query(config: {
    readonly name?: string;
    readonly text: string;
    readonly values: readonly unknown[];
  }): Promise<{ readonly rows: unknown[] }>;
}

/** Names of prepared statements by their texts, of which the code holds a fixed number. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `jihui_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
  names.set(text, name);
  return name;
}

/** TypeORM takes no names for statements, and tells everybody of each: the driver is asked. */
async function rowsOf<R>(
  client: Client,
  { text, values }: ReturnType<Sql['toQuery']>,
  isPrepared: boolean,
): Promise<R[]> {
  const name = isPrepared ? { name: nameOf(text) } : {};
  try {
    return (await client.query({ ...name, text, values })).rows as R[];
  } catch (error) {
    throw new QueryFailedError(text, values, error as Error);
  }
}

/** The database: inside a unit of work its transaction, outside the pool. */
@Injectable()
export class Db {
  private readonly watching: ((domain: DomainName) => void)[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly statements: StatementWatch,
  ) {}

  /**
   * On the pool at once; inside a transaction when its connection is free.
   * @param text what is asked, without values: for whoever watches
   */
  private async ask<T>(text: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const open = current.getStore();
    try {
      return await this.statements.watch(text, () =>
        open === undefined ? work(this.dataSource.manager) : open.turns.take(() => work(open.manager)),
      );
    } catch (error) {
      throw ofDatabase(error);
    }
  }

  /** Tells, before whoever did it goes on, that work of a domain has been committed by this process. */
  onCommit(told: (domain: DomainName) => void): void {
    this.watching.push(told);
  }

  /** The open transaction holds work of the domain. */
  holds(domain: DomainName): void {
    current.getStore()?.written.add(domain);
  }

  get inTransaction(): boolean {
    return current.getStore() !== undefined;
  }

  async query<R>(statement: Sql): Promise<R[]> {
    const batch = together.getStore();
    if (batch !== undefined && statement.isPrepared) return batch.query<R>(statement);
    const asked = statement.toQuery();
    return this.ask(asked.text, async (manager) => {
      const open = manager.queryRunner;
      const runner = open ?? this.dataSource.createQueryRunner();
      try {
        return await rowsOf<R>((await runner.connect()) as Client, asked, statement.isPrepared);
      } finally {
        if (open === undefined) await runner.release();
      }
    });
  }

  /**
   * Sends the prepared statements that `ask` asks for at once as one statement, for reads that do not wait for each
   * other. Their rows come as JSON has them: an instant is text.
   */
  together<T>(ask: () => Promise<T>): Promise<T> {
    const batch = new Together((statement) => together.run(undefined, () => this.query(statement)));
    return together.run(batch, ask);
  }

  /** The first row, if any. */
  async one<R>(statement: Sql): Promise<R | undefined> {
    return (await this.query<R>(statement))[0];
  }

  /** One page of a list in keyset order; its `totalCount` is a query of its own, made when asked. */
  page<R, N>(list: ListQuery<R, N>, args: PageArgs): Promise<Connection<N>> {
    return pageOf((statement) => this.query(statement), list, args);
  }

  /** The same page of each parent's list, in one statement: for lists that stand on things. */
  pages<R, N>(
    list: ListQuery<R, N>,
    parent: Sql,
    ids: readonly string[],
    args: PageArgs,
  ): Promise<Map<string, Connection<N>>> {
    return pagesOf((statement) => this.query(statement), list, parent, ids, args);
  }

  async insert<E extends ObjectLiteral>(Row: EntityTarget<E>, row: E): Promise<void> {
    await this.ask(`insert into ${this.tableOf(Row)}`, (manager) => manager.insert(Row, row));
  }

  async get<E extends ObjectLiteral>(Row: EntityTarget<E>, id: string): Promise<E | undefined> {
    const found = await this.ask(`select from ${this.tableOf(Row)}`, (manager) =>
      manager.findOneBy(Row, { id } as never),
    );
    return found ?? undefined;
  }

  /** The row, locked until the transaction ends (SELECT … FOR UPDATE). */
  async lock<E extends ObjectLiteral>(Row: EntityTarget<E>, id: string): Promise<E | undefined> {
    if (!this.inTransaction) throw new Error('lock outside a unit of work');
    const row = await this.ask(`select from ${this.tableOf(Row)} for update`, (manager) =>
      manager.findOne(Row, { where: { id } as never, lock: { mode: 'pessimistic_write' } }),
    );
    return row ?? undefined;
  }

  /**
   * Changes one row and raises its version by one.
   * @throws DomainError STALE_VERSION when the row is no longer at that version.
   */
  async update<E extends ObjectLiteral>(
    Row: EntityTarget<E>,
    key: { readonly id: string; readonly version: number },
    patch: Partial<E>,
  ): Promise<void> {
    const metadata = this.dataSource.getMetadata(Row);
    const stamped: Record<string, unknown> = { ...patch, version: key.version + 1 };
    if (metadata.findColumnWithPropertyName('updatedAt'))
      stamped['updatedAt'] = () => 'platform.business_now()';
    const result = await this.ask(`update ${metadata.tablePath}`, (manager) =>
      manager
        .createQueryBuilder()
        .update(Row)
        .set(stamped as never)
        .where('id = :id and version = :version', { ...key })
        .execute(),
    );
    if (result.affected !== 1) throw staleVersion();
  }

  private tableOf<E extends ObjectLiteral>(Row: EntityTarget<E>): string {
    return this.dataSource.getMetadata(Row).tablePath;
  }

  /** Runs in a transaction: the one that is open, otherwise a new one that ends with this call. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.inTransaction) return work();
    const written = new Set<DomainName>();
    const done = await this.begin(written, work);
    for (const domain of written) for (const told of this.watching) told(domain);
    return done;
  }

  private async begin<T>(written: Set<DomainName>, work: () => Promise<T>): Promise<T> {
    let own: unknown;
    try {
      return await this.dataSource.transaction(async (manager) => {
        const turns = new Turns();
        try {
          return await current.run({ manager, turns, written }, work);
        } catch (error) {
          own = error;
          throw error;
        } finally {
          await turns.end();
        }
      });
    } catch (error) {
      // What the work threw may speak of anything; what opening and ending the transaction throw is the database's.
      throw error === own ? error : ofDatabase(error);
    }
  }
}

export const staleVersion = (): DomainError =>
  new DomainError(Codes.STALE_VERSION, '内容已被他人更新，请刷新后再试');
