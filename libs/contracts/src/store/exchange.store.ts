import { Injectable } from '@nestjs/common';
import { scopesOf, type Actor } from '@jihui/kernel';
import { coveredBy, Db, or, raw, sql, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import type { Contract } from '../core/contract.js';
import type { MappingProblem } from '../core/exchange/mapping.js';
import { REPORT_KINDS, type ReportKind } from '../core/exchange/reports.js';
import { nationalNumberTaken } from './contracts.store.js';
import { hasPart, searchTextOf } from './derived.js';

export type Direction = 'EXPORT' | 'IMPORT';
export type RowOutcome = 'EXPORTED' | 'UPDATED' | 'UNCHANGED' | 'FAILED';

export interface ExchangeBatch {
  readonly id: string;
  readonly number: string;
  readonly direction: Direction;
  readonly state: 'RUNNING' | 'COMPLETE' | 'WITH_PROBLEMS';
  /** Divisions of the bureau in whose name it was made: who covers them reads it. */
  readonly divisions: readonly string[];
  readonly form: string;
  readonly formVersion: string;
  readonly fileName: string;
  readonly rows: number;
  readonly done: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly createdBy: string;
  readonly createdAt: Date;
}
/** Of the list of batches. */
export interface BatchFilter {
  readonly direction?: Direction | null;
  /** 批次号 or file name. */
  readonly text?: string | null;
}

export interface ExchangeRow {
  readonly position: number;
  readonly contractId: string | null;
  readonly registrationNumber: string;
  readonly contractVersion: number | null;
  /** What went out of it; null of what came back. */
  readonly report: ReportKind | null;
  /** How often its content had been changed by a decision until then; null of what came back. */
  readonly changes: number | null;
  readonly outcome: RowOutcome;
  readonly data: Readonly<Record<string, string>>;
  readonly problems: readonly MappingProblem[];
}

/** A contract of which something is to be told. */
export interface Waiting {
  readonly id: string;
  readonly number: string;
  readonly report: ReportKind;
  readonly changes: number;
}

const BATCH = raw(`b.id, b.number, b.direction, b.state, b.divisions, b.form, b.form_version as "formVersion",
  b.file_name as "fileName", b.rows, b.done, b.unchanged, b.failed, b.created_by as "createdBy",
  b.created_at as "createdAt"`);
const ROW = raw(`r.position, r.contract_id as "contractId", r.registration_number as "registrationNumber",
  r.contract_version as "contractVersion", r.report, r.changes, r.outcome, r.data, r.problems`);

/** The registration ended after it was made. */
const HAS_ENDED = raw(`c.state in ('CANCELLED', 'REVOKED')`);

/** Decisions that changed what is registered: changes, supplements, and objections that were answered with other facts. */
const CHANGES = raw(`select p.contract_id, count(*)::int as changes from contracts.proceeding p
  where p.state = 'GRANTED' and (p.kind in ('CHANGE', 'SUPPLEMENT') or p.draft ->> 'proposal' is not null)
  group by p.contract_id`);

/** What went out of a contract so far; no row is missed, since a later decision has another count whenever it commits. */
const SENT =
  raw(`select count(*) > 0 as ever, max(r.contract_version) as version, coalesce(max(r.changes), 0) as changes,
    coalesce(bool_or(r.report in ('CANCELLATION', 'REVOCATION')), false) as ended
  from contracts.exchange_row r where r.contract_id = c.id and r.outcome = 'EXPORTED'`);

const REPORTS = Object.keys(REPORT_KINDS) as readonly ReportKind[];

/** Contracts after that number of which something is to be told, as {@link ExchangeStore.waiting} says. */
const waitingOf = (divisions: readonly string[], again: boolean, after: string): Sql => sql`
  select c.id, c.registration_number as number, coalesce(ch.changes, 0) as changes,
    case c.state when 'CANCELLED' then 'CANCELLATION' when 'REVOKED' then 'REVOCATION'
      else case when c.national_reg_no is null then 'NEW' else 'CHANGE' end end as report
  from contracts.contract c left join (${CHANGES}) ch on ch.contract_id = c.id cross join lateral (${SENT}) as sent
  where c.registration_number > ${after} and ${coveredBy(sql`c.registry_division`, divisions)}
    -- Of most there is nothing to tell, and so nothing to look up.
    and (c.national_reg_no is null or ch.changes > 0 or ${HAS_ENDED}) and (case
    when ${HAS_ENDED} then not sent.ended and (sent.ever or c.national_reg_no is not null)
    when c.national_reg_no is null then ${again} or sent.version is distinct from c.version
    else ch.changes > sent.changes end)`;

/** 与全国系统交换: the only SQL on it. */
@Injectable()
export class ExchangeStore {
  constructor(private readonly db: Db) {}

  /**
   * What the national system is still to be told of registered contracts of those divisions, by their number: of those
   * without a national number whatever no batch has taken out as they stand now (`again`: whatever went out before); of
   * those it knows a change of what is registered, and the end, each once. What ended before it went out is not told.
   */
  async waiting(
    divisions: readonly string[],
    again: boolean,
    after: string,
    limit: number,
  ): Promise<readonly Waiting[]> {
    return this.db.query<Waiting>(
      sql`${waitingOf(divisions, again, after)} order by c.registration_number limit ${limit}`,
    );
  }

  /** How much of each kind waits, in the order of {@link REPORT_KINDS}. */
  async waitingCounts(
    divisions: readonly string[],
  ): Promise<readonly { readonly report: ReportKind; readonly count: number }[]> {
    if (divisions.length === 0) return [];
    const rows = await this.db.query<{ report: ReportKind; count: number }>(sql`
      select w.report, count(*)::int as count from (${waitingOf(divisions, false, '')}) w group by w.report`);
    const counts = new Map(rows.map(({ report, count }) => [report, count]));
    return REPORTS.flatMap((report) => {
      const count = counts.get(report);
      return count === undefined ? [] : [{ report, count }];
    });
  }

  /** Registered contracts by their number, within those divisions. */
  async byNumbers(
    divisions: readonly string[],
    numbers: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<{ number: string; id: string }>(sql`
      select c.registration_number as number, c.id from contracts.contract c
      where ${sql.any(sql`c.registration_number`, numbers)} and ${coveredBy(sql`c.registry_division`, divisions)}`);
    return new Map(rows.map(({ number, id }) => [number, id]));
  }

  /** Who holds those national numbers, whatever their registry: number → contract. */
  async holders(numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<{ number: string; id: string }>(sql`
      select c.national_reg_no as number, c.id from contracts.contract c
      where ${sql.any(sql`c.national_reg_no`, numbers)}`);
    return new Map(rows.map(({ number, id }) => [number, id]));
  }

  /**
   * Writes the numbers of contracts whose rows are locked.
   * @throws DomainError CONTRACT.NATIONAL_NUMBER_TAKEN when another transaction took one meanwhile.
   */
  async writeNumbers(contracts: readonly Contract[]): Promise<void> {
    if (contracts.length === 0) return;
    const rows = contracts.map((contract) => ({
      id: contract.id,
      state: contract.state,
      version: contract.version,
      national_reg_no: contract.nationalRegNo,
      certificate_version: contract.certificateVersion,
      search_text: searchTextOf(contract),
    }));
    try {
      await this.db.query(sql`
        update contracts.contract c set state = r.state, version = r.version, national_reg_no = r.national_reg_no,
          certificate_version = r.certificate_version, search_text = r.search_text, updated_at = platform.business_now()
        from jsonb_populate_recordset(null::contracts.contract, ${JSON.stringify(rows)}::jsonb) as r where c.id = r.id`);
    } catch (error) {
      throw nationalNumberTaken(error);
    }
  }

  async insertBatch(batch: ExchangeBatch): Promise<void> {
    await this.db.query(sql`
      insert into contracts.exchange_batch (id, number, direction, state, divisions, form, form_version, file_name, rows,
        done, unchanged, failed, created_by, created_at)
      values (${batch.id}, ${batch.number}, ${batch.direction}, ${batch.state}, ${[...batch.divisions]}, ${batch.form},
        ${batch.formVersion}, ${batch.fileName}, ${batch.rows}, ${batch.done}, ${batch.unchanged}, ${batch.failed},
        ${batch.createdBy}, ${batch.createdAt})`);
  }

  /** The counts of a batch whose rows are in. */
  async finish(batch: ExchangeBatch): Promise<void> {
    await this.db.query(sql`
      update contracts.exchange_batch set state = ${batch.state}, rows = ${batch.rows}, done = ${batch.done},
        unchanged = ${batch.unchanged}, failed = ${batch.failed} where id = ${batch.id}`);
  }

  async addRows(batchId: string, rows: readonly ExchangeRow[]): Promise<void> {
    await this.db.query(sql`
      insert into contracts.exchange_row (batch_id, position, contract_id, registration_number, contract_version, report,
        changes, outcome, data, problems)
      select ${batchId}, position, "contractId", "registrationNumber", "contractVersion", report, changes, outcome, data,
        problems
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (position int, "contractId" uuid,
        "registrationNumber" text, "contractVersion" int, report text, changes int, outcome text, data jsonb,
        problems jsonb)`);
  }

  async batch(id: string): Promise<ExchangeBatch | undefined> {
    return this.db.one<ExchangeBatch>(
      sql`select ${BATCH} from contracts.exchange_batch b where b.id = ${id}`,
    );
  }

  /** Batches that the actor's bureau made, newest first. */
  batches(
    actor: Actor,
    { direction, text }: BatchFilter,
    args: PageArgs,
  ): Promise<Connection<ExchangeBatch>> {
    const where = [sql`b.divisions && ${[...scopesOf(actor, 'REGISTRAR')]}::text[]`];
    if (direction) where.push(sql`b.direction = ${direction}`);
    if (text) where.push(or([hasPart(sql`b.number`, text), hasPart(sql`b.file_name`, text)]));
    return this.db.page<ExchangeBatch, ExchangeBatch>(
      {
        select: BATCH,
        from: sql`contracts.exchange_batch b`,
        where,
        order: [
          { expression: sql`b.created_at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`b.id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }

  /** In their order, a piece at a time. */
  async rows(
    batchId: string,
    after: number,
    limit: number,
    failed: boolean | null = null,
  ): Promise<readonly ExchangeRow[]> {
    return this.db.query<ExchangeRow>(sql`
      select ${ROW} from contracts.exchange_row r
      where r.batch_id = ${batchId} and r.position > ${after}
        and (${failed}::boolean is null or (r.outcome = 'FAILED') = ${failed}::boolean)
      order by r.position limit ${limit}`);
  }

  /** Rows with what is wrong with them, the first hundred: for the page. */
  async problems(batchIds: readonly string[]): Promise<Map<string, ExchangeRow[]>> {
    const rows = await this.db.query<ExchangeRow & { readonly batchId: string }>(sql`
      select w.id as "batchId", x.* from unnest(${[...batchIds]}::uuid[]) as w (id)
      cross join lateral (
        select ${ROW} from contracts.exchange_row r
        where r.batch_id = w.id and r.outcome = 'FAILED' order by r.position limit 100) x`);
    const groups = new Map<string, ExchangeRow[]>(batchIds.map((id) => [id, []]));
    for (const { batchId, ...row } of rows) groups.get(batchId)?.push(row);
    return groups;
  }
}
