import { Injectable } from '@nestjs/common';
import { actorId, organisationsOf, type Actor } from '@jihui/kernel';
import { Db, sql, uuidv7 } from '@jihui/platform';
import { CURRENT_NDA } from './visibility.js';

/** A version of the NDA's text. */
export interface NdaText {
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly sha256: string;
}
export interface NdaAcceptance {
  readonly id: string;
  readonly listingId: string;
  readonly organisationId: string;
  readonly ndaVersion: number;
  readonly textSha256: string;
  readonly acceptedAt: Date;
}

const COLUMNS = sql`id, listing_id as "listingId", organisation_id as "organisationId", nda_version as "ndaVersion",
  text_sha256 as "textSha256", accepted_at as "acceptedAt"`;

/** NDA texts and who accepted them for which listing. */
@Injectable()
export class NdaStore {
  constructor(private readonly db: Db) {}

  async current(): Promise<NdaText> {
    const row = await this.db.one<NdaText>(CURRENT_NDA);
    if (row === undefined) throw new Error('no NDA text is in effect');
    return row;
  }

  /** Stores the acceptance once; accepting the same version again answers the first. */
  async accept(
    actor: Actor,
    listingId: string,
    organisationId: string,
    nda: NdaText,
    now: Date,
  ): Promise<NdaAcceptance> {
    await this.db.query(sql`
      insert into listings.nda_acceptance (id, listing_id, organisation_id, person_id, nda_version, text_sha256, accepted_at)
      values (${uuidv7()}, ${listingId}, ${organisationId}, ${actorId(actor)}, ${nda.version}, ${nda.sha256}, ${now})
      on conflict (listing_id, organisation_id, nda_version) do nothing`);
    const row = await this.db.one<NdaAcceptance>(sql`
      select ${COLUMNS} from listings.nda_acceptance where listing_id = ${listingId}
        and organisation_id = ${organisationId} and nda_version = ${nda.version}`);
    if (row === undefined) throw new Error('the acceptance was not stored');
    return row;
  }

  get(id: string): Promise<NdaAcceptance | undefined> {
    return this.db.one<NdaAcceptance>(sql`select ${COLUMNS} from listings.nda_acceptance where id = ${id}`);
  }

  /** The newest acceptance by one of the actor's organisations, for each listing. */
  async mine(actor: Actor, listingIds: readonly string[]): Promise<Map<string, NdaAcceptance>> {
    const rows = await this.db.query<NdaAcceptance>(sql`
      select distinct on (listing_id) ${COLUMNS} from listings.nda_acceptance
      where ${sql.any(sql`listing_id`, listingIds)} and ${sql.any(sql`organisation_id`, organisationsOf(actor))}
      order by listing_id, nda_version desc, accepted_at`);
    return new Map(rows.map((row) => [row.listingId, row]));
  }
}
