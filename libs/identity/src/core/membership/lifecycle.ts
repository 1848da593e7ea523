import { defineLifecycle } from '@jihui/kernel';
import type { MembershipState } from './membership.js';

export type MembershipAction =
  | 'invite'
  | 'request'
  | 'found'
  | 'accept'
  | 'decline'
  | 'revokeInvitation'
  | 'approve'
  | 'refuse'
  | 'withdraw'
  | 'changeRoles'
  | 'suspend'
  | 'reinstate'
  | 'leave'
  | 'remove';

/** By invitation, by request, or by founding the organisation. What has ended begins anew. */
export const membershipLifecycle = defineLifecycle<MembershipState, MembershipAction>({
  name: 'membership',
  initial: 'NONE',
  table: {
    NONE: { invite: 'INVITED', request: 'REQUESTED', found: 'ACTIVE' },
    INVITED: { accept: 'ACTIVE', decline: 'ENDED', revokeInvitation: 'ENDED' },
    REQUESTED: { approve: 'ACTIVE', refuse: 'ENDED', withdraw: 'ENDED' },
    ACTIVE: { changeRoles: 'ACTIVE', suspend: 'SUSPENDED', leave: 'ENDED', remove: 'ENDED' },
    SUSPENDED: { reinstate: 'ACTIVE', leave: 'ENDED', remove: 'ENDED' },
    ENDED: {},
  },
});
