import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
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

  /** Those of each need or of each expert, the newest first. An expert's are for nobody but the expert. */
  async of(
    actor: Actor,
    side: 'need' | 'expert',
    ids: readonly string[],
  ): Promise<Map<string, ExpertInvitation[]>> {
    const found = (await this.store.of(side, ids)).filter((one) =>
      side === 'need'
        ? maySeeInvitation(actor, one)
        : actor.kind === 'person' && actor.personId === one.personId,
    );
    return grouped(found, side);
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
