import { headingOf, type Heading, type HeadingKind } from './headings.js';
import type { Clause } from './place.js';

interface Line {
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function* linesOf(pages: readonly string[]): Generator<Line> {
  for (const [index, page] of pages.entries()) {
    let start = 0;
    for (const text of page.split('\n')) {
      yield { page: index + 1, start, end: start + text.length, text };
      start += text.length + 1;
    }
  }
}

interface Found extends Line {
  readonly heading: Heading;
}

/** The document's own order of numberings: 条 above 一、 where there are articles, otherwise as they come. */
function levelsOf(found: readonly Found[]): ReadonlyMap<HeadingKind, number> {
  const count = (kind: HeadingKind): number => found.filter(({ heading }) => heading.kind === kind).length;
  const articles = count('ARTICLE') >= 2;
  const order: HeadingKind[] = articles ? ['ARTICLE'] : [];
  for (const { heading } of found)
    if (heading.kind !== 'CHAPTER' && !order.includes(heading.kind)) order.push(heading.kind);
  return new Map<HeadingKind, number>([
    ['CHAPTER', 0],
    ...order.map((kind, index) => [kind, Math.min(index + 1, 3)] as const),
  ]);
}

/**
 * A number out of its row is no heading but a citation at the start of a line, or a figure: articles rise by one
 * (a lost one is forgiven), and every row begins with its first.
 */
function inOrder(found: readonly Found[], levels: ReadonlyMap<HeadingKind, number>): readonly Found[] {
  const last = new Map<HeadingKind, number>();
  return found.filter(({ heading }) => {
    const { kind, ordinal } = heading;
    const before = last.get(kind) ?? 0;
    const fits = ordinal === 1 || (ordinal > before && ordinal <= before + 2);
    if (!fits) return false;
    last.set(kind, ordinal);
    const level = levels.get(kind) ?? 0;
    for (const [other, below] of levels) if (below > level && other !== 'DECIMAL') last.delete(other);
    return true;
  });
}

const MOST_OF_A_TITLE = 40;
/** The words beside the number when they name the clause and do not begin its sentence. */
function titleOf(rest: string): string {
  const name = rest.replace(/^[:：、.．\s]+/, '').replace(/[:：。]$/, '');
  return name.length <= MOST_OF_A_TITLE && !/[，。；,;]/.test(name) ? name : '';
}

/** 第五条 with （二） below it is cited 第五条（二）; 5.2 says it all by itself. */
function labelOf(above: readonly Heading[], heading: Heading): string {
  if (heading.kind === 'DECIMAL') return heading.label;
  const parents = above.filter(({ kind }) => kind !== 'CHAPTER' && kind !== 'DECIMAL');
  return [...parents, heading].map(({ label }) => label).join('');
}

/**
 * The contract in clauses, each from its heading to the next one of any level. What stands before the first
 * heading is a clause without a label, so that every place lies in one.
 */
export function clausesOf(pages: readonly string[]): readonly Clause[] {
  const lines = [...linesOf(pages)];
  const candidates = lines.flatMap((line): Found[] => {
    const heading = headingOf(line.text);
    return heading === null ? [] : [{ ...line, heading }];
  });
  const levels = levelsOf(candidates);
  const found = inOrder(candidates, levels);
  const last = lines.at(-1);
  if (last === undefined) return [];

  const starts: { label: string; title: string; level: number; page: number; start: number }[] = [];
  const first = found[0];
  if (first === undefined || first.page > 1 || first.start > 0)
    starts.push({ label: '', title: '', level: 1, page: 1, start: 0 });
  const open: { level: number; heading: Heading }[] = [];
  for (const { heading, page, start } of found) {
    const level = levels.get(heading.kind) ?? 1;
    while ((open.at(-1)?.level ?? -1) >= level) open.pop();
    starts.push({
      label: labelOf(
        open.map((entry) => entry.heading),
        heading,
      ),
      title: titleOf(heading.rest),
      level,
      page,
      start,
    });
    open.push({ level, heading });
  }
  return starts.map((clause, position) => {
    const next = starts[position + 1];
    return { ...clause, position, ...endBefore(next, pages, last) };
  });
}

/** The end of what stands before the next clause: on its page, or at the end of the page before. */
function endBefore(
  next: { readonly page: number; readonly start: number } | undefined,
  pages: readonly string[],
  last: Line,
): { readonly endPage: number; readonly end: number } {
  if (next === undefined) return { endPage: last.page, end: last.end };
  if (next.start > 0) return { endPage: next.page, end: next.start - 1 };
  return { endPage: next.page - 1, end: pages[next.page - 2]?.length ?? 0 };
}
