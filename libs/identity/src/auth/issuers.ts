import { Injectable } from '@nestjs/common';
import { DomainError } from '@jihui/kernel';
import { Config, type OidcSettings } from '@jihui/platform';
import type { Configuration } from 'openid-client';
import { IdentityCodes } from '../core/errors.js';
import { Secrets } from './secrets.js';

/** Who the issuer says it was. The subject is the issuer's own word for the person, and never another's later on. */
export interface Claimed {
  readonly issuer: string;
  readonly subject: string;
}

type Library = typeof import('openid-client');

/** An issuer that does not answer keeps nobody waiting for longer, in seconds. */
const TIMEOUT_S = 10;
/** Nothing but who it is: neither name nor address is taken from elsewhere. */
const SCOPE = 'openid';

/** What an issuer publishes of itself, with the library that reads it. */
interface Discovered {
  readonly library: Library;
  readonly at: Configuration;
}

/**
 * Issuers (OpenID Connect) by whose word one may sign in: authorization code with PKCE. State, nonce and verifier are computed
 * from the word that the browser alone was given, so that an answer is of use to no other browser, and whoever reads the
 * database can complete nothing. Each issuer leads back to an address of its own, so that no answer of one is taken to another
 * (RFC 9700 4.4).
 */
@Injectable()
export class Issuers {
  private readonly found = new Map<string, Promise<Discovered>>();

  constructor(
    private readonly config: Config,
    private readonly secrets: Secrets,
  ) {}

  /** In the order in which they are offered. */
  get all(): readonly OidcSettings[] {
    return this.config.oidc;
  }

  /**
   * Where the browser goes to be asked who it is.
   * @throws DomainError IDENTITY.OIDC_OFF where there is no such issuer, UNAVAILABLE
   */
  async address(issuer: string, word: string): Promise<string> {
    const settings = this.called(issuer);
    const { library, at } = await this.discovered(settings);
    const { state, nonce, verifier } = this.checks(word);
    const address = library.buildAuthorizationUrl(at, {
      redirect_uri: this.returnOf(settings),
      scope: SCOPE,
      state,
      nonce,
      code_challenge: await library.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return address.href;
  }

  /**
   * Whom the browser came back as.
   * @param returned the address that it came back to, path and query
   * @throws DomainError IDENTITY.OIDC_REFUSED where the issuer says no, IDENTITY.OIDC_INVALID, IDENTITY.OIDC_OFF, UNAVAILABLE
   */
  async claimed(issuer: string, word: string, returned: string): Promise<Claimed> {
    const settings = this.called(issuer);
    const address = this.returnedTo(settings, returned);
    const { library, at } = await this.discovered(settings);
    const { state, nonce, verifier } = this.checks(word);
    const answer = await library
      .authorizationCodeGrant(at, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      .catch((error: unknown) => {
        throw refusalOf(library, error);
      });
    const claims = answer.claims();
    if (claims === undefined) throw invalid();
    return { issuer: claims.iss, subject: claims.sub };
  }

  private checks(word: string): Readonly<Record<'state' | 'nonce' | 'verifier', string>> {
    const of = (what: string): string => this.secrets.hash(`oidc:${what}:${word}`).toString('base64url');
    // A verifier has 43 characters at least (RFC 7636 4.1).
    return { state: of('state'), nonce: of('nonce'), verifier: `${of('verifier')}${of('verifier2')}` };
  }

  private called(issuer: string): OidcSettings {
    const settings = this.config.oidc.find((one) => one.issuer === issuer);
    if (settings === undefined)
      throw new DomainError(IdentityCodes.OIDC_OFF, '平台没有接入这个统一身份认证，请用其他方式登录');
    return settings;
  }

  /** `/sign-in/return`, of the second issuer `/sign-in/return/2`. */
  private returnOf({ suffix }: OidcSettings): string {
    return `${this.config.publicUrl}/sign-in/return${suffix.replace('_', '/')}`;
  }

  /** @throws DomainError IDENTITY.OIDC_INVALID where it is not the issuer's */
  private returnedTo(settings: OidcSettings, returned: string): URL {
    const { origin } = new URL(this.config.publicUrl);
    if (!URL.canParse(returned, origin)) throw invalid();
    const address = new URL(returned, origin);
    if (`${address.origin}${address.pathname}` !== this.returnOf(settings)) throw invalid();
    return address;
  }

  /** What the issuer publishes of itself, asked once; what failed is asked again the next time. */
  private async discovered(settings: OidcSettings): Promise<Discovered> {
    const found = this.found.get(settings.issuer) ?? discover(settings);
    this.found.set(settings.issuer, found);
    try {
      return await found;
    } catch {
      this.found.delete(settings.issuer);
      throw away();
    }
  }
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Discovered> {
  const library = await import('openid-client');
  const address = new URL(issuer);
  // Settings let an issuer on this machine alone do without https.
  const at = await library.discovery(
    address,
    clientId,
    undefined,
    clientSecret === null ? library.None() : library.ClientSecretBasic(clientSecret),
    { timeout: TIMEOUT_S, execute: address.protocol === 'http:' ? [library.allowInsecureRequests] : [] },
  );
  return { library, at };
}

const away = (): DomainError =>
  new DomainError('UNAVAILABLE', '统一身份认证暂时没有应答，请稍后再试，或用其他方式登录');

const invalid = (): DomainError =>
  new DomainError(IdentityCodes.OIDC_INVALID, '统一身份认证返回的结果无效或已过期，请重新开始');

/** What the library refuses is of no use to whoever sent it; an issuer that is away is another matter. */
function refusalOf(library: Library, error: unknown): DomainError {
  if (error instanceof library.AuthorizationResponseError)
    return new DomainError(
      IdentityCodes.OIDC_REFUSED,
      '您没有在统一身份认证中完成或同意登录，平台没有取得任何资料；可以重新开始，或用其他方式登录',
    );
  return isAway(error) ? away() : invalid();
}

/** Whether it failed for want of an answer, at whatever depth that is told. */
function isAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, cause } = error as Readonly<Record<string, unknown>>;
  return code === 'OAUTH_TIMEOUT' || message === 'fetch failed' || isAway(cause);
}
