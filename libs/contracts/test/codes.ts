import { DomainError } from '@jihui/kernel';

/** What an attempt is refused with: the first violation's code where the input was refused; DONE where it was done. */
export async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code === 'INVALID_INPUT' ? (error.violations[0]?.code ?? error.code) : error.code;
  }
  return 'DONE';
}

/** Every violation of what was refused, in order; empty where it was done. */
export async function codesOf(attempt: Promise<unknown>): Promise<string[]> {
  try {
    await attempt;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.violations.map(({ code }) => code);
  }
  return [];
}
