import { Injectable } from '@nestjs/common';
import { Db, sql } from '@jihui/platform';
import type { PatentFacts } from '../core/patent.js';

/** A patent as matching takes it. */
export interface Patent {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly summary: string;
  readonly facts: PatentFacts;
}

/** What an event says of a patent. */
export interface ProjectedPatent extends Omit<PatentFacts, 'listed'> {
  readonly version: number;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly summary: string;
  readonly inventors: readonly string[];
  /** Published, and its licences and pledges known. */
  readonly open: boolean;
}

interface Row extends Omit<PatentFacts, 'listed'> {
  readonly revision: number;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly summary: string;
  readonly listed: boolean;
}

const COLUMNS = sql`p.id, p.revision, p.title, p.keywords, p.summary, p.owner_id as "ownerId",
  p.division_code as "divisionCode", p.cluster, p.tech_field as "techField", p.state,
  p.expires_on::text as "expiresOn", p.open_licence_until::text as "openLicenceUntil",
  p.exclusive_until::text as "exclusiveUntil", p.pledged, p.open and p.owner_active as listed`;

/** The projection of the patent register. */
@Injectable()
export class PatentsStore {
  constructor(private readonly db: Db) {}

  /** Writes what the event says, unless the projection holds something newer. @returns whether it was written */
  async project(patent: ProjectedPatent): Promise<boolean> {
    const rows = await this.db.query(sql`
      insert into matching.patent as p (id, version, title, keywords, summary, inventors, owner_id, owner_active,
        division_code, cluster, tech_field, state, expires_on, open, open_licence_until, exclusive_until, pledged)
      values (${patent.id}, ${patent.version}, ${patent.title}, ${[...patent.keywords]}, ${patent.summary},
        ${[...patent.inventors]}, ${patent.ownerId},
        coalesce((select o.status not in ('SUSPENDED', 'REJECTED') from matching.organisation o
          where o.id = ${patent.ownerId}), true),
        ${patent.divisionCode}, ${patent.cluster}, ${patent.techField}, ${patent.state}, ${patent.expiresOn},
        ${patent.open}, ${patent.openLicenceUntil}, ${patent.exclusiveUntil}, ${patent.pledged})
      on conflict (id) do update set version = excluded.version, title = excluded.title, keywords = excluded.keywords,
        summary = excluded.summary, inventors = excluded.inventors, owner_id = excluded.owner_id,
        owner_active = excluded.owner_active, division_code = excluded.division_code, cluster = excluded.cluster,
        tech_field = excluded.tech_field, state = excluded.state, expires_on = excluded.expires_on,
        open = excluded.open, open_licence_until = excluded.open_licence_until,
        exclusive_until = excluded.exclusive_until, pledged = excluded.pledged,
        revision = p.revision + 1, changed_xid = pg_current_xact_id()
      where p.version <= excluded.version returning 1`);
    return rows.length > 0;
  }

  /** The organisation was suspended or stands again: its patents follow. */
  async followOwner(ownerId: string): Promise<void> {
    await this.db.query(sql`
      update matching.patent p set owner_active = o.active, revision = p.revision + 1,
        changed_xid = pg_current_xact_id()
      from (select status not in ('SUSPENDED', 'REJECTED') as active from matching.organisation
        where id = ${ownerId}) as o
      where p.owner_id = ${ownerId} and p.owner_active is distinct from o.active`);
  }

  async byIds(ids: readonly string[]): Promise<Map<string, Patent>> {
    const rows = await this.db.query<Row>(sql`
      select ${COLUMNS} from matching.patent p where ${sql.any(sql`p.id`, ids)}`);
    return new Map(rows.map((row) => [row.id, toPatent(row)]));
  }

  /** Those of the ids that are public at this moment, kept so until the transaction ends. */
  async lockListed(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.query<{ id: string }>(sql`
      select p.id from matching.patent p
      where ${sql.any(sql`p.id`, ids)} and p.open and p.owner_active order by p.id for share`);
    return new Set(rows.map(({ id }) => id));
  }

  /** The next patents that may be recommended, in the order of ids: for filling an index. */
  async listedAfter(id: string, limit: number): Promise<Patent[]> {
    const rows = await this.db.query<Row>(sql`
      select ${COLUMNS} from matching.patent p
      where p.open and p.owner_active and p.id > ${id} order by p.id limit ${limit}`);
    return rows.map(toPatent);
  }

  /** Patents changed by transactions at or above the horizon, and the horizon for next time. */
  async changedSince(horizon: string): Promise<{ patents: Patent[]; horizon: string }> {
    const rows = await this.db.query<Partial<Row> & { horizon: string }>(sql`
      select now.horizon, changed.* from (select pg_snapshot_xmin(pg_current_snapshot())::text as horizon) as now
      left join (select ${COLUMNS} from matching.patent p where p.changed_xid >= ${horizon}::xid8) as changed on true`);
    return {
      patents: rows.filter((row): row is Row & { horizon: string } => row.id != null).map(toPatent),
      horizon: rows[0]?.horizon ?? horizon,
    };
  }
}

const toPatent = ({ id, revision, title, keywords, summary, ...facts }: Row): Patent => ({
  ...{ id, revision, title, keywords, summary },
  facts: {
    id,
    ownerId: facts.ownerId,
    divisionCode: facts.divisionCode,
    cluster: facts.cluster,
    techField: facts.techField,
    state: facts.state,
    expiresOn: facts.expiresOn,
    listed: facts.listed,
    openLicenceUntil: facts.openLicenceUntil,
    exclusiveUntil: facts.exclusiveUntil,
    pledged: facts.pledged,
  },
});
