import {
  act,
  allow,
  defineLifecycle,
  deny,
  hasRole,
  Violations,
  type Actor,
  type Check,
  type Violation,
} from '@jihui/kernel';
import { DealCodes } from './errors.js';

export type InvitationState = 'SENT' | 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN';

export const INVITATION_ACTIONS = [
  'acceptConsultation',
  'declineConsultation',
  'withdrawConsultation',
] as const;
export type InvitationAction = (typeof INVITATION_ACTIONS)[number];

/** 咨询邀请: an expert of the bank is asked to talk about a need, by its owner or by a broker. */
export interface ExpertInvitation {
  readonly id: string;
  readonly version: number;
  readonly state: InvitationState;
  readonly needId: string;
  /** As it was when the expert was invited. */
  readonly needTitle: string;
  readonly needOwnerId: string;
  /** The need's owner is hidden, from the expert as from everybody. */
  readonly anonymous: boolean;
  readonly expertId: string;
  /** The expert's account. */
  readonly personId: string;
  /** The need's owner, or the broker's agency. */
  readonly inviterId: string;
  readonly inviterName: string;
  readonly byBroker: boolean;
  readonly invitedBy: string;
  readonly message: string;
  /** What the expert answered: a word on accepting, the reason of declining. */
  readonly answer: string;
  /** The talks that accepting opened. */
  readonly dealId: string | null;
  readonly createdAt: Date;
  readonly answeredAt: Date | null;
}

export const invitationLifecycle = defineLifecycle<InvitationState, InvitationAction>({
  name: 'expert invitation',
  initial: 'SENT',
  table: {
    SENT: {
      acceptConsultation: 'ACCEPTED',
      declineConsultation: 'DECLINED',
      withdrawConsultation: 'WITHDRAWN',
    },
    ACCEPTED: {},
    DECLINED: {},
    WITHDRAWN: {},
  },
});

const isExpert = (actor: Actor, { personId }: Pick<ExpertInvitation, 'personId'>): boolean =>
  actor.kind === 'person' && actor.personId === personId;

/** Whether the actor speaks for whoever invited. */
const isInviter = (
  actor: Actor,
  { inviterId, byBroker }: Pick<ExpertInvitation, 'inviterId' | 'byBroker'>,
): boolean =>
  byBroker
    ? hasRole(actor, inviterId, 'BROKER')
    : hasRole(actor, inviterId, 'RESEARCHER', 'TRANSFER_OFFICER');

/** Who knows of the invitation: the expert, who invited, and those who look after the need for its owner. */
export const maySeeInvitation = (actor: Actor, invitation: ExpertInvitation): boolean =>
  isExpert(actor, invitation) ||
  isInviter(actor, invitation) ||
  hasRole(actor, invitation.needOwnerId, 'RESEARCHER', 'TRANSFER_OFFICER');

const byExpert: Check<ExpertInvitation> = (actor, invitation) =>
  isExpert(actor, invitation) ? allow : deny('只有受邀的专家本人可以答复');
const byInviter: Check<ExpertInvitation> = (actor, invitation) =>
  isInviter(actor, invitation) ? allow : deny('只有发出邀请的单位可以撤回');

export const invitationMachine = act<ExpertInvitation, InvitationState, InvitationAction>({
  lifecycle: invitationLifecycle,
  stateOf: ({ state }) => state,
  rules: { acceptConsultation: [], declineConsultation: [], withdrawConsultation: [] },
  policy: {
    acceptConsultation: byExpert,
    declineConsultation: byExpert,
    withdrawConsultation: byInviter,
  },
});

/** An expert as far as inviting looks. */
export interface InvitedExpert {
  readonly id: string;
  readonly personId: string;
  /** Active in the bank, known to whoever signed in, of an account that stands. */
  readonly listed: boolean;
  readonly availability: string;
  /** 所在单位: where the bank has the person. */
  readonly unitId: string | null;
  readonly employerIds: readonly string[];
  /** Organisations with which a declared relation holds (回避关系, reference B7). */
  readonly recusedFrom: readonly string[];
}

/**
 * Everything that keeps this expert from being invited for a need of that owner. What binds the expert to an anonymous
 * owner is no reason before a broker: it would say who the owner is.
 */
export function checkInvitation(
  message: string,
  expert: InvitedExpert,
  owner: { readonly id: string; readonly hidden: boolean },
): readonly Violation[] {
  return new Violations()
    .text('message', '邀请说明', message, { min: 5, max: 2_000 })
    .when(
      !expert.listed,
      'expertId',
      DealCodes.EXPERT_NOT_LISTED,
      '该专家不在库、已暂停，或不对外公开，不能邀请',
    )
    .when(expert.availability === 'CLOSED', 'expertId', DealCodes.EXPERT_NOT_AVAILABLE, '该专家暂不接受邀请')
    .when(
      !owner.hidden && expert.employerIds.includes(owner.id),
      'expertId',
      DealCodes.OWN_EXPERT,
      '该专家就是需求单位的人员，无需邀请',
    )
    .when(
      !owner.hidden && expert.recusedFrom.includes(owner.id),
      'expertId',
      DealCodes.EXPERT_RECUSED,
      '该专家与需求单位有登记的回避关系，不能邀请',
    ).found;
}
