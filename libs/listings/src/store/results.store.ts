import { Injectable } from '@nestjs/common';
import type { LegalDay } from '@jihui/kernel';
import { sql } from '@jihui/platform';
import { ONLINE_RESULT_STATES, type Result } from '../core/result.js';
import { RESULT_ROW } from './columns.js';
import { ListingStore } from './listing.store.js';
import { ResultRow, toDomain, toRow } from './result.row.js';
import { visibleResults } from './visibility.js';

/** Results as the service changes them. */
@Injectable()
export class ResultsStore extends ListingStore<Result, ResultRow> {
  protected readonly table = 'listings.result';
  protected readonly Row = ResultRow;
  protected readonly card = RESULT_ROW;
  protected readonly onlineStates = ONLINE_RESULT_STATES;
  protected readonly visibleTo = visibleResults;
  protected readonly toRow = toRow;
  protected readonly toDomain = toDomain;

  /** Findable results with a patent that was lost or whose term ended before the day. */
  lapsedBy(day: LegalDay, limit: number): Promise<string[]> {
    return this.ids(sql`
      select l.id from listings.result l
      where l.state in ('ONLINE', 'IN_NEGOTIATION', 'UNDER_DISCLOSURE')
        and exists (select from jsonb_array_elements(l.body -> 'ipRights') as r (ip)
          where r.ip ->> 'kind' in ('INVENTION_PATENT', 'UTILITY_MODEL', 'DESIGN_PATENT')
            and (r.ip ->> 'status' in ('EXPIRED', 'ABANDONED', 'INVALIDATED') or (r.ip ->> 'expiresOn')::date < ${day}::date))
      order by l.id limit ${limit}`);
  }
}
