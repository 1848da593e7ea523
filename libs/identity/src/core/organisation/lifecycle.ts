import { defineLifecycle } from '@jihui/kernel';
import type { OrganisationState } from './organisation.js';

export type OrganisationAction =
  'edit' | 'correct' | 'approve' | 'reject' | 'resubmit' | 'suspend' | 'reinstate';

/** Registered → reviewed by the bureau → acting; suspended and back. */
export const organisationLifecycle = defineLifecycle<OrganisationState, OrganisationAction>({
  name: 'organisation',
  initial: 'PENDING',
  table: {
    PENDING: { edit: 'PENDING', correct: 'PENDING', approve: 'ACTIVE', reject: 'REJECTED' },
    ACTIVE: { edit: 'ACTIVE', correct: 'ACTIVE', suspend: 'SUSPENDED' },
    REJECTED: { edit: 'REJECTED', resubmit: 'PENDING' },
    SUSPENDED: { correct: 'SUSPENDED', reinstate: 'ACTIVE' },
  },
});
