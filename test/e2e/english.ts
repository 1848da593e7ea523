import { load } from '../architecture/sources.js';
import type { Refusal } from '@jihui/testing';

interface Said {
  readonly message: string;
}
const { sentences } = (await load('apps/portal/src/i18n/serverEnglish.ts')) as {
  readonly sentences: { knows(said: Said): boolean };
};

/** Challenge calls are not served whole yet: their English is asked for once they are. */
const COMING = 'CHALLENGES.';

/**
 * What of a refusal the portal has no English for, with its codes. A value that GraphQL itself does not take is no
 * refusal of ours.
 */
export function withoutEnglish({ message, extensions }: Refusal): readonly string[] {
  const { code, violations = [] } = extensions;
  if (
    code === 'BAD_USER_INPUT' ||
    [code, ...violations.map((one) => one.code)].some((one) => one.startsWith(COMING))
  )
    return [];
  return [{ ...extensions, code, message }, ...violations]
    .filter((said) => /\p{Script=Han}/u.test(said.message) && !sentences.knows(said))
    .map((said) => `${said.code} ${said.message}`);
}
