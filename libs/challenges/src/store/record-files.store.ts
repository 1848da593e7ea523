import { Injectable } from '@nestjs/common';
import { Db, sql, raw } from '@jihui/platform';
import type { FilePlace, KeptFile } from '../core/files/kept-file.js';

export interface RecordFile extends KeptFile, FilePlace {
  readonly sentBy: string;
  readonly takenAt: Date | null;
}

const COLUMNS = raw(`f.id, f.name, f.size::float8 as size, f.type, f.sha256, f.call_id as "callId",
  f.project_id as "projectId", f.kind, f.sent_by as "sentBy", f.taken_at as "takenAt"`);

/** Files of calls and projects: the only SQL on them. Who reads one, the record in which it stands says. */
@Injectable()
export class RecordFilesStore {
  constructor(private readonly db: Db) {}

  async insert({ id, callId, projectId, kind, ...file }: Omit<RecordFile, 'takenAt'>): Promise<void> {
    await this.db.query(sql`
      insert into challenges.record_file
        (id, call_id, project_id, kind, sha256, size, type, name, sent_by, sent_at)
      values (${id}, ${callId}, ${projectId}, ${kind}, ${file.sha256}, ${file.size}, ${file.type}, ${file.name},
        ${file.sentBy}, platform.business_now())`);
  }

  get(id: string): Promise<RecordFile | undefined> {
    return this.db.one<RecordFile>(sql`select ${COLUMNS} from challenges.record_file f where f.id = ${id}`);
  }

  /** Those of the ids that belong there, locked, so that no other record takes them meanwhile. */
  offered(ids: readonly string[], { callId, projectId, kind }: FilePlace): Promise<readonly RecordFile[]> {
    return this.db.query<RecordFile>(sql`
      select ${COLUMNS} from challenges.record_file f
      where ${sql.any(sql`f.id`, ids)} and f.kind = ${kind}
        and f.call_id is not distinct from ${callId}::uuid
        and f.project_id is not distinct from ${projectId}::uuid
      order by f.id for update`);
  }

  async take(ids: readonly string[], at: Date): Promise<void> {
    await this.db.query(sql`
      update challenges.record_file set taken_at = ${at} where ${sql.any(sql`id`, ids)} and taken_at is null`);
  }

  /** Bytes of all files that were sent for the call or project. */
  async bytesOf({ callId, projectId }: Pick<FilePlace, 'callId' | 'projectId'>): Promise<number> {
    const row = await this.db.one<{ bytes: number }>(sql`
      select coalesce(sum(f.size), 0)::float8 as bytes from challenges.record_file f
      where f.call_id = ${callId}::uuid or f.project_id = ${projectId}::uuid`);
    return row?.bytes ?? 0;
  }

  /** Those of the ids that are sent and not handed in yet: they lie apart, and are wanted there. */
  async waiting(ids: readonly string[]): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select f.id from challenges.record_file f where ${sql.any(sql`f.id`, ids)} and f.taken_at is null`);
    return rows.map(({ id }) => id);
  }

  /** Removes those that were sent before that instant and handed in with no record. @returns their ids */
  async removeLeft(before: Date): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      delete from challenges.record_file where taken_at is null and sent_at < ${before} returning id`);
    return rows.map(({ id }) => id);
  }
}
