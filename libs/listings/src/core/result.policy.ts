import type { Check } from '@jihui/kernel';
import { byAuthorOrTransferOfficer, byBureau, bySystem, byTransferOfficer, type Owned } from './relation.js';
import type { ResultAction } from './result.lifecycle.js';
import type { Result } from './result.js';

export const ownedResult = (result: Result): Owned => ({
  ownerId: result.ownerId,
  createdBy: result.createdBy,
  scopeCode: result.scopeCode,
});

const on =
  (check: Check<Owned>): Check<Result> =>
  (actor, result) =>
    check(actor, ownedResult(result));

/** Who does what to a result; whoever may not even see it never gets here. */
export const resultPolicy: { readonly [action in ResultAction]: Check<Result> } = {
  // In the unit's review the office corrects; the author no longer changes what others are reading.
  edit: (actor, result) =>
    (result.state === 'UNIT_REVIEW' ? byTransferOfficer : byAuthorOrTransferOfficer)(
      actor,
      ownedResult(result),
    ),
  discard: on(byAuthorOrTransferOfficer),
  submit: on(byAuthorOrTransferOfficer),
  deposit: on(byTransferOfficer),
  admit: on(byBureau),
  // Once the unit has approved it, taking it back is the unit's to decide.
  recall: (actor, result) =>
    (result.state === 'UNIT_REVIEW' ? byAuthorOrTransferOfficer : byTransferOfficer)(
      actor,
      ownedResult(result),
    ),
  approveByUnit: on(byTransferOfficer),
  return: (actor, result) =>
    (result.state === 'UNIT_REVIEW' ? byTransferOfficer : byBureau)(actor, ownedResult(result)),
  publish: on(byBureau),
  amend: on(byTransferOfficer),
  revise: on(byTransferOfficer),
  withdraw: on(byTransferOfficer),
  relist: on(byTransferOfficer),
  renew: on(byTransferOfficer),
  remind: bySystem,
  expire: bySystem,
  lapse: bySystem,
  takeDown: on(byBureau),
  reinstate: on(byBureau),
  startNegotiation: bySystem,
  startDisclosure: bySystem,
  sign: bySystem,
  transform: bySystem,
  reopen: bySystem,
};
