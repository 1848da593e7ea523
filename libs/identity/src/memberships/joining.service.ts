import { Injectable } from '@nestjs/common';
import { cleanText, DomainError, notFound, refuseIf, Violations, type Actor, type Role } from '@jihui/kernel';
import { checkIds, Throttle, uuidv7, Work, type Tx } from '@jihui/platform';
import { normaliseEmail } from '../core/contact.js';
import { IdentityCodes } from '../core/errors.js';
import { Limits, Throttles } from '../core/limits.js';
import type { Membership } from '../core/membership/membership.js';
import { memberships as machine } from '../core/membership/perform.js';
import { normaliseRoles } from '../core/membership/roles.js';
import type { Organisation } from '../core/organisation/organisation.js';
import { checkEmail } from '../core/person/profile.js';
import { personOf } from '../auth/request.js';
import { command, refusing } from '../command.js';
import type { InviteMemberInput, RequestMembershipInput } from '../identity.types.gen.js';
import { LinksStore } from '../store/links.store.js';
import { isMembershipTaken, MembershipsStore } from '../store/memberships.store.js';
import { OrganisationsStore } from '../store/organisations.store.js';
import { PeopleStore } from '../store/people.store.js';
import { MembershipActs, type Answer } from './membership-acts.js';

const DAY_MS = 86_400_000;

const ALREADY = '已是本单位成员，或已有待处理的邀请或申请，请在成员列表中查看';
const alreadyMember = (): DomainError => new DomainError(IdentityCodes.ALREADY_MEMBER, ALREADY);
const taken = refusing(isMembershipTaken, IdentityCodes.ALREADY_MEMBER, ALREADY);

/** How memberships begin: by invitation, by request, by founding the organisation. */
@Injectable()
export class JoiningService {
  constructor(
    private readonly work: Work,
    private readonly acts: MembershipActs,
    private readonly organisations: OrganisationsStore,
    private readonly memberships: MembershipsStore,
    private readonly people: PeopleStore,
    private readonly links: LinksStore,
    private readonly throttle: Throttle,
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
        const newRoles = normaliseRoles(input.roles);
        const personId = (await this.people.byEmail(email))?.id ?? null;
        const invitedUntil = new Date(tx.now.getTime() + Limits.invitationDays * DAY_MS);
        const place = { ...blank(tx, organisation.id, newRoles), personId, email, invitedUntil };
        const state = await this.acts.decide(actor, tx, organisation, place, 'invite', newRoles);
        if (await this.memberships.liveOf(organisation.id, personId, email)) throw alreadyMember();
        const membership = { ...place, state };
        await this.memberships.insert(membership);
        const link = {
          id: uuidv7(),
          purpose: 'INVITE',
          email,
          displayName: null,
          passwordHash: null,
        } as const;
        await this.links.insert({ ...link, membershipId: membership.id });
        await tx.addJob('identity.sendLink', { linkId: link.id });
        return this.acts.record(tx, 'invite', undefined, membership);
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
        const state = await this.acts.decide(actor, tx, organisation, place, 'request');
        const email = (await this.people.get(personId))?.email ?? '';
        if (await this.memberships.liveOf(organisation.id, personId, email)) throw alreadyMember();
        const membership = { ...place, state };
        await this.memberships.insert(membership);
        await this.tellAdministrators(tx, membership);
        return this.acts.record(tx, 'request', undefined, membership);
      })
      .catch(taken);
  }

  /** The founder of an organisation administers it. */
  async found(tx: Tx, actor: Actor, organisation: Organisation, personId: string): Promise<void> {
    const place = { ...blank(tx, organisation.id, normaliseRoles(['ORG_ADMIN'])), personId };
    const state = await this.acts.decide(actor, tx, organisation, place, 'found');
    const membership = { ...place, state };
    await this.memberships.insert(membership);
    await this.acts.record(tx, 'found', undefined, membership);
  }

  private async lockedOrganisation(actor: Actor, id: string): Promise<Organisation> {
    const organisation = await this.organisations.lockVisible(actor, id);
    if (organisation === undefined) throw notFound('机构');
    return organisation;
  }

  private async tellAdministrators(tx: Tx, membership: Membership): Promise<void> {
    const admins =
      (await this.organisations.adminIds([membership.organisationId])).get(membership.organisationId) ?? [];
    for (const personId of admins)
      await tx.addJob('identity.sendNotice', {
        mailId: uuidv7(),
        notice: 'MEMBERSHIP_REQUESTED',
        personId,
        membershipId: membership.id,
      });
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
