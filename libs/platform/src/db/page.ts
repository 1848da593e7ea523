import { Codes, DomainError, say } from '@jihui/kernel';
import { and, join, or, raw, sql, type Sql } from './sql.js';

/** Relay's four arguments, already checked by {@link pageArgs}. */
export interface PageArgs {
  readonly limit: number;
  readonly backward: boolean;
  readonly cursor: string | null;
}

/** One column of a list's order. The last one of a list must be unique, and none may be null. */
export interface OrderColumn {
  readonly expression: Sql;
  /** The column's PostgreSQL type, to which the cursor's text is cast back. */
  readonly type: 'uuid' | 'timestamptz' | 'int' | 'bigint' | 'float8' | 'text' | 'date';
  readonly direction: 'asc' | 'desc';
}

export interface ListQuery<R, N> {
  readonly select: Sql;
  readonly from: Sql;
  readonly where: readonly Sql[];
  readonly order: readonly OrderColumn[];
  readonly toNode: (row: R) => N;
  /** Whether the page is asked often and its text is always the same, so that it is parsed and planned once a connection. */
  readonly isPrepared?: boolean;
}

export interface Connection<N> {
  readonly edges: readonly { readonly node: N; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Computed when asked. */
  readonly totalCount: () => Promise<number>;
}

export const MAX_PAGE = 100;
export const DEFAULT_PAGE = 20;

/**
 * Checks Relay's arguments.
 * @throws DomainError PAGE.TOO_LARGE over 100 rows; INVALID_INPUT for negative or contradictory ones.
 */
export function pageArgs(args: {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}): PageArgs {
  const { first = null, after = null, last = null, before = null } = args;
  const limit = first ?? last ?? DEFAULT_PAGE;
  if (limit < 0 || (first !== null && last !== null) || (after !== null && before !== null))
    throw new DomainError(Codes.INVALID_INPUT, 'first/after 与 last/before 只能取一组，且不能为负');
  if (limit > MAX_PAGE) throw new DomainError(Codes.PAGE_TOO_LARGE, say`每页最多 ${MAX_PAGE} 条`);
  return { limit, backward: last !== null || before !== null, cursor: after ?? before };
}

const encode = (keys: readonly string[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** Inside a cursor a character that PostgreSQL does not store hides from those who look at the request's texts. */
const isKey = (key: unknown): boolean => typeof key === 'string' && !key.includes('\u0000');

function decode(cursor: string, length: number): string[] {
  const bad = new DomainError(Codes.PAGE_BAD_CURSOR, '翻页标记无效，请从第一页重新打开');
  let keys: unknown;
  try {
    keys = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw bad;
  }
  if (!Array.isArray(keys) || keys.length !== length || !keys.every(isKey)) throw bad;
  return keys as string[];
}

/** Rows strictly after the cursor in the order; row comparison where one index serves it. */
function afterCursor(order: readonly OrderColumn[], keys: readonly string[], backward: boolean): Sql {
  const value = (index: number): Sql => sql`${keys[index]}::${raw(order[index]?.type ?? 'text')}`;
  const ascending = (column: OrderColumn): boolean => (column.direction === 'asc') !== backward;
  if (order.every((column) => ascending(column) === ascending(order[0] as OrderColumn))) {
    const columns = join(order.map((column) => column.expression));
    const values = join(order.map((_, index) => value(index)));
    const operator = raw(ascending(order[0] as OrderColumn) ? '>' : '<');
    return sql`(${columns}) ${operator} (${values})`;
  }
  return or(
    order.map((column, index) =>
      and([
        ...order.slice(0, index).map((earlier, at) => sql`${earlier.expression} = ${value(at)}`),
        sql`${column.expression} ${raw(ascending(column) ? '>' : '<')} ${value(index)}`,
      ]),
    ),
  );
}

const keyOf = (row: Record<string, unknown>, length: number): string =>
  encode(Array.from({ length }, (_, index) => String(row[`__k${index}`])));

type Run = <T>(statement: Sql) => Promise<T[]>;
type KeyedRow = Record<string, unknown>;

/** What a page of the list selects, and its rows: one more than asked, which tells whether there are more. */
function clausesOf<R, N>(list: ListQuery<R, N>, args: PageArgs) {
  const { order } = list;
  const after =
    args.cursor === null ? [] : [afterCursor(order, decode(args.cursor, order.length), args.backward)];
  const keys = order.map((column, index) => sql`(${column.expression})::text as ${raw(`"__k${index}"`)}`);
  const orderBy = order.map(
    (column) =>
      sql`${column.expression} ${raw((column.direction === 'asc') !== args.backward ? 'asc' : 'desc')}`,
  );
  return {
    columns: sql`${list.select}, ${join(keys)}`,
    where: [...list.where, ...after],
    orderBy: join(orderBy),
    limit: raw(String(args.limit + 1)),
  };
}

/** Of PostgreSQL: not of the type's form, no such day, out of range (of a number, of a day). */
const NOT_OF_THE_TYPE: readonly (string | undefined)[] = ['22P02', '22007', '22003', '22008'];

/** Text that a cursor's type does not take: somebody else's or a made-up cursor. */
const orBadCursor =
  (args: PageArgs) =>
  (error: unknown): never => {
    const code = (error as { driverError?: { code?: string } }).driverError?.code;
    if (args.cursor !== null && NOT_OF_THE_TYPE.includes(code))
      throw new DomainError(Codes.PAGE_BAD_CURSOR, '翻页标记无效，请从第一页重新打开');
    throw error;
  };

function connectionFrom<R, N>(
  rows: readonly KeyedRow[],
  list: ListQuery<R, N>,
  args: PageArgs,
  totalCount: () => Promise<number>,
): Connection<N> {
  const more = rows.length > args.limit;
  const kept = rows.slice(0, args.limit);
  if (args.backward) kept.reverse();
  const edges = kept.map((row) => ({ node: list.toNode(row as R), cursor: keyOf(row, list.order.length) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: args.backward ? args.cursor !== null : more,
      hasPreviousPage: args.backward ? more : args.cursor !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

/** @throws DomainError PAGE.BAD_CURSOR for a cursor that this list did not issue. */
export async function pageOf<R, N>(run: Run, list: ListQuery<R, N>, args: PageArgs): Promise<Connection<N>> {
  const { columns, where, orderBy, limit } = clausesOf(list, args);
  const statement = sql`
    select ${columns} from ${list.from} where ${and(where)}
    order by ${orderBy} limit ${limit}`;
  // A page's length stands in its text: of those that are not the usual one there could be many.
  const isPrepared = list.isPrepared === true && args.limit === DEFAULT_PAGE;
  const rows = await run<KeyedRow>(isPrepared ? statement.prepared() : statement).catch(orBadCursor(args));
  return connectionFrom(rows, list, args, async () => {
    const [row] = await run<{ count: string }>(
      sql`select count(*) as count from ${list.from} where ${and(list.where)}`,
    );
    return Number(row?.count ?? 0);
  });
}

/**
 * The same page of each parent's list, in one statement however many parents there are; so is their count.
 * @param parent the list's column that holds its parent's id.
 * @throws DomainError PAGE.BAD_CURSOR for a cursor that these lists did not issue.
 */
export async function pagesOf<R, N>(
  run: Run,
  list: ListQuery<R, N>,
  parent: Sql,
  ids: readonly string[],
  args: PageArgs,
): Promise<Map<string, Connection<N>>> {
  const { columns, where, orderBy, limit } = clausesOf(list, args);
  const rows = await run<KeyedRow & { __parent: string }>(sql`
    select parent.id as "__parent", page.* from unnest(${[...ids]}::uuid[]) as parent (id)
    cross join lateral (
      select ${columns}, row_number() over (order by ${orderBy}) as "__n" from ${list.from}
      where ${parent} = parent.id and ${and(where)} order by ${orderBy} limit ${limit}) as page
    order by parent.id, page."__n"`).catch(orBadCursor(args));
  let counted: Promise<Map<string, number>> | undefined;
  const count = async (): Promise<Map<string, number>> => {
    const counts = await run<{ id: string; count: string }>(sql`
      select ${parent} as id, count(*) as count from ${list.from}
      where ${sql.any(parent, ids)} and ${and(list.where)} group by 1`);
    return new Map(counts.map((row) => [row.id, Number(row.count)]));
  };
  return new Map(
    ids.map((id) => [
      id,
      connectionFrom(
        rows.filter((row) => row.__parent === id),
        list,
        args,
        async () => (await (counted ??= count())).get(id) ?? 0,
      ),
    ]),
  );
}

/** A connection over rows that are already in memory, in their order; cursors are offsets. */
export function connectionOf<N>(nodes: readonly N[], args: PageArgs): Connection<N> {
  const at = args.cursor === null ? null : Number(decode(args.cursor, 1)[0]);
  if (at !== null && !Number.isInteger(at))
    throw new DomainError(Codes.PAGE_BAD_CURSOR, '翻页标记无效，请从第一页重新打开');
  const end = args.backward ? (at ?? nodes.length) : Math.min(nodes.length, (at ?? -1) + 1 + args.limit);
  const start = args.backward ? Math.max(0, end - args.limit) : (at ?? -1) + 1;
  const edges = nodes
    .slice(start, end)
    .map((node, index) => ({ node, cursor: encode([String(start + index)]) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: end < nodes.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: () => Promise.resolve(nodes.length),
  };
}
