import { Injectable } from '@nestjs/common';
import { addYears, type LegalDay } from '@jihui/kernel';
import type { DealSnapshot, OrganisationSnapshot, PersonSnapshot, ResultSnapshot } from '@jihui/events';
import { Db, sql } from '@jihui/platform';
import type { ContractIpRight } from '../core/contract.js';
import type { OffPlatformSeller } from '../core/counter.js';

export interface KnownOrganisation {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  readonly divisionCode: string;
  readonly nature: string;
  readonly stateEstablished: boolean;
  readonly active: boolean;
  /** False for a seller that the counter entered: it has no account. */
  readonly onPlatform: boolean;
  readonly legalRepresentative: string;
  readonly contactName: string;
  readonly contactPhone: string;
}

export interface KnownResult {
  readonly summary: string;
  readonly techField: string | null;
  readonly trl: number | null;
  readonly ipRights: readonly ContractIpRight[];
}

/** What other domains told: each row is the newest snapshot, and an older one changes nothing. */
@Injectable()
export class ProjectionsStore {
  constructor(private readonly db: Db) {}

  async putOrganisation(o: OrganisationSnapshot, version: number): Promise<void> {
    await this.db.query(sql`
      insert into contracts.organisation as old (id, version, name, kind, uscc, division_code, party_nature,
        state_established, active, legal_representative, contact_name, contact_phone)
      values (${o.id}, ${version}, ${o.name}, ${o.kind}, ${o.uscc}, ${o.divisionCode}, ${o.partyNature},
        ${o.stateEstablished}, ${o.status === 'ACTIVE'}, ${o.legalRepresentative}, ${o.contactName}, ${o.contactPhone})
      on conflict (id) do update set version = excluded.version, name = excluded.name, kind = excluded.kind,
        uscc = excluded.uscc, division_code = excluded.division_code, party_nature = excluded.party_nature,
        state_established = excluded.state_established, active = excluded.active,
        legal_representative = excluded.legal_representative, contact_name = excluded.contact_name,
        contact_phone = excluded.contact_phone
      where old.version < excluded.version`);
  }

  /**
   * Whoever left an organisation stays bound to it for the years given.
   * @param today legal day on which it is learnt.
   */
  async putPerson(
    person: PersonSnapshot,
    version: number,
    { today, years }: { readonly today: LegalDay; readonly years: number },
  ): Promise<void> {
    const present = person.memberships.map(({ organisationId }) => organisationId);
    const registrarOf = person.memberships
      .filter(({ active, roles }) => active && roles.includes('REGISTRAR'))
      .map(({ organisationId }) => organisationId);
    await this.db.query(sql`
      with earlier as (
        select organisation_ids from contracts.person where id = ${person.id} and version < ${version}),
      bound as (
        insert into contracts.person_tie (person_id, organisation_id, kind, since, until)
        select ${person.id}::uuid, organisation_id, 'FORMER', ${today}::date, ${addYears(today, years)}::date
        from earlier, unnest(earlier.organisation_ids) as organisation_id
        where organisation_id <> all(${present}::uuid[]))
      insert into contracts.person as old (id, version, name, organisation_ids, registrar_of)
      values (${person.id}, ${version}, ${person.displayName}, ${present}::uuid[], ${registrarOf}::uuid[])
      on conflict (id) do update set version = excluded.version, name = excluded.name,
        organisation_ids = excluded.organisation_ids, registrar_of = excluded.registrar_of
      where old.version <= excluded.version`);
  }

  /** Where somebody is written to, as it was told last. */
  async putAddress({ id, email }: PersonSnapshot, version: number): Promise<void> {
    await this.db.query(sql`
      insert into contracts.person_address as old (person_id, version, email)
      values (${id}, ${version}, nullif(${email}, ''))
      on conflict (person_id) do update set version = excluded.version, email = excluded.email
      where old.version <= excluded.version`);
  }

  /** Upserts up to 500 results in one statement. */
  async putResults(results: readonly ResultSnapshot[]): Promise<void> {
    const rows = results.map((result) => ({
      id: result.id,
      version: result.version,
      owner_id: result.ownerId,
      summary: result.summary,
      tech_field: result.techField,
      trl: result.trl,
      ip_rights: result.ipRights,
    }));
    await this.db.query(sql`
      insert into contracts.result as old (id, version, owner_id, summary, tech_field, trl, ip_rights)
      select id, version, owner_id, summary, tech_field, trl, ip_rights
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as told
        (id uuid, version int, owner_id uuid, summary text, tech_field text, trl int, ip_rights jsonb)
      on conflict (id) do update set version = excluded.version, owner_id = excluded.owner_id,
        summary = excluded.summary, tech_field = excluded.tech_field, trl = excluded.trl,
        ip_rights = excluded.ip_rights
      where old.version < excluded.version`);
  }

  async putDeal(deal: DealSnapshot, version: number): Promise<void> {
    await this.db.query(sql`
      insert into contracts.deal as old (id, version, snapshot) values (${deal.id}, ${version}, ${JSON.stringify(deal)})
      on conflict (id) do update set version = excluded.version, snapshot = excluded.snapshot
      where old.version < excluded.version`);
  }

  async deals(ids: readonly string[]): Promise<Map<string, DealSnapshot>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.query<{ id: string; snapshot: DealSnapshot }>(
      sql`select id, snapshot from contracts.deal where ${sql.any(sql`id`, ids)}`.prepared(),
    );
    return new Map(rows.map((row) => [row.id, row.snapshot]));
  }

  async result(id: string): Promise<KnownResult | undefined> {
    return this.db.one<KnownResult>(sql`
      select summary, tech_field as "techField", trl, ip_rights as "ipRights" from contracts.result where id = ${id}`);
  }

  async organisations(ids: readonly string[]): Promise<Map<string, KnownOrganisation>> {
    const rows = await this.db.query<KnownOrganisation>(
      sql`
      select id, name, uscc, division_code as "divisionCode", party_nature as nature,
        state_established as "stateEstablished", active, legal_representative as "legalRepresentative",
        contact_name as "contactName", contact_phone as "contactPhone", kind <> 'COUNTER' as "onPlatform"
      from contracts.organisation where ${sql.any(sql`id`, ids)}`.prepared(),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Keeps a seller that came to the counter without an account; one that came before is told anew. @returns its id */
  async putCounterSeller(id: string, seller: OffPlatformSeller): Promise<string> {
    const row = await this.db.one<{ id: string }>(sql`
      insert into contracts.organisation as old (id, version, name, kind, uscc, division_code, party_nature,
        state_established, active, legal_representative, contact_name, contact_phone)
      values (${id}, 0, ${seller.name}, 'COUNTER', ${seller.uscc}, ${seller.divisionCode}, ${seller.nature},
        false, true, ${seller.legalRepresentative}, ${seller.contactName}, ${seller.contactPhone})
      on conflict (uscc) where kind = 'COUNTER' do update set name = excluded.name,
        division_code = excluded.division_code, party_nature = excluded.party_nature,
        legal_representative = excluded.legal_representative, contact_name = excluded.contact_name,
        contact_phone = excluded.contact_phone
      returning old.id`);
    if (row === undefined) throw new Error('a seller that was not kept');
    return row.id;
  }

  /** Whoever enters a seller of that code, and the organisation that comes under it: one after the other. */
  async lockSellerCode(uscc: string): Promise<void> {
    await this.db.query(
      sql`select pg_advisory_xact_lock(hashtextextended('contracts/counter-seller/' || ${uscc}, 0))`,
    );
  }

  /** Takes away what the counter kept of that code. @returns its id */
  async endCounterSeller(uscc: string): Promise<string | undefined> {
    const ended = await this.db.query<{ id: string }>(
      sql`delete from contracts.organisation where kind = 'COUNTER' and uscc = ${uscc} returning id`,
    );
    return ended[0]?.id;
  }

  /** Active organisations of the platform by their code; what the counter entered is none. */
  async organisationIds(usccs: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ id: string; uscc: string }>(
      sql`select id, uscc from contracts.organisation
        where active and kind <> 'COUNTER' and ${sql.any(sql`uscc`, usccs)}`,
    );
    return new Map(rows.map((row) => [row.uscc, row.id]));
  }

  async personNames(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ id: string; name: string }>(
      sql`select id, name from contracts.person where ${sql.any(sql`id`, ids)}`,
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}
