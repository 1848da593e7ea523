import { actorId, isOfficerFor, type Actor, type Rule, type Violation } from '@jihui/kernel';
import { ContractCodes } from './errors.js';
import type { Contract } from './contract.js';
import type { ContractCase } from './facts.js';

/** 审查岗位AB角、二次审核: reference A4, two-person rule. */
const TWO_PERSONS = '初审与复核须由不同登记员办理（技术合同认定登记二次审核制度）';

/** Who holds the review that is going on; null when nobody does. */
export const holderOf = (contract: Contract): string | null =>
  contract.state === 'SECOND_REVIEW'
    ? contract.secondReviewerId
    : contract.state === 'FIRST_REVIEW'
      ? contract.firstReviewerId
      : null;

/** Who has handled or handles the case at the registry. */
export const caseStaffOf = (contract: Contract): readonly string[] =>
  [
    contract.firstReviewerId,
    contract.secondReviewerId,
    contract.counterIntake?.clerkId,
    ...contract.formerReviewerIds,
  ].flatMap((id) => id ?? []);

const whole = (code: string, message: string): readonly Violation[] => [{ path: '', code, message }];

/** The first reviewer has no part in the second review. */
export const notTheFirstReviewer: Rule<ContractCase> = ({ contract }, { actor }) =>
  contract.state === 'SECOND_REVIEW' && contract.firstReviewerId === actorId(actor)
    ? [
        {
          path: '',
          code: ContractCodes.SAME_REVIEWER,
          message: '您已做初审，请由另一位登记员复核',
          article: TWO_PERSONS,
        },
      ]
    : [];

/** 窗口代办人不得审查: whoever entered an application for its seller has no part in its review. */
export const notTheClerk: Rule<ContractCase> = ({ contract }, { actor }) =>
  contract.counterIntake?.clerkId === actorId(actor)
    ? whole(ContractCodes.OWN_INTAKE, '这份申请由您在窗口代办录入，请由其他登记员审查')
    : [];

/** Only what was entered at the counter is taken over, once. */
export const atCounter: Rule<ContractCase> = ({ contract }) =>
  contract.counterIntake === null || contract.counterIntake.takenOverAt !== null
    ? whole(ContractCodes.NOT_AT_COUNTER, '这份申请不是窗口代办的，或已由您单位接管')
    : [];

/** 重新审查由原审查人以外的人员办理: an objection is not for those to judge against whom it is made. */
export const notAFormerReviewer: Rule<ContractCase> = ({ contract }, { actor }) =>
  contract.formerReviewerIds.includes(actorId(actor))
    ? whole(ContractCodes.FORMER_REVIEWER, '您参与过原认定，重新审查请由其他登记员办理')
    : [];

/** Whether the actor holds the review, or stands in today for whoever does (代理). */
const holds = ({ contract, facts }: ContractCase, actor: Actor): boolean =>
  [holderOf(contract), facts.deputyId].includes(actorId(actor));

/** Nobody decides over a colleague's head, but for the deputy of one who is away. */
export const notHeldByAnother: Rule<ContractCase> = (subject, { actor }) =>
  holderOf(subject.contract) === null || holds(subject, actor)
    ? []
    : whole(ContractCodes.CLAIMED_BY_OTHER, '这份申请已由另一位登记员领取，请选择其他申请，或请对方放回队列');

/** Claiming what one holds already says nothing new. */
export const notHeld: Rule<ContractCase> = (subject, context) =>
  holderOf(subject.contract) === actorId(context.actor)
    ? whole(ContractCodes.CLAIMED_BY_OTHER, '您已领取这份申请')
    : notHeldByAnother(subject, context);

export const heldByActor: Rule<ContractCase> = (subject, { actor }) => {
  const { contract } = subject;
  const holder = holderOf(contract);
  const admin =
    contract.registry !== null && isOfficerFor(actor, contract.registry.divisionCode, 'ORG_ADMIN');
  return holder !== null && (holds(subject, actor) || admin)
    ? []
    : whole(ContractCodes.NOT_CLAIMED, '您没有领取这份申请，无需放回');
};
