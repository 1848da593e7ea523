export type { ExportedRow, Exporter } from './exporter.js';
export type { Importer, ImportJob, RowReader } from './importer.js';
export { ImportRuns } from './import-runs.js';
export {
  ImportRunsStore,
  type ImportRun,
  type ImportRunConditions,
  type ImportState,
} from './import-runs.store.js';
export { CellReader } from './cells.js';
export { Columns, type ColumnNames } from './columns.js';
export { placeNames, type PlaceNames } from './place-names.js';
export { isUnreadable, type AnyRow, type SourceRow, type UnreadableRow } from './row.js';
export { checkFormat, formatOf, readerFor, readRows, type SourceFormat } from './rows.js';
export {
  runImport,
  shown,
  type ImportCounts,
  type ImportPlan,
  type ParsedRow,
  type RowOutcome,
  type RowProblem,
} from './runner.js';
