import { Injectable } from '@nestjs/common';
import type { ContractSnapshot, OrganisationSnapshot, PersonSnapshot } from '@jihui/events';
import { Db, sql } from '@jihui/platform';
import type { Listing, Organisation } from '../core/opening.js';

/** A listing as an event tells it. */
export interface ListingFact {
  readonly id: string;
  readonly kind: 'RESULT' | 'NEED';
  readonly version: number;
  readonly title: string;
  readonly ownerId: string;
  readonly createdBy: string;
  readonly online: boolean;
  readonly anonymous: boolean;
}

/** A contract as an event told it. */
export interface ContractFact {
  readonly id: string;
  readonly dealId: string | null;
  readonly state: string;
  readonly registrationNumber: string | null;
  readonly registeredOn: string | null;
}

/** This domain's own copies of what others told: upserted by version, never asked for. */
@Injectable()
export class FactsStore {
  constructor(private readonly db: Db) {}

  async putOrganisation(fact: OrganisationSnapshot, version: number): Promise<void> {
    await this.db.query(sql`
      insert into deals.organisation (id, version, name, kind, division_code, state_established, active)
      values (${fact.id}, ${version}, ${fact.name}, ${fact.kind}, ${fact.divisionCode}, ${fact.stateEstablished},
        ${fact.status === 'ACTIVE'})
      on conflict (id) do update set version = excluded.version, name = excluded.name, kind = excluded.kind,
        division_code = excluded.division_code, state_established = excluded.state_established,
        active = excluded.active
      where deals.organisation.version <= excluded.version`);
  }

  async putPerson(fact: PersonSnapshot, version: number): Promise<void> {
    const stored = await this.db.query(sql`
      insert into deals.person (id, version, name, active)
      values (${fact.id}, ${version}, ${fact.displayName}, ${fact.status === 'ACTIVE'})
      on conflict (id) do update set version = excluded.version, name = excluded.name, active = excluded.active
      where deals.person.version <= excluded.version returning 1`);
    if (stored.length === 0) return;
    const memberships = fact.memberships.filter((membership) => membership.active);
    await this.db.query(sql`delete from deals.membership where person_id = ${fact.id}`);
    await this.db.query(sql`
      insert into deals.membership (person_id, organisation_id, roles)
      select ${fact.id}, (m ->> 'organisationId')::uuid, array(select jsonb_array_elements_text(m -> 'roles'))
      from jsonb_array_elements(${JSON.stringify(memberships)}::jsonb) m on conflict do nothing`);
  }

  /** Any number of listings in one statement. */
  async putListings(facts: readonly ListingFact[]): Promise<void> {
    await this.db.query(sql`
      insert into deals.listing (id, kind, version, title, owner_id, created_by, online, anonymous)
      select id, kind, version, title, "ownerId", "createdBy", online, anonymous
      from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as fact (id uuid, kind text, version int, title text,
        "ownerId" uuid, "createdBy" text, online boolean, anonymous boolean)
      on conflict (id) do update set version = excluded.version, title = excluded.title,
        owner_id = excluded.owner_id, created_by = excluded.created_by, online = excluded.online,
        anonymous = excluded.anonymous
      where deals.listing.version <= excluded.version`);
  }

  /** @returns whether the fact was news: an older version than the one held changes nothing. */
  async putContract(fact: ContractSnapshot, version: number): Promise<boolean> {
    const stored = await this.db.query(sql`
      insert into deals.contract (id, version, deal_id, state, registration_number, registered_on, seller_id,
        buyer_ids, broker_names, seller_name, buyer_names)
      values (${fact.id}, ${version}, ${fact.dealId}, ${fact.state}, ${fact.registrationNumber}, ${fact.registeredOn},
        ${fact.sellerOrganisationId}, ${[...fact.buyerOrganisationIds]}, ${[...fact.brokerNames]}, ${fact.sellerName},
        ${[...fact.buyerNames]})
      on conflict (id) do update set version = excluded.version, deal_id = excluded.deal_id, state = excluded.state,
        registration_number = excluded.registration_number, registered_on = excluded.registered_on,
        seller_id = excluded.seller_id, buyer_ids = excluded.buyer_ids, broker_names = excluded.broker_names,
        seller_name = excluded.seller_name, buyer_names = excluded.buyer_names
      where deals.contract.version <= excluded.version returning 1`);
    return stored.length > 0;
  }

  async listing(id: string, kind: 'RESULT' | 'NEED'): Promise<Listing | undefined> {
    const row = await this.db.one<{
      id: string;
      title: string;
      owner_id: string;
      created_by: string;
      online: boolean;
      anonymous: boolean;
      owner_active: boolean | null;
    }>(sql`
      select l.id, l.title, l.owner_id, l.created_by, l.online, l.anonymous, o.active as owner_active
      from deals.listing l left join deals.organisation o on o.id = l.owner_id
      where l.id = ${id} and l.kind = ${kind}`);
    return row === undefined
      ? undefined
      : {
          id: row.id,
          title: row.title,
          ownerId: row.owner_id,
          createdBy: row.created_by,
          online: row.online,
          // An owner that was not told of yet is refused as such.
          ownerActive: row.owner_active ?? true,
          anonymous: row.anonymous,
        };
  }

  /** A result of the owner that is online and on which nobody deals yet, the oldest first: for the demo. */
  async untouchedResult(ownerId: string): Promise<string | undefined> {
    const row = await this.db.one<{ id: string }>(sql`
      select id from deals.listing l where kind = 'RESULT' and owner_id = ${ownerId} and online
        and not exists (select from deals.deal d where d.result_id = l.id) order by id limit 1`);
    return row?.id;
  }

  organisation(id: string): Promise<Organisation | undefined> {
    return this.db.one<Organisation>(
      sql`select id, name, kind, active from deals.organisation where id = ${id}`,
    );
  }

  /** Whether the person is an active member of the organisation, with one of the roles where any are named. */
  async isMember(personId: string, organisationId: string, roles: readonly string[] = []): Promise<boolean> {
    const rows = await this.db.query(sql`
      select 1 from deals.membership m join deals.person p on p.id = m.person_id
      where m.person_id = ${personId} and m.organisation_id = ${organisationId} and p.active
        and (${roles.length === 0} or m.roles && ${[...roles]}::text[])`);
    return rows.length > 0;
  }

  /** Active members with one of the roles, ids in order, at most twenty: whom an event is to be told to. */
  async membersWith(organisationId: string, roles: readonly string[]): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select p.id from deals.membership m join deals.person p on p.id = m.person_id
      where m.organisation_id = ${organisationId} and p.active and m.roles && ${[...roles]}::text[]
      order by p.id limit 20`);
    return rows.map((row) => row.id);
  }

  /** Names of organisations, for those that are known. */
  async organisationNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<{ id: string; name: string }>(
      sql`select id, name from deals.organisation where ${sql.any(sql`id`, ids)}`,
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  /** Names of people, for those that are known. */
  async personNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<{ id: string; name: string }>(
      sql`select id, name from deals.person where ${sql.any(sql`id`, ids)}`,
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  /** The registration of each deal, the newest where there are several; none before there is a number. */
  /** Whether a registration of the deal's contract stands now. */
  async registrationStands(dealId: string): Promise<boolean> {
    const rows = await this.db.query(sql`
      select from deals.contract where deal_id = ${dealId} and registration_number is not null
        and state not in ('CANCELLED', 'REVOKED') limit 1`);
    return rows.length > 0;
  }

  async contractsOf(dealIds: readonly string[]): Promise<ReadonlyMap<string, ContractFact>> {
    const rows = await this.db.query<{
      id: string;
      deal_id: string;
      state: string;
      registration_number: string | null;
      registered_on: string | null;
    }>(sql`
      select distinct on (deal_id) id, deal_id, state, registration_number, registered_on::text as registered_on
      from deals.contract where ${sql.any(sql`deal_id`, dealIds)} and registration_number is not null
      order by deal_id, id desc`);
    return new Map(
      rows.map((row) => [
        row.deal_id,
        {
          id: row.id,
          dealId: row.deal_id,
          state: row.state,
          registrationNumber: row.registration_number,
          registeredOn: row.registered_on,
        },
      ]),
    );
  }
}
