import { Injectable } from '@nestjs/common';
import type { OrganisationSnapshot } from '@jihui/events';
import type { OrganisationKind } from '@jihui/kernel';
import { Db, SearchIndex, sql } from '@jihui/platform';
import { OrganisationRow } from './organisation.row.js';

/** An organisation as this domain knows it. */
export interface Owner {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly uscc: string;
  readonly divisionCode: string;
  readonly stateEstablished: boolean;
  readonly active: boolean;
}

/** The projection of identity's organisations. */
@Injectable()
export class OwnersStore {
  constructor(
    private readonly db: Db,
    private readonly index: SearchIndex,
  ) {}

  get(id: string): Promise<Owner | undefined> {
    return this.db.get(OrganisationRow, id);
  }

  async byIds(ids: readonly string[]): Promise<Map<string, Owner>> {
    const rows = await this.db.query<Owner>(sql`
      select id, version, name, kind, uscc, division_code as "divisionCode",
        state_established as "stateEstablished", active
      from listings.organisation where ${sql.any(sql`id`, ids)}`);
    return new Map(rows.map((owner) => [owner.id, owner]));
  }

  /** Writes what the event says unless something newer is known. @returns whether it was written. */
  async project(snapshot: OrganisationSnapshot, version: number): Promise<boolean> {
    const active = snapshot.status === 'ACTIVE';
    const written = await this.db.query(sql`
      insert into listings.organisation (id, version, name, kind, uscc, division_code, state_established, active)
      values (${snapshot.id}, ${version}, ${snapshot.name}, ${snapshot.kind}, ${snapshot.uscc},
        ${snapshot.divisionCode}, ${snapshot.stateEstablished}, ${active})
      on conflict (id) do update set version = excluded.version, name = excluded.name, kind = excluded.kind,
        uscc = excluded.uscc, division_code = excluded.division_code, state_established = excluded.state_established,
        active = excluded.active
      where listings.organisation.version < excluded.version
      returning id`);
    if (written.length === 0) return false;
    await this.db.query(sql`
      update listings.search set listed = ${active}, owner_kind = ${snapshot.kind}
      where owner_id = ${snapshot.id} and (listed <> ${active} or owner_kind <> ${snapshot.kind})`);
    await this.index.changeAllOf(snapshot.id, { listed: active, values: { ownerKinds: snapshot.kind } });
    return true;
  }

  /** Active organisations by code or exact name, for an import's owner column. */
  async named(names: readonly string[]): Promise<Map<string, Owner>> {
    const rows = await this.db.query<Owner & { key: string }>(sql`
      select distinct on (key) key, o.id, o.version, o.name, o.kind, o.uscc, o.division_code as "divisionCode",
        o.state_established as "stateEstablished", o.active
      from unnest(${[...names]}::text[]) as key
      join listings.organisation o on o.active and (o.uscc = key or o.name = key)
      order by key, o.id`);
    return new Map(rows.map(({ key, ...owner }) => [key, owner]));
  }
}
