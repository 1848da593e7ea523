import { Injectable } from '@nestjs/common';
import { Db, raw, sql, type Sql } from '@jihui/platform';

/** A listing whose present text has no vector of the model. */
export interface Unembedded {
  readonly id: string;
  readonly version: number;
  readonly text: string;
}

/** Vectors of listings from a service outside. */
@Injectable()
export class EmbeddingsStore {
  constructor(private readonly db: Db) {}

  /** The newest first. */
  waiting(model: string, isPublicOnly: boolean, limit: number): Promise<Unembedded[]> {
    return this.read(model, isPublicOnly, raw('true'), limit);
  }

  waitingOf(model: string, isPublicOnly: boolean, id: string): Promise<Unembedded[]> {
    return this.read(model, isPublicOnly, sql`id = ${id}`, 1);
  }

  /**
   * A vector that is null says that the text has none. A listing that changed meanwhile comes again. Whoever entered a
   * result is found by its vector, and so has changed with it.
   */
  async save(
    model: string,
    rows: readonly { readonly id: string; readonly version: number; readonly vector: Int8Array | null }[],
  ): Promise<void> {
    const given = rows.map(({ id, version, vector }) => ({
      id,
      version,
      vector:
        vector === null
          ? null
          : Buffer.from(vector.buffer, vector.byteOffset, vector.length).toString('base64'),
    }));
    await this.db.query(sql`
      with saved as (
      update matching.listing l set embedding = decode(g.vector, 'base64'), embedding_model = ${model},
        embedding_version = g.version, revision = revision + 1, changed_xid = pg_current_xact_id()
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g (id uuid, version int, vector text)
      where l.id = g.id and l.version = g.version returning l.kind, l.created_by)
      update matching.expert e set revision = e.revision + 1, changed_xid = pg_current_xact_id()
      where e.person_id in (select created_by from saved where kind = 'RESULT')`);
  }

  private read(model: string, isPublicOnly: boolean, which: Sql, limit: number): Promise<Unembedded[]> {
    return this.db.query<Unembedded>(sql`
      select id, version, concat_ws(E'\n', title, array_to_string(keywords, ' '), body) as text
      from matching.listing
      where online and owner_active and ${which} and (visibility = 'PUBLIC' or not ${isPublicOnly}::boolean)
        and (embedding_model is distinct from ${model} or embedding_version is distinct from version)
      order by id desc limit ${limit}`);
  }
}
