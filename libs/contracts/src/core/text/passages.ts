import type { Flow } from './flow.js';
import { clauseAt, type Clause, type Place } from './place.js';
import type { Proposal, ProposalField, ProposalNote, ProposalOf, ProposalValues } from './proposals.js';

/** A contract's text with its clauses: what the rules of reading look into. */
export interface Passages {
  readonly flow: Flow;
  readonly pages: readonly string[];
  readonly clauses: readonly Clause[];
}

const MOST_OF_A_QUOTE = 120;
const STOPS = new Set(['。', '；', ';', '\n']);

/** Where the sentence begins that `at` stands in, no further back than `most` characters. */
function sentenceStart(text: string, at: number, most: number): number {
  let start = at;
  while (start > 0 && at - start < most && !STOPS.has(text[start - 1] ?? '')) start -= 1;
  return start;
}
function sentenceEnd(text: string, at: number, most: number): number {
  let end = at;
  while (end < text.length && end - at < most && !STOPS.has(text[end] ?? '')) end += 1;
  return end;
}

/** The words from `start` to `end`, with what stands around them in the same sentence as far as that is short. */
export function quoteOf({ flow }: Passages, start: number, end: number): string {
  const { text } = flow;
  const room = Math.max(0, MOST_OF_A_QUOTE - (end - start));
  const from = sentenceStart(text, start, Math.floor(room / 2));
  const to = sentenceEnd(text, end, Math.ceil(room / 2));
  return text.slice(from, Math.min(to, from + 2 * MOST_OF_A_QUOTE)).trim();
}

/** What stands before, up to so many characters, within the sentence. */
export function before(text: string, at: number, most: number): string {
  const piece = text.slice(Math.max(0, at - most), at);
  return piece.slice(Math.max(piece.lastIndexOf('。'), piece.lastIndexOf('；'), piece.lastIndexOf('\n')) + 1);
}

/** The sentences in which the word stands, each cut at so many characters around it; at most so many of them. */
export function sentencesWith(
  text: string,
  word: RegExp,
  most: { readonly around: number; readonly sentences: number } = { around: 200, sentences: 50 },
): readonly { readonly start: number; readonly text: string }[] {
  const sentences: { start: number; text: string }[] = [];
  let done = 0;
  for (const found of text.matchAll(word)) {
    if (found.index < done) continue;
    const start = sentenceStart(text, found.index, most.around);
    done = sentenceEnd(text, found.index, most.around);
    sentences.push({ start, text: text.slice(start, done) });
    if (sentences.length >= most.sentences) break;
  }
  return sentences;
}

export const labelAt = ({ clauses }: Passages, place: Place): string => clauseAt(clauses, place)?.label ?? '';

/** A proposal taken from these characters of the flow. */
export function propose<F extends ProposalField>(
  passages: Passages,
  field: F,
  value: ProposalValues[F],
  start: number,
  end: number,
  note: ProposalNote | null = null,
): Proposal {
  const place = passages.flow.place(start, end);
  const proposal: ProposalOf<F> = {
    field,
    value,
    place,
    clause: labelAt(passages, place),
    quote: quoteOf(passages, start, end),
    note,
  };
  return proposal as unknown as Proposal;
}

/** The whole text of a clause with what is below it, as it stands, at most so many characters. */
export function textOf({ pages, clauses }: Passages, clause: Clause, most: number): string {
  const next = clauses.find(({ position, level }) => position > clause.position && level <= clause.level);
  const endPage = next?.page ?? pages.length;
  const parts: string[] = [];
  for (let page = clause.page; page <= endPage; page += 1) {
    const text = pages[page - 1] ?? '';
    parts.push(
      text.slice(
        page === clause.page ? clause.start : 0,
        next && page === next.page ? next.start : undefined,
      ),
    );
  }
  return parts.join('\n').trim().slice(0, most);
}
