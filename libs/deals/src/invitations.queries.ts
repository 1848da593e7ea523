import { Injectable } from '@nestjs/common';
import type { Actor, PersonActor } from '@jihui/kernel';
import { maySeeInvitation, type ExpertInvitation } from './core/invitation.js';
import { InvitationsStore } from './store/invitations.store.js';

/** Reads of invitations: those that the viewer may know of. */
@Injectable()
export class InvitationsQueries {
  constructor(private readonly store: InvitationsStore) {}

  async one(actor: Actor, id: string): Promise<ExpertInvitation | undefined> {
    const invitation = await this.store.get(id);
    return invitation !== undefined && maySeeInvitation(actor, invitation) ? invitation : undefined;
  }

  /** Those of each need or of each expert, the newest first. */
  async of(
    actor: PersonActor,
    side: 'need' | 'expert',
    ids: readonly string[],
  ): Promise<Map<string, ExpertInvitation[]>> {
    return grouped(await this.store.of(actor, side, ids), side);
  }
}

function grouped(
  found: readonly ExpertInvitation[],
  side: 'need' | 'expert',
): Map<string, ExpertInvitation[]> {
  const groups = new Map<string, ExpertInvitation[]>();
  for (const one of found) {
    const key = side === 'need' ? one.needId : one.expertId;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}
