import type { ReviewerTold } from '@jihui/events';
import type { Tx } from '@jihui/platform';

type Named = Pick<ReviewerTold, 'version' | 'personId'> & Partial<ReviewerTold> & { readonly seatId: string };

/** What a panel has for one of its members: told to that person alone, and not of which call. */
export async function tellReviewer(
  tx: Tx,
  action: string,
  { seatId, version, personId, amount = null, paidOn = null, record = null }: Named,
): Promise<void> {
  const payload = { id: seatId, version, personId, amount, paidOn, record };
  await tx.emit('challenges.reviewer', { aggregateId: seatId, version, action, payload });
}
