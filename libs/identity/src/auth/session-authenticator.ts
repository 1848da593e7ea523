import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { anonymous, Codes, DomainError, type Actor } from '@jihui/kernel';
import { Authenticator, Config } from '@jihui/platform';
import { CredentialsStore } from '../store/credentials.store.js';
import { cookieName } from './request.js';

/** Longer than any token of ours. */
const LONGEST = 200;

/** Who sends a request: a bearer token wins over a cookie, since a program states it on purpose. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly credentials: CredentialsStore,
    private readonly config: Config,
  ) {
    super();
  }

  async authenticate(request: FastifyRequest): Promise<Actor> {
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return this.byToken(request, bearer);
    const cookie = request.cookies[cookieName(this.config)];
    if (cookie === undefined || cookie === '' || cookie.length > LONGEST) return anonymous;
    const session = await this.credentials.bySession(cookie);
    if (session === undefined) return anonymous;
    request.credential = session.credential;
    return session.actor;
  }

  private async byToken(request: FastifyRequest, token: string): Promise<Actor> {
    const found =
      token.startsWith('jh_') && token.length <= LONGEST
        ? await this.credentials.byAccessToken(token)
        : undefined;
    if (found === undefined)
      throw new DomainError(Codes.UNAUTHENTICATED, '访问令牌无效、已过期或已撤销，请重新创建');
    request.credential = found.credential;
    return found.actor;
  }
}
