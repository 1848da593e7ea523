import { DomainError } from '@jihui/kernel';
import { isOutage, reasonsOf } from './config/reasons.js';
import { Rarely } from './logging/rarely.js';

const rarely = new Rarely();

/** What an outage is to whoever asks: nothing is wrong with the request, and it can be sent again. */
export const unavailable = (): DomainError => new DomainError('UNAVAILABLE', '系统暂时不可用，请稍后再试');

/** Says that the database is away, or its disk full, once a minute; whether that is what the error tells. */
export function notedOutage(error: unknown, say: (line: string) => void): boolean {
  if (!isOutage(error)) return false;
  const [reason = ''] = reasonsOf(error) ?? [];
  if (rarely.due(reason)) say(reason);
  return true;
}
