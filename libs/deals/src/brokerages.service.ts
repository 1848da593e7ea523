import { Injectable } from '@nestjs/common';
import { cleanText, DomainError, notFound, refuseIf, Violations, type Actor } from '@jihui/kernel';
import { checkIds, isUniqueViolation, staleVersion, uuidv7, type Tx } from '@jihui/platform';
import {
  brokerageMachine,
  consentingSide,
  representsAfterConsent,
  type Brokerage,
  type BrokerageAction,
} from './core/brokerage.js';
import { DealCodes } from './core/errors.js';
import { notYetKnown } from './core/opening.js';
import { actingSide, dealMachine } from './core/perform.js';
import type { Deal } from './core/types.js';
import { DealDesk, signedIn } from './deal-desk.js';
import type { BrokerageActionInput, EndBrokerageInput, InviteBrokerInput } from './deals.types.gen.js';
import type { BrokerageRow } from './store/broker.row.js';
import { BrokeragesStore } from './store/brokerages.store.js';
import { FactsStore } from './store/facts.store.js';
import { IntroductionsStore } from './store/introductions.store.js';

type Answer = Promise<{ id: string; dealId: string }>;

/** 经纪机构: invited, joined, and for whom they act. */
@Injectable()
export class BrokeragesService {
  constructor(
    private readonly desk: DealDesk,
    private readonly store: BrokeragesStore,
    private readonly facts: FactsStore,
    private readonly introductions: IntroductionsStore,
  ) {}

  /** 邀请经纪机构 to act for one's side. @throws DomainError NOT_YET_KNOWN, INVALID_INPUT. */
  inviteBroker(actor: Actor, input: InviteBrokerInput): Answer {
    const { brokerOrganisationId: agency } = input;
    const brokerPersonId = input.brokerPersonId ?? null;
    checkIds(agency, brokerPersonId);
    const message = cleanText(input.message ?? '');
    return this.desk.run(actor, 'inviteBroker', input, async (tx) => {
      const deal = await this.desk.open(actor, input.id, input.expectedVersion);
      dealMachine.perform(deal, 'inviteBroker', actor, tx.now);
      await this.checkAgency(deal, agency, brokerPersonId, message);
      const side = actingSide(actor, deal);
      const id = uuidv7();
      await this.store
        .insert(
          {
            id,
            dealId: deal.id,
            state: 'INVITED',
            organisationId: agency,
            personId: brokerPersonId,
            represents: side,
            invitedBy: side,
            message,
            dualDisclosedAt: null,
          },
          tx.now,
        )
        .catch((error: unknown) => {
          throw isUniqueViolation(error, 'brokerage_once') ? alreadyThere() : error;
        });
      await this.desk.keep(actor, tx, deal, 'inviteBroker', {});
      return { id, dealId: deal.id };
    });
  }

  private async checkAgency(
    deal: Deal,
    agency: string,
    personId: string | null,
    message: string,
  ): Promise<void> {
    const organisation = await this.facts.organisation(agency);
    if (organisation === undefined) throw notYetKnown('该经纪机构');
    if (
      deal.brokers.some((b) => b.organisationId === agency && (b.state === 'INVITED' || b.state === 'JOINED'))
    )
      throw alreadyThere();
    const isBroker =
      personId === null || (await this.facts.isMember(personId, agency, ['BROKER', 'ORG_ADMIN']));
    refuseIf(
      new Violations()
        .optionalText('message', '邀请说明', message, 1_000)
        .when(
          [deal.seller.organisationId, deal.buyer.organisationId].includes(agency),
          'brokerOrganisationId',
          DealCodes.BROKER_IS_PARTY,
          '经纪机构不能同时是买卖一方',
        )
        .when(
          organisation.kind !== 'BROKER_AGENCY' || !organisation.active,
          'brokerOrganisationId',
          DealCodes.NOT_A_BROKER,
          '该单位不是已审核的经纪机构，请另选',
        )
        .when(
          !isBroker,
          'brokerPersonId',
          DealCodes.PERSON_NOT_MEMBER,
          '该人员不是该机构的技术经纪人，请另选',
        ).found,
    );
  }

  /** 接受委托: the broker joins, which is recorded as a dated proof. */
  acceptBrokerage(sender: Actor, input: BrokerageActionInput): Answer {
    const actor = signedIn(sender);
    return this.act(actor, 'acceptBrokerage', input, async (brokerage, deal, tx) => {
      await this.introductions.record(
        {
          kind: 'JOINED',
          dealId: deal.id,
          brokerId: brokerage.organisationId,
          personId: actor.personId,
          sellerId: deal.seller.organisationId,
          buyerId: deal.buyerAnonymous ? null : deal.buyer.organisationId,
          resultId: deal.resultId,
          needId: deal.needId,
          at: tx.now.toISOString(),
        },
        deal.buyer.organisationId,
      );
      return { personId: actor.personId };
    });
  }

  /** 谢绝委托. */
  declineBrokerage(actor: Actor, input: EndBrokerageInput): Answer {
    return this.end(actor, 'declineBrokerage', input);
  }

  /** 终止委托: the proof of introduction stays, and so does the watch for a bypass. */
  endBrokerage(actor: Actor, input: EndBrokerageInput): Answer {
    return this.end(actor, 'endBrokerage', input);
  }

  private end(actor: Actor, action: 'declineBrokerage' | 'endBrokerage', input: EndBrokerageInput): Answer {
    const endReason = cleanText(input.reason);
    return this.act(actor, action, input, async () => {
      refuseIf(new Violations().text('reason', '原因', endReason, { max: 1_000 }).found);
      return { endReason };
    });
  }

  /** 披露双方代理: the broker tells both sides that it would act for the two of them. */
  discloseDualAgency(actor: Actor, input: BrokerageActionInput): Answer {
    return this.act(actor, 'discloseDualAgency', input, async (_, __, tx) => ({ dualDisclosedAt: tx.now }));
  }

  /** 同意双方代理: the broker acts for both once both sides have consented. */
  consentDualAgency(actor: Actor, input: BrokerageActionInput): Answer {
    return this.act(actor, 'consentDualAgency', input, async (brokerage, _, tx) => {
      const side = consentingSide(actor, brokerage);
      if (side === undefined) return {};
      return {
        [side === 'SELLER' ? 'sellerConsentedAt' : 'buyerConsentedAt']: tx.now,
        represents: representsAfterConsent(brokerage, side),
      };
    });
  }

  private act(
    actor: Actor,
    action: BrokerageAction,
    input: BrokerageActionInput,
    step: (brokerage: Brokerage, deal: Deal, tx: Tx) => Promise<Partial<BrokerageRow>>,
  ): Answer {
    checkIds(input.id);
    return this.desk.run(actor, action, input, async (tx) => {
      const found = await this.store.get(input.id);
      if (found === undefined) throw notFound('该委托');
      const deal = await this.desk.open(actor, found.dealId, undefined, '该委托');
      const brokerage = (await this.store.get(input.id)) ?? found;
      if (brokerage.version !== input.expectedVersion) throw staleVersion();
      const state = brokerageMachine.perform(brokerage, action, actor, tx.now);
      const patch = await step(brokerage, deal, tx);
      await this.store.save(brokerage, { ...patch, state });
      await this.desk.keep(actor, tx, deal, action, { reason: patch.endReason ?? null });
      return { id: brokerage.id, dealId: deal.id };
    });
  }
}

const alreadyThere = (): DomainError =>
  new DomainError(
    DealCodes.BROKER_ALREADY_THERE,
    '该机构已受邀或已加入；如需其同时代表双方，请由经纪机构披露双方代理并经双方同意',
  );
