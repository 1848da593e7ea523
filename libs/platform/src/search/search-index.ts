import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { sql } from '../db/sql.js';
import type { SearchDocument, SearchField } from './document.js';
import type { Tokeniser } from './tokeniser.js';
import { tsvectorLiteral } from './tsvector.js';
import { normaliseForSearch, normaliseNumber, storableText } from './words.js';

/** A document that is gone, and the version at which it went. */
export interface RemovedDocument {
  readonly type: string;
  readonly id: string;
  readonly version: number;
}

/**
 * Keeps what is found. To be called in the transaction in which the thing changes: in PostgreSQL it is found by its new
 * words once that commits, and the row in the outbox tells another engine. An older version never replaces a newer one,
 * and doing the same twice changes nothing.
 */
@Injectable()
export class SearchIndex {
  constructor(private readonly db: Db) {}

  /** @param tokeniser for many at once: words are cut away from the event loop. */
  async put(documents: readonly SearchDocument[], tokeniser?: Tokeniser): Promise<void> {
    if (documents.length === 0) return;
    const faces = documents.flatMap((document) =>
      document.faces.map((face, index) => ({ document, face, index })),
    );
    const fields = faces.map(({ face }) => face.fields);
    const literals = tokeniser ? await tokeniser.literals(fields) : fields.map(tsvectorLiteral);
    const heads = documents.map(({ type, id, version, faces: { length } }) => ({
      type,
      id,
      version,
      faces: length,
    }));
    const rows = faces.map(({ document, face, index }, at) => ({
      type: document.type,
      id: document.id,
      face: index,
      listed: document.listed,
      belongs_to: document.belongsTo,
      visible_to: face.visibleTo,
      hidden_from: document.faces.slice(0, index).flatMap(({ visibleTo }) => visibleTo),
      vals: withoutNulls(document.values),
      sorts: document.sorts,
      numbers: numbersOf(face.fields),
      tsv: literals[at],
      fields: face.fields
        .filter(({ text }) => text !== '')
        .map(({ name, text, weight, kind }) => ({ name, text: storableText(text), weight, kind })),
      plain: plainOf(face.fields),
    }));
    await this.db.query(sql`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as h (type text, id uuid, version int, faces int)),
      accepted as (
        insert into platform.search_head (type, id, version, removed, revision)
        select type, id, version, false, nextval('platform.search_revision') from given order by type, id
        on conflict (type, id) do update set version = excluded.version, removed = false, revision = excluded.revision
        where search_head.version <= excluded.version
        returning type, id),
      rows as (
        select r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (type text, id uuid, face smallint,
          listed boolean, belongs_to uuid, visible_to text[], hidden_from text[], vals jsonb, sorts jsonb, numbers text,
          tsv tsvector, fields jsonb, plain text)
        join accepted a on a.type = r.type and a.id = r.id),
      documents as (
        insert into platform.search_document
        select type, id, face, listed, belongs_to, visible_to, hidden_from, vals, sorts, numbers, tsv from rows
        on conflict (type, id, face) do update set (listed, belongs_to, visible_to, hidden_from, vals, sorts, numbers,
          tsv) = (excluded.listed, excluded.belongs_to, excluded.visible_to, excluded.hidden_from, excluded.vals,
          excluded.sorts, excluded.numbers, excluded.tsv)),
      texts as (
        insert into platform.search_text (type, id, face, fields, plain, head)
        select type, id, face, fields, plain, ts_filter(tsv, '{a,b}') from rows
        on conflict (type, id, face) do update set (fields, plain, head) =
          (excluded.fields, excluded.plain, excluded.head)),
      fewer as (
        delete from platform.search_document d using given g, accepted a
        where d.type = g.type and d.id = g.id and d.face >= g.faces and a.type = g.type and a.id = g.id),
      shorter as (
        delete from platform.search_text t using given g, accepted a
        where t.type = g.type and t.id = g.id and t.face >= g.faces and a.type = g.type and a.id = g.id)
      insert into platform.search_outbox (type, id) select type, id from accepted`);
  }

  /** What is gone stays known by its version, so that an older change that arrives late does not bring it back. */
  async remove(documents: readonly RemovedDocument[]): Promise<void> {
    if (documents.length === 0) return;
    await this.db.query(sql`
      with accepted as (
        insert into platform.search_head (type, id, version, removed, revision)
        select type, id, version, true, nextval('platform.search_revision')
        from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as h (type text, id uuid, version int)
        order by type, id
        on conflict (type, id) do update set version = excluded.version, removed = true, revision = excluded.revision
        where search_head.version <= excluded.version
        returning type, id),
      documents as (
        delete from platform.search_document d using accepted a where d.type = a.type and d.id = a.id),
      texts as (
        delete from platform.search_text t using accepted a where t.type = a.type and t.id = a.id)
      insert into platform.search_outbox (type, id) select type, id from accepted`);
  }

  /** Changes all documents of an owner at once: whether they are listed, and values that say what the owner is. */
  async changeAllOf(
    belongsTo: string,
    change: { readonly listed: boolean; readonly values?: Readonly<Record<string, string>> },
  ): Promise<void> {
    const values = JSON.stringify(change.values ?? {});
    const differs = sql`belongs_to = ${belongsTo} and (listed <> ${change.listed} or not vals @> ${values}::jsonb)`;
    await this.db.transaction(async () => {
      // Heads first, and in order, as everybody does who changes documents: nobody waits for each other.
      const heads = await this.db.query<Pick<RemovedDocument, 'type' | 'id'>>(sql`
        select h.type, h.id from platform.search_head h
        where (h.type, h.id) in (select type, id from platform.search_document where ${differs})
        order by h.type, h.id for update`);
      if (heads.length === 0) return;
      await this.db.query(sql`
        with named as (
          select type, id from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as n (type text, id uuid)),
        changed as (
          update platform.search_document d set listed = ${change.listed}, vals = d.vals || ${values}::jsonb
          from named n where d.type = n.type and d.id = n.id and d.belongs_to = ${belongsTo}),
        heads as (
          update platform.search_head h set revision = nextval('platform.search_revision')
          from named n where h.type = n.type and h.id = n.id)
        insert into platform.search_outbox (type, id) select type, id from named`);
    });
  }
}

const withoutNulls = (values: SearchDocument['values']): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

const numbersOf = (fields: readonly SearchField[]): string =>
  fields
    .filter(({ kind }) => kind === 'number')
    .flatMap(({ text }) => text.split(/\s+/u).map(normaliseNumber))
    .filter(Boolean)
    .join(' ');

const plainOf = (fields: readonly SearchField[]): string =>
  normaliseForSearch(
    fields
      .filter(({ kind }) => kind !== 'number')
      .map(({ text }) => text)
      .join('\n'),
  );
