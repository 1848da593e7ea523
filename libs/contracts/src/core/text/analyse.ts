import { suggestClass, type ClassSuggestion } from './classify.js';
import { clausesOf } from './clauses.js';
import { findClass } from './find-class.js';
import { findMoney } from './find-money.js';
import { findParties, findProject, findRights, findTitle } from './find-parties.js';
import { findClauses, findTerms } from './find-terms.js';
import { flowOf } from './flow.js';
import { printsOf } from './likeness.js';
import { normalOf } from './normal.js';
import type { Passages } from './passages.js';
import type { Clause } from './place.js';
import type { Proposal } from './proposals.js';
import type { Reading } from './reading.js';
import { findRestrictions, type Restriction } from './restrictions.js';

/** Goes up with the rules of reading: texts read under an older number are read again. */
export const READER_VERSION = 3;

/** A contract says what it is within this much; annexes behind it are kept and not searched. */
const SEARCHED = 300_000;
const MOST_PROPOSALS = 40;

export interface Analysis {
  readonly clauses: readonly Clause[];
  readonly proposals: readonly Proposal[];
  /** Null where the text says nothing of its class. */
  readonly suggestion: ClassSuggestion | null;
  /** Clauses that may restrict the other side's technology or competition. */
  readonly restrictions: readonly Restriction[];
  /** What other texts are compared with, and the prints by which they are found. */
  readonly normal: string;
  readonly prints: readonly number[];
}

/** Clauses of a text and what it gives for the fields of the form. */
export function analyse({ pages, format }: Reading): Analysis {
  const searched = searchedPages(pages);
  const clauses = clausesOf(searched);
  const passages: Passages = { flow: flowOf(searched, format === 'PDF'), pages: searched, clauses };
  const suggestion = suggestClass(passages);
  const proposals = [
    ...findTitle(passages),
    ...findClass(passages, suggestion),
    ...findParties(passages),
    ...findTerms(passages),
    ...findMoney(passages),
    ...findRights(passages),
    ...findProject(passages),
    ...findClauses(passages),
  ];
  const normal = normalOf(passages.flow.text);
  return {
    clauses,
    proposals: proposals.slice(0, MOST_PROPOSALS),
    suggestion,
    restrictions: findRestrictions(passages),
    normal,
    prints: printsOf(normal),
  };
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
