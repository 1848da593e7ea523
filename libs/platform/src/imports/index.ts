export type { ExportedRow, Exporter } from './exporter.js';
export type { Importer, ImportJob } from './importer.js';
export { Columns, type ColumnNames } from './columns.js';
export {
  formatOf,
  isUnreadable,
  readRows,
  type AnyRow,
  type SourceFormat,
  type SourceRow,
  type UnreadableRow,
} from './rows.js';
export {
  runImport,
  shown,
  type ImportCounts,
  type ImportPlan,
  type ParsedRow,
  type RowOutcome,
  type RowProblem,
} from './runner.js';
