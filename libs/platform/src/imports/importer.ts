import type { Readable } from 'node:stream';
import type { Actor } from '@jihui/kernel';
import type { AnyRow } from './row.js';
import type { ImportCounts, RowProblem } from './runner.js';

export interface ImportJob {
  /** In whose name rows are stored: the officer who uploads, or the system at the command line. */
  readonly actor: Actor;
  readonly rows: AsyncIterable<AnyRow>;
  /** The organisation of rows that name none. */
  readonly ownerId?: string | null;
  /** Checks everything and stores nothing. */
  readonly dryRun: boolean;
  /** Where problems go; they are not kept in memory. */
  report(problems: readonly RowProblem[]): Promise<void>;
  /** Called after every batch. */
  progress?(counts: Readonly<ImportCounts>): Promise<void> | void;
  /** Told the format that the file's first row showed, once it is known. */
  recognised?(format: string): void;
}

/** Reads the rows of one kind of file. */
export type RowReader = (source: Readable) => AsyncGenerator<AnyRow>;

/** Takes in a file's rows. A domain names its importers in `Domain.importers`, so that the command line needs no domain's code. */
export interface Importer {
  /** Readers of files of its own, by their extension, beside tables and JSONL. */
  readonly reads?: Readonly<Record<string, RowReader>>;
  run(job: ImportJob): Promise<ImportCounts>;
}
