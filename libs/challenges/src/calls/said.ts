import { cleanText, Violations, type Violation } from '@jihui/kernel';
import type { Step } from './call-desk.js';

const MAX = 2_000;

/** A reason that must be given; it stands with the call until something else is said, and in the history. */
export function reasonOf({ reason: sent }: { readonly reason: string }): Step & {
  readonly reason: string;
  readonly wrong: readonly Violation[];
} {
  const reason = cleanText(sent);
  return {
    change: { note: reason },
    reason,
    wrong: new Violations().text('reason', '原因', reason, { min: 10, max: MAX }).found,
  };
}

/** An opinion that may be given with a decision; it stands in the history alone. */
export function opinionOf({ opinion: sent }: { readonly opinion?: string | null }): Step {
  const opinion = cleanText(sent ?? '');
  return {
    change: { note: '' },
    reason: opinion === '' ? null : opinion,
    wrong: new Violations().optionalText('opinion', '意见', opinion, MAX).found,
  };
}
