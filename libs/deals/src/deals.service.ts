import { Injectable } from '@nestjs/common';
import { cleanText, refuseIf, Violations, type Actor } from '@jihui/kernel';
import { checkIds } from '@jihui/platform';
import { CommissionsService } from './commissions.service.js';
import { DealCodes } from './core/errors.js';
import { notYetKnown } from './core/opening.js';
import { actingSide, confirmingSide, ndaSide } from './core/perform.js';
import { officerSides } from './core/sight.js';
import { partyOf } from './core/types.js';
import { DealDesk } from './deal-desk.js';
import type {
  AbandonDealInput,
  AddDealPersonInput,
  CloseDealInput,
  DealActionInput,
} from './deals.types.gen.js';
import { DisclosureCourse } from './disclosure-course.js';
import { DealsStore } from './store/deals.store.js';
import { FactsStore } from './store/facts.store.js';

/** Roles in which one sees a deal that one takes part in. */
const SEE_DEALS = ['RESEARCHER', 'TRANSFER_OFFICER', 'ORG_ADMIN'] as const;
const sideName = { SELLER: '卖方', BUYER: '买方' } as const;

/** What the two sides do to the deal itself, apart from price and signature. */
@Injectable()
export class DealsService {
  constructor(
    private readonly desk: DealDesk,
    private readonly store: DealsStore,
    private readonly facts: FactsStore,
    private readonly course: DisclosureCourse,
    private readonly commissions: CommissionsService,
  ) {}

  /** 确认意向 on behalf of the side that has not confirmed. */
  confirmDeal(actor: Actor, input: DealActionInput): Promise<{ id: string }> {
    return this.desk.act(actor, 'confirmDeal', input, async (deal, tx) => {
      const side = confirmingSide(actor, deal);
      return { confirmed: { side, at: tx.now }, evidence: `${sideName[side]}确认意向` };
    });
  }

  /** 签署保密协议 on behalf of one's side. */
  signNda(actor: Actor, input: DealActionInput): Promise<{ id: string }> {
    return this.desk.act(actor, 'signNda', input, async (deal, tx) => ({
      nda: { side: ndaSide(actor, deal), at: tx.now },
    }));
  }

  /** 增加经办人: a member of one's side's organisation. */
  addDealPerson(actor: Actor, input: AddDealPersonInput): Promise<{ id: string }> {
    checkIds(input.personId);
    return this.desk.act(actor, 'addDealPerson', input, async (deal, tx) => {
      const { personId } = input;
      const memberOf = async (organisationId: string): Promise<boolean> =>
        this.facts.isMember(personId, organisationId, SEE_DEALS);
      const sides = officerSides(actor, deal);
      const fits = await Promise.all(sides.map((side) => memberOf(partyOf(deal, side).organisationId)));
      const side = actingSide(actor, deal, (candidate) => fits[sides.indexOf(candidate)] === true);
      const isMember = fits[sides.indexOf(side)] === true;
      if (!isMember && !(await this.facts.personNames([personId])).has(personId)) throw notYetKnown('该人员');
      refuseIf(
        new Violations()
          .when(
            !isMember,
            'personId',
            DealCodes.PERSON_NOT_MEMBER,
            '该人员不是本单位的科研人员或转移转化人员，请先由单位管理员添加或授权',
          )
          .when(
            partyOf(deal, side).people.includes(personId),
            'personId',
            DealCodes.PERSON_ALREADY_ADDED,
            '该人员已在本对接中',
          ).found,
      );
      await this.store.addPerson(deal.id, personId, side, tx.now);
      return {};
    });
  }

  /** 办结. */
  closeDeal(actor: Actor, input: CloseDealInput): Promise<{ id: string }> {
    const closingSummary = cleanText(input.summary);
    return this.desk.act(actor, 'closeDeal', input, async () => {
      refuseIf(new Violations().text('summary', '办结总结', closingSummary, { max: 2_000 }).found);
      return { closingSummary, evidence: '一方办结对接' };
    });
  }

  /** 终止对接: without a concluded contract no commission is owed (民法典 art 964). */
  abandonDeal(actor: Actor, input: AbandonDealInput): Promise<{ id: string }> {
    const note = cleanText(input.note);
    return this.desk.act(actor, 'abandonDeal', input, async (deal, tx) => {
      refuseIf(new Violations().text('note', '说明', note, { max: 1_000 }).found);
      const [by = null] = officerSides(actor, deal);
      await this.course.annul(tx, deal, `对接终止：${note}`);
      await this.store.markProposals(deal.id, 'OPEN', 'VOID');
      await this.commissions.voidAll(tx, deal.id, '对接终止，合同未订立，不产生佣金（民法典第九百六十四条）');
      const who = by === null ? '引荐的经纪机构' : sideName[by];
      return {
        loss: { reason: input.reason, note, at: tx.now, by },
        reason: note,
        evidence: `${who}终止对接`,
      };
    });
  }
}
