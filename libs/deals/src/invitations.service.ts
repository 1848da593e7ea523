import { Injectable } from '@nestjs/common';
import {
  cleanText,
  Codes,
  DomainError,
  hasRole,
  notFound,
  refuseIf,
  Violations,
  type Actor,
  type PersonActor,
} from '@jihui/kernel';
import { checkIds, isUniqueViolation, staleVersion, uuidv7, type Tx } from '@jihui/platform';
import { DealCodes } from './core/errors.js';
import {
  checkInvitation,
  invitationMachine,
  maySeeInvitation,
  type ExpertInvitation,
  type InvitationAction,
} from './core/invitation.js';
import { notYetKnown, type Listing } from './core/opening.js';
import { DealDesk, signedIn } from './deal-desk.js';
import { DealOpener, type Opening } from './deal-opener.js';
import { HIDDEN_NAME } from './deal-snapshots.js';
import type {
  AnswerConsultationInput,
  InviteConsultationInput,
  WithdrawConsultationInput,
} from './deals.types.gen.js';
import { Introducing } from './introducing.js';
import { DealsStore } from './store/deals.store.js';
import { FactsStore } from './store/facts.store.js';
import { InvitationsStore } from './store/invitations.store.js';

/** What the talks begin with where the expert said nothing. */
const ACCEPTED = '接受咨询邀请，愿意就该需求交流。';

/** 咨询邀请: a need's owner or a broker asks an expert of the bank, who accepts, which opens talks, or declines. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly desk: DealDesk,
    private readonly opener: DealOpener,
    private readonly introducing: Introducing,
    private readonly store: InvitationsStore,
    private readonly deals: DealsStore,
    private readonly facts: FactsStore,
  ) {}

  /** 邀请专家. @throws DomainError FORBIDDEN, NOT_YET_KNOWN, ALREADY_INVITED, INVALID_INPUT with all violations. */
  invite(sender: Actor, input: InviteConsultationInput): Promise<{ id: string }> {
    const actor = signedIn(sender);
    const { organisationId, needId, expertId } = input;
    checkIds(organisationId, needId, expertId);
    return this.desk.run(actor, 'inviteConsultation', input, async (tx) => {
      const need = await this.openNeed(needId, organisationId);
      const byBroker = need.ownerId !== organisationId;
      await this.checkInviter(actor, organisationId, byBroker);
      const expert = await this.store.expert(expertId);
      if (expert === undefined) throw notYetKnown('该专家');
      const message = cleanText(input.message);
      refuseIf(checkInvitation(message, expert, { id: need.ownerId, hidden: byBroker && need.anonymous }));
      const id = uuidv7();
      await this.store
        .insert({
          id,
          needId,
          needTitle: need.title,
          needOwnerId: need.ownerId,
          anonymous: need.anonymous,
          expertId,
          personId: expert.personId,
          inviterId: organisationId,
          byBroker,
          invitedBy: actor.personId,
          message,
          createdAt: tx.now,
        })
        .catch((error: unknown) => {
          throw isUniqueViolation(error, 'expert_invitation_once') ? alreadyInvited() : error;
        });
      await this.keep(tx, null, id, 'inviteConsultation', message);
      return { id };
    });
  }

  /** 接受邀请: opens the talks of the need's owner with the expert's unit, where the expert has one on the platform. */
  accept(actor: Actor, input: AnswerConsultationInput): Promise<{ id: string }> {
    return this.answer(actor, 'acceptConsultation', input, async (invitation, tx, answer) => ({
      answer,
      answeredAt: tx.now,
      dealId: await this.talks(signedIn(actor), tx, invitation, answer),
    }));
  }

  /** 谢绝邀请, with a reason that whoever invited reads. */
  decline(actor: Actor, input: AnswerConsultationInput): Promise<{ id: string }> {
    return this.answer(actor, 'declineConsultation', input, async (_, tx, answer) => {
      refuseIf(new Violations().text('answer', '谢绝原因', answer, { min: 2, max: 1_000 }).found);
      return { answer, answeredAt: tx.now };
    });
  }

  /** 撤回邀请, until it is answered. */
  withdraw(actor: Actor, input: WithdrawConsultationInput): Promise<{ id: string }> {
    return this.answer(actor, 'withdrawConsultation', { ...input, answer: '' }, async () => ({}));
  }

  private answer(
    sender: Actor,
    action: InvitationAction,
    input: AnswerConsultationInput,
    step: (
      invitation: ExpertInvitation,
      tx: Tx,
      answer: string,
    ) => Promise<Partial<Pick<ExpertInvitation, 'answer' | 'dealId' | 'answeredAt'>>>,
  ): Promise<{ id: string }> {
    const actor = signedIn(sender);
    checkIds(input.id);
    return this.desk.run(actor, action, input, async (tx) => {
      const invitation = await this.store.lock(input.id);
      if (invitation === undefined || !maySeeInvitation(actor, invitation)) throw notFound('该邀请');
      if (invitation.version !== input.expectedVersion) throw staleVersion();
      const state = invitationMachine.perform(invitation, action, actor, tx.now);
      const answer = cleanText(input.answer ?? '');
      refuseIf(new Violations().optionalText('answer', '答复', answer, 1_000).found);
      await this.store.save(invitation, { state, ...(await step(invitation, tx, answer)) });
      await this.keep(tx, invitation, invitation.id, action, answer);
      return { id: invitation.id };
    });
  }

  /** A need for which somebody can be invited now. @throws DomainError NOT_YET_KNOWN, INVALID_INPUT */
  private async openNeed(needId: string, organisationId: string): Promise<Listing> {
    const need = await this.facts.listing(needId, 'NEED');
    const isOpen = need?.online === true && need.ownerActive;
    if (need === undefined || (!isOpen && need.ownerId !== organisationId)) throw notYetKnown('该需求');
    refuseIf(
      new Violations().when(
        !isOpen,
        'needId',
        DealCodes.LISTING_NOT_ONLINE,
        '需求未上线、已下架，或单位未通过审核，不能邀请专家',
      ).found,
    );
    return need;
  }

  private async checkInviter(actor: PersonActor, organisationId: string, byBroker: boolean): Promise<void> {
    if (!byBroker) {
      if (hasRole(actor, organisationId, 'RESEARCHER', 'TRANSFER_OFFICER')) return;
      throw new DomainError(
        Codes.FORBIDDEN,
        '只有需求单位的科研人员、转移转化负责人、单位管理员可以邀请专家',
      );
    }
    if (!hasRole(actor, organisationId, 'BROKER') || !(await this.isAgency(organisationId)))
      throw new DomainError(Codes.FORBIDDEN, '只有需求单位和经纪机构的技术经纪人可以邀请专家');
  }

  private async isAgency(id: string): Promise<boolean> {
    const organisation = await this.facts.organisation(id);
    return organisation?.kind === 'BROKER_AGENCY' && organisation.active;
  }

  /**
   * The deal in which the two talk: one that runs already, or a new one, which binds neither side yet; null where the
   * expert's unit is none of the platform's or is the owner itself.
   * @throws DomainError INVALID_INPUT where the need was taken down meanwhile.
   */
  private async talks(
    actor: PersonActor,
    tx: Tx,
    invitation: ExpertInvitation,
    answer: string,
  ): Promise<string | null> {
    const need = await this.openNeed(invitation.needId, invitation.needOwnerId);
    const unitId = (await this.store.expert(invitation.expertId))?.unitId ?? null;
    const unit = unitId === null ? undefined : await this.facts.organisation(unitId);
    if (unit?.active !== true || unit.id === need.ownerId) return null;
    const parties = { sellerId: unit.id, buyerId: need.ownerId };
    const introducerId =
      invitation.byBroker && (await this.isAgency(invitation.inviterId)) ? invitation.inviterId : null;
    if (introducerId === unit.id || introducerId === need.ownerId) return null;
    const running = await this.store.talks(need.id, unit.id, need.ownerId, introducerId);
    if (running !== null) return running;
    const opening: Opening = {
      action: introducerId === null ? 'openDeal' : 'introduceDeal',
      parties,
      result: null,
      need,
      origin: introducerId === null ? 'SELLER' : 'BROKER',
      introducerId,
      confirmed: null,
      cooperationMode: 'CONSULTING',
      title: null,
      message: answer || ACCEPTED,
    };
    const { id } = await this.opener.open(actor, tx, [], opening, async (dealId) => {
      await this.deals.addPerson(dealId, actor.personId, 'SELLER', tx.now);
      if (introducerId === null) return;
      const broker = { agencyId: introducerId, personId: invitation.invitedBy, represents: 'NONE' } as const;
      await this.introducing.join(tx, dealId, broker, { parties, result: null, need });
    });
    return id;
  }

  /** Keeps the step in the history and tells of it. */
  private async keep(
    tx: Tx,
    before: ExpertInvitation | null,
    id: string,
    action: string,
    message: string,
  ): Promise<void> {
    const after = await this.store.get(id);
    if (after === undefined) throw notYetKnown('该单位');
    await tx.audit({
      stream: `ExpertInvitation:${id}`,
      action,
      ...(before === null ? {} : { before }),
      after,
    });
    await tx.emit('deals.invitation', {
      aggregateId: id,
      version: after.version,
      action,
      payload: {
        id,
        version: after.version,
        state: after.state,
        needId: after.needId,
        needTitle: after.needTitle,
        needOwnerId: after.needOwnerId,
        expertId: after.expertId,
        personId: after.personId,
        inviterId: after.inviterId,
        inviterName: after.anonymous && !after.byBroker ? HIDDEN_NAME : after.inviterName,
        byBroker: after.byBroker,
        invitedBy: after.invitedBy,
        dealId: after.dealId,
        message,
      },
    });
  }
}

const alreadyInvited = (): DomainError =>
  new DomainError(DealCodes.ALREADY_INVITED, '该专家已就此需求受到邀请，请在需求页查看答复');
