import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { Codes, DomainError } from '@jihui/kernel';
import { pageOf, pagesOf, type Connection, type ListQuery, type PageArgs } from './page.js';
import type { Sql } from './sql.js';

const current = new AsyncLocalStorage<EntityManager>();

/** Keys under which PostgreSQL reports what the platform turns into refusals. */
export const isUniqueViolation = (error: unknown, constraint?: string): boolean => {
  const driver = (error as { driverError?: { code?: string; constraint?: string } }).driverError;
  return driver?.code === '23505' && (constraint === undefined || driver.constraint === constraint);
};

/** TypeORM answers an UPDATE or DELETE with [rows, count], everything else with the rows. */
function rowsOf<R>(answer: unknown[]): R[] {
  const [rows, count] = answer;
  return (Array.isArray(rows) && typeof count === 'number' ? rows : answer) as R[];
}

/** The database: inside a unit of work its transaction, outside the pool. */
@Injectable()
export class Db {
  constructor(private readonly dataSource: DataSource) {}

  private get manager(): EntityManager {
    return current.getStore() ?? this.dataSource.manager;
  }

  get inTransaction(): boolean {
    return current.getStore() !== undefined;
  }

  async query<R>(statement: Sql): Promise<R[]> {
    const { text, values } = statement.toQuery();
    return rowsOf<R>(await this.manager.query<unknown[]>(text, values));
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
    await this.manager.insert(Row, row);
  }

  async get<E extends ObjectLiteral>(Row: EntityTarget<E>, id: string): Promise<E | undefined> {
    return (await this.manager.findOneBy(Row, { id } as never)) ?? undefined;
  }

  /** The row, locked until the transaction ends (SELECT … FOR UPDATE). */
  async lock<E extends ObjectLiteral>(Row: EntityTarget<E>, id: string): Promise<E | undefined> {
    if (!this.inTransaction) throw new Error('lock outside a unit of work');
    const row = await this.manager.findOne(Row, {
      where: { id } as never,
      lock: { mode: 'pessimistic_write' },
    });
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
    const result = await this.manager
      .createQueryBuilder()
      .update(Row)
      .set(stamped as never)
      .where('id = :id and version = :version', { ...key })
      .execute();
    if (result.affected !== 1) throw staleVersion();
  }

  /** Runs in a transaction: the one that is open, otherwise a new one that ends with this call. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.inTransaction) return work();
    return this.dataSource.transaction((manager) => current.run(manager, work));
  }
}

export const staleVersion = (): DomainError =>
  new DomainError(Codes.STALE_VERSION, '内容已被他人更新，请刷新后再试');
