import type { Check } from '@jihui/kernel';
import type { NeedAction } from './need.lifecycle.js';
import type { Need } from './need.js';
import { byAuthorOrTransferOfficer, byBureau, bySystem, byTransferOfficer, type Owned } from './relation.js';

export const ownedNeed = (need: Need): Owned => ({
  ownerId: need.ownerId,
  createdBy: need.createdBy,
  scopeCode: need.scopeCode,
});

const on =
  (check: Check<Owned>): Check<Need> =>
  (actor, need) =>
    check(actor, ownedNeed(need));

/** Who does what to a need. A need has no review inside its unit: submitting it is the unit's own act. */
export const needPolicy: { readonly [action in NeedAction]: Check<Need> } = {
  edit: on(byAuthorOrTransferOfficer),
  discard: on(byAuthorOrTransferOfficer),
  submit: on(byTransferOfficer),
  admit: on(byBureau),
  recall: on(byTransferOfficer),
  return: on(byBureau),
  publish: on(byBureau),
  amend: on(byTransferOfficer),
  revise: on(byTransferOfficer),
  close: on(byTransferOfficer),
  relist: on(byTransferOfficer),
  renew: on(byTransferOfficer),
  remind: bySystem,
  expire: bySystem,
  solve: on(byTransferOfficer),
  convert: on(byBureau),
  takeDown: on(byBureau),
  reinstate: on(byBureau),
  startNegotiation: bySystem,
  sign: bySystem,
  reopen: bySystem,
};
