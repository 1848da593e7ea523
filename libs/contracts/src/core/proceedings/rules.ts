import { actorId, legalDayOf, say, violation, type Rule, type Violation, type Sentence } from '@jihui/kernel';
import { ContractCodes } from '../errors.js';
import type { ContractCase } from '../facts.js';
import { blocks } from '../findings.js';
import type { Action } from '../lifecycle.js';
import { findingsOf } from '../rulesets/sets.js';
import { sameForm } from './changes.js';
import { completeness } from './completeness.js';
import { WRITING } from './lifecycle.js';
import { PROCEEDING_KINDS, type Proceeding, type ProceedingKind } from './proceeding.js';

type CaseRule = Rule<ContractCase>;

const whole = (code: string, sentence: Sentence, article?: string): readonly Violation[] => [
  violation('', code, sentence, article),
];

/** 认定须由两人办理 (reference A4, two-person rule). */
const TWO_PERSONS = '初审与决定须由不同登记员办理（技术合同认定登记二次审核制度）';
/** Heard before something is taken from them. */
const HEARING = '行政处罚法第四十四条、第四十五条（告知与陈述申辩，参照适用）';

const ofKind =
  (kind: ProceedingKind): CaseRule =>
  ({ facts: { proceeding } }) =>
    proceeding === null || proceeding.kind === kind
      ? []
      : whole(
          ContractCodes.WRONG_PROCEEDING,
          say`这是${PROCEEDING_KINDS[proceeding.kind]}，不能按${PROCEEDING_KINDS[kind]}办理`,
        );

/** One after another: what is open is decided or taken back first. */
const nothingElseOpen: CaseRule = ({ facts: { proceeding, pending } }) =>
  pending === null || pending.id === proceeding?.id
    ? []
    : whole(ContractCodes.PROCEEDING_OPEN, '已有变更、注销、撤销或异议正在办理，请先办结');

/** What the paper must hold when it is handed in. Without a paper at hand nothing is said of it. */
const complete: CaseRule = (subject, { now }) => {
  const { proceeding } = subject.facts;
  if (proceeding === null || !WRITING.includes(proceeding.state)) return [];
  return completeness(subject, proceeding, legalDayOf(now));
};

const inTime: CaseRule = ({ contract, facts }, { now }) => {
  const { proceeding, objectionUntil, keptObjectors } = facts;
  const official = proceeding?.objector === 'TAX' || proceeding?.objector === 'FINANCE';
  if (proceeding === null || official) return [];
  if (objectionUntil !== null && legalDayOf(now) > objectionUntil)
    return whole(
      ContractCodes.OBJECTION_TOO_LATE,
      say`提出异议的期限到 ${objectionUntil} 为止`,
      '行政复议法第二十条（参照）',
    );
  return keptObjectors.includes(proceeding.organisationId)
    ? whole(
        ContractCodes.ALREADY_OBJECTED,
        contract.registeredOn === null
          ? '对这项不予登记决定的异议已处理过，可依法申请行政复议'
          : '对这项认定的异议已处理过，可依法申请行政复议',
      )
    : [];
};

const notExaminedByAnother: CaseRule = ({ facts: { proceeding } }, { actor }) =>
  proceeding?.examination == null || proceeding.examination.examinerId === actorId(actor)
    ? []
    : whole(ContractCodes.EXAMINED_BY_OTHER, '已有另一位登记员初审，请直接作出决定或请其修改意见');

/** 异议由原审查人以外的人员办理. */
const notJudgingOneself: CaseRule = ({ contract, facts: { pending } }, { actor }) => {
  const me = actorId(actor);
  const former = [contract.firstReviewerId, contract.secondReviewerId, ...contract.formerReviewerIds];
  return pending?.kind === 'OBJECTION' && former.includes(me)
    ? whole(ContractCodes.FORMER_REVIEWER, '您参与过原认定，异议请由其他登记员办理')
    : [];
};

/** Who opened a revocation has spoken first; of everything else it is the examiner. */
const firstPerson = (proceeding: Proceeding): string | null =>
  proceeding.kind === 'REVOCATION' ? proceeding.personId : (proceeding.examination?.examinerId ?? null);

const bySecondPerson: CaseRule = ({ facts: { proceeding } }, { actor }) => {
  if (proceeding === null) return [];
  const first = firstPerson(proceeding);
  if (first === null)
    return whole(ContractCodes.EXAMINATION_NEEDED, '请先由一位登记员提出初审意见', TWO_PERSONS);
  return first === actorId(actor)
    ? whole(ContractCodes.SAME_REVIEWER, '您已提出初审意见，请由另一位登记员决定', TWO_PERSONS)
    : [];
};

const examinerAgrees: CaseRule = ({ facts: { proceeding } }) =>
  proceeding?.examination?.favourable === false
    ? whole(
        ContractCodes.EXAMINER_AGAINST,
        '初审不同意；如不认可，请退回补正或请初审人修改意见，不能直接准予',
      )
    : [];

/** The form as it is to be judged by the rules once more: what became wrong since is found. */
const proposalStands: CaseRule = ({ contract, facts }) => {
  const proposal = facts.proceeding?.proposal ?? null;
  if (proposal === null || sameForm(proposal, contract.form))
    return whole(ContractCodes.NOTHING_CHANGED, '与已登记的内容没有区别');
  return blocks(findingsOf({ contract: { ...contract, form: proposal }, facts }));
};

const heard: CaseRule = ({ facts: { proceeding } }, { now }) => {
  const until = proceeding?.defendUntil ?? null;
  const final = proceeding?.defences.some((defence) => defence.final) ?? false;
  return until === null || final || legalDayOf(now) > until
    ? []
    : whole(
        ContractCodes.DEFENCE_PERIOD_RUNS,
        say`卖方可以陈述申辩到 ${until}，期满或卖方表示不再补充后才能决定`,
        HEARING,
      );
};

const stillHeard: CaseRule = ({ facts: { proceeding } }, { now }) => {
  const until = proceeding?.defendUntil ?? null;
  return until !== null && legalDayOf(now) > until
    ? whole(ContractCodes.DEFENCE_PERIOD_OVER, say`陈述申辩期到 ${until} 为止`, HEARING)
    : [];
};

type ProceedingVerb = Exclude<
  Action,
  | 'edit'
  | 'answer'
  | 'judge'
  | 'submit'
  | 'withdraw'
  | 'accept'
  | 'decline'
  | 'return'
  | 'claim'
  | 'release'
  | 'passFirst'
  | 'proposeRejection'
  | 'sendBack'
  | 'sendToExperts'
  | 'convene'
  | 'attachOpinion'
  | 'recordOpinion'
  | 'passSecond'
  | 'approve'
  | 'register'
  | 'lapse'
  | 'reopen'
  | 'assign'
  | 'takeOver'
  | 'reject'
  | 'recordNationalNumber'
>;

const decision: readonly CaseRule[] = [notJudgingOneself, bySecondPerson];

export const proceedingRules: { readonly [action in ProceedingVerb]: readonly CaseRule[] } = {
  requestChange: [nothingElseOpen, ofKind('CHANGE'), complete],
  requestSupplement: [nothingElseOpen, ofKind('SUPPLEMENT'), complete],
  requestCancellation: [nothingElseOpen, ofKind('CANCELLATION'), complete],
  object: [nothingElseOpen, ofKind('OBJECTION'), inTime, complete],
  withdrawProceeding: [],
  examine: [notJudgingOneself, notExaminedByAnother],
  returnRequest: [],
  approveChange: [ofKind('CHANGE'), ...decision, examinerAgrees, proposalStands],
  approveSupplement: [ofKind('SUPPLEMENT'), ...decision, examinerAgrees, proposalStands],
  approveCancellation: [ofKind('CANCELLATION'), ...decision, examinerAgrees],
  refuseRequest: decision,
  noticeRevocation: [notJudgingOneself, ofKindOrObjection, complete],
  defend: [stillHeard],
  revoke: [ofKind('REVOCATION'), bySecondPerson, heard],
  dropRevocation: [ofKind('REVOCATION'), bySecondPerson],
  keepDecision: decision,
  redetermine: [ofKind('OBJECTION'), ...decision, examinerAgrees, proposalStands],
  setAside: [ofKind('OBJECTION'), ...decision, examinerAgrees],
};

/** A notice answers an objection, which is then at hand while no paper is written yet. */
function ofKindOrObjection(subject: ContractCase, context: Parameters<CaseRule>[1]): readonly Violation[] {
  return subject.facts.proceeding?.state === 'OPEN' ? [] : ofKind('REVOCATION')(subject, context);
}
