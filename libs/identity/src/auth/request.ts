import type { FastifyReply, FastifyRequest } from 'fastify';
import { Codes, DomainError, type Actor, type PersonActor, type SystemActor } from '@jihui/kernel';
import { hostCookieName, hostCookieOptions, type Config, type Credential } from '@jihui/platform';
import { Limits } from '../core/limits.js';
import type { Client } from '../core/person/access.js';

export const clientOf = (request: FastifyRequest): Client => ({
  address: request.ip.slice(0, 64),
  userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
});

/** @throws DomainError UNAUTHENTICATED for one who is not signed in. */
export function signedIn(actor: Actor): PersonActor | SystemActor {
  if (actor.kind === 'anonymous') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
  return actor;
}

/** @throws DomainError UNAUTHENTICATED for anybody but a person. */
export function personOf(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
  return actor;
}

/**
 * The session of a request that changes how one signs in: a program's token must not be able to
 * make itself another, or to take the account over.
 * @throws DomainError IDENTITY.SESSION_REQUIRED
 */
export function sessionOf(credential: Credential | undefined): string {
  if (credential?.kind !== 'session')
    throw new DomainError(Codes.SESSION_REQUIRED, '请在浏览器中登录后办理，访问令牌不能用于此操作');
  return credential.id;
}

export const cookieName = (config: Config): string => hostCookieName(config, 'jihui_session');

export function setSessionCookie(reply: FastifyReply, config: Config, token: string): void {
  void reply.setCookie(cookieName(config), token, {
    ...hostCookieOptions(config),
    maxAge: Limits.sessionAbsoluteDays * 86_400,
  });
}

export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  void reply.clearCookie(cookieName(config), hostCookieOptions(config));
}
