import { actorId, isMember, Violations, type Actor, type Violation } from '@jihui/kernel';
import { EXPERT_PARTS, type ExpertPart } from './expert.js';

/** 评价 of a need and an expert: 不是我 is the expert's own word, and takes the expert out of the need's list. */
export type ExpertVerdict = 'USEFUL' | 'NOT_USEFUL' | 'NOT_ME';

export interface ExpertVerdictGiven {
  readonly verdict: ExpertVerdict;
  readonly reason: string;
  readonly causes: readonly string[];
}

/** For whom a person speaks of a pair. */
export interface Speaker {
  /** The need's owner, where the person is one of its people. */
  readonly spokeFor: string | null;
  readonly byExpert: boolean;
}

export const speakerOf = (actor: Actor, needOwnerId: string, expertPersonId: string): Speaker => ({
  spokeFor: isMember(actor, needOwnerId) ? needOwnerId : null,
  byExpert: actor.kind === 'person' && actorId(actor) === expertPersonId,
});

export const isExpertPart = (name: string): name is ExpertPart =>
  (EXPERT_PARTS as readonly string[]).includes(name);

/** What is wrong with a verdict on a need and an expert. */
export const checkExpertVerdict = (
  { verdict, reason, causes }: ExpertVerdictGiven,
  { byExpert }: Speaker,
): readonly Violation[] =>
  new Violations()
    .when(verdict === 'NOT_ME' && !byExpert, 'verdict', 'NOT_ALLOWED', '只有专家本人可以表示“不是我”')
    .text('reason', '原因', reason, { min: verdict === 'NOT_ME' ? 2 : 0, max: 500 })
    .when(
      verdict === 'USEFUL' && causes.length > 0,
      'causes',
      'NOT_ALLOWED',
      '评价为没用时才需要选择不合适之处',
    )
    .when(
      !causes.every(isExpertPart),
      'causes',
      'NOT_ALLOWED',
      '专家匹配的不合适之处只有内容、领域、时间、合作方式和地域',
    ).found;
