import { REFUSAL_GROUNDS } from '@jihui/kernel';
import { statute, type Citation } from './law.js';
import type { RuleSet } from './rule.js';

/** What each ground of refusal rests on (reference A3, grounds for non-registration). */
const BASES: { readonly [code in keyof typeof REFUSAL_GROUNDS]: Citation } = {
  R01: (law) => law.withinTerm,
  R02: (law) => law.grounds,
  R03: (law) => law.grounds,
  R04: (law) => law.grounds,
  R05: (law) => law.amounts,
  R06: (law) => law.grounds,
  R07: (law) => law.grounds,
  R08: statute('民法典第850条、第864条'),
  R09: (law) => law.titleProof,
  R10: (law) => law.wholeText,
  R11: (law) => law.once,
  R12: (law) => law.withinTerm,
  R99: (law) => law.grounds,
};

export interface GroundWithArticle {
  readonly code: string;
  readonly name: string;
  readonly article: string | null;
}

type Code = keyof typeof REFUSAL_GROUNDS;
const isGround = (code: string): code is Code => Object.hasOwn(REFUSAL_GROUNDS, code);

/** The grounds with their names and where each stands in the law of that set. */
export const groundsUnder = (
  set: Pick<RuleSet, 'law'>,
  codes: readonly string[],
): readonly GroundWithArticle[] =>
  codes.map((code) =>
    isGround(code)
      ? { code, name: REFUSAL_GROUNDS[code], article: BASES[code](set.law) }
      : { code, name: code, article: null },
  );

/** All on which registration is refused under that set, in the order of their codes. */
export const offeredGrounds = (set: Pick<RuleSet, 'law' | 'grounds'>): readonly GroundWithArticle[] =>
  groundsUnder(
    set,
    Object.keys(REFUSAL_GROUNDS).filter((code) => (set.grounds as readonly string[]).includes(code)),
  );
