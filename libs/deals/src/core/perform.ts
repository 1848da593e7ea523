import { act, type Actor, type AvailableAction } from '@jihui/kernel';
import { dealLifecycle, type DealAction } from './lifecycle.js';
import { dealPolicy } from './policy.js';
import { dealRules } from './rules.js';
import { officerSides } from './sight.js';
import { partyOf, type Deal, type Side } from './types.js';

/** The one place where an action on a deal is decided. */
export const dealMachine = act({
  lifecycle: dealLifecycle,
  stateOf: (deal: Deal) => deal.state,
  rules: dealRules,
  policy: dealPolicy,
});

/** Follows from a decision on an objection, and is not a button. */
const CONSEQUENCES: readonly DealAction[] = ['annulDisclosure'];

/** The actions a person is offered, each named as its mutation. */
export const dealActions = (actor: Actor, deal: Deal, now: Date): readonly AvailableAction<DealAction>[] =>
  dealMachine.availableActions(actor, deal, now).filter(({ action }) => !CONSEQUENCES.includes(action));

/** The side that a permitted actor acts for, where the other one will do if `fits` refuses the first. */
export function actingSide(actor: Actor, deal: Deal, fits: (side: Side) => boolean = () => true): Side {
  const sides = officerSides(actor, deal);
  const side = sides.find(fits) ?? sides[0];
  if (side === undefined) throw new Error('the policy let somebody through who acts for no side');
  return side;
}

/** The side on whose behalf the actor confirms: one that has not confirmed yet. */
export const confirmingSide = (actor: Actor, deal: Deal): Side =>
  actingSide(actor, deal, (side) => partyOf(deal, side).confirmedAt === null);

/** The side on whose behalf the actor signs the confidentiality text. */
export const ndaSide = (actor: Actor, deal: Deal): Side =>
  actingSide(actor, deal, (side) => partyOf(deal, side).ndaSignedAt === null);
