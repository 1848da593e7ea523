import { Injectable } from '@nestjs/common';
import { Db, sql, tsvectorLiteral, type Tokeniser } from '@jihui/platform';
import type { SearchDocument } from '../search-document.js';

/** What the documents' texts became. */
interface Tokens {
  readonly open: string;
  readonly signed: string | null;
}

/** The narrow table that lists and searches read first: one row a listing that is online. */
@Injectable()
export class SearchStore {
  constructor(private readonly db: Db) {}

  async put(document: SearchDocument): Promise<void> {
    const { open, signed } = document;
    await this.write(
      [document],
      [{ open: tsvectorLiteral(open), signed: signed && tsvectorLiteral(signed) }],
    );
  }

  /** Many at once, tokenised away from the event loop. */
  async putAll(documents: readonly SearchDocument[], tokeniser: Tokeniser): Promise<void> {
    if (documents.length === 0) return;
    const restricted = documents.filter((document) => document.signed !== null);
    const literals = await tokeniser.literals([
      ...documents.map((document) => document.open),
      ...restricted.map((document) => document.signed ?? {}),
    ]);
    const signed = new Map(
      restricted.map((document, index) => [document.id, literals[documents.length + index] ?? '']),
    );
    await this.write(
      documents,
      documents.map((document, index) => ({
        open: literals[index] ?? '',
        signed: signed.get(document.id) ?? null,
      })),
    );
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.db.query(sql`delete from listings.search where ${sql.any(sql`id`, ids)}`);
  }

  private async write(documents: readonly SearchDocument[], tokens: readonly Tokens[]): Promise<void> {
    const rows = documents.map((document, index) => ({
      id: document.id,
      kind: document.kind,
      listed: document.listed,
      published_at: document.publishedAt,
      owner_id: document.ownerId,
      owner_kind: document.ownerKind,
      division_code: document.divisionCode,
      cluster: document.cluster,
      tech_field: document.techField,
      cooperation_modes: document.cooperationModes,
      trl: document.trl,
      trl_band: document.trlBand,
      price_mode: document.priceMode,
      need_type: document.needType,
      urgency: document.urgency,
      wants_challenge: document.wantsChallenge,
      quality: document.quality,
      needed_by: document.neededBy,
      numbers: document.numbers,
      numbers_signed: document.numbersSigned,
      tsv: tokens[index]?.open,
      tsv_signed: tokens[index]?.signed,
    }));
    await this.db.query(sql`
      insert into listings.search
      select * from jsonb_populate_recordset(null::listings.search, ${JSON.stringify(rows)}::jsonb)
      on conflict (id) do update set (listed, published_at, owner_kind, division_code, cluster, tech_field,
        cooperation_modes, trl, trl_band, price_mode, need_type, urgency, wants_challenge, quality, needed_by,
        numbers, numbers_signed, tsv, tsv_signed) = (excluded.listed, excluded.published_at, excluded.owner_kind,
        excluded.division_code, excluded.cluster, excluded.tech_field, excluded.cooperation_modes, excluded.trl,
        excluded.trl_band, excluded.price_mode, excluded.need_type, excluded.urgency, excluded.wants_challenge,
        excluded.quality, excluded.needed_by, excluded.numbers, excluded.numbers_signed, excluded.tsv,
        excluded.tsv_signed)`);
  }
}
