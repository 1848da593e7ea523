import { anchorOf, type Place, type Reading } from './proposals.js';

export interface Mark extends Place {
  readonly kind: 'PROPOSAL' | 'CLASS';
  readonly anchor: string;
}

/** Every place that something was taken from. */
export const marksOf = ({ proposals, suggestion }: Reading): readonly Mark[] => [
  ...(suggestion?.evidence ?? []).map(({ place }) => ({
    ...place,
    kind: 'CLASS' as const,
    anchor: anchorOf(place),
  })),
  ...proposals.map(({ place }) => ({ ...place, kind: 'PROPOSAL' as const, anchor: anchorOf(place) })),
];

/** A run of a line under the same marks. */
export interface Run {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Anchors of the marks that begin here. */
  readonly anchors: readonly string[];
}

export interface TextLine {
  readonly start: number;
  readonly runs: readonly Run[];
}

/** Lines of a page, cut where a mark begins or ends; a mark may go over several lines, and over another. */
export function linesOf(page: string, marks: readonly Mark[]): readonly TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  for (const text of page.split('\n')) {
    const end = start + text.length;
    const here = marks.filter((mark) => mark.start < end && mark.end > start);
    const cuts = [
      ...new Set([
        start,
        end,
        ...here.flatMap((mark) => [Math.max(mark.start, start), Math.min(mark.end, end)]),
      ]),
    ].sort((a, b) => a - b);
    const runs = cuts.slice(0, -1).map((from, index): Run => {
      const to = cuts[index + 1] ?? end;
      const over = here.filter((mark) => mark.start < to && mark.end > from);
      return {
        text: page.slice(from, to),
        marks: over,
        anchors: [...new Set(over.filter((mark) => mark.start === from).map(({ anchor }) => anchor))],
      };
    });
    lines.push({ start, runs });
    start = end + 1;
  }
  return lines;
}
