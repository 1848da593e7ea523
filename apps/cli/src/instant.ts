import { startOfLegalDay } from '@jihui/kernel';
import { UsageError } from './command.js';

/**
 * The instant that was typed: a legal day, or an ISO instant; undefined for nothing.
 * @throws UsageError when it is neither
 */
export function instantOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? startOfLegalDay(text) : new Date(text);
  if (Number.isNaN(instant.getTime())) throw new UsageError(`日期应写作 2026-11-23，现在是 ${text}`);
  return instant;
}
