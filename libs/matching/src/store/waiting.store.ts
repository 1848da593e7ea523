import { Injectable } from '@nestjs/common';
import { Db, sql } from '@jihui/platform';

/** Something of which nobody was told when it came: the night matches it. */
export interface Waiting {
  /** A need of the day waits for patents alone: results and experts for it were told at once. */
  readonly kind: 'RESULT' | 'NEED' | 'NEED_PATENTS' | 'EXPERT' | 'PATENT';
  readonly id: string;
}
export interface Waited extends Waiting {
  readonly since: Date;
  /** How often it failed. */
  readonly attempts: number;
}
/** Something that failed. */
export interface Failed extends Waited {
  readonly error: string;
  /** Null once it is given up. */
  readonly retryAt: Date | null;
  /** Empty of experts, whose names are not kept here, and of what is gone. */
  readonly title: string;
}
export interface Backlog {
  readonly waiting: number;
  readonly retrying: number;
  readonly givenUp: number;
}

/** An error's own words may hold a whole statement. */
const MAX_ERROR = 500;

/** What waits for the night. */
@Injectable()
export class WaitingStore {
  constructor(private readonly db: Db) {}

  /** What comes again begins anew, whatever became of it before. */
  async add(waiting: readonly Waiting[]): Promise<void> {
    if (waiting.length === 0) return;
    const rows = JSON.stringify(waiting.map(({ kind, id }) => ({ kind, id })));
    await this.db.query(sql`
      insert into matching.waiting (kind, id)
      select distinct w.kind, w.id from jsonb_to_recordset(${rows}::jsonb) as w (kind text, id uuid)
      order by w.kind, w.id
      on conflict (kind, id) do update
        set since = clock_timestamp(), attempts = 0, error = null, retry_at = '-infinity'`);
  }

  /** The next that is due in the order of kind and id after this one: one that fails does not keep those behind it. */
  next(after: Waiting | null): Promise<Waited | undefined> {
    const [kind, id] = [after?.kind ?? '', after?.id ?? '00000000-0000-0000-0000-000000000000'];
    return this.db.one<Waited>(sql`
      select kind, id, since, attempts from matching.waiting
      where (kind, id) > (${kind}, ${id}::uuid) and retry_at <= platform.business_now()
      order by kind, id limit 1`);
  }

  /** Takes it off, unless it came again meanwhile. */
  async done({ kind, id, since }: Waited): Promise<void> {
    await this.db.query(sql`
      delete from matching.waiting where kind = ${kind} and id = ${id} and since = ${since}`);
  }

  /** Notes that it failed once more, unless it came again meanwhile. @param retryAt null gives it up */
  async failed({ kind, id, since, attempts }: Waited, error: string, retryAt: Date | null): Promise<void> {
    await this.db.query(sql`
      update matching.waiting set attempts = ${attempts + 1}, error = ${error.slice(0, MAX_ERROR)}, retry_at = ${retryAt}
      where kind = ${kind} and id = ${id} and since = ${since}`);
  }

  async backlog(): Promise<Backlog> {
    const counted = await this.db.one<Backlog>(sql`
      select count(*) filter (where attempts = 0)::int as waiting,
        count(*) filter (where attempts > 0 and retry_at is not null)::int as retrying,
        count(*) filter (where retry_at is null)::int as "givenUp"
      from matching.waiting`);
    return counted ?? { waiting: 0, retrying: 0, givenUp: 0 };
  }

  /** What failed, those given up first. */
  failures(limit: number): Promise<Failed[]> {
    return this.db.query<Failed>(sql`
      select w.kind, w.id, w.since, w.attempts, coalesce(w.error, '') as error, w.retry_at as "retryAt",
        coalesce(l.title, p.title, '') as title
      from matching.waiting w
      left join matching.listing l on l.id = w.id and w.kind in ('RESULT', 'NEED', 'NEED_PATENTS')
      left join matching.patent p on p.id = w.id and w.kind = 'PATENT'
      where w.attempts > 0 order by w.attempts desc, w.since desc, w.kind, w.id limit ${limit}`);
  }
}
