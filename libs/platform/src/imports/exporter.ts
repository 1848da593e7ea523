/**
 * One row, by the columns that the importer of the same name reads: what goes out can go in again. A value is text, a
 * number, a truth value, null, or a list or an object as JSON has them.
 */
export type ExportedRow = Readonly<Record<string, unknown>>;

/** Gives everything of one kind out, row by row: memory does not grow with the table. */
export interface Exporter {
  /** The columns in their order; every row has these and no others. */
  readonly columns: readonly string[];
  rows(): AsyncIterable<ExportedRow>;
}
