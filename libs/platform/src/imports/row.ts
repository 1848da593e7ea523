/** One row of a file: its cells by header, or an object's values by key. */
export interface SourceRow {
  /** As a person counts: a table's header is row 1; in JSONL the first object is row 1. */
  readonly row: number;
  readonly cells: Readonly<Record<string, unknown>>;
}
/** A row that could not be read; the ones after it were, unless the problem says otherwise. */
export interface UnreadableRow {
  readonly row: number;
  readonly raw: string;
  readonly problem: string;
}
export type AnyRow = SourceRow | UnreadableRow;

export const isUnreadable = (row: AnyRow): row is UnreadableRow => 'problem' in row;
