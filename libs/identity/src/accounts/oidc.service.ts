import { Injectable } from '@nestjs/common';
import { DomainError, notFound, type Actor } from '@jihui/kernel';
import { checkIds, RecentProof, Throttle, uuidv7, Work, type Credential, type Tx } from '@jihui/platform';
import { command, refusing } from '../command.js';
import { IdentityCodes } from '../core/errors.js';
import { Throttles } from '../core/limits.js';
import type { Client, OidcLink } from '../core/person/access.js';
import { Issuers, type Claimed } from '../auth/issuers.js';
import { personOf, sessionOf } from '../auth/request.js';
import { Secrets } from '../auth/secrets.js';
import { randomWord } from '../auth/words.js';
import type { StartOidcInput, UnlinkOidcInput } from '../identity.types.gen.js';
import { isSubjectTaken, OidcStore } from '../store/oidc.store.js';
import { PeopleStore } from '../store/people.store.js';
import { factorDue } from './factor-duty.js';
import { asPerson } from './registration.service.js';
import { Sessions, type OpenedSession, type OpenedStep } from './sessions.js';

/** Nobody is on the way here: begun too long ago, in another browser, or completed. */
const over = (): DomainError =>
  new DomainError(IdentityCodes.STEP_OVER, '已经超时，或不是在这个浏览器中开始的，请重新开始');

/**
 * Signing in by an issuer's word (统一身份认证, OpenID Connect). An account is linked from within, by whoever has just proved to
 * be its person, and never by an address that the issuer names: who runs an issuer could name anybody's.
 */
@Injectable()
export class OidcService {
  constructor(
    private readonly work: Work,
    private readonly people: PeopleStore,
    private readonly links: OidcStore,
    private readonly issuers: Issuers,
    private readonly secrets: Secrets,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
    private readonly proof: RecentProof,
  ) {}

  /** By whose word one may sign in. */
  get ways(): readonly { readonly issuer: string; readonly name: string }[] {
    return this.issuers.all.map(({ issuer, name }) => ({ issuer, name }));
  }

  mine(actor: Actor): Promise<OidcLink[]> {
    return this.links.linksOf(personOf(actor).personId);
  }

  /**
   * @returns the address of the issuer's page, and the word that the browser comes back with
   * @throws DomainError IDENTITY.OIDC_OFF, UNAVAILABLE, THROTTLED; to link: IDENTITY.SESSION_REQUIRED, IDENTITY.REAUTHENTICATE,
   *   IDENTITY.SECOND_FACTOR_DUE
   */
  async start(
    client: Client,
    actor: Actor,
    credential: Credential | undefined,
    { purpose, issuer }: StartOidcInput,
  ): Promise<{ readonly url: string; readonly word: string }> {
    const personId = purpose === 'LINK' ? await this.mayLink(actor, credential) : null;
    if (personId !== null && credential?.restricted === true) throw factorDue();
    await this.throttle.take(Throttles.signInAddress, client.address);
    const word = randomWord();
    const url = await this.issuers.address(issuer, word);
    await this.links.insertStep({ id: uuidv7(), personId, issuer }, word);
    return { url, word };
  }

  /**
   * What came of it: a session, or the step before it where there is a second factor; null where an account was linked.
   * @throws DomainError IDENTITY.STEP_OVER, IDENTITY.OIDC_REFUSED, IDENTITY.OIDC_INVALID, IDENTITY.OIDC_UNKNOWN,
   *   IDENTITY.OIDC_TAKEN, IDENTITY.OIDC_OFF, IDENTITY.PERSON_SUSPENDED, UNAVAILABLE, THROTTLED
   */
  async complete(
    client: Client,
    actor: Actor,
    word: string,
    returned: string,
  ): Promise<OpenedSession | OpenedStep | null> {
    await this.throttle.take(Throttles.signInAddress, client.address);
    const step = await this.links.takeStep(word);
    if (step === undefined) throw over();
    const claimed = await this.issuers.claimed(step.issuer, word, returned.slice(0, 4_000));
    if (step.personId === null) return this.signIn(client, claimed);
    // Begun by somebody who has signed out meanwhile, or somebody else in.
    if (personOf(actor).personId !== step.personId) throw over();
    await this.link(actor, claimed);
    return null;
  }

  /** @throws DomainError NOT_FOUND, IDENTITY.REAUTHENTICATE, IDENTITY.SESSION_REQUIRED */
  async unlink(actor: Actor, credential: Credential | undefined, input: UnlinkOidcInput): Promise<void> {
    checkIds(input.linkId);
    const personId = await this.mayLink(actor, credential);
    await this.work.run(command(actor, 'unlinkOidc', input), async (tx) => {
      if (!(await this.links.unlink(personId, input.linkId))) throw notFound('关联');
      await this.told(tx, personId, 'unlinkOidc', 'OIDC_UNLINKED');
      return {};
    });
  }

  /** Another way in is as good as a password: it is made and taken away by whoever has just proved who they are. */
  private async mayLink(actor: Actor, credential: Credential | undefined): Promise<string> {
    const { personId } = personOf(actor);
    sessionOf(credential);
    await this.proof.requireOf(actor, credential);
    return personId;
  }

  private async signIn(client: Client, claimed: Claimed): Promise<OpenedSession | OpenedStep> {
    const hash = this.hashOf(claimed);
    const personId = await this.links.personOf(hash);
    const person = personId === undefined ? undefined : await this.people.get(personId);
    if (person === undefined)
      throw new DomainError(
        IdentityCodes.OIDC_UNKNOWN,
        '这个身份还没有关联账号，请先用密码登录，在“我的账户”中关联；没有账号的请先注册',
      );
    return this.work.run({ domain: 'identity', name: 'signIn', actor: asPerson(person.id) }, async (tx) => {
      await this.links.used(hash);
      return this.sessions.enter(tx, person, client, false);
    });
  }

  private async link(actor: Actor, claimed: Claimed): Promise<void> {
    const { personId } = personOf(actor);
    const link = { id: uuidv7(), personId, issuer: claimed.issuer };
    await this.work
      .run({ domain: 'identity', name: 'linkOidc', actor }, async (tx) => {
        if (await this.links.link(link, this.hashOf(claimed)))
          await this.told(tx, personId, 'linkOidc', 'OIDC_LINKED');
      })
      .catch(
        refusing(isSubjectTaken, IdentityCodes.OIDC_TAKEN, '这个身份已关联另一账号，请先在那个账号中解除'),
      );
  }

  private async told(
    tx: Tx,
    personId: string,
    action: string,
    notice: 'OIDC_LINKED' | 'OIDC_UNLINKED',
  ): Promise<void> {
    await tx.audit({ stream: `Person:${personId}`, action });
    await tx.addJob('identity.sendNotice', { mailId: uuidv7(), notice, personId, membershipId: null });
  }

  /** Under the key outside the database: which of an issuer's people somebody is stands nowhere in clear. */
  private hashOf({ issuer, subject }: Claimed): Buffer {
    return this.secrets.hash(`oidc:${JSON.stringify([issuer, subject])}`);
  }
}
