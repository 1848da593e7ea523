import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { Db, isUniqueViolation, raw, SearchIndex, sql, type Sql } from '@jihui/platform';
import type { Organisation, OrganisationCase } from '../core/organisation/organisation.js';
import { organisationDocument } from '../organisations/organisation-document.js';
import { OrganisationRow, toOrganisation, toOrganisationRow } from './organisation.row.js';
import { named, ownOrganisation } from './visibility.js';

/** The columns of `o` under the names of the row class. */
export const ORGANISATION_COLUMNS: Sql = raw(`o.id, o.version, o.state, o.name, o.kind, o.uscc,
  o.division_code as "divisionCode", o.scope_code as "scopeCode", o.party_nature as "partyNature",
  o.state_established as "stateEstablished", o.external_id as "externalId",
  o.decision_reason as "decisionReason", o.body, o.created_at as "createdAt", o.updated_at as "updatedAt"`);

/** Whether the write met another live organisation with the same 统一社会信用代码. */
export const isUsccTaken = (error: unknown): boolean => isUniqueViolation(error, 'organisation_live_uscc');

@Injectable()
export class OrganisationsStore {
  constructor(
    private readonly db: Db,
    private readonly index: SearchIndex,
  ) {}

  /** Locks the organisation, unless the actor may not know of it. */
  async lockVisible(actor: Actor, id: string): Promise<Organisation | undefined> {
    const visible = await this.db.one(sql`
      select from identity.organisation o where o.id = ${id} and ${named(actor)} for update of o`);
    return visible === undefined ? undefined : this.get(id);
  }

  async get(id: string): Promise<Organisation | undefined> {
    const row = await this.db.get(OrganisationRow, id);
    return row && toOrganisation(row);
  }

  /** Locks the organisation: what is done to its memberships is done one after another. */
  async lock(id: string): Promise<Organisation | undefined> {
    const row = await this.db.lock(OrganisationRow, id);
    return row && toOrganisation(row);
  }

  async caseOf(actor: Actor, organisation: Organisation): Promise<Omit<OrganisationCase, 'platformAdmins'>> {
    const admins = await this.adminIds([organisation.id]);
    const own = await this.db.one(sql`
      select from identity.organisation o where o.id = ${organisation.id} and ${ownOrganisation(actor)}`);
    return { organisation, adminIds: admins.get(organisation.id) ?? [], actorIsMember: own !== undefined };
  }

  /** Who administers each organisation now: active members with the role whose account is active. */
  async adminIds(organisationIds: readonly string[]): Promise<Map<string, readonly string[]>> {
    const rows = await this.db.query<{ organisationId: string; ids: string[] }>(sql`
      select m.organisation_id as "organisationId", array_agg(m.person_id::text order by m.person_id) as ids
      from identity.membership m join identity.person p on p.id = m.person_id
      where ${sql.any(sql`m.organisation_id`, organisationIds)} and m.state = 'ACTIVE'
        and 'ORG_ADMIN' = any(m.roles) and p.state = 'ACTIVE'
      group by m.organisation_id`);
    return new Map(rows.map((row) => [row.organisationId, row.ids]));
  }

  async insert(organisation: Organisation): Promise<void> {
    await this.db.insert(OrganisationRow, toOrganisationRow(organisation));
    await this.index.put([organisationDocument(organisation)]);
  }

  /** Many in one statement. */
  async insertAll(organisations: readonly Organisation[]): Promise<void> {
    if (organisations.length === 0) return;
    await this.db.query(sql`
      insert into identity.organisation (id, version, state, name, kind, uscc, division_code, scope_code, party_nature,
        state_established, external_id, decision_reason, body, created_at, updated_at)
      select r.* from jsonb_to_recordset(${JSON.stringify(organisations.map(toOrganisationRow))}::jsonb) as r (
        id uuid, version int, state text, name text, kind text, uscc text, "divisionCode" text, "scopeCode" text,
        "partyNature" text, "stateEstablished" boolean, "externalId" text, "decisionReason" text, body jsonb,
        "createdAt" timestamptz, "updatedAt" timestamptz)`);
    await this.index.put(organisations.map(organisationDocument));
  }

  /** @throws DomainError STALE_VERSION */
  async update(before: Organisation, after: Organisation): Promise<Organisation> {
    await this.db.update(OrganisationRow, before, toOrganisationRow(after));
    const updated = await this.get(before.id);
    if (updated === undefined) throw new Error(`organisation ${before.id} vanished`);
    await this.index.put([organisationDocument(updated)]);
    return updated;
  }

  async byUsccs(usccs: readonly string[]): Promise<Organisation[]> {
    return this.many(sql`${sql.any(sql`o.uscc`, usccs)} and o.state <> 'REJECTED' order by o.uscc`);
  }

  async byExternalIds(externalIds: readonly string[]): Promise<Organisation[]> {
    return this.many(sql`${sql.any(sql`o.external_id`, externalIds)} order by o.external_id`);
  }

  /** Changed since then, oldest change first, after the given one. */
  async changedSince(since: Date, after: string, limit: number): Promise<Organisation[]> {
    return this.many(sql`o.updated_at >= ${since} and o.id > ${after} order by o.id limit ${limit}`);
  }

  async byIds(ids: readonly string[]): Promise<Organisation[]> {
    return this.many(sql.any(sql`o.id`, ids));
  }

  /** Organisations of which somebody is an active member, in whatever state they are. */
  async idsOf(personId: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select own.organisation_id as id from identity.membership own
      where own.person_id = ${personId} and own.state = 'ACTIVE'`);
    return rows.map(({ id }) => id);
  }

  /** Ids in ascending order, after one of them. */
  async idsAfter(after: string | null, limit: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select o.id from identity.organisation o where (${after}::uuid is null or o.id > ${after}::uuid)
      order by o.id limit ${limit}`);
    return rows.map(({ id }) => id);
  }

  /** Active ones that are no bureau, in the order of their ids, after the given one. */
  async exported(after: string | undefined, limit: number): Promise<Organisation[]> {
    const beyond = after === undefined ? sql`true` : sql`o.id > ${after}`;
    return this.many(
      sql`o.state = 'ACTIVE' and o.kind not like 'BUREAU%' and ${beyond} order by o.id limit ${limit}`,
    );
  }

  /** The city's bureau that new platform administrators belong to. */
  async cityBureau(): Promise<Organisation | undefined> {
    return (
      await this.many(sql`o.kind = 'BUREAU_CITY' and o.state = 'ACTIVE' order by o.created_at limit 1`)
    )[0];
  }

  private async many(condition: Sql): Promise<Organisation[]> {
    const rows = await this.db.query<OrganisationRow>(
      sql`select ${ORGANISATION_COLUMNS} from identity.organisation o where ${condition}`,
    );
    return rows.map(toOrganisation);
  }
}
