import { Injectable } from '@nestjs/common';
import { Db, SearchIndex, sql, type Tokeniser } from '@jihui/platform';
import type { Findable, ListedRow } from '../search-document.js';

/** What is online, as lists show it and as words find it: one row a listing here, and its document in the search index. */
@Injectable()
export class SearchStore {
  constructor(
    private readonly db: Db,
    private readonly index: SearchIndex,
  ) {}

  /** @param tokeniser for many at once. */
  async put(listings: readonly Findable[], tokeniser?: Tokeniser): Promise<void> {
    if (listings.length === 0) return;
    await this.list(listings.map(({ row }) => row));
    await this.index.put(
      listings.map(({ document }) => document),
      tokeniser,
    );
  }

  /** @param version at which the listing went offline. */
  async remove(kind: ListedRow['kind'], id: string, version: number): Promise<void> {
    await this.db.query(sql`delete from listings.search where id = ${id}`);
    await this.index.remove([{ type: kind === 'RESULT' ? 'result' : 'need', id, version }]);
  }

  private async list(listed: readonly ListedRow[]): Promise<void> {
    const rows = listed.map((row) => ({
      id: row.id,
      kind: row.kind,
      listed: row.listed,
      published_at: row.publishedAt,
      owner_id: row.ownerId,
      owner_kind: row.ownerKind,
      division_code: row.divisionCode,
      cluster: row.cluster,
      tech_field: row.techField,
      cooperation_modes: row.cooperationModes,
      trl: row.trl,
      trl_band: row.trlBand,
      price_mode: row.priceMode,
      need_type: row.needType,
      urgency: row.urgency,
      wants_challenge: row.wantsChallenge,
      quality: row.quality,
      needed_by: row.neededBy,
    }));
    await this.db.query(sql`
      insert into listings.search
      select * from jsonb_populate_recordset(null::listings.search, ${JSON.stringify(rows)}::jsonb)
      on conflict (id) do update set (listed, published_at, owner_kind, division_code, cluster, tech_field,
        cooperation_modes, trl, trl_band, price_mode, need_type, urgency, wants_challenge, quality, needed_by) =
        (excluded.listed, excluded.published_at, excluded.owner_kind, excluded.division_code, excluded.cluster,
        excluded.tech_field, excluded.cooperation_modes, excluded.trl, excluded.trl_band, excluded.price_mode,
        excluded.need_type, excluded.urgency, excluded.wants_challenge, excluded.quality, excluded.needed_by)`);
  }
}
