import { Injectable } from '@nestjs/common';
import { actorId, cleanText, DomainError, formatYuan, refuseIf, Violations, type Actor } from '@jihui/kernel';
import { checkIds } from '@jihui/platform';
import { DealCodes } from './core/errors.js';
import { actingSide } from './core/perform.js';
import { checkPrice } from './core/price.js';
import type { PriceTerms } from './core/types.js';
import { DealDesk } from './deal-desk.js';
import type { AcceptPriceInput, ProposePriceInput, ReopenPriceInput } from './deals.types.gen.js';
import { DisclosureCourse } from './disclosure-course.js';
import { DealsStore } from './store/deals.store.js';

/** 报价、接受、重新议价. */
@Injectable()
export class PricingService {
  constructor(
    private readonly desk: DealDesk,
    private readonly store: DealsStore,
    private readonly course: DisclosureCourse,
  ) {}

  /** 报价: takes the place of the open proposal. The first one begins the negotiation. */
  proposePrice(actor: Actor, input: ProposePriceInput): Promise<{ id: string }> {
    const terms = termsOf(input);
    return this.desk.act(actor, 'proposePrice', input, async (deal, tx) => {
      refuseIf(checkPrice(deal, terms));
      const side = actingSide(actor, deal);
      await this.store.propose(deal.id, side, actorId(actor), terms, tx.now);
      return {
        cooperationMode: terms.cooperationMode,
        evidence: `${side === 'SELLER' ? '卖方' : '买方'}报价 ${formatYuan(terms.total)} 元`,
      };
    });
  }

  /** 接受对方报价. @throws DomainError PROPOSAL_CHANGED when another proposal took its place. */
  acceptPrice(actor: Actor, input: AcceptPriceInput): Promise<{ id: string }> {
    checkIds(input.proposalId);
    return this.desk.act(actor, 'acceptPrice', input, async (deal) => {
      const { proposalId } = input;
      const terms = deal.proposal?.id === proposalId ? await this.store.proposalTerms(proposalId) : undefined;
      if (terms === undefined)
        throw new DomainError(DealCodes.PROPOSAL_CHANGED, '该报价已被新的报价取代，请查看最新报价后再接受');
      await this.store.markProposals(deal.id, 'OPEN', 'ACCEPTED');
      return {
        price: { ...terms, proposalId },
        cooperationMode: terms.cooperationMode,
        evidence: `双方商定成交总额 ${formatYuan(terms.total)} 元`,
      };
    });
  }

  /** 重新议价: the agreed price and a running disclosure end. */
  reopenPrice(actor: Actor, input: ReopenPriceInput): Promise<{ id: string }> {
    const reason = cleanText(input.reason);
    return this.desk.act(actor, 'reopenPrice', input, async (deal, tx) => {
      refuseIf(new Violations().text('reason', '原因', reason, { max: 1_000 }).found);
      await this.course.annul(tx, deal, `重新议价：${reason}`);
      await this.store.markProposals(deal.id, 'ACCEPTED', 'VOID');
      return { price: null, reason, evidence: '重新议价' };
    });
  }
}

const termsOf = (input: ProposePriceInput): PriceTerms => ({
  cooperationMode: input.cooperationMode,
  total: input.total,
  technical: input.technical,
  method: input.method,
  methodEvidence: cleanText(input.methodEvidence ?? ''),
  basis: cleanText(input.basis ?? ''),
  paymentMode: input.paymentMode,
  paymentTerms: cleanText(input.paymentTerms ?? ''),
  royalty:
    input.royalty == null
      ? null
      : {
          rateBasisPoints: input.royalty.rateBasisPoints,
          base: cleanText(input.royalty.base),
          years: input.royalty.years,
          minimumPerYear: input.royalty.minimumPerYear ?? null,
        },
  note: cleanText(input.note ?? ''),
});
