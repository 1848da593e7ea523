import { Injectable } from '@nestjs/common';
import type { JobMap } from '@jihui/events';
import type { LinkPurpose } from './store/links.store.js';
import { FactorsStore } from './store/factors.store.js';
import { LinksStore } from './store/links.store.js';
import { MembershipsStore } from './store/memberships.store.js';
import { OidcStore } from './store/oidc.store.js';
import { OrganisationsStore } from './store/organisations.store.js';
import { PeopleStore } from './store/people.store.js';

/** What a mailed link's text needs. */
export interface LinkMail {
  readonly purpose: LinkPurpose;
  readonly email: string;
  /** The live account of the address, if there is one. */
  readonly account: { readonly displayName: string } | undefined;
  /** Of an invitation. */
  readonly organisationName: string | null;
}

export interface NoticeMail {
  readonly email: string;
  readonly displayName: string;
  readonly organisationName: string;
  /** The other person a notice speaks of: who asks to join. */
  readonly applicantName: string;
  readonly reason: string;
}

/** Looks up, when a message is sent, whom it concerns: only here does it show whether an address has an account. */
@Injectable()
export class Correspondence {
  constructor(
    private readonly links: LinksStore,
    private readonly people: PeopleStore,
    private readonly memberships: MembershipsStore,
    private readonly organisations: OrganisationsStore,
    private readonly factors: FactorsStore,
    private readonly oidc: OidcStore,
  ) {}

  /** Nothing for a link that is used up meanwhile. */
  async link(linkId: string): Promise<LinkMail | undefined> {
    const link = await this.links.open(linkId);
    if (link === undefined) return undefined;
    const person = await this.people.byEmail(link.email);
    return {
      purpose: link.purpose,
      email: link.email,
      account: person?.state === 'ACTIVE' ? { displayName: person.displayName } : undefined,
      organisationName: link.membershipId === null ? null : await this.organisationOf(link.membershipId),
    };
  }

  /** Where a code goes; nothing for a sign-in with a phone that nobody has confirmed. */
  async phoneOf(codeId: string): Promise<string | undefined> {
    const code = await this.links.code(codeId);
    if (code === undefined) return undefined;
    const known =
      code.purpose === 'CONFIRM_PHONE' || (await this.people.byPhone(code.phone))?.state === 'ACTIVE';
    return known ? code.phone : undefined;
  }

  /** Nothing when the person is gone. */
  async notice(job: JobMap['identity.sendNotice']): Promise<NoticeMail | undefined> {
    const person = await this.people.get(job.personId);
    if (person === undefined || person.state === 'ERASED') return undefined;
    const membership = job.membershipId === null ? undefined : await this.memberships.get(job.membershipId);
    const applicant = membership?.personId == null ? undefined : await this.people.get(membership.personId);
    return {
      email: person.email,
      displayName: person.displayName,
      organisationName: membership === undefined ? '' : await this.organisationOf(membership.id),
      applicantName: applicant?.displayName ?? '',
      reason: job.reason ?? membership?.reason ?? '',
    };
  }

  async sweep(): Promise<void> {
    await this.links.sweep();
    await this.factors.sweep();
    await this.oidc.sweep();
  }

  private async organisationOf(membershipId: string): Promise<string> {
    const membership = await this.memberships.get(membershipId);
    if (membership === undefined) return '';
    return (await this.organisations.get(membership.organisationId))?.name ?? '';
  }
}
