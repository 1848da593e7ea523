import { Injectable } from '@nestjs/common';
import { isFen, legalDayOf, violation, Violations, type Actor, type Violation } from '@jihui/kernel';
import type { Changed } from '../calls/call-desk.js';
import { reasonOf } from '../calls/said.js';
import type * as Types from '../challenges.types.gen.js';
import { ChallengeCodes } from '../core/errors.js';
import type { KeptFile } from '../core/files/kept-file.js';
import { entryFaults, type Entry, type EntryFault } from '../core/money/ledger.js';
import { paymentViolations } from '../core/projects/perform.js';
import type { LedgerRow, Project } from '../core/projects/project.js';
import { ProjectDesk, type ProjectStep } from './project-desk.js';
import { textOf } from './said.js';

const ENTRY_WORDS: { readonly [fault in EntryFault]: string } = {
  NOT_POSITIVE: '金额应大于零',
  ABOVE_APPROVED: '超过了核定的财政资金',
  MORE_THAN_PAID: '追回的金额不能超过该期已拨付的金额',
  MORE_THAN_AVAILABLE: '退回的金额不能超过结余',
};

/** 经费: nothing of the ledger is ever changed; a payment takes two officers. */
@Injectable()
export class ProjectMoneyService {
  constructor(private readonly desk: ProjectDesk) {}

  appropriate(actor: Actor, input: Types.CallProjectLedgerInput): Promise<Changed> {
    return this.desk.act(actor, 'appropriateProjectMoney', 'appropriate', input, (project, tx, files) =>
      this.row(actor, project, 'APPROPRIATED', input, tx.now, files),
    );
  }

  recover(actor: Actor, input: Types.CallProjectLedgerInput): Promise<Changed> {
    return this.desk.act(actor, 'recoverProjectMoney', 'recover', input, (project, tx, files) =>
      this.row(actor, project, 'RECOVERED', input, tx.now, files),
    );
  }

  giveBack(actor: Actor, input: Types.CallProjectLedgerInput): Promise<Changed> {
    return this.desk.act(actor, 'returnProjectMoney', 'giveBack', input, (project, tx, files) =>
      this.row(actor, project, 'RETURNED', input, tx.now, files),
    );
  }

  private row(
    actor: Actor,
    project: Project,
    kind: Entry['kind'],
    input: Types.CallProjectLedgerInput,
    now: Date,
    files: readonly KeptFile[],
  ): ProjectStep {
    const { text: voucher, wrong } = textOf('voucher', '文号或凭证号', input.voucher, { min: 1, max: 100 });
    const instalment = kind === 'RECOVERED' ? (input.instalment ?? null) : null;
    const entry: LedgerRow = {
      ...{ kind, amount: input.amount, instalment, voucher, day: input.day, files },
      personIds: actor.kind === 'person' ? [actor.personId] : [],
      organisationId: project.organisationId,
    };
    const faults = entryFaults(entry, project.approved, project.entries).map((fault) =>
      violation('amount', ChallengeCodes.PAYMENT, ENTRY_WORDS[fault]),
    );
    return {
      change: { entries: [...project.entries, entry] },
      reason: voucher,
      wrong: [...wrong, ...dayFaults(input.day, now), ...faults],
    };
  }

  /** 申请拨付: everything that stands in the way is told before anybody approves. */
  request(actor: Actor, input: Types.RequestProjectPaymentInput): Promise<Changed> {
    return this.desk.act(actor, 'requestProjectPayment', 'requestPayment', input, (project, tx, files) => {
      const { text: voucher, wrong } = textOf('voucher', '凭证号', input.voucher, { min: 1, max: 100 });
      const personId = actor.kind === 'person' ? actor.personId : '';
      const request = { instalment: input.instalment, voucher, personId, at: tx.now.toISOString(), files };
      return {
        change: { request },
        reason: voucher,
        wrong: [...wrong, ...paymentViolations(project, input.instalment)],
      };
    });
  }

  refuse(actor: Actor, input: Types.CallProjectReasonInput): Promise<Changed> {
    return this.desk.act(actor, 'refuseProjectPayment', 'refusePayment', input, () => {
      const { reason, wrong } = reasonOf(input);
      return { change: { request: null }, reason, wrong };
    });
  }

  /** 审批拨付: by somebody else than who requested it, and judged anew. */
  pay(actor: Actor, input: Types.CallProjectActionInput): Promise<Changed> {
    return this.desk.act(actor, 'payProject', 'pay', input, (project, tx) => {
      const { request } = project;
      if (request === null) return {};
      const personId = actor.kind === 'person' ? actor.personId : '';
      const amount = project.instalments.find(({ id }) => id === request.instalment)?.amount ?? 0;
      const paid: LedgerRow = {
        ...{ kind: 'PAID', amount, instalment: request.instalment, voucher: request.voucher },
        ...{ day: legalDayOf(tx.now), personIds: [request.personId, personId], files: request.files ?? [] },
        organisationId: project.organisationId,
      };
      return {
        change: { request: null, entries: [...project.entries, paid] },
        reason: request.voucher,
        wrong: paymentViolations(project, request.instalment),
      };
    });
  }

  /** 发榜方付款证明: the bank's receipt, each once. */
  prove(actor: Actor, input: Types.CallProjectLedgerInput): Promise<Changed> {
    return this.desk.act(actor, 'proveOwnerPayment', 'provePayment', input, (project, tx, files) => {
      const { text: receipt, wrong } = textOf('voucher', '银行回单号', input.voucher, { min: 1, max: 100 });
      const faults = new Violations()
        .when(!isFen(input.amount) || input.amount <= 0, 'amount', ChallengeCodes.PAYMENT, '金额应大于零')
        .when(
          project.ownerPayments.some((one) => one.receipt === receipt),
          'voucher',
          ChallengeCodes.PAYMENT,
          '该回单已经登记',
        ).found;
      const payment = { day: input.day, amount: input.amount, receipt, at: tx.now.toISOString(), files };
      return {
        change: { ownerPayments: [...project.ownerPayments, payment] },
        reason: receipt,
        wrong: [...wrong, ...faults, ...dayFaults(input.day, tx.now)],
      };
    });
  }
}

const dayFaults = (day: string, now: Date): readonly Violation[] =>
  new Violations().when(day > legalDayOf(now), 'day', ChallengeCodes.DATE_IN_FUTURE, '日期不能晚于今天')
    .found;
