import { Injectable } from '@nestjs/common';
import { isMember, notFound, type Actor, type Role } from '@jihui/kernel';
import type { Tx } from '@jihui/platform';
import type { MembershipAction } from '../core/membership/lifecycle.js';
import type { Membership, MembershipCase, MembershipState } from '../core/membership/membership.js';
import { memberships as machine } from '../core/membership/perform.js';
import { administers, isReviewer } from '../core/organisation/policy.js';
import type { Organisation } from '../core/organisation/organisation.js';
import { IdentityEvents } from '../identity.events.js';
import { MembershipsStore } from '../store/memberships.store.js';
import { OrganisationsStore } from '../store/organisations.store.js';

export interface Answer {
  readonly id: string;
}

/** The states that a person's snapshot shows. */
const SHOWN: readonly MembershipState[] = ['ACTIVE', 'SUSPENDED'];

/** What every act on a membership has in common: how it is decided, and how it is recorded. */
@Injectable()
export class MembershipActs {
  constructor(
    private readonly organisations: OrganisationsStore,
    private readonly memberships: MembershipsStore,
    private readonly events: IdentityEvents,
  ) {}

  /** @throws DomainError NOT_FOUND for one who may not know of the membership; otherwise as the machine decides. */
  async decide(
    actor: Actor,
    tx: Tx,
    organisation: Organisation,
    membership: Membership,
    action: MembershipAction,
    newRoles?: readonly Role[],
  ): Promise<MembershipState> {
    const adminIds = (await this.organisations.adminIds([organisation.id])).get(organisation.id) ?? [];
    const isPlatformAdmin = membership.roles.includes('PLATFORM_ADMIN');
    const subject: MembershipCase = {
      membership,
      organisation,
      adminIds,
      platformAdmins: isPlatformAdmin ? await this.memberships.platformAdmins() : [],
      ...(newRoles === undefined ? {} : { newRoles }),
    };
    if (membership.state !== 'NONE' && !mayKnow(actor, subject)) throw notFound('成员');
    return machine.perform(subject, action, actor, tx.now);
  }

  /** Audits the act, and tells the other domains when the person's snapshot shows it. */
  async record(
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

/** Whether the actor is one who sees the membership in a list. */
const mayKnow = (actor: Actor, { membership, organisation, adminIds }: MembershipCase): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'person' && membership.personId === actor.personId) ||
  administers(actor, adminIds) ||
  isMember(actor, organisation.id) ||
  isReviewer(actor, { organisation });
