import type { FastifyReply } from 'fastify';
import type { Config } from '../config/config.js';
import { hostCookieName, hostCookieOptions } from './host-cookie.js';

/**
 * Cookies of whoever is on the way in and not signed in yet: they hold a random word that is good for the next step and for
 * nothing else, and never leave the browser that was given it. The gateway hands them on, which it does with no other.
 */
const MARK = 'jihui_step_';

export const stepCookieName = (config: Pick<Config, 'publicUrl'>, step: string): string =>
  hostCookieName(config, `${MARK}${step}`);

export function setStepCookie(
  reply: FastifyReply,
  config: Config,
  step: string,
  word: string,
  minutes: number,
): void {
  void reply.setCookie(stepCookieName(config, step), word, {
    ...hostCookieOptions(config),
    maxAge: minutes * 60,
  });
}

export function clearStepCookie(reply: FastifyReply, config: Config, step: string): void {
  void reply.clearCookie(stepCookieName(config, step), hostCookieOptions(config));
}

/** The step cookies of a request as a header of their own; nothing where it has none. */
export function stepCookies(
  cookies: Readonly<Record<string, string | undefined>> | undefined,
): Record<string, string> {
  const held = Object.entries(cookies ?? {}).filter(
    ([name, word]) => name.replace(/^__Host-/, '').startsWith(MARK) && /^[\w-]{1,200}$/.test(word ?? ''),
  );
  return held.length === 0 ? {} : { cookie: held.map(([name, word]) => `${name}=${word ?? ''}`).join('; ') };
}
