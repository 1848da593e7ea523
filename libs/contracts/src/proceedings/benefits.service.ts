import { Injectable } from '@nestjs/common';
import {
  addWorkingDays,
  cleanText,
  Codes,
  DomainError,
  legalDayOf,
  notFound,
  refuseIf,
  Violations,
  type Actor,
} from '@jihui/kernel';
import { checkIds, HolidayCalendars, staleVersion, uuidv7, Work, type Tx } from '@jihui/platform';
import { ContractChanges, personOf, streamOf, type Target } from '../contract-changes.js';
import type { Contract } from '../core/contract.js';
import type { ContractCase } from '../core/facts.js';
import { contractPolicy } from '../core/policy.js';
import { benefitLimits } from '../core/proceedings/completeness.js';
import type { BenefitUse } from '../core/proceedings/proceeding.js';
import { benefitsUsed, concernsTax, type TaxNoticeContent } from '../core/proceedings/tax-notice.js';
import { BenefitsStore } from '../store/benefits.store.js';
import type { Step } from './proceeding-changes.js';

/** 已享受的优惠 and who is told of them. */
@Injectable()
export class BenefitsService {
  constructor(
    private readonly work: Work,
    private readonly changes: ContractChanges,
    private readonly benefits: BenefitsStore,
    private readonly calendars: HolidayCalendars,
  ) {}

  /** 报告已享受的优惠, at any time while the registration stands. */
  async report(
    actor: Actor,
    input: {
      readonly clientMutationId: string;
      readonly contractId: string;
      readonly benefits: readonly BenefitUse[];
    },
  ): Promise<{ id: string }> {
    const { clientMutationId, contractId } = input;
    const command = {
      domain: 'contracts',
      name: 'reportBenefitUse',
      actor,
      clientMutationId,
      input,
    } as const;
    checkIds(contractId);
    return this.work.run(command, async (tx) => {
      const contract = await this.changes.visible(actor, contractId);
      const verdict = contractPolicy.requestCancellation(actor, { contract } as ContractCase);
      if (!verdict.allowed) throw new DomainError(verdict.code, verdict.reason);
      if (contract.registrationNumber === null)
        throw new DomainError(Codes.ILLEGAL_TRANSITION, '合同登记后才能报告享受的优惠');
      const benefits = cleaned(input.benefits);
      const found = new Violations().when(benefits.length === 0, 'benefits', 'REQUIRED', '请至少填写一项');
      refuseIf(benefitLimits({ benefits }, legalDayOf(tx.now), found));
      await this.keep(tx, contract.id, benefits, personOf(actor));
      await tx.audit({
        stream: streamOf(contract.id),
        action: 'reportBenefits',
        after: { benefits },
        reason: `报告${benefits.length}项已享受的优惠`,
      });
      return { id: contract.id };
    });
  }

  /** Kept once, however often it is reported. */
  async keep(tx: Tx, contractId: string, uses: readonly BenefitUse[], personId: string): Promise<void> {
    if (uses.length === 0) return;
    const rows = uses.map((use) => ({ ...use, id: uuidv7() }));
    await this.benefits.report(contractId, rows, personId, tx.now);
  }

  /** 税务通知记录: made by itself where a benefit was declared or used. */
  async notify(
    { tx, subject, proceeding, parameters }: Step,
    content: Pick<TaxNoticeContent, 'cause' | 'after' | 'reason' | 'articles'>,
  ): Promise<void> {
    const { contract } = subject;
    const reported = (await this.benefits.ofContracts([contract.id])).get(contract.id) ?? [];
    const used = benefitsUsed(reported, proceeding);
    if (!concernsTax(contract, used)) return;
    const today = legalDayOf(tx.now);
    const calendar = await this.calendars.calendar();
    await this.benefits.addNotice({
      id: uuidv7(),
      version: 1,
      contractId: contract.id,
      proceedingId: proceeding.id,
      registryDivision: contract.registry?.divisionCode ?? '',
      state: 'PENDING',
      content: {
        ...content,
        declared: contract.form.flags.taxBenefits,
        used,
        before: amountsOf(contract),
        decidedOn: today,
      },
      dueOn: addWorkingDays(today, parameters.taxNoticeWorkingDays, calendar),
      recipient: null,
      documentNumber: null,
      sentOn: null,
      sentBy: null,
      createdAt: tx.now,
      updatedAt: tx.now,
    });
  }

  /** 记录已通知税务、财政: to whom, by which document, when. */
  async recordSent(
    actor: Actor,
    input: Target & {
      readonly recipient: string;
      readonly documentNumber: string;
      readonly sentOn: string;
    },
  ): Promise<{ id: string }> {
    const { clientMutationId, id } = input;
    const command = { domain: 'contracts', name: 'recordTaxNotice', actor, clientMutationId, input } as const;
    checkIds(id);
    const recipient = cleanText(input.recipient);
    const documentNumber = cleanText(input.documentNumber);
    return this.work.run(command, async (tx) => {
      const found = await this.benefits.notice(id);
      if (found === undefined) throw notFound('税务通知');
      const contract = await this.changes.visible(actor, found.contractId).catch(() => {
        throw notFound('税务通知');
      });
      const verdict = contractPolicy.recordNationalNumber(actor, { contract } as ContractCase);
      if (!verdict.allowed) throw new DomainError(verdict.code, verdict.reason);
      const notice = await this.benefits.lockNotice(id);
      if (notice?.version !== input.expectedVersion) throw staleVersion();
      if (notice.state === 'SENT') throw new DomainError(Codes.ILLEGAL_TRANSITION, '该通知已记录送达');
      const sentOn = input.sentOn;
      refuseIf(
        new Violations()
          .text('recipient', '通知的机关', recipient, { max: 100 })
          .text('documentNumber', '文号', documentNumber, { max: 100 })
          .when(sentOn > legalDayOf(tx.now), 'sentOn', 'DATE_IN_FUTURE', '通知日期不能晚于今天')
          .when(sentOn < notice.content.decidedOn, 'sentOn', 'DATE_TOO_EARLY', '通知日期不能早于决定日期')
          .found,
      );
      const sent = { state: 'SENT', recipient, documentNumber, sentOn, sentBy: personOf(actor) } as const;
      await this.benefits.saveNotice(notice, sent);
      await tx.audit({
        stream: streamOf(contract.id),
        action: 'recordTaxNotice',
        before: notice,
        after: { ...notice, ...sent },
        reason: `${recipient} ${documentNumber}`,
      });
      return { id: notice.id };
    });
  }
}

export const amountsOf = ({ form }: Contract): TaxNoticeContent['before'] => ({
  total: form.money.total ?? 0,
  technical: form.money.technical ?? 0,
});

const cleaned = (benefits: readonly BenefitUse[]): readonly BenefitUse[] =>
  benefits.map(({ benefit, amount, usedOn, note }) => ({ benefit, amount, usedOn, note: cleanText(note) }));
