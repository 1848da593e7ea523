import { clausesOf } from './clauses.js';
import { findMoney } from './find-money.js';
import { findParties, findProject, findRights, findTitle } from './find-parties.js';
import { findClauses, findTerms } from './find-terms.js';
import { flowOf } from './flow.js';
import type { Passages } from './passages.js';
import type { Clause } from './place.js';
import type { Proposal } from './proposals.js';
import type { Reading } from './reading.js';

/** Goes up with the rules of reading: texts read under an older number are read again. */
export const READER_VERSION = 1;

/** A contract says what it is within this much; annexes behind it are kept and not searched. */
const SEARCHED = 300_000;
const MOST_PROPOSALS = 40;

export interface Analysis {
  readonly clauses: readonly Clause[];
  readonly proposals: readonly Proposal[];
}

/** Clauses of a text and what it gives for the fields of the form. */
export function analyse({ pages, format }: Reading): Analysis {
  const searched = searchedPages(pages);
  const clauses = clausesOf(searched);
  const passages: Passages = { flow: flowOf(searched, format === 'PDF'), pages: searched, clauses };
  const proposals = [
    ...findTitle(passages),
    ...findParties(passages),
    ...findTerms(passages),
    ...findMoney(passages),
    ...findRights(passages),
    ...findProject(passages),
    ...findClauses(passages),
  ];
  return { clauses, proposals: proposals.slice(0, MOST_PROPOSALS) };
}

function searchedPages(pages: readonly string[]): readonly string[] {
  let left = SEARCHED;
  return pages.flatMap((page) => {
    if (left <= 0) return [];
    const kept = page.slice(0, left);
    left -= page.length;
    return [kept];
  });
}
