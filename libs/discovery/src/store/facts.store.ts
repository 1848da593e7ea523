import { Injectable } from '@nestjs/common';
import type { ContractSnapshot, OrganisationSnapshot, ResultSnapshot } from '@jihui/events';
import type { PatentKind } from '@jihui/kernel';
import { Db, sql } from '@jihui/platform';
import type { Organisation } from '../core/organisation.js';
import { notYetKnown } from '../refusals.js';
import { OrganisationRow } from './organisation.row.js';

/** This domain's own copies of what others told: upserted by version, never asked for. */
@Injectable()
export class FactsStore {
  constructor(private readonly db: Db) {}

  organisation(id: string): Promise<Organisation | undefined> {
    return this.db.get(OrganisationRow, id);
  }

  /** An organisation that is approved and not suspended. @throws DomainError DISCOVERY.NOT_YET_KNOWN */
  async activeOrganisation(id: string): Promise<Organisation> {
    const found = await this.organisation(id);
    if (found === undefined || !found.active) throw notYetKnown();
    return found;
  }

  /** Active organisations by name or by 统一社会信用代码. */
  async organisationsNamed(names: readonly string[]): Promise<Map<string, Organisation>> {
    if (names.length === 0) return new Map();
    const rows = await this.db.query<Organisation>(sql`
      select id, version, name, kind, uscc, division_code as "divisionCode", active from discovery.organisation
      where active and (${sql.any(sql`name`, names)} or ${sql.any(sql`uscc`, names)}) order by id`);
    return new Map(rows.flatMap((found) => [[found.name, found] as const, [found.uscc, found] as const]));
  }

  /** @returns whether it bears another name than before */
  async putOrganisation(fact: OrganisationSnapshot, version: number): Promise<boolean> {
    const renamed = await this.db.query(sql`
      with before as (select name from discovery.organisation where id = ${fact.id}),
      written as (
      insert into discovery.organisation (id, version, name, kind, uscc, division_code, active)
      values (${fact.id}, ${version}, ${fact.name}, ${fact.kind}, ${fact.uscc}, ${fact.divisionCode},
        ${fact.status === 'ACTIVE'})
      on conflict (id) do update set version = excluded.version, name = excluded.name, kind = excluded.kind,
        uscc = excluded.uscc, division_code = excluded.division_code, active = excluded.active
      where discovery.organisation.version < excluded.version returning name)
      select 1 from before b join written w on w.name <> b.name`);
    return renamed.length > 0;
  }

  async putContract(fact: ContractSnapshot, version: number): Promise<void> {
    await this.db.query(sql`
      insert into discovery.contract (id, version, state, title, standing, seller_id, buyer_ids, broker_names,
        result_id, deal_id, registration_number, registered_on, total_amount, technical_amount)
      values (${fact.id}, ${version}, ${fact.state}, ${fact.title}, ${fact.standing}, ${fact.sellerOrganisationId},
        ${[...fact.buyerOrganisationIds]}, ${[...fact.brokerNames]}, ${fact.resultId}, ${fact.dealId},
        ${fact.registrationNumber}, ${fact.registeredOn}, ${fact.totalAmount}, ${fact.technicalAmount})
      on conflict (id) do update set version = excluded.version, state = excluded.state, title = excluded.title,
        standing = excluded.standing, seller_id = excluded.seller_id, buyer_ids = excluded.buyer_ids,
        broker_names = excluded.broker_names, result_id = excluded.result_id, deal_id = excluded.deal_id,
        registration_number = excluded.registration_number, registered_on = excluded.registered_on,
        total_amount = excluded.total_amount, technical_amount = excluded.technical_amount
      where discovery.contract.version < excluded.version`);
  }

  /** Whether the organisation sold something by that contract, and its registration stands. */
  async soldBy(contractId: string, organisationId: string): Promise<boolean> {
    const rows = await this.db.query(sql`
      select from discovery.contract where id = ${contractId} and seller_id = ${organisationId} and standing`);
    return rows.length > 0;
  }

  /** Any number of results in one statement, with the numbers of the patents they name. */
  async putResults(results: readonly ResultSnapshot[]): Promise<void> {
    const rows = results.map(({ id, version, title, ownerId, createdBy, online, visibility, ipRights }) => ({
      id,
      version,
      title,
      owner_id: ownerId,
      online,
      public: visibility === 'PUBLIC',
      patent_numbers: ipRights.filter(({ kind }) => kind in PATENTS).map(({ number }) => number),
      created_by: createdBy,
    }));
    await this.db.query(sql`
      insert into discovery.result
      select * from jsonb_populate_recordset(null::discovery.result, ${JSON.stringify(rows)}::jsonb)
      on conflict (id) do update set version = excluded.version, title = excluded.title,
        owner_id = excluded.owner_id, online = excluded.online, public = excluded.public,
        patent_numbers = excluded.patent_numbers, created_by = excluded.created_by
      where discovery.result.version <= excluded.version`);
  }
}

const PATENTS: { readonly [kind in PatentKind]: true } = {
  INVENTION_PATENT: true,
  UTILITY_MODEL: true,
  DESIGN_PATENT: true,
};
