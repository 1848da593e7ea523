import { Injectable } from '@nestjs/common';
import { notFound, type Actor, type Role } from '@jihui/kernel';
import { checkIds, uuidv7, Work, type Tx } from '@jihui/platform';
import type { MembershipAction } from '../core/membership/lifecycle.js';
import type { Membership } from '../core/membership/membership.js';
import { normaliseRoles } from '../core/membership/roles.js';
import { signedIn } from '../auth/request.js';
import { command, expectVersion, reasonOf } from '../command.js';
import type {
  AcceptInvitationInput,
  ApproveMembershipInput,
  ChangeMemberRolesInput,
  DeclineInvitationInput,
  LeaveOrganisationInput,
  RefuseMembershipInput,
  ReinstateMemberInput,
  RemoveMemberInput,
  RevokeInvitationInput,
  SuspendMemberInput,
  WithdrawMembershipInput,
} from '../identity.types.gen.js';
import { LettersStore } from '../store/letters.store.js';
import { MembershipsStore } from '../store/memberships.store.js';
import { OrganisationsStore } from '../store/organisations.store.js';
import { MembershipActs, type Answer } from './membership-acts.js';

interface Change {
  readonly action: MembershipAction;
  readonly newRoles?: readonly Role[];
  readonly reason?: string;
  readonly notice?: 'MEMBERSHIP_APPROVED' | 'MEMBERSHIP_REFUSED';
}
type Target = {
  readonly membershipId: string;
  readonly expectedVersion: number;
  readonly clientMutationId: string;
};

/**
 * What is done to memberships. The organisation is locked first, always, so that two administrators
 * who leave at once are seen one after the other.
 */
@Injectable()
export class MembershipsService {
  constructor(
    private readonly work: Work,
    private readonly organisations: OrganisationsStore,
    private readonly memberships: MembershipsStore,
    private readonly letters: LettersStore,
    private readonly acts: MembershipActs,
  ) {}

  async accept(actor: Actor, input: AcceptInvitationInput): Promise<Answer> {
    return this.change(actor, 'acceptInvitation', input, { action: 'accept' });
  }

  async decline(actor: Actor, input: DeclineInvitationInput): Promise<Answer> {
    return this.change(actor, 'declineInvitation', input, { action: 'decline' });
  }

  async revokeInvitation(actor: Actor, input: RevokeInvitationInput): Promise<Answer> {
    return this.change(actor, 'revokeInvitation', input, { action: 'revokeInvitation' });
  }

  async withdraw(actor: Actor, input: WithdrawMembershipInput): Promise<Answer> {
    return this.change(actor, 'withdrawMembership', input, { action: 'withdraw' });
  }

  async approve(actor: Actor, input: ApproveMembershipInput): Promise<Answer> {
    const newRoles = normaliseRoles(input.roles);
    return this.change(actor, 'approveMembership', input, {
      action: 'approve',
      newRoles,
      notice: 'MEMBERSHIP_APPROVED',
    });
  }

  async refuse(actor: Actor, input: RefuseMembershipInput): Promise<Answer> {
    const reason = reasonOf(input.reason);
    return this.change(actor, 'refuseMembership', input, {
      action: 'refuse',
      reason,
      notice: 'MEMBERSHIP_REFUSED',
    });
  }

  async changeRoles(actor: Actor, input: ChangeMemberRolesInput): Promise<Answer> {
    const newRoles = normaliseRoles(input.roles);
    return this.change(actor, 'changeMemberRoles', input, { action: 'changeRoles', newRoles });
  }

  async suspend(actor: Actor, input: SuspendMemberInput): Promise<Answer> {
    return this.change(actor, 'suspendMember', input, { action: 'suspend', reason: reasonOf(input.reason) });
  }

  async reinstate(actor: Actor, input: ReinstateMemberInput): Promise<Answer> {
    return this.change(actor, 'reinstateMember', input, { action: 'reinstate' });
  }

  async leave(actor: Actor, input: LeaveOrganisationInput): Promise<Answer> {
    return this.change(actor, 'leaveOrganisation', input, { action: 'leave' });
  }

  async remove(actor: Actor, input: RemoveMemberInput): Promise<Answer> {
    return this.change(actor, 'removeMember', input, { action: 'remove', reason: reasonOf(input.reason) });
  }

  /** A person who erases the account leaves; its caller has locked the organisation and checked the rules. */
  async endForErasure(tx: Tx, membership: Membership): Promise<void> {
    const after = await this.memberships.update(membership, {
      ...membership,
      state: 'ENDED',
      invitedUntil: null,
    });
    await this.revokeLetters(tx, after);
    await tx.audit({ stream: `Membership:${after.id}`, action: 'erase', before: membership, after });
  }

  /** Who has left handles nothing for the organisation any more. */
  private async revokeLetters(tx: Tx, { organisationId, personId }: Membership): Promise<void> {
    if (personId === null) return;
    const reason = '经办人已不是本单位成员';
    for (const letter of await this.letters.issuedTo(organisationId, personId)) {
      await this.letters.revoke(letter, tx.now, reason);
      const after = { ...letter, state: 'REVOKED' };
      await tx.audit({
        stream: `AuthorisationLetter:${letter.id}`,
        action: 'revoke',
        before: letter,
        after,
        reason,
      });
    }
  }

  private async change(actor: Actor, name: string, input: Target, change: Change): Promise<Answer> {
    signedIn(actor);
    checkIds(input.membershipId);
    return this.work.run(command(actor, name, input), async (tx) => {
      const found = await this.memberships.get(input.membershipId);
      if (found?.roles.includes('PLATFORM_ADMIN') === true) await this.memberships.lockPlatformAdmins();
      const organisation = found && (await this.organisations.lock(found.organisationId));
      const before = found && (await this.memberships.lock(found.id));
      if (organisation === undefined || before === undefined) throw notFound('成员');
      const state = await this.acts.decide(actor, tx, organisation, before, change.action, change.newRoles);
      expectVersion(before, input.expectedVersion);
      const after = await this.memberships.update(before, {
        ...before,
        state,
        roles: change.newRoles ?? before.roles,
        reason: change.reason ?? '',
        invitedUntil: null,
      });
      if (state === 'ENDED') await this.revokeLetters(tx, after);
      if (change.notice !== undefined && after.personId !== null)
        await tx.addJob('identity.sendNotice', {
          mailId: uuidv7(),
          notice: change.notice,
          personId: after.personId,
          membershipId: after.id,
        });
      return this.acts.record(tx, change.action, before, after, change.reason);
    });
  }
}
