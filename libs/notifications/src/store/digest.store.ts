import { Injectable } from '@nestjs/common';
import { Db, sql } from '@jihui/platform';
import type { Audience } from '../core/audiences.js';

/** What was found for one thing of a person's, until the morning. */
export interface DigestLine {
  readonly personId: string;
  /** `<subject>.<text>` of the rule. */
  readonly kind: string;
  readonly subjectId: string;
  /** What was found, and for what. */
  readonly title: string;
  readonly link: string;
  readonly count: number;
  /** The best score of them, 0–100. */
  readonly best: number;
  /** As whom the person was told: who is none of them any more is not told. */
  readonly audiences: readonly Audience[];
}

const COLUMNS = sql`person_id as "personId", kind, subject_id as "subjectId", title, link, count, best, audiences`;

/** Lines that wait for the next digest. */
@Injectable()
export class DigestStore {
  constructor(private readonly db: Db) {}

  /** Adds to what waits: one line a thing, however often something was found for it. */
  async collect(lines: readonly (DigestLine & { readonly at: Date })[]): Promise<void> {
    if (lines.length === 0) return;
    await this.db.query(sql`
      insert into notifications.digest_line as d (person_id, kind, subject_id, title, link, count, best, audiences,
        created_at)
      select l."personId", l.kind, l."subjectId", l.title, l.link, l.count, l.best, l.audiences, l.at
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l ("personId" uuid, kind text, "subjectId" uuid,
        title text, link text, count int, best int, audiences jsonb, at timestamptz)
      order by l."personId", l.kind, l."subjectId"
      on conflict (person_id, kind, subject_id) do update set title = excluded.title, count = d.count + excluded.count,
        best = greatest(d.best, excluded.best), audiences = excluded.audiences`);
  }

  /** The next person for whom something waits, in the order of ids. */
  async nextPerson(after: string | null): Promise<string | undefined> {
    const row = await this.db.one<{ id: string }>(sql`
      select person_id as id from notifications.digest_line
      where ${after}::uuid is null or person_id > ${after}::uuid order by person_id limit 1`);
    return row?.id;
  }

  /** Takes off what waits for the person, the best first. */
  take(personId: string): Promise<DigestLine[]> {
    return this.db.query<DigestLine>(sql`
      with taken as (delete from notifications.digest_line where person_id = ${personId} returning *)
      select ${COLUMNS} from taken order by best desc, count desc, kind, subject_id`);
  }
}
