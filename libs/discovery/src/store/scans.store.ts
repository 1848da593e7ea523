import { Injectable } from '@nestjs/common';
import { actorId, type Actor } from '@jihui/kernel';
import { Db, isUuid, sql, uuidv7, type ReceivedFile } from '@jihui/platform';

/** A file's row: the bytes lie in the platform's store, under their hash. */
export interface Scan {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly uploadedBy: string;
  /** The entry whose certificate it shows; null until one is stated with it. */
  readonly brokerId: string | null;
}

const COLUMNS = sql`f.id, f.sha256, f.name, f.type, f.size::int as size, f.uploaded_by as "uploadedBy",
  f.broker_id as "brokerId"`;

/** Scans of certificates. */
@Injectable()
export class ScansStore {
  constructor(private readonly db: Db) {}

  async add(actor: Actor, { sha256, name, type, size }: ReceivedFile): Promise<Scan> {
    const row = await this.db.one<Scan>(sql`
      insert into discovery.file as f (id, sha256, name, type, size, uploaded_by, created_at)
      values (${uuidv7()}, ${sha256}, ${name}, ${type}, ${size}, ${actorId(actor)}, platform.business_now())
      returning ${COLUMNS}`);
    if (row === undefined) throw new Error('the file was not stored');
    return row;
  }

  async byIds(ids: readonly string[]): Promise<Map<string, Scan>> {
    const rows = await this.db.query<Scan>(
      sql`select ${COLUMNS} from discovery.file f where ${sql.any(sql`f.id`, ids.filter(isUuid))}`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Makes it the entry's. @returns whether it was one's own and nobody's yet */
  async attach(actor: Actor, id: string, brokerId: string): Promise<boolean> {
    const rows = await this.db.query(sql`
      update discovery.file set broker_id = ${brokerId}
      where id = ${id} and broker_id is null and uploaded_by = ${actorId(actor)} returning 1`);
    return rows.length > 0;
  }

  /** Forgets the files of an entry whose account was erased. */
  async forget(brokerId: string): Promise<void> {
    await this.db.query(sql`delete from discovery.file where broker_id = ${brokerId}`);
  }
}
