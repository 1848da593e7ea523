import type { Config } from '../config/config.js';

const isSecure = ({ publicUrl }: Pick<Config, 'publicUrl'>): boolean => publicUrl.startsWith('https:');

/** `__Host-` makes browsers insist on https, our own host and the whole path. */
export const hostCookieName = (config: Pick<Config, 'publicUrl'>, name: string): string =>
  `${isSecure(config) ? '__Host-' : ''}${name}`;

/** Of a cookie that no script reads and no other site sends along. */
export const hostCookieOptions = (config: Pick<Config, 'publicUrl'>) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(config) }) as const;
