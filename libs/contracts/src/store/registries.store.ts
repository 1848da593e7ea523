import { Injectable } from '@nestjs/common';
import type { OrganisationSnapshot } from '@jihui/events';
import { DomainError, type LegalDay } from '@jihui/kernel';
import { Db, isUniqueViolation, raw, sql, type Sql } from '@jihui/platform';
import { ContractCodes } from '../core/errors.js';
import { isCounty, type RegistryEntry } from '../core/registries/registry.js';
import type { StandIn } from '../core/registries/stand-in.js';
import { TODAY } from './visibility.js';

const COLUMNS =
  raw(`r.id, r.version, r.name, r.division_code as "divisionCode", r.number_prefix as "numberPrefix",
  r.cap::float8 as cap, r.delegated_from::text as "delegatedFrom", r.delegated_until::text as "delegatedUntil",
  r.basis, r.active`);
const STAND_IN = raw(`s.id, s.organisation_id as "organisationId", s.absent_id as "absentId",
  s.deputy_id as "deputyId", s.from_day::text as "fromDay", s.until_day::text as "untilDay", s.reason`);

/** How the county's first delegation is entered, until its administrator enters another. */
const DEFAULTS = { delegatedFrom: '2020-01-01', basis: '本平台默认值，可由主管部门调整' } as const;

/** A stand-in that holds on that day. */
const holdsOn = (day: LegalDay): Sql =>
  sql`s.ended_at is null and s.from_day <= ${day}::date and s.until_day >= ${day}::date`;

export interface Registrar {
  readonly organisationId: string;
  readonly personId: string;
  readonly name: string;
}

/** 登记机构, their registrars, and who stands in for whom. */
@Injectable()
export class RegistriesStore {
  constructor(private readonly db: Db) {}

  /** A bureau that comes to the platform is its place's registry, unless there is one; an unedited entry follows its name. */
  async found(bureau: OrganisationSnapshot): Promise<void> {
    if (bureau.kind !== 'BUREAU_CITY' && bureau.kind !== 'BUREAU_COUNTY') return;
    const delegatedFrom = isCounty(bureau) ? DEFAULTS.delegatedFrom : null;
    await this.db.query(sql`
      insert into contracts.registry (id, version, name, division_code, number_prefix, delegated_from, basis, active)
      values (${bureau.id}, 1, ${bureau.name}, ${bureau.divisionCode}, ${bureau.divisionCode},
        ${delegatedFrom}::date, ${DEFAULTS.basis}, true)
      on conflict do nothing`);
    await this.db.query(
      sql`update contracts.registry set name = ${bureau.name} where id = ${bureau.id} and version = 1`,
    );
  }

  /** Those that may register contracts of the place: its county's and its city's, as far as the bureau is still there. */
  async forPlace(division: string): Promise<readonly RegistryEntry[]> {
    return this.db.query<RegistryEntry>(sql`
      select ${COLUMNS} from contracts.registry r join contracts.organisation o on o.id = r.id
      where o.active and r.division_code in (${division}, ${`${division.slice(0, 4)}00`})`);
  }

  /** All, the city's first. */
  async all(): Promise<readonly RegistryEntry[]> {
    return this.db.query<RegistryEntry>(
      sql`select ${COLUMNS} from contracts.registry r order by r.division_code`,
    );
  }

  /** Locked until the transaction ends. */
  async lock(id: string): Promise<RegistryEntry | undefined> {
    return this.db.one<RegistryEntry>(
      sql`select ${COLUMNS} from contracts.registry r where r.id = ${id} for update`,
    );
  }

  /** @throws DomainError CONTRACT.NUMBER_PREFIX_TAKEN when another registry has it. */
  async save(entry: RegistryEntry): Promise<void> {
    try {
      await this.db.query(sql`
        update contracts.registry set version = ${entry.version}, name = ${entry.name},
          number_prefix = ${entry.numberPrefix}, cap = ${entry.cap}, delegated_from = ${entry.delegatedFrom}::date,
          delegated_until = ${entry.delegatedUntil}::date, basis = ${entry.basis}, active = ${entry.active}
        where id = ${entry.id}`);
    } catch (error) {
      if (!isUniqueViolation(error, 'number_prefix_once')) throw error;
      throw new DomainError(
        ContractCodes.NUMBER_PREFIX_TAKEN,
        '该编号前缀已由另一登记机构使用，请改用其他前缀',
        [
          {
            path: 'numberPrefix',
            code: ContractCodes.NUMBER_PREFIX_TAKEN,
            message: '该编号前缀已由另一登记机构使用',
          },
        ],
      );
    }
  }

  async registrarsOf(organisationIds: readonly string[]): Promise<Map<string, Registrar[]>> {
    const rows = await this.db.query<Registrar>(sql`
      select o.id as "organisationId", p.id as "personId", p.name from contracts.person p
      join unnest(${[...organisationIds]}::uuid[]) as o (id) on o.id = any(p.registrar_of)
      order by p.name, p.id`);
    return grouped(organisationIds, rows);
  }

  /** That hold or are to come, by day. */
  async standInsOf(organisationIds: readonly string[], today: LegalDay): Promise<Map<string, StandIn[]>> {
    const rows = await this.db.query<StandIn>(sql`
      select ${STAND_IN} from contracts.stand_in s
      where s.ended_at is null and s.until_day >= ${today}::date
        and ${sql.any(sql`s.organisation_id`, organisationIds)}
      order by s.from_day, s.id`);
    return grouped(organisationIds, rows);
  }

  async addStandIn(standIn: StandIn, namedBy: string, at: Date): Promise<void> {
    await this.db.query(sql`
      insert into contracts.stand_in
        (id, organisation_id, absent_id, deputy_id, from_day, until_day, reason, named_by, named_at)
      values (${standIn.id}, ${standIn.organisationId}, ${standIn.absentId}, ${standIn.deputyId},
        ${standIn.fromDay}::date, ${standIn.untilDay}::date, ${standIn.reason}, ${namedBy}, ${at})`);
  }

  /** Locked; undefined when it has ended. */
  async lockStandIn(id: string): Promise<StandIn | undefined> {
    return this.db.one<StandIn>(
      sql`select ${STAND_IN} from contracts.stand_in s where s.id = ${id} and s.ended_at is null for update`,
    );
  }

  async endStandIn(id: string, at: Date): Promise<void> {
    await this.db.query(sql`update contracts.stand_in set ended_at = ${at} where id = ${id}`);
  }

  /**
   * Registrars who could do the review that is going on: of the registry or of one above it, without a
   * stake, not the other reviewer, nor one who reviewed before an objection.
   */
  async assigneesOf(contractIds: readonly string[]): Promise<Map<string, Registrar[]>> {
    const rows = await this.db.query<Registrar>(sql`
      select c.id as "organisationId", p.id as "personId", p.name
      from contracts.contract c join contracts.person p on exists (
        select from contracts.organisation o where o.id = any(p.registrar_of) and o.active
          and c.registry_division like regexp_replace(o.division_code, '(00){1,2}$', '%'))
      where ${sql.any(sql`c.id`, contractIds)} and c.state in ('ACCEPTED', 'FIRST_REVIEW', 'SECOND_REVIEW')
        and not c.related_ids && p.organisation_ids and p.id <> all(c.former_reviewer_ids)
        and p.id is distinct from c.counter_clerk_id
        and not (c.state = 'SECOND_REVIEW' and p.id = c.first_reviewer_id)
        and not exists (select from contracts.person_tie t where t.person_id = p.id
          and t.organisation_id = any(c.related_ids) and t.since <= ${TODAY} and (t.until is null or t.until >= ${TODAY}))
      order by p.name, p.id`);
    return grouped(contractIds, rows);
  }

  /** Absent person → who stands in on that day. */
  async deputiesOf(absentIds: readonly string[], day: LegalDay): Promise<Map<string, string>> {
    if (absentIds.length === 0) return new Map();
    const rows = await this.db.query<{ absent: string; deputy: string }>(sql`
      select s.absent_id as absent, s.deputy_id as deputy from contracts.stand_in s
      where ${holdsOn(day)} and ${sql.any(sql`s.absent_id`, absentIds)}`);
    return new Map(rows.map(({ absent, deputy }) => [absent, deputy]));
  }
}

function grouped<T extends { readonly organisationId: string }>(
  ids: readonly string[],
  rows: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(row.organisationId)?.push(row);
  return groups;
}
