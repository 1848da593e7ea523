import { Injectable } from '@nestjs/common';
import { Db, sql } from '@jihui/platform';

/** Something of which nobody was told when it came: the night matches it. */
export interface Waiting {
  readonly kind: 'RESULT' | 'NEED' | 'EXPERT' | 'PATENT';
  readonly id: string;
}
export interface Waited extends Waiting {
  readonly since: Date;
}

/** What waits for the night. */
@Injectable()
export class WaitingStore {
  constructor(private readonly db: Db) {}

  async add(waiting: readonly Waiting[]): Promise<void> {
    if (waiting.length === 0) return;
    const rows = JSON.stringify(waiting.map(({ kind, id }) => ({ kind, id })));
    await this.db.query(sql`
      insert into matching.waiting (kind, id)
      select distinct w.kind, w.id from jsonb_to_recordset(${rows}::jsonb) as w (kind text, id uuid)
      order by w.kind, w.id on conflict (kind, id) do update set since = clock_timestamp()`);
  }

  /** The next in the order of kind and id after this one: one that fails does not keep those behind it. */
  next(after: Waiting | null): Promise<Waited | undefined> {
    const [kind, id] = [after?.kind ?? '', after?.id ?? '00000000-0000-0000-0000-000000000000'];
    return this.db.one<Waited>(sql`
      select kind, id, since from matching.waiting where (kind, id) > (${kind}, ${id}::uuid) order by kind, id limit 1`);
  }

  /** Takes it off, unless it came again meanwhile. */
  async done({ kind, id, since }: Waited): Promise<void> {
    await this.db.query(sql`
      delete from matching.waiting where kind = ${kind} and id = ${id} and since = ${since}`);
  }
}
