import { act, deny, type Actor, type Check } from '@jihui/kernel';
import type { ContractCase } from '../facts.js';
import type { Action } from '../lifecycle.js';
import { ofOpener } from '../policy.js';
import { proceedingLifecycle, type ProceedingAction, type ProceedingState } from './lifecycle.js';
import type { Proceeding, ProceedingKind } from './proceeding.js';

/** These follow from what is decided on the contract and are nobody's own act. */
const byItself: Check<ContractCase> = () => deny('随合同的办理自动更新');

/** What its opener does with the paper itself. */
export const proceedingMachine = act<ContractCase, ProceedingState, ProceedingAction>({
  lifecycle: proceedingLifecycle,
  stateOf: ({ facts }) => facts.proceeding?.state ?? 'DISCARDED',
  rules: {
    editDraft: [],
    discard: [],
    open: [],
    record: [],
    sendBack: [],
    grant: [],
    refuse: [],
    takeBack: [],
  },
  policy: {
    editDraft: ofOpener,
    discard: ofOpener,
    open: byItself,
    record: byItself,
    sendBack: byItself,
    grant: byItself,
    refuse: byItself,
    takeBack: byItself,
  },
});

/** The verb on the contract by which a paper of the kind is handed in. */
export const OPENING: { readonly [kind in ProceedingKind]: Action } = {
  CHANGE: 'requestChange',
  SUPPLEMENT: 'requestSupplement',
  CANCELLATION: 'requestCancellation',
  REVOCATION: 'noticeRevocation',
  OBJECTION: 'object',
};

/** Whether the actor reads the paper while it is not handed in. */
export const isOwn = (actor: Actor, subject: ContractCase, proceeding: Proceeding): boolean =>
  ofOpener(actor, { ...subject, facts: { ...subject.facts, proceeding } }).allowed;

/** The paper after an act on it. @throws Error when its table has no such step: the contract's allows it only by a defect. */
export function moved(
  proceeding: Proceeding,
  action: ProceedingAction,
  patch: Partial<Proceeding> = {},
): Proceeding {
  const state = proceedingLifecycle.next(proceeding.state, action);
  if (state === undefined) throw new Error(`a proceeding in ${proceeding.state} cannot ${action}`);
  return { ...proceeding, ...patch, state, version: proceeding.version + 1 };
}
