import { Injectable } from '@nestjs/common';
import { notFound } from '@jihui/kernel';
import { BusinessClock, type GraphContext } from '@jihui/platform';
import { PeopleQueries, type PersonView } from './accounts/people.queries.js';
import type { IdentityFile } from './core/letter/letter.js';
import type { AdminPlace } from './core/platform-admins.js';
import { LettersQueries, type LetterView } from './letters/letters.queries.js';
import { MembershipsQueries, type MembershipView } from './memberships/memberships.queries.js';
import { OrganisationsQueries, type OrganisationView } from './organisations/organisations.queries.js';

/** One of many, loaded together within a request, as the request's actor may see it. */
@Injectable()
export class Loading {
  constructor(
    private readonly people: PeopleQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly memberships: MembershipsQueries,
    private readonly letters: LettersQueries,
    private readonly clock: BusinessClock,
  ) {}

  person(ctx: GraphContext, id: string): Promise<PersonView | undefined> {
    return ctx.load('identity.person', (ids) => this.people.byIds(ids), id);
  }

  organisation(ctx: GraphContext, id: string): Promise<OrganisationView | undefined> {
    return ctx.load('identity.organisation', (ids) => this.organisations.byIds(ctx.actor, ids), id);
  }

  membership(ctx: GraphContext, id: string): Promise<MembershipView | undefined> {
    return ctx.load('identity.membership', (ids) => this.memberships.byIds(ctx.actor, ids), id);
  }

  letter(ctx: GraphContext, id: string): Promise<LetterView | undefined> {
    return ctx.load('identity.letter', (ids) => this.letters.byIds(ctx.actor, ids), id);
  }

  file(ctx: GraphContext, id: string): Promise<IdentityFile | undefined> {
    return ctx.load('identity.file', (ids) => this.letters.files(ids), id);
  }

  /** Who administers the organisation. */
  async adminIds(ctx: GraphContext, organisationId: string): Promise<readonly string[]> {
    const found = await ctx.load(
      'identity.adminIds',
      (ids) => this.organisations.adminIds(ids),
      organisationId,
    );
    return found ?? [];
  }

  /** Organisations whose only administrator the person is. */
  async soleAdminOf(ctx: GraphContext, personId: string): Promise<readonly string[]> {
    const found = await ctx.load(
      'identity.soleAdminOf',
      // Asked of oneself alone: there is one id in a request, however often it stands in the answer.
      (ids) => Promise.all(ids.map((id) => this.people.soleAdminOf(id))),
      personId,
    );
    return found ?? [];
  }

  /** Whether the person's second factor is on. */
  async hasFactor(ctx: GraphContext, personId: string): Promise<boolean> {
    const found = await ctx.load('identity.hasFactor', (ids) => this.people.withFactor(ids), personId);
    return found ?? false;
  }

  /** Who administers the platform, read once a request. */
  async platformAdmins(ctx: GraphContext): Promise<readonly AdminPlace[]> {
    const found = await ctx.load(
      'identity.platformAdmins',
      async (ids) => {
        const places = await this.memberships.platformAdmins();
        return ids.map(() => places);
      },
      'all',
    );
    return found ?? [];
  }

  /** Business time, read once a request. */
  async now(ctx: GraphContext): Promise<Date> {
    const now = await ctx.load(
      'identity.now',
      async (ids) => {
        const at = await this.clock.now();
        return ids.map(() => at);
      },
      'now',
    );
    return now ?? this.clock.now();
  }

  /**
   * What a mutation wrote, for its answer.
   * @throws DomainError NOT_FOUND when its actor sees it no longer: a repeat may come after a role was lost.
   */
  async existing<T>(found: Promise<T | undefined>): Promise<T> {
    const thing = await found;
    if (thing === undefined) throw notFound('所办理的事项');
    return thing;
  }
}
