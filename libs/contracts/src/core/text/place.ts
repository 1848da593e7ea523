/** Where something stands in a contract's text: UTF-16 offsets within the text of one page. */
export interface Place {
  /** Counted from 1. */
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** One clause: from its heading to the next heading of any level. It may go over several pages. */
export interface Clause {
  /** In the order of the text, from 0. */
  readonly position: number;
  /** 0 章节, 1 条 (or the document's own top numbering), 2 and 3 below it. */
  readonly level: number;
  /** As people cite it: 第五条, 第五条（二）, 5.2; empty for what stands before the first heading. */
  readonly label: string;
  readonly title: string;
  readonly page: number;
  readonly start: number;
  readonly endPage: number;
  readonly end: number;
}

const isBefore = (page: number, offset: number, otherPage: number, other: number): boolean =>
  page < otherPage || (page === otherPage && offset <= other);

/** The clause in which the place begins: the last one that starts at or before it. */
export function clauseAt(clauses: readonly Clause[], place: Place): Clause | undefined {
  return clauses.findLast(({ page, start }) => isBefore(page, start, place.page, place.start));
}
