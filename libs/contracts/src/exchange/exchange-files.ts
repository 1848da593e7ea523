import { Injectable } from '@nestjs/common';
import { system } from '@jihui/kernel';
import {
  Columns,
  runImport,
  shown,
  type ExportedRow,
  type Exporter,
  type ImportCounts,
  type Importer,
  type ImportJob,
  type RowOutcome,
  type RowProblem,
  type SourceRow,
} from '@jihui/platform';
import { ContractCodes } from '../core/errors.js';
import { JJ_001, RETURN_COLUMNS } from '../core/exchange/mapping.js';
import { Returns, type ReturnedNumber } from '../core/exchange/returned.js';
import { ExchangeStore, type ExchangeBatch, type ExchangeRow } from '../store/exchange.store.js';
import { ExchangeService, type PositionedReturn } from './exchange.service.js';

const PIECE = 500;
/** Returned numbers a transaction: their contracts are locked while they are written. */
const TOGETHER = 100;

/** Columns of a package, in the order of the form. */
export const PACKAGE_COLUMNS: readonly string[] = JJ_001.fields.map(({ name }) => name);

/** Takes in the file of returned numbers: `jihui import national-numbers FILE`, and what a registrar uploads. */
@Injectable()
export class NationalNumbersImporter implements Importer {
  constructor(
    private readonly exchange: ExchangeService,
    private readonly store: ExchangeStore,
  ) {}

  /** @throws DomainError FORBIDDEN. */
  async run(job: ImportJob): Promise<ImportCounts> {
    if (job.dryRun) return this.tried(job);
    const batch = await this.exchange.beginImport(job.actor, '');
    return this.into(batch, job);
  }

  /** The rows of one file as one batch, each kept with what became of it. */
  async into(batch: ExchangeBatch, job: Omit<ImportJob, 'dryRun'>): Promise<ImportCounts> {
    const counts = await this.through(job, {
      store: (rows) => this.exchange.takeIn(job.actor, batch, rows),
      report: async (problems) => {
        await this.keepProblems(batch, problems);
        await job.report(problems);
      },
    });
    const { processed: rows, updated: done, unchanged, failed } = counts;
    await this.exchange.endImport(job.actor, batch, { rows, done, unchanged, failed });
    return counts;
  }

  /** 试运行: the same rows against the same contracts, with no batch and nothing written. */
  private tried(job: ImportJob): Promise<ImportCounts> {
    this.exchange.refuseStrangers(job.actor);
    const returns = new Returns();
    return this.through(job, {
      store: (rows) => this.exchange.tryIn(job.actor, returns, rows),
      report: (problems) => job.report(problems),
    });
  }

  private through(
    job: Omit<ImportJob, 'dryRun'>,
    to: {
      store(rows: readonly PositionedReturn[]): Promise<readonly ExchangeRow[]>;
      report(problems: readonly RowProblem[]): Promise<void>;
    },
  ): Promise<ImportCounts> {
    const columns = new Columns(RETURN_COLUMNS);
    return runImport<ReturnedNumber>({
      rows: job.rows,
      parse: (row) => parsed(row, columns),
      store: async (rows) =>
        (await to.store(rows.map(({ row, record }) => ({ position: row, record })))).map(outcomeOf),
      report: (problems) => to.report(problems),
      batchSize: TOGETHER,
      ...(job.progress && { progress: (now) => job.progress?.(now) }),
    });
  }

  /** What could not be read as well: every row of the file is told of once. */
  private async keepProblems(batch: ExchangeBatch, problems: readonly RowProblem[]): Promise<void> {
    const rows = new Map<number, ExchangeRow>();
    for (const { row, column, value, message } of problems) {
      const before = rows.get(row)?.problems ?? [];
      rows.set(row, {
        position: row,
        contractId: null,
        registrationNumber: value.slice(0, 100),
        contractVersion: null,
        report: null,
        changes: null,
        outcome: 'FAILED',
        data: {},
        problems: [...before, { column, message }],
      });
    }
    await this.store.addRows(batch.id, [...rows.values()]);
  }
}

function outcomeOf({ outcome, position, problems, registrationNumber }: ExchangeRow): RowOutcome {
  if (outcome === 'UPDATED') return 'updated';
  if (outcome === 'UNCHANGED') return 'unchanged';
  return problems.map(({ column, message }) => ({
    row: position,
    column,
    value: shown(registrationNumber),
    code: ContractCodes.NATIONAL_NUMBER_NOT_TAKEN,
    message,
  }));
}

function parsed(
  { row, cells }: SourceRow,
  columns: Columns<keyof typeof RETURN_COLUMNS>,
): ReturnedNumber | readonly RowProblem[] {
  const values = columns.read(cells);
  const text = (value: unknown): string => (value === undefined || value === null ? '' : shown(value).trim());
  const record = {
    registrationNumber: text(values.registrationNumber),
    nationalRegNo: text(values.nationalRegNo),
  };
  const missing = (Object.keys(record) as (keyof ReturnedNumber)[]).filter((key) => record[key] === '');
  if (missing.length === 0) return record;
  return missing.map((key) => ({
    row,
    column: columns.headerOf(key),
    value: record.registrationNumber,
    code: 'REQUIRED',
    message: `请填写${RETURN_COLUMNS[key][0]}`,
  }));
}

/** Makes the next package and gives it out: `jihui export national FILE`. */
@Injectable()
export class NationalPackageExport implements Exporter {
  readonly columns = PACKAGE_COLUMNS;

  constructor(
    private readonly exchange: ExchangeService,
    private readonly store: ExchangeStore,
  ) {}

  async *rows(): AsyncIterable<ExportedRow> {
    const { id } = await this.exchange.export(system('export'), { clientMutationId: crypto.randomUUID() });
    yield* this.of(id);
  }

  /** Rows of a batch as they went out, a piece at a time: memory does not grow with it. */
  async *of(batchId: string): AsyncGenerator<ExportedRow> {
    for await (const { data } of this.pieces(batchId, false)) yield data;
  }

  /** What is wrong, row by row. */
  async *problemsOf(batchId: string): AsyncGenerator<ExportedRow> {
    for await (const { position, registrationNumber, problems } of this.pieces(batchId, true))
      for (const { column, message } of problems)
        yield { 行: position, 平台登记编号: registrationNumber, 列: column, 问题: message };
  }

  private async *pieces(batchId: string, failed: boolean): AsyncGenerator<ExchangeRow> {
    for (let after = -1; ;) {
      const piece = await this.store.rows(batchId, after, PIECE, failed);
      yield* piece;
      if (piece.length < PIECE) return;
      after = piece.at(-1)?.position ?? after;
    }
  }
}
