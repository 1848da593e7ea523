import { organisationsOf, Violations, type Actor, type Violation } from '@jihui/kernel';
import { CAUSES } from './refusals.js';
import type { PartName } from './weights.js';

export interface VerdictGiven {
  readonly verdict: 'USEFUL' | 'NOT_USEFUL';
  readonly reason: string;
  readonly causes: readonly PartName[];
}

/** What is wrong with a verdict on a recommendation. */
export const checkVerdict = ({ verdict, reason, causes }: VerdictGiven): readonly Violation[] =>
  new Violations()
    .optionalText('reason', '原因', reason, 500)
    .when(
      verdict === 'USEFUL' && causes.length > 0,
      'causes',
      'NOT_ALLOWED',
      '评价为没用时才需要选择不合适之处',
    )
    .when(
      causes.some((cause) => !CAUSES.includes(cause)),
      'causes',
      'NOT_ALLOWED',
      '历史评价不是不合适之处，请选择其他项',
    ).found;

/** The pair's owners of which the person is a member: their verdict counts in that side's list. */
export const spokenFor = (actor: Actor, ownerIds: readonly string[]): string[] => {
  const own = organisationsOf(actor);
  return [...new Set(ownerIds)].filter((id) => own.includes(id));
};
