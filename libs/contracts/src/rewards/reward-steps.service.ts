import { Injectable } from '@nestjs/common';
import { cleanText, DomainError, isFen, legalDayOf, say, Violations, type Actor } from '@jihui/kernel';
import { checkIds, uuidv7, Work } from '@jihui/platform';
import { personOf, type Target } from '../contract-changes.js';
import { said } from '../core/decisions.js';
import { ContractCodes } from '../core/errors.js';
import { paidOf, unpaidOf, type RewardPayment, stands } from '../core/rewards/reward.js';
import { RewardsStore } from '../store/rewards.store.js';
import { RewardCases } from './reward-cases.js';
import { RewardPlansService } from './reward-plans.service.js';

const MAX_STATEMENT = 2_000;
/** What one colleague may say of one disclosure. */
const MAX_OBJECTIONS = 5;

/** What happens to a disclosed and to a confirmed plan: objections, payments. */
@Injectable()
export class RewardStepsService {
  constructor(
    private readonly work: Work,
    private readonly cases: RewardCases,
    private readonly plans: RewardPlansService,
    private readonly store: RewardsStore,
  ) {}

  /** 提出异议, with one's name; needs no version, since it undoes nothing of another's. */
  async object(
    actor: Actor,
    input: { readonly clientMutationId: string; readonly id: string; readonly statement: string },
  ): Promise<{ id: string }> {
    checkIds(input.id);
    const statement = cleanText(input.statement);
    const wrong = new Violations().text('statement', '异议的内容和依据', statement, {
      min: 10,
      max: MAX_STATEMENT,
    }).found;
    const { clientMutationId, id } = input;
    const command = { domain: 'contracts', name: 'objectToReward', actor, clientMutationId, input } as const;
    return this.work.run(command, async (tx) => {
      const subject = await this.cases.lock(actor, id, tx.now);
      const personId = personOf(actor);
      await this.plans.apply(
        tx,
        actor,
        subject,
        'object',
        (_, { reward }) => {
          const mine = reward.objections.filter(
            (each) => each.personId === personId && each.round === reward.round,
          );
          if (mine.length >= MAX_OBJECTIONS)
            throw new DomainError(
              ContractCodes.REWARD_TOO_MANY_OBJECTIONS,
              say`每人每次公示最多提出${MAX_OBJECTIONS}件异议`,
            );
          const objection = {
            id: uuidv7(),
            round: reward.round,
            personId,
            statement,
            at: tx.now,
            upheld: null,
            answer: null,
            answeredBy: null,
            answeredAt: null,
          };
          return { patch: { objections: [...reward.objections, objection] } };
        },
        wrong,
      );
      return { id };
    });
  }

  /** 答复异议. @throws DomainError CONTRACT.REWARD_NO_SUCH_OBJECTION; CONTRACT.CONFLICT_OF_INTEREST for the objector. */
  async answer(
    actor: Actor,
    input: Target & { readonly objectionId: string; readonly upheld: boolean; readonly answer: string },
  ): Promise<{ id: string }> {
    checkIds(input.objectionId);
    const { text: answer, wrong } = said('answer', '答复意见', input.answer, MAX_STATEMENT);
    return this.plans.perform(
      actor,
      'answerRewardObjection',
      'answerObjection',
      input,
      (tx, { reward }) => {
        const asked = reward.objections.find(({ id }) => id === input.objectionId);
        if (asked?.upheld !== null)
          throw new DomainError(
            ContractCodes.REWARD_NO_SUCH_OBJECTION,
            '没有这件异议，或已经答复，请刷新后再试',
          );
        const answeredBy = personOf(actor);
        if (asked.personId === answeredBy)
          throw new DomainError(ContractCodes.CONFLICT_OF_INTEREST, '您是异议人，请由其他经办人答复');
        const answered = { ...asked, upheld: input.upheld, answer, answeredBy, answeredAt: tx.now };
        const objections = reward.objections.map((each) => (each.id === asked.id ? answered : each));
        return {
          patch: { objections },
          reason: input.upheld ? `异议成立：${answer}` : `异议不成立：${answer}`,
        };
      },
      wrong,
    );
  }

  /** 记录发放; the last one settles the plan. @throws DomainError CONTRACT.REWARD_OVERPAID in INVALID_INPUT. */
  async pay(
    actor: Actor,
    input: Target & {
      readonly line: number;
      readonly amount: number;
      readonly paidOn: string;
      readonly voucher: string;
    },
  ): Promise<{ id: string }> {
    const { clientMutationId, id, expectedVersion, line, amount, paidOn } = input;
    checkIds(id);
    const voucher = cleanText(input.voucher);
    const command = {
      domain: 'contracts',
      name: 'recordRewardPayment',
      actor,
      clientMutationId,
      input,
    } as const;
    return this.work.run(command, async (tx) => {
      const subject = await this.cases.lock(actor, id, tx.now);
      this.plans.expectVersion(subject, expectedVersion);
      const { reward, payments } = subject;
      const payment: RewardPayment = {
        id: uuidv7(),
        rewardId: id,
        line,
        amount,
        paidOn,
        voucher,
        voidReason: null,
        corrects: null,
        correctionReason: null,
      };
      const left = unpaidOf(reward, payments, line);
      const paid = paidOf([...payments, payment]);
      const action = left !== null && amount <= left && paid === reward.total ? 'settle' : 'pay';
      const wrong = new Violations()
        .when(left === null, 'line', 'UNKNOWN_CODE', '方案中没有这一行')
        .when(!isFen(amount) || amount === 0, 'amount', 'OUT_OF_RANGE', '请填写发放金额，大于0，精确到分')
        .when(
          left !== null && amount > left,
          'amount',
          ContractCodes.REWARD_OVERPAID,
          '超过该人员尚未发放的金额',
        )
        .when(paidOn > legalDayOf(tx.now), 'paidOn', 'DATE_IN_FUTURE', '发放日期不能晚于今天')
        .when(
          reward.confirmedOn !== null && paidOn < reward.confirmedOn,
          'paidOn',
          'DATE_TOO_EARLY',
          '发放日期不能早于方案确认日',
        )
        .text('voucher', '凭证号', voucher, { max: 100 }).found;
      const carryOut = async () => {
        await this.store.addPayment(payment, personOf(actor), tx.now);
        return { reason: `第${line}行 ${voucher}` };
      };
      await this.plans.apply(tx, actor, subject, action, carryOut, wrong);
      return { id };
    });
  }

  /**
   * 更正发放记录: an entry against a payment that was found wrong, also after the plan was settled. Nothing is
   * edited: both stand in the books on their own days, and the amount is owed again.
   * @throws DomainError CONTRACT.REWARD_NO_SUCH_PAYMENT for one that is void or corrected already.
   */
  async correct(
    actor: Actor,
    input: Target & {
      readonly paymentId: string;
      readonly correctedOn: string;
      readonly voucher: string;
      readonly reason: string;
    },
  ): Promise<{ id: string }> {
    const { clientMutationId, id, expectedVersion, paymentId, correctedOn } = input;
    checkIds(id, paymentId);
    const { text: reason, wrong: unsaid } = said('reason', '更正的原因', input.reason, 500);
    const { text: voucher, wrong: unproved } = said('voucher', '凭证号', input.voucher, 100);
    const command = {
      domain: 'contracts',
      name: 'correctRewardPayment',
      actor,
      clientMutationId,
      input,
    } as const;
    return this.work.run(command, async (tx) => {
      const subject = await this.cases.lock(actor, id, tx.now);
      this.plans.expectVersion(subject, expectedVersion);
      const { payments } = subject;
      const payment = payments.find((each) => each.id === paymentId);
      const wrong = new Violations()
        .when(correctedOn > legalDayOf(tx.now), 'correctedOn', 'DATE_IN_FUTURE', '更正日期不能晚于今天')
        .when(
          payment !== undefined && correctedOn < payment.paidOn,
          'correctedOn',
          'DATE_TOO_EARLY',
          '更正日期不能早于发放日期',
        ).found;
      const carryOut = async () => {
        if (payment === undefined || !stands(payments, payment)) throw noSuchPayment();
        const entry: RewardPayment = {
          ...payment,
          id: uuidv7(),
          amount: -payment.amount,
          paidOn: correctedOn,
          voucher,
          corrects: payment.id,
          correctionReason: reason,
        };
        await this.store.addPayment(entry, personOf(actor), tx.now);
        return { reason: `第${payment.line}行 ${voucher}：${reason}` };
      };
      await this.plans.apply(tx, actor, subject, 'correct', carryOut, [...unsaid, ...unproved, ...wrong]);
      return { id };
    });
  }

  /** 作废发放记录: it stays, with the reason, and the amount may be paid again. */
  async voidPayment(
    actor: Actor,
    input: Target & { readonly paymentId: string; readonly reason: string },
  ): Promise<{ id: string }> {
    checkIds(input.paymentId);
    const { text: reason, wrong } = said('reason', '作废的原因', input.reason, 500);
    return this.plans.perform(
      actor,
      'voidRewardPayment',
      'voidPayment',
      input,
      async (tx, { payments }) => {
        const payment = payments.find(({ id }) => id === input.paymentId);
        if (payment === undefined || !stands(payments, payment)) throw noSuchPayment();
        await this.store.voidPayment(payment.id, reason, personOf(actor), tx.now);
        return { reason };
      },
      wrong,
    );
  }
}

const noSuchPayment = (): DomainError =>
  new DomainError(ContractCodes.REWARD_NO_SUCH_PAYMENT, '没有这笔发放记录，或已经作废、更正，请刷新后再试');
