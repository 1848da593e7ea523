import { Injectable } from '@nestjs/common';
import {
  cleanText,
  legalDayOf,
  notFound,
  refuseIf,
  system,
  Violations,
  type Actor,
  type LegalDay,
} from '@jihui/kernel';
import { checkIds, staleVersion, uuidv7, type Tx } from '@jihui/platform';
import { agreedByAll, computedNow, type Commission, type CommissionTerms } from './core/commission.js';
import {
  checkCommission,
  commissionMachine,
  ownParties,
  partiesOf,
  type CommissionAction,
} from './core/commission-machine.js';
import { DealCodes } from './core/errors.js';
import { dealMachine } from './core/perform.js';
import { joinedAgencies, officerSides } from './core/sight.js';
import { CONCLUDED, partyOf } from './core/types.js';
import { DealDesk, signedIn } from './deal-desk.js';
import type {
  CommissionActionInput,
  CommissionReasonInput,
  DeclareCommissionDueInput,
  ProposeCommissionInput,
  SettleCommissionInput,
} from './deals.types.gen.js';
import { CommissionsStore } from './store/commissions.store.js';
import { FactsStore } from './store/facts.store.js';

const COURSE = system('deals.commissions');

/** States in which a registration is no longer valid (reference A7), and what a broker is told of the fee. */
export const UNDONE: Readonly<Record<string, string>> = {
  CANCELLED: '登记的合同已注销，佣金冲回',
  REVOKED: '登记的合同已被撤销登记，佣金冲回',
};

type Patch = Parameters<CommissionsStore['save']>[1];

/** 佣金约定 (民法典 art 961–966; reference D4, invariant I8). */
@Injectable()
export class CommissionsService {
  constructor(
    private readonly desk: DealDesk,
    private readonly store: CommissionsStore,
    private readonly facts: FactsStore,
  ) {}

  /** 提出佣金约定; whoever proposes agrees. An open one that the same agencies were offered is replaced. */
  proposeCommission(sender: Actor, input: ProposeCommissionInput): Promise<{ id: string }> {
    const actor = signedIn(sender);
    checkIds(...input.splits.map((split) => split.organisationId));
    const terms = termsOf(input);
    return this.desk.run(actor, 'proposeCommission', input, async (tx) => {
      const deal = await this.desk.open(actor, input.dealId);
      dealMachine.perform(deal, 'proposeCommission', actor, tx.now);
      refuseIf(checkCommission(actor, deal, terms));
      await this.supersede(tx, deal.id, terms);
      const id = uuidv7();
      await this.store.insert({ id, dealId: deal.id, terms }, partiesOf(deal, terms), tx.now);
      const own = [
        ...officerSides(actor, deal).map((side) => partyOf(deal, side).organisationId),
        ...joinedAgencies(actor, deal),
      ];
      await this.store.agree(id, own, actor.personId, tx.now);
      const commission = await this.current(id);
      await tx.audit({ stream: `Commission:${id}`, action: 'proposeCommission', after: commission });
      await this.settleAgreement(tx, commission);
      return { id };
    });
  }

  /** Same payers and agencies: the newer proposal takes the place of the one still open. */
  private async supersede(tx: Tx, dealId: string, terms: CommissionTerms): Promise<void> {
    const key = (t: CommissionTerms): string =>
      t.splits
        .map((split) => split.organisationId)
        .sort()
        .join(' ');
    for (const commission of await this.store.ofDeals([dealId]))
      if (commission.state === 'PROPOSED' && key(commission.terms) === key(terms))
        await this.move(tx, COURSE, commission, 'voidCommission', { endReason: '已被新的约定取代' });
  }

  /** 同意佣金约定; agreed once every payer and every agency has. */
  agreeCommission(sender: Actor, input: CommissionActionInput): Promise<{ id: string }> {
    const actor = signedIn(sender);
    return this.act(actor, 'agreeCommission', input, async (commission, tx) => {
      const own = ownParties(actor, commission).map((party) => party.organisationId);
      await this.store.agree(commission.id, own, actor.personId, tx.now);
      return {};
    });
  }

  /** 不同意. */
  declineCommission(actor: Actor, input: CommissionReasonInput): Promise<{ id: string }> {
    const endReason = cleanText(input.reason);
    return this.act(actor, 'declineCommission', input, async () => {
      refuseIf(new Violations().text('reason', '原因', endReason, { max: 1_000 }).found);
      return { endReason };
    });
  }

  /** 确认触发条件已达成: the payer says when the first payment came or acceptance was passed. */
  declareCommissionDue(actor: Actor, input: DeclareCommissionDueInput): Promise<{ id: string }> {
    const evidence = cleanText(input.evidence);
    return this.act(
      actor,
      'declareCommissionDue',
      input,
      async (_, tx) => {
        const found = new Violations().text('evidence', '凭据说明', evidence, { max: 1_000 });
        refuseIf(notInFuture(found, 'happenedOn', input.happenedOn, tx.now).found);
        return { dueSince: input.happenedOn };
      },
      evidence,
    );
  }

  /** 确认收讫, by an agency that is paid. */
  settleCommission(actor: Actor, input: SettleCommissionInput): Promise<{ id: string }> {
    return this.act(actor, 'settleCommission', input, async (_, tx) => {
      refuseIf(notInFuture(new Violations(), 'receivedOn', input.receivedOn, tx.now).found);
      return { settledOn: input.receivedOn };
    });
  }

  /**
   * The contract is concluded: amounts are fixed, and what hangs on the signature falls due; what
   * hangs on the registration once that has come too.
   */
  async conclude(tx: Tx, dealId: string, registered: boolean): Promise<void> {
    for (const commission of await this.store.ofDeals([dealId]))
      if (commission.state === 'AGREED') await this.fall(tx, commission, registered);
  }

  /** No contract: nothing is owed (民法典 art 964). */
  async voidAll(tx: Tx, dealId: string, endReason: string): Promise<void> {
    for (const commission of await this.store.ofDeals([dealId]))
      if (commission.state === 'PROPOSED' || commission.state === 'AGREED')
        await this.move(tx, COURSE, commission, 'voidCommission', { endReason });
  }

  /**
   * The registration was cancelled or revoked: what was agreed is reversed (reference I8), what was only
   * proposed falls away. @returns how many commissions that touched.
   */
  async reverseAll(tx: Tx, dealId: string, endReason: string): Promise<number> {
    const open = (await this.store.ofDeals([dealId])).filter(
      ({ state }) => state !== 'VOID' && state !== 'REVERSED',
    );
    for (const commission of open)
      await this.move(
        tx,
        COURSE,
        commission,
        commission.state === 'PROPOSED' ? 'voidCommission' : 'reverseCommission',
        { endReason },
      );
    return open.length;
  }

  private act(
    actor: Actor,
    action: CommissionAction,
    input: CommissionActionInput,
    step: (commission: Commission, tx: Tx) => Promise<Patch>,
    reason: string | null = null,
  ): Promise<{ id: string }> {
    return this.desk.run(actor, action, input, async (tx) => {
      const commission = await this.open(actor, input);
      commissionMachine.perform(commission, action, actor, tx.now);
      await this.move(tx, actor, commission, action, await step(commission, tx), reason);
      if (action === 'agreeCommission') await this.settleAgreement(tx, await this.current(commission.id));
      return { id: commission.id };
    });
  }

  /** Locked by its deal; hidden from whoever is not a party to it. */
  private async open(actor: Actor, input: CommissionActionInput): Promise<Commission> {
    checkIds(input.id);
    const found = await this.store.get(input.id);
    if (found === undefined || ownParties(actor, found).length === 0) throw notFound('该佣金约定');
    await this.desk.open(COURSE, found.dealId);
    const commission = await this.current(input.id);
    if (commission.version !== input.expectedVersion) throw staleVersion();
    return commission;
  }

  private async current(id: string): Promise<Commission> {
    const commission = await this.store.get(id);
    if (commission === undefined) throw notFound('该佣金约定');
    return commission;
  }

  private async settleAgreement(tx: Tx, commission: Commission): Promise<void> {
    if (!agreedByAll(commission)) return;
    await this.move(tx, COURSE, commission, 'becomeAgreed', {});
    const agreed = await this.current(commission.id);
    if (!CONCLUDED.includes(agreed.dealState)) return;
    const contract = (await this.facts.contractsOf([agreed.dealId])).get(agreed.dealId);
    const undone = contract && UNDONE[contract.state];
    if (undone === undefined) await this.fall(tx, agreed, contract !== undefined);
    else await this.move(tx, COURSE, agreed, 'reverseCommission', { endReason: undone });
  }

  /** Fixes the amounts of a concluded deal and lets the commission fall due where its trigger is met. */
  private async fall(tx: Tx, commission: Commission, registered: boolean): Promise<void> {
    const { trigger } = commission.terms;
    const concluded = commission.concluded ?? commission.price;
    const met = trigger === 'SIGNATURE' || (trigger === 'REGISTRATION' && registered);
    if (met)
      await this.move(tx, COURSE, commission, 'becomeDue', { concluded, dueSince: legalDayOf(tx.now) });
    else if (commission.concluded === null) await this.store.save(commission, { concluded });
  }

  private async move(
    tx: Tx,
    actor: Actor,
    commission: Commission,
    action: CommissionAction,
    patch: Patch,
    reason: string | null = null,
  ): Promise<void> {
    const state = commissionMachine.perform(commission, action, actor, tx.now);
    await this.store.save(commission, { ...patch, state });
    await tx.audit({
      stream: `Commission:${commission.id}`,
      action,
      before: commission,
      after: { ...commission, ...patch, state },
      reason: reason ?? patch.endReason ?? null,
    });
    await this.tell(tx, await this.current(commission.id), action);
  }

  /** Emits the commission as it is now. */
  async tell(tx: Tx, commission: Commission, action: string): Promise<void> {
    const parts = computedNow(commission)?.parts ?? [];
    await tx.emit('deals.commission', {
      aggregateId: commission.id,
      version: commission.version,
      action,
      payload: {
        id: commission.id,
        version: commission.version,
        dealId: commission.dealId,
        state: commission.state,
        dueSince: commission.dueSince,
        parts: parts.map((amount, index) => ({
          organisationId: commission.terms.splits[index]?.organisationId ?? '',
          amount,
        })),
      },
    });
  }

  /** Tells the commissions of these deals again. */
  async republish(tx: Tx, dealIds: readonly string[]): Promise<void> {
    for (const commission of await this.store.ofDeals(dealIds)) await this.tell(tx, commission, 'republish');
  }
}

const notInFuture = (found: Violations, path: string, day: LegalDay, now: Date): Violations =>
  found.when(day > legalDayOf(now), path, DealCodes.DATE_IN_FUTURE, '日期不能晚于今天');

const termsOf = (input: ProposeCommissionInput): CommissionTerms => ({
  base: input.base,
  tiers: input.tiers.map((tier) => ({ upTo: tier.upTo ?? null, rateBasisPoints: tier.rateBasisPoints })),
  minimum: input.minimum ?? null,
  maximum: input.maximum ?? null,
  sellerShareBasisPoints: input.sellerShareBasisPoints,
  buyerShareBasisPoints: input.buyerShareBasisPoints,
  trigger: input.trigger,
  taxIncluded: input.taxIncluded,
  splits: input.splits.map(({ organisationId, shareBasisPoints }) => ({ organisationId, shareBasisPoints })),
});
