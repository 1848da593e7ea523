import { defineLifecycle } from '@jihui/kernel';

const draft = <S extends string>(state: S) =>
  ({ editDraft: state, open: 'OPEN', discard: 'DISCARDED' }) as const;

/** Of the paper itself; what becomes of the contract meanwhile stands in the contract's own table. */
const table = {
  DRAFT: draft('DRAFT'),
  OPEN: {
    record: 'OPEN',
    sendBack: 'RETURNED',
    grant: 'GRANTED',
    refuse: 'REFUSED',
    takeBack: 'WITHDRAWN',
  },
  RETURNED: draft('RETURNED'),
  GRANTED: {},
  REFUSED: {},
  WITHDRAWN: {},
  DISCARDED: {},
} as const;

export type ProceedingState = keyof typeof table;
type ActionsOf<T> = T extends unknown ? keyof T : never;
export type ProceedingAction = ActionsOf<(typeof table)[ProceedingState]>;

export const proceedingLifecycle = defineLifecycle<ProceedingState, ProceedingAction>({
  name: 'Proceeding',
  initial: 'DRAFT',
  table,
});

/** States in which its opener writes. */
export const WRITING: readonly ProceedingState[] = ['DRAFT', 'RETURNED'];
