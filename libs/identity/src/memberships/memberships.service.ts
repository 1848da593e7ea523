import { Injectable } from '@nestjs/common';
import { cleanText, DomainError, isMember, notFound, refuseIf, Violations, type Actor, type Role } from '@jihui/kernel';
import { checkIds, uuidv7, Work, type Tx } from '@jihui/platform';
import { normaliseEmail } from '../core/contact.js';
import { IdentityCodes } from '../core/errors.js';
import { Limits, Throttles } from '../core/limits.js';
import type { MembershipAction } from '../core/membership/lifecycle.js';
import type { Membership, MembershipCase, MembershipState } from '../core/membership/membership.js';
import { memberships as machine } from '../core/membership/perform.js';
import { normaliseRoles } from '../core/membership/roles.js';
import { administers, isReviewer } from '../core/organisation/policy.js';
import type { Organisation } from '../core/organisation/organisation.js';
import { checkEmail } from '../core/person/profile.js';
import { personOf, signedIn } from '../auth/request.js';
import { command, expectVersion, reasonOf, refusing } from '../command.js';
import { IdentityEvents } from '../identity.events.js';
import type {
  AcceptInvitationInput,
  ApproveMembershipInput,
  ChangeMemberRolesInput,
  DeclineInvitationInput,
  InviteMemberInput,
  LeaveOrganisationInput,
  RefuseMembershipInput,
  ReinstateMemberInput,
  RemoveMemberInput,
  RequestMembershipInput,
  RevokeInvitationInput,
  SuspendMemberInput,
  WithdrawMembershipInput,
} from '../identity.types.gen.js';
import { LettersStore } from '../store/letters.store.js';
import { LinksStore } from '../store/links.store.js';
import { isMembershipTaken, MembershipsStore } from '../store/memberships.store.js';
import { OrganisationsStore } from '../store/organisations.store.js';
import { PeopleStore } from '../store/people.store.js';
import { ThrottleStore } from '../store/throttle.store.js';

interface Answer {
  readonly id: string;
}
interface Change {
  readonly action: MembershipAction;
  readonly newRoles?: readonly Role[];
  readonly reason?: string;
  readonly notice?: 'MEMBERSHIP_APPROVED' | 'MEMBERSHIP_REFUSED';
}
type Target = { readonly membershipId: string; readonly expectedVersion: number; readonly clientMutationId: string };

const DAY_MS = 86_400_000;
/** The states that a person's snapshot shows. */
const SHOWN: readonly MembershipState[] = ['ACTIVE', 'SUSPENDED'];

const ALREADY = '已是本单位成员，或已有待处理的邀请或申请，请在成员列表中查看';
const alreadyMember = (): DomainError => new DomainError(IdentityCodes.ALREADY_MEMBER, ALREADY);
const taken = refusing(isMembershipTaken, IdentityCodes.ALREADY_MEMBER, ALREADY);

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
    private readonly people: PeopleStore,
    private readonly links: LinksStore,
    private readonly letters: LettersStore,
    private readonly throttle: ThrottleStore,
    private readonly events: IdentityEvents,
  ) {}

  /** @throws DomainError INVALID_INPUT, IDENTITY.ALREADY_MEMBER, IDENTITY.PLATFORM_ADMIN_ONLY, THROTTLED */
  async invite(actor: Actor, input: InviteMemberInput): Promise<Answer> {
    const { personId: inviter } = personOf(actor);
    checkIds(input.organisationId);
    const email = normaliseEmail(input.email);
    refuseIf(checkEmail(email).found);
    await this.throttle.take(Throttles.invitePerson, inviter);
    return this.work
      .run(command(actor, 'inviteMember', input), async (tx) => {
        const organisation = await this.lockedOrganisation(actor, input.organisationId);
        const person = await this.people.byEmail(email);
        const newRoles = normaliseRoles(input.roles);
        const personId = person?.state === 'ACTIVE' ? person.id : null;
        const invitedUntil = new Date(tx.now.getTime() + Limits.invitationDays * DAY_MS);
        const place = { ...blank(tx, organisation.id, newRoles), personId, email, invitedUntil };
        const state = await this.decide(actor, tx, organisation, place, 'invite', newRoles);
        if (await this.memberships.liveOf(organisation.id, personId, email)) throw alreadyMember();
        const membership = { ...place, state };
        await this.memberships.insert(membership);
        const link = { id: uuidv7(), purpose: 'INVITE', email, displayName: null, passwordHash: null } as const;
        await this.links.insert({ ...link, membershipId: membership.id });
        await tx.addJob('identity.sendLink', { linkId: link.id });
        return this.record(tx, 'invite', undefined, membership);
      })
      .catch(taken);
  }

  /** @throws DomainError INVALID_INPUT, IDENTITY.ALREADY_MEMBER */
  async request(actor: Actor, input: RequestMembershipInput): Promise<Answer> {
    const { personId } = personOf(actor);
    checkIds(input.organisationId);
    const note = cleanText(input.note);
    refuseIf(new Violations().text('note', '申请说明', note, { min: 2, max: 500 }).found);
    return this.work
      .run(command(actor, 'requestMembership', input), async (tx) => {
        const organisation = await this.lockedOrganisation(actor, input.organisationId);
        const place = { ...blank(tx, organisation.id, ['MEMBER']), personId, note };
        const state = await this.decide(actor, tx, organisation, place, 'request');
        const email = (await this.people.get(personId))?.email ?? '';
        if (await this.memberships.liveOf(organisation.id, personId, email)) throw alreadyMember();
        const membership = { ...place, state };
        await this.memberships.insert(membership);
        await this.tellAdministrators(tx, membership);
        return this.record(tx, 'request', undefined, membership);
      })
      .catch(taken);
  }

  /** The founder of an organisation administers it. */
  async found(tx: Tx, actor: Actor, organisation: Organisation, personId: string): Promise<void> {
    const place = { ...blank(tx, organisation.id, normaliseRoles(['ORG_ADMIN'])), personId };
    const state = await this.decide(actor, tx, organisation, place, 'found');
    const membership = { ...place, state };
    await this.memberships.insert(membership);
    await this.record(tx, 'found', undefined, membership);
  }

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
    return this.change(actor, 'approveMembership', input, { action: 'approve', newRoles, notice: 'MEMBERSHIP_APPROVED' });
  }

  async refuse(actor: Actor, input: RefuseMembershipInput): Promise<Answer> {
    const reason = reasonOf(input.reason);
    return this.change(actor, 'refuseMembership', input, { action: 'refuse', reason, notice: 'MEMBERSHIP_REFUSED' });
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
    const after = await this.memberships.update(membership, { ...membership, state: 'ENDED', invitedUntil: null });
    await this.revokeLetters(tx, after);
    await tx.audit({ stream: `Membership:${after.id}`, action: 'erase', before: membership, after });
  }

  private async change(actor: Actor, name: string, input: Target, change: Change): Promise<Answer> {
    signedIn(actor);
    checkIds(input.membershipId);
    return this.work.run(command(actor, name, input), async (tx) => {
      const found = await this.memberships.get(input.membershipId);
      const organisation = found && (await this.organisations.lock(found.organisationId));
      const before = found && (await this.memberships.lock(found.id));
      if (organisation === undefined || before === undefined) throw notFound('成员');
      const state = await this.decide(actor, tx, organisation, before, change.action, change.newRoles);
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
          mailId: uuidv7(), notice: change.notice, personId: after.personId, membershipId: after.id,
        });
      return this.record(tx, change.action, before, after, change.reason);
    });
  }

  /** @throws DomainError NOT_FOUND for one who may not know of the membership; otherwise as the machine decides. */
  private async decide(
    actor: Actor,
    tx: Tx,
    organisation: Organisation,
    membership: Membership,
    action: MembershipAction,
    newRoles?: readonly Role[],
  ): Promise<MembershipState> {
    const adminIds = (await this.organisations.adminIds([organisation.id])).get(organisation.id) ?? [];
    const subject: MembershipCase = { membership, organisation, adminIds, ...(newRoles === undefined ? {} : { newRoles }) };
    if (membership.state !== 'NONE' && !mayKnow(actor, subject)) throw notFound('成员');
    return machine.perform(subject, action, actor, tx.now);
  }

  private async lockedOrganisation(actor: Actor, id: string): Promise<Organisation> {
    const organisation = await this.organisations.lockVisible(actor, id);
    if (organisation === undefined) throw notFound('机构');
    return organisation;
  }

  private async tellAdministrators(tx: Tx, membership: Membership): Promise<void> {
    const admins = (await this.organisations.adminIds([membership.organisationId])).get(membership.organisationId) ?? [];
    for (const personId of admins)
      await tx.addJob('identity.sendNotice', {
        mailId: uuidv7(), notice: 'MEMBERSHIP_REQUESTED', personId, membershipId: membership.id,
      });
  }

  /** Who has left handles nothing for the organisation any more. */
  private async revokeLetters(tx: Tx, { organisationId, personId }: Membership): Promise<void> {
    if (personId === null) return;
    const reason = '经办人已不是本单位成员';
    for (const letter of await this.letters.issuedTo(organisationId, personId)) {
      await this.letters.revoke(letter, tx.now, reason);
      const after = { ...letter, state: 'REVOKED' };
      await tx.audit({ stream: `AuthorisationLetter:${letter.id}`, action: 'revoke', before: letter, after, reason });
    }
  }

  private async record(
    tx: Tx,
    action: MembershipAction,
    before: Membership | undefined,
    after: Membership,
    reason?: string,
  ): Promise<Answer> {
    await tx.audit({
      stream: `Membership:${after.id}`,
      action,
      after,
      ...(before === undefined ? {} : { before }),
      ...(reason === undefined ? {} : { reason }),
    });
    const shown = SHOWN.includes(after.state) || (before !== undefined && SHOWN.includes(before.state));
    if (after.personId !== null && shown) await this.events.membershipsChanged(tx, after.personId, action);
    return { id: after.id };
  }
}

const blank = (tx: Tx, organisationId: string, roles: readonly Role[]): Membership => ({
  id: uuidv7(),
  version: 1,
  organisationId,
  personId: null,
  email: '',
  roles,
  state: machine.lifecycle.initial,
  note: '',
  reason: '',
  invitedUntil: null,
  createdAt: tx.now,
  updatedAt: tx.now,
});

/** Whether the actor is one who sees the membership in a list. */
const mayKnow = (actor: Actor, { membership, organisation, adminIds }: MembershipCase): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'person' && membership.personId === actor.personId) ||
  administers(actor, adminIds) ||
  isMember(actor, organisation.id) ||
  isReviewer(actor, { organisation });
