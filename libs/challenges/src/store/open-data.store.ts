import { Injectable } from '@nestjs/common';
import { anonymous } from '@jihui/kernel';
import { Db, raw, sql, type Connection, type PageArgs } from '@jihui/platform';
import type { OpenedBid } from '../core/open-data/facts.js';
import type { KeptRelease } from '../core/open-data/packages.js';
import { callVisibleTo } from './calls.store.js';

const COLUMNS = raw('r.process, r.place, r.at, r.tags, r.body');

/** Calls that a visitor sees: nothing else is ever given out. */
const VISIBLE = sql`exists (select from challenges.call c where c.id = p.call_id and ${callVisibleTo(anonymous)})`;

type Round = { readonly callId: string; readonly round: number };

/** Releases and their processes: the only SQL on open data. */
@Injectable()
export class OpenDataStore {
  constructor(private readonly db: Db) {}

  /** Begins the process where it has not begun, and locks it until the transaction ends. */
  async lock(id: string, { callId, round }: Round, at: Date): Promise<void> {
    await this.db.query(sql`
      insert into challenges.open_process (id, call_id, round, updated_at)
      values (${id}, ${callId}, ${round}, ${at}) on conflict (id) do nothing`);
    await this.db.query(sql`select 1 from challenges.open_process p where p.id = ${id} for update`);
  }

  async isBegun({ callId, round }: Round): Promise<boolean> {
    const found = await this.db.one(sql`
      select 1 as found from challenges.open_process p where p.call_id = ${callId} and p.round = ${round}`);
    return found !== undefined;
  }

  /** The newest two of a process, newest first; `fresh` is one of the transaction that is open. */
  newest(process: string): Promise<readonly (KeptRelease & { readonly fresh: boolean })[]> {
    return this.db.query(sql`
      select ${COLUMNS}, r.transaction = txid_current() as fresh from challenges.open_release r
      where r.process = ${process} order by r.place desc limit 2`);
  }

  /** Adds a release, or puts it in the place of the one that this transaction wrote at the same instant. */
  async put({ process, place, at, tags, body }: KeptRelease): Promise<void> {
    await this.db.query(sql`
      insert into challenges.open_release as r (process, place, at, tags, body)
      values (${process}, ${place}, ${at}, ${[...tags]}::text[], ${JSON.stringify(body)}::jsonb)
      on conflict (process, place) do update set tags = excluded.tags, body = excluded.body`);
    await this.db.query(sql`update challenges.open_process set updated_at = ${at} where id = ${process}`);
  }

  /** Bids of a round, where all were opened: none before, whatever there is. */
  openedBids({ callId, round }: Round): Promise<readonly OpenedBid[]> {
    return this.db.query<OpenedBid>(sql`
      select b.id, jsonb_build_object('id', b.organisation_id, 'name', coalesce(o.name, '')) as bidder, b.fault,
        case when c.state not in ('BIDS_CLOSED', 'BIDS_OPENED') then k.verdict end as verdict
      from challenges.bid b
      join challenges.bid_log l on l.call_id = b.call_id and l.round = b.round and l.opened_at is not null
      join challenges.call c on c.id = b.call_id
      left join challenges.organisation o on o.id = b.organisation_id
      left join challenges.bid_check k on k.bid_id = b.id
      where b.call_id = ${callId} and b.round = ${round} and b.state = 'STANDING' order by b.commitment`);
  }

  /** Newest first. */
  releases(args: PageArgs): Promise<Connection<KeptRelease>> {
    return this.db.page<KeptRelease, KeptRelease>(
      {
        select: COLUMNS,
        from: raw('challenges.open_release r join challenges.open_process p on p.id = r.process'),
        where: [VISIBLE],
        order: [
          { expression: sql`r.at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`r.process`, type: 'text', direction: 'desc' },
          { expression: sql`r.place`, type: 'int', direction: 'desc' },
        ],
        toNode: ({ process, place, at, tags, body }) => ({ process, place, at, tags, body }),
      },
      args,
    );
  }

  /** Processes, what was changed last first. */
  processes(args: PageArgs): Promise<Connection<string>> {
    return this.db.page<{ id: string }, string>(
      {
        select: raw('p.id'),
        from: raw('challenges.open_process p'),
        where: [VISIBLE],
        order: [
          { expression: sql`p.updated_at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`p.id`, type: 'text', direction: 'desc' },
        ],
        toNode: ({ id }) => id,
      },
      args,
    );
  }

  /** Of these processes, oldest first: all, with the text of the newest alone. */
  async histories(processes: readonly string[]): Promise<ReadonlyMap<string, readonly KeptRelease[]>> {
    const rows = await this.db.query<KeptRelease>(sql`
      select r.process, r.place, r.at, r.tags, case when r.place = max(r.place) over (partition by r.process)
        then r.body else '{}'::jsonb end as body
      from challenges.open_release r where ${sql.any(sql`r.process`, processes)} order by r.process, r.place`);
    const found = new Map<string, KeptRelease[]>();
    for (const row of rows) found.set(row.process, [...(found.get(row.process) ?? []), row]);
    return found;
  }

  /** The release of that place in its process. */
  async one(process: string, place: number): Promise<KeptRelease | undefined> {
    return this.db.one<KeptRelease>(sql`
      select ${COLUMNS} from challenges.open_release r join challenges.open_process p on p.id = r.process
      where r.process = ${process} and r.place = ${place} and ${VISIBLE}`);
  }

  /** All of one process, oldest first. */
  of(process: string): Promise<readonly KeptRelease[]> {
    return this.db.query<KeptRelease>(sql`
      select ${COLUMNS} from challenges.open_release r join challenges.open_process p on p.id = r.process
      where r.process = ${process} and ${VISIBLE} order by r.place`);
  }
}
