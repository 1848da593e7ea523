import { Injectable } from '@nestjs/common';
import type { LegalDay } from '@jihui/kernel';
import { Db, sql } from '@jihui/platform';
import { CLOCK_RUNS, type State } from '../core/lifecycle.js';
import type { ProceedingKind } from '../core/proceedings/proceeding.js';

/** An application whose clock runs, with what its last day is counted from. */
export interface RunningClock {
  readonly id: string;
  readonly state: State;
  readonly ruleSet: string;
  readonly acceptedOn: LegalDay;
  readonly pausedDays: number;
  /** Whether it went to experts: then the longer limit counts. */
  readonly expert: boolean;
  readonly dueOn: LegalDay;
}
export interface RunningPaper {
  readonly id: string;
  readonly contractId: string;
  readonly kind: ProceedingKind;
  readonly openedOn: LegalDay;
  readonly dueOn: LegalDay;
  readonly defendUntil: LegalDay | null;
}
export interface RunningNotice {
  readonly id: string;
  readonly contractId: string;
  readonly decidedOn: LegalDay;
  readonly dueOn: LegalDay;
}

/** What has a last day that is counted in working days, and is not dealt with yet: locked until the transaction ends. */
@Injectable()
export class DeadlinesStore {
  constructor(private readonly db: Db) {}

  contracts(): Promise<RunningClock[]> {
    return this.db.query<RunningClock>(sql`
      select id, state, rule_set as "ruleSet", accepted_on::text as "acceptedOn",
        clock_paused_days as "pausedDays",
        (state = 'EXPERT_REVIEW' or expert_favourable is not null) as expert, due_on::text as "dueOn"
      from contracts.contract c
      where ${sql.any(sql`c.state`, CLOCK_RUNS)} and accepted_on is not null and due_on is not null
      order by id for update`);
  }

  papers(): Promise<RunningPaper[]> {
    return this.db.query<RunningPaper>(sql`
      select id, contract_id as "contractId", kind, opened_on::text as "openedOn", due_on::text as "dueOn",
        defend_until::text as "defendUntil"
      from contracts.proceeding where state = 'OPEN' order by id for update`);
  }

  notices(): Promise<RunningNotice[]> {
    return this.db.query<RunningNotice>(sql`
      select id, contract_id as "contractId", content ->> 'decidedOn' as "decidedOn", due_on::text as "dueOn"
      from contracts.tax_notice where state = 'PENDING' order by id for update`);
  }

  /** The row's version stays: nobody's draft of a decision is overtaken by a calendar. */
  async moveContract(id: string, dueOn: LegalDay): Promise<void> {
    await this.db.query(sql`update contracts.contract set due_on = ${dueOn}::date where id = ${id}`);
  }

  async movePaper(id: string, dueOn: LegalDay, defendUntil: LegalDay | null): Promise<void> {
    await this.db.query(sql`
      update contracts.proceeding set due_on = ${dueOn}::date, defend_until = ${defendUntil}::date where id = ${id}`);
  }

  async moveNotice(id: string, dueOn: LegalDay): Promise<void> {
    await this.db.query(sql`update contracts.tax_notice set due_on = ${dueOn}::date where id = ${id}`);
  }
}
