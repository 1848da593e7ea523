import { Injectable } from '@nestjs/common';
import { Db, sql } from '@jihui/platform';

/** The end of a listing's term: its owner put it off, or it came. */
export interface TermFact {
  readonly listingId: string;
  /** The listing's version after the act: an act that is told again is known by it. */
  readonly version: number;
  readonly kind: 'RESULT' | 'NEED';
  readonly act: 'RENEWED' | 'EXPIRED';
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** What listings told of their terms (有效期): kept act by act, since their present state says nothing of the past. */
@Injectable()
export class TermsStore {
  constructor(private readonly db: Db) {}

  async put({ listingId, version, kind, act, at }: TermFact): Promise<void> {
    await this.db.query(sql`
      insert into deals.listing_term (listing_id, version, kind, act, at)
      values (${listingId}, ${version}, ${kind}, ${act}, ${at}::timestamptz) on conflict do nothing`);
  }
}
