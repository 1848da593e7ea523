import { Injectable } from '@nestjs/common';
import type { Actor, LegalDay } from '@jihui/kernel';
import { Db, or, sql, type Connection, type PageArgs } from '@jihui/platform';
import type { TaxBenefit } from '../core/contract.js';
import type { BenefitUse } from '../core/proceedings/proceeding.js';
import type { TaxNotice } from '../core/proceedings/tax-notice.js';
import { hasWords } from './contracts.store.js';
import { hasPart } from './derived.js';
import { TaxNoticeRow } from './tax-notice.row.js';
import { inQueueOf } from './visibility.js';

export interface ReportedBenefit extends BenefitUse {
  readonly id: string;
  readonly contractId: string;
  readonly reportedAt: Date;
}

export interface NoticeFilter {
  readonly sent?: boolean | null;
  /** 项目名称, party or number of the contract, or 文号. */
  readonly text?: string | null;
}

const NOTICE = sql`n.id, n.version, n.contract_id as "contractId", n.proceeding_id as "proceedingId",
  n.registry_division as "registryDivision", n.state, n.content, n.due_on::text as "dueOn", n.recipient,
  n.document_number as "documentNumber", n.sent_on::text as "sentOn", n.sent_by as "sentBy",
  n.created_at as "createdAt", n.updated_at as "updatedAt"`;

/** 已享受的优惠 and 税务通知: the only SQL on them. */
@Injectable()
export class BenefitsStore {
  constructor(private readonly db: Db) {}

  /** What was reported before in the same words is not reported twice. */
  async report(
    contractId: string,
    uses: readonly (BenefitUse & { readonly id: string })[],
    by: string,
    at: Date,
  ): Promise<void> {
    await this.db.query(sql`
      insert into contracts.benefit_use (id, contract_id, benefit, amount, used_on, note, reported_by, reported_at)
      select id, ${contractId}, benefit, amount, "usedOn", note, ${by}, ${at}
      from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as told
        (id uuid, benefit text, amount bigint, "usedOn" date, note text)
      on conflict do nothing`);
  }

  async ofContracts(contractIds: readonly string[]): Promise<Map<string, ReportedBenefit[]>> {
    const rows = await this.db.query<ReportedBenefit & { readonly benefit: TaxBenefit }>(sql`
      select id, contract_id as "contractId", benefit, amount::float8 as amount, used_on::text as "usedOn", note,
        reported_at as "reportedAt"
      from contracts.benefit_use where ${sql.any(sql`contract_id`, contractIds)} order by used_on, id`);
    const groups = new Map<string, ReportedBenefit[]>(contractIds.map((id) => [id, []]));
    for (const row of rows) groups.get(row.contractId)?.push(row);
    return groups;
  }

  addNotice(notice: TaxNotice): Promise<void> {
    return this.db.insert(TaxNoticeRow, notice);
  }

  lockNotice(id: string): Promise<TaxNotice | undefined> {
    return this.db.lock(TaxNoticeRow, id);
  }

  saveNotice(before: TaxNotice, patch: Partial<TaxNotice>): Promise<void> {
    return this.db.update(TaxNoticeRow, { id: before.id, version: before.version }, patch);
  }

  async notice(id: string): Promise<TaxNotice | undefined> {
    return this.db.one<TaxNotice>(sql`select ${NOTICE} from contracts.tax_notice n where n.id = ${id}`);
  }

  async noticesOf(contractIds: readonly string[]): Promise<Map<string, TaxNotice[]>> {
    const rows = await this.db.query<TaxNotice>(sql`
      select ${NOTICE} from contracts.tax_notice n
      where ${sql.any(sql`n.contract_id`, contractIds)} order by n.id`);
    const groups = new Map<string, TaxNotice[]>(contractIds.map((id) => [id, []]));
    for (const row of rows) groups.get(row.contractId)?.push(row);
    return groups;
  }

  /** Notices of the actor's registries: those that wait by their day, or those sent. */
  notices(actor: Actor, { sent, text }: NoticeFilter, args: PageArgs): Promise<Connection<TaxNotice>> {
    const where = [inQueueOf(actor), sql`n.state = ${sent === true ? 'SENT' : 'PENDING'}`];
    if (text) where.push(or([hasWords(text), hasPart(sql`n.document_number`, text)]));
    const direction = sent === true ? 'desc' : 'asc';
    return this.db.page<TaxNotice, TaxNotice>(
      {
        select: NOTICE,
        from: sql`contracts.tax_notice n join contracts.contract c on c.id = n.contract_id`,
        where,
        order: [
          { expression: sql`n.due_on`, type: 'date', direction },
          { expression: sql`n.id`, type: 'uuid', direction },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }

  /** Contracts whose notice waits and is due until that day, told once a deadline. */
  async markNear(day: LegalDay): Promise<readonly string[]> {
    const rows = await this.db.query<{ contract_id: string }>(sql`
      with marked as (
        update contracts.tax_notice n set told_due_on = due_on
        where n.state = 'PENDING' and n.due_on <= ${day}::date and n.told_due_on is distinct from n.due_on
        returning contract_id)
      select contract_id from marked`);
    return rows.map((row) => row.contract_id);
  }
}
