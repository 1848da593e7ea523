import { defineLifecycle } from '@jihui/kernel';
import type { ExpertState } from './expert.js';

export const EXPERT_ACTIONS = [
  'edit',
  'submit',
  'submitDirectly',
  'recall',
  'consent',
  'decline',
  'admit',
  'return',
  'suspend',
  'resume',
  'exit',
  'remove',
  'reapply',
  'declareRelation',
  'endRelation',
  'erase',
] as const;
export type ExpertAction = (typeof EXPERT_ACTIONS)[number];

const facts = <S extends ExpertState>(state: S) => ({
  declareRelation: state,
  endRelation: state,
  erase: 'EXITED' as const,
});

/**
 * 专家入库 (reference H50). Whose unit is on the platform waits for its consent (`submit`); whose unit is
 * not goes to the bureau at once (`submitDirectly`), which sees the unit's
 * paper. The expert leaves (`exit`) or is removed by the bureau (`remove`). Facts that bear on recusal are told in every state,
 * and in every state an account may be erased, which empties the profile (`erase`).
 */
export const expertLifecycle = defineLifecycle<ExpertState, ExpertAction>({
  name: 'Expert',
  initial: 'DRAFT',
  table: {
    DRAFT: {
      edit: 'DRAFT',
      submit: 'UNIT_CONSENT',
      submitDirectly: 'REVIEW',
      exit: 'EXITED',
      ...facts('DRAFT'),
    },
    UNIT_CONSENT: {
      consent: 'REVIEW',
      decline: 'RETURNED',
      recall: 'DRAFT',
      ...facts('UNIT_CONSENT'),
    },
    REVIEW: { admit: 'ACTIVE', return: 'RETURNED', recall: 'DRAFT', ...facts('REVIEW') },
    RETURNED: {
      edit: 'RETURNED',
      submit: 'UNIT_CONSENT',
      submitDirectly: 'REVIEW',
      exit: 'EXITED',
      ...facts('RETURNED'),
    },
    ACTIVE: { edit: 'ACTIVE', suspend: 'SUSPENDED', exit: 'EXITED', remove: 'EXITED', ...facts('ACTIVE') },
    SUSPENDED: { resume: 'ACTIVE', exit: 'EXITED', remove: 'EXITED', ...facts('SUSPENDED') },
    EXITED: { reapply: 'DRAFT', ...facts('EXITED') },
  },
});
