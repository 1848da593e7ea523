import { Injectable } from '@nestjs/common';
import { DomainError, type Actor } from '@jihui/kernel';
import {
  Db,
  isUniqueViolation,
  or,
  raw,
  sql,
  type Connection,
  type PageArgs,
  type Sql,
} from '@jihui/platform';
import type { Contract } from '../core/contract.js';
import type { ColourBounds, Colour } from '../core/deadline.js';
import { ContractCodes } from '../core/errors.js';
import { DEAD, ENDED, OPEN_AT_REGISTRY, type State } from '../core/lifecycle.js';
import { ContractRow, toDomain, toRow } from './contract.row.js';
import { hasTyped, wordsHave } from './derived.js';
import { colourIs } from './due.js';
import { inQueueOf, TIED_TODAY, TODAY, visibleTo } from './visibility.js';

/** Columns of a contract as `toDomain` takes them; days as text, since they have no time of day. */
export const COLUMNS = raw(
  [
    'id',
    'version',
    'state',
    'deal_id',
    'result_id',
    'need_id',
    'applicant_organisation_id',
    'applicant_person_id',
    'counter_clerk_id',
    'counter_note',
    'taken_over_at',
    'registry_organisation_id',
    'registry_division',
    'registry_name',
    'registry_prefix',
    'confirmed_party_ids',
    'form',
    'form_sha256',
    'submitted_at',
    'acceptance_number',
    'accepted_on::text',
    'due_on::text',
    'clock_paused_on::text',
    'clock_paused_days',
    'rule_set',
    'first_reviewer_id',
    'second_reviewer_id',
    'former_reviewer_ids',
    'rejection_proposed',
    'expert_favourable',
    'decision',
    'judgements',
    'experts',
    'answers',
    'registration_number',
    'registered_at',
    'registered_on::text',
    'national_reg_no',
    'certificate_version',
    'decided_on::text',
    'created_at',
    'updated_at',
  ]
    .map((column) => `c.${column} as "${camel(column.replace('::text', ''))}"`)
    .join(', '),
);

function camel(column: string): string {
  return column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

export interface ContractFilter {
  readonly states?: readonly State[] | null;
  readonly text?: string | null;
  readonly contractClass?: string | null;
  readonly dealId?: string | null;
  readonly applicantOrganisationId?: string | null;
  readonly signedFrom?: string | null;
  readonly signedTo?: string | null;
}

export interface QueueFilter {
  readonly states?: readonly State[] | null;
  readonly colours?: readonly Colour[] | null;
  readonly mine?: boolean | null;
  readonly unclaimed?: boolean | null;
  readonly registryDivision?: string | null;
  readonly contractClass?: string | null;
  readonly text?: string | null;
}

/** Who holds the review that is going on. */
export const HOLDER = raw(
  "case c.state when 'FIRST_REVIEW' then c.first_reviewer_id when 'SECOND_REVIEW' then c.second_reviewer_id end",
);

/** No application or registration stands. */
export const isDead = sql.any(sql`c.state`, DEAD);

const personIdOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.personId : null);

const DUE = sql`c.due_on`;

/** The database's refusal of a national number twice, in words; anything else as it is. */
export const nationalNumberTaken = (error: unknown): unknown =>
  isUniqueViolation(error, 'national_reg_no_once')
    ? new DomainError(ContractCodes.NATIONAL_NUMBER_TAKEN, '该全国登记号已回填在另一份合同上，请核对')
    : error;

/** A contract that is locked, and who of those asked for is tied to it. */
export interface Locked {
  readonly contract: Contract;
  readonly tied: readonly string[];
}

/** The contract table: the only SQL on it. */
@Injectable()
export class ContractsStore {
  constructor(private readonly db: Db) {}

  /** @throws DomainError CONTRACT.DEAL_HAS_APPLICATION when the deal already has a live one. */
  async insert(contract: Contract): Promise<void> {
    try {
      await this.db.insert(ContractRow, toRow(contract));
    } catch (error) {
      if (isUniqueViolation(error, 'one_live_application_a_deal'))
        throw new DomainError(
          ContractCodes.DEAL_HAS_APPLICATION,
          '这个对接已有登记申请，请在“我的合同”中打开继续办理',
        );
      throw error;
    }
  }

  /** Locked until the transaction ends. */
  async lock(id: string): Promise<Contract | undefined> {
    return (await this.lockAll([id])).get(id);
  }

  /** Locked in one order, so that two batches cannot wait for each other. */
  async lockAll(ids: readonly string[]): Promise<Map<string, Contract>> {
    const found = await this.lockTied([], ids);
    return new Map([...found].map(([id, { contract }]) => [id, contract]));
  }

  /** All that was applied for by that organisation, in the same order. */
  async lockAppliedBy(organisationId: string): Promise<readonly Contract[]> {
    const rows = await this.db.query<{ id: string }>(
      sql`select c.id from contracts.contract c where c.applicant_organisation_id = ${organisationId}`,
    );
    return [...(await this.lockAll(rows.map(({ id }) => id))).values()];
  }

  /** The same, each with those of the people whom a former membership or a declared relation binds to it today. */
  async lockTied(people: readonly string[], ids: readonly string[]): Promise<Map<string, Locked>> {
    if (!this.db.inTransaction) throw new Error('lock outside a unit of work');
    const rows = await this.db.query<ContractRow & { readonly tied: readonly string[] }>(
      sql`
      select ${COLUMNS}, array(
          select t.person_id from contracts.person_tie t where ${sql.any(sql`t.person_id`, people)}
            and t.organisation_id = any(c.related_ids) and ${TIED_TODAY}) as tied
      from contracts.contract c where ${sql.any(sql`c.id`, ids)} order by c.id for update`.prepared(),
    );
    return new Map(rows.map(({ tied, ...row }) => [row.id, { contract: toDomain(row), tied }]));
  }

  /** Writes what the contract has become. `next.version` is one above `before.version`. */
  async save(before: Contract, next: Contract): Promise<void> {
    try {
      await this.db.update(ContractRow, { id: before.id, version: before.version }, toRow(next));
    } catch (error) {
      throw nationalNumberTaken(error);
    }
  }

  /** Those of the ids that the actor may see. */
  async byIds(actor: Actor, ids: readonly string[]): Promise<Map<string, Contract>> {
    const rows = await this.db.query<ContractRow>(sql`
      select ${COLUMNS} from contracts.contract c where ${sql.any(sql`c.id`, ids)} and ${visibleTo(actor)}`);
    return new Map(rows.map((row) => [row.id, toDomain(row)]));
  }

  /** By id, whoever asks: for jobs and handlers. */
  async get(id: string): Promise<Contract | undefined> {
    const [row] = await this.db.query<ContractRow>(
      sql`select ${COLUMNS} from contracts.contract c where c.id = ${id}`,
    );
    return row && toDomain(row);
  }

  /** The same, of many. */
  async getAll(ids: readonly string[]): Promise<Map<string, Contract>> {
    const rows = await this.db.query<ContractRow>(
      sql`select ${COLUMNS} from contracts.contract c where ${sql.any(sql`c.id`, ids)}`,
    );
    return new Map(rows.map((row) => [row.id, toDomain(row)]));
  }

  /** The live contract of each deal, else the newest that has ended after registration; as far as the actor may see it. */
  async byDeals(actor: Actor, dealIds: readonly string[]): Promise<Map<string, Contract>> {
    const rows = await this.db.query<ContractRow>(sql`
      select distinct on (c.deal_id) ${COLUMNS} from contracts.contract c
      where ${sql.any(sql`c.deal_id`, dealIds)} and (not ${isDead} or ${sql.any(sql`c.state`, ENDED)})
        and ${visibleTo(actor)}
      order by c.deal_id, ${isDead}, c.id desc`);
    return new Map(rows.map((row) => [row.dealId ?? '', toDomain(row)]));
  }

  /** What that seller registered in that legal year, as far as the actor may see it; at most a hundred. */
  async registeredIn(actor: Actor, sellerId: string, year: number): Promise<readonly Contract[]> {
    const rows = await this.db.query<ContractRow>(sql`
      select ${COLUMNS} from contracts.contract c
      where c.applicant_organisation_id = ${sellerId} and c.registered_on between ${`${year}-01-01`}::date
        and ${`${year}-12-31`}::date and c.state not in ('CANCELLED', 'REVOKED') and ${visibleTo(actor)} order by c.id limit 100`);
    return rows.map(toDomain);
  }

  /** Whether a former membership or a declared relation binds the actor to one of the organisations today. */
  async isTied(actor: Actor, organisationIds: readonly string[]): Promise<boolean> {
    const found = await this.db.query(sql`
      select 1 from contracts.person_tie t where t.person_id = ${personIdOf(actor)}::uuid
        and ${sql.any(sql`t.organisation_id`, organisationIds)} and ${TIED_TODAY} limit 1`);
    return found.length > 0;
  }

  /** Newest first. */
  list(actor: Actor, filter: ContractFilter, args: PageArgs): Promise<Connection<Contract>> {
    const where = [visibleTo(actor)];
    if (filter.states) where.push(sql.any(sql`c.state`, filter.states));
    if (filter.text) where.push(hasWords(filter.text));
    if (filter.contractClass) where.push(sql`left(c.subclass, 1) = ${filter.contractClass}`);
    if (filter.dealId) where.push(sql`c.deal_id = ${filter.dealId}`);
    if (filter.applicantOrganisationId)
      where.push(sql`c.applicant_organisation_id = ${filter.applicantOrganisationId}`);
    if (filter.signedFrom) where.push(sql`c.signed_on >= ${filter.signedFrom}::date`);
    if (filter.signedTo) where.push(sql`c.signed_on <= ${filter.signedTo}::date`);
    return this.db.page<ContractRow, Contract>(
      {
        select: COLUMNS,
        from: sql`contracts.contract c`,
        where,
        order: [{ expression: sql`c.id`, type: 'uuid', direction: 'desc' }],
        toNode: toDomain,
      },
      args,
    );
  }

  /** What lies on the actor's table, nearest deadline first; what waits for acceptance by its day. */
  queue(
    actor: Actor,
    filter: QueueFilter,
    bounds: ColourBounds,
    args: PageArgs,
  ): Promise<Connection<Contract>> {
    return this.db.page<ContractRow, Contract>(
      {
        select: COLUMNS,
        from: sql`contracts.contract c`,
        where: queueWhere(actor, filter, bounds),
        order: [
          { expression: sql`c.queue_on`, type: 'date', direction: 'asc' },
          { expression: sql`c.id`, type: 'uuid', direction: 'asc' },
        ],
        toNode: toDomain,
      },
      args,
    );
  }

  async queueCounts(actor: Actor, bounds: ColourBounds): Promise<QueueCounts> {
    const count = (condition: Sql): Sql => sql`count(*) filter (where ${condition})::int`;
    const row = await this.db.one<QueueCounts>(sql`
      select ${count(sql`c.state = 'SUBMITTED'`)} as "waitingForAcceptance",
        ${count(sql`c.state = 'ACCEPTED'`)} as "waitingForFirstReview",
        ${count(sql`c.state = 'FIRST_REVIEW'`)} as "inFirstReview",
        ${count(sql`c.state = 'SECOND_REVIEW'`)} as "inSecondReview",
        ${count(sql`c.state = 'EXPERT_REVIEW'`)} as "inExpertReview",
        ${count(sql`c.state = 'APPROVED'`)} as "approved",
        ${count(sql`c.state = 'RETURNED'`)} as "returned",
        ${count(isFor(actor))} as "mine",
        ${count(sql`${IS_OPEN} and ${colourIs(DUE, 'GREEN', bounds)}`)} as "green",
        ${count(sql`${IS_OPEN} and ${colourIs(DUE, 'AMBER', bounds)}`)} as "amber",
        ${count(sql`${IS_OPEN} and ${colourIs(DUE, 'RED', bounds)}`)} as "red"
      from contracts.contract c
      where (${IS_OPEN} or c.state = 'RETURNED')
        and ${inQueueOf(actor)}`);
    if (row === undefined) throw new Error('counts answered nothing');
    return row;
  }

  /** Open applications due until that day of which nobody was told yet; marks them told. */
  markNear(day: string): Promise<readonly Contract[]> {
    return this.mark(raw('told_due_on'), sql`c.due_on <= ${day}::date`);
  }

  /** Returned applications to be corrected until that day of which the applicant was not told yet; marks them told. */
  async markCorrections(day: string): Promise<readonly Contract[]> {
    const due = sql`(c.decision ->> 'correctionDueOn')::date`;
    const marked = await this.db.query<{ id: string }>(sql`
      with marked as (
        update contracts.contract c set told_due_on = ${due}
        where c.state = 'RETURNED' and ${due} <= ${day}::date and c.told_due_on is distinct from ${due} returning c.id)
      select id from marked order by id`);
    const contracts = await this.getAll(marked.map(({ id }) => id));
    return marked.flatMap(({ id }) => contracts.get(id) ?? []);
  }

  /** Open applications whose last day has passed and of which nobody was told yet; marks them told. */
  markOverdue(today: string): Promise<readonly Contract[]> {
    return this.mark(raw('told_overdue_on'), sql`c.due_on < ${today}::date`);
  }

  private async mark(told: Sql, isDue: Sql): Promise<readonly Contract[]> {
    const marked = await this.db.query<{ id: string }>(sql`
      with marked as (
        update contracts.contract c set ${told} = due_on
        where ${IS_OPEN} and ${isDue} and c.${told} is distinct from c.due_on returning c.id)
      select id from marked order by id`);
    const contracts = await this.getAll(marked.map(({ id }) => id));
    return marked.flatMap(({ id }) => contracts.get(id) ?? []);
  }

  async changedSince(since: Date, after: string, limit: number): Promise<readonly Contract[]> {
    const rows = await this.db.query<ContractRow>(sql`
      select ${COLUMNS} from contracts.contract c
      where c.updated_at >= ${since} and c.id > ${after} order by c.id limit ${limit}`);
    return rows.map(toDomain);
  }
}

export interface QueueCounts {
  readonly waitingForAcceptance: number;
  readonly waitingForFirstReview: number;
  readonly inFirstReview: number;
  readonly inSecondReview: number;
  readonly inExpertReview: number;
  readonly approved: number;
  readonly returned: number;
  readonly mine: number;
  readonly green: number;
  readonly amber: number;
  readonly red: number;
}

/** Held by the actor, or by a colleague for whom they stand in today (代理). */
const isFor = (actor: Actor): Sql => sql`(${HOLDER} = ${personIdOf(actor)}::uuid
  or ${HOLDER} in (select s.absent_id from contracts.stand_in s where s.deputy_id = ${personIdOf(actor)}::uuid
    and s.ended_at is null and ${TODAY} between s.from_day and s.until_day))`;

/** Names, acceptance number and national number, or the registration number, hold that text somewhere. */
export function hasWords(text: string): Sql {
  return sql`c.id in (
    select w.contract_id from contracts.contract_words w where ${wordsHave(text)}
    union all select n.id from contracts.contract n where ${hasTyped(sql`n.registration_number`, text)})`;
}

/** The states stand in the statement, so that the indexes over them are found. */
const stateIn = (states: readonly State[]): Sql =>
  states.length === 0 ? raw('false') : raw(`c.state in (${states.map((state) => `'${state}'`).join(', ')})`);

/** On the registry's table. */
export const IS_OPEN = stateIn(OPEN_AT_REGISTRY);

/** What may be asked for by its state at the desk, which also counts what was returned. */
const AT_DESK: readonly State[] = [...OPEN_AT_REGISTRY, 'RETURNED'];

function queueWhere(actor: Actor, filter: QueueFilter, bounds: ColourBounds): Sql[] {
  const { states } = filter;
  const isThere = states ? stateIn(AT_DESK.filter((state) => states.includes(state))) : IS_OPEN;
  const where: Sql[] = [isThere, inQueueOf(actor)];
  if (filter.colours) where.push(or(filter.colours.map((colour) => colourIs(DUE, colour, bounds))));
  if (filter.mine) where.push(isFor(actor));
  if (filter.unclaimed) where.push(sql`${HOLDER} is null`);
  if (filter.registryDivision) where.push(sql`c.registry_division = ${filter.registryDivision}`);
  if (filter.contractClass) where.push(sql`left(c.subclass, 1) = ${filter.contractClass}`);
  if (filter.text) where.push(hasWords(filter.text));
  return where;
}
