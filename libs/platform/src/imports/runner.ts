import { DomainError } from '@jihui/kernel';
import { isOutage } from '../config/reasons.js';
import { legible } from '../unstorable.js';
import { isUnreadable, type AnyRow, type SourceRow } from './row.js';

/** One cell that is wrong. */
export interface RowProblem {
  readonly row: number;
  /** The column as the file names it; empty for the row as a whole. */
  readonly column: string;
  /** Shortened to 200 characters. */
  readonly value: string;
  readonly code: string;
  readonly message: string;
}
export interface ImportCounts {
  processed: number;
  created: number;
  updated: number;
  unchanged: number;
  failed: number;
}
export type RowOutcome = 'created' | 'updated' | 'unchanged' | readonly RowProblem[];
export interface ParsedRow<T> {
  readonly row: number;
  readonly record: T;
}

export interface ImportPlan<T> {
  readonly rows: AsyncIterable<AnyRow>;
  /** The record of a row, or everything that is wrong with it. */
  parse(row: SourceRow): T | readonly RowProblem[];
  /**
   * Stores a batch in one transaction and says what became of each row, in order. When it throws,
   * the batch's rows are stored one by one, so that a bad one never stops the good ones; unless the database is away.
   */
  store(batch: readonly ParsedRow<T>[]): Promise<readonly RowOutcome[]>;
  /** Where problems go; they are not kept in memory. */
  report(problems: readonly RowProblem[]): Promise<void>;
  /** Called after every batch. */
  progress?(counts: Readonly<ImportCounts>): Promise<void> | void;
  /** Rows a batch, which is also rows a transaction and rows an event. */
  readonly batchSize?: number;
}

const DEFAULT_BATCH = 500;

const SHOWN = 200;

/** A value as the report shows it; cut between characters, since half of one cannot be stored. */
export const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  const characters = [...text.slice(0, 2 * SHOWN + 2)];
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN - 1).join('')}…` : text;
};

/** Whatever a file holds, the report of it can be kept: one that cannot would be tried again and again. */
const kept = (problem: RowProblem): RowProblem => ({
  ...problem,
  column: legible(problem.column),
  value: legible(problem.value),
  message: legible(problem.message),
});

const isProblems = (outcome: unknown): outcome is readonly RowProblem[] => Array.isArray(outcome);

/** What went wrong with a row that parsed well. A defect says no more than that there was one. */
function refusalOf(row: number, error: unknown): readonly RowProblem[] {
  if (!(error instanceof DomainError))
    return [
      { row, column: '', value: '', code: 'IMPORT.ROW_FAILED', message: '本行未能保存，请稍后单独重新导入' },
    ];
  if (error.violations.length === 0)
    return [{ row, column: '', value: '', code: error.code, message: error.message }];
  return error.violations.map(({ path, code, message }) => ({ row, column: path, value: '', code, message }));
}

/** A row on which the reading itself fails (thousands of brackets inside each other) is a bad one; a refusal is the file's. */
function parsedOr<T>(plan: ImportPlan<T>, row: SourceRow): T | readonly RowProblem[] {
  try {
    return plan.parse(row);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    return refusalOf(row.row, error);
  }
}

async function storeOneByOne<T>(plan: ImportPlan<T>, batch: readonly ParsedRow<T>[]): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  for (const one of batch) {
    try {
      outcomes.push((await plan.store([one]))[0] ?? []);
    } catch (error) {
      if (isOutage(error)) throw error;
      outcomes.push(refusalOf(one.row, error));
    }
  }
  return outcomes;
}

/**
 * Reads, checks and stores a file's rows in batches. Every row is counted exactly once: as created,
 * updated, unchanged or failed, and a failed one has at least one problem in the report.
 * @throws what the database threw when it went away: no row is to blame, and the file can be imported again.
 */
export async function runImport<T>(plan: ImportPlan<T>): Promise<ImportCounts> {
  const counts: ImportCounts = { processed: 0, created: 0, updated: 0, unchanged: 0, failed: 0 };
  const size = plan.batchSize ?? DEFAULT_BATCH;
  let batch: ParsedRow<T>[] = [];
  let problems: RowProblem[] = [];
  let read = 0;

  const alone = (error: unknown, rows: readonly ParsedRow<T>[]): Promise<RowOutcome[]> => {
    if (isOutage(error)) throw error;
    return storeOneByOne(plan, rows);
  };
  const fail = (found: readonly RowProblem[]): void => {
    counts.failed += 1;
    problems.push(...found);
  };
  const flush = async (): Promise<void> => {
    const outcomes =
      batch.length === 0 ? [] : await plan.store(batch).catch((error: unknown) => alone(error, batch));
    for (const outcome of outcomes) {
      if (isProblems(outcome)) fail(outcome);
      else counts[outcome] += 1;
    }
    if (problems.length > 0) await plan.report(problems.map(kept).sort((a, b) => a.row - b.row));
    counts.processed = read;
    batch = [];
    problems = [];
    await plan.progress?.(counts);
  };

  for await (const row of plan.rows) {
    read += 1;
    if (isUnreadable(row))
      fail([
        {
          row: row.row,
          column: '',
          value: shown(row.raw),
          code: 'IMPORT.ROW_UNREADABLE',
          message: row.problem,
        },
      ]);
    else {
      const parsed = parsedOr(plan, row);
      if (isProblems(parsed)) fail(parsed);
      else batch.push({ row: row.row, record: parsed });
    }
    if (batch.length >= size || problems.length >= size) await flush();
  }
  await flush();
  return counts;
}
