import { DomainError, type Violation } from '@jihui/kernel';
import {
  isUuid,
  runImport,
  type ImportCounts,
  type Importer,
  type ImportJob,
  type ParsedRow,
  type RowOutcome,
  type RowProblem,
  type RowReader,
  type SourceRow,
  type Tokeniser,
  type Tx,
  type Work,
} from '@jihui/platform';
import { DiscoveryCodes } from '../core/errors.js';
import type { Organisation } from '../core/organisation.js';
import type { FactsStore } from '../store/facts.store.js';

/** A row whose cells were readable: its owner is looked up with its batch. */
export interface OwnedRecord {
  /** The unit that the row names; null where it names none. */
  readonly ownerName: string | null;
}

/** One file on its way in: what its columns are, and where in it a problem lies. */
export interface OwnedFile<R extends OwnedRecord> {
  /** @throws DomainError when the first row has nothing that is known. */
  parse(row: SourceRow): R | readonly RowProblem[];
  /** What a rule found, at the column it concerns. */
  problem(row: number, record: R, fault: Violation): RowProblem;
}

/** What a run of one file keeps. */
export interface OwnedRun<R extends OwnedRecord> extends Pick<ImportJob, 'actor' | 'dryRun'> {
  readonly file: OwnedFile<R>;
  readonly ownerId: string | null;
  /** In which row of the file each owner's number was seen first. */
  readonly seen: Map<string, number>;
  /** Cuts the words of many rows away from the event loop; none where nothing is put into the index. */
  readonly tokeniser?: Tokeniser | undefined;
}

/** A row with all that is asked of it. */
export interface OwnedRow<R extends OwnedRecord, S> {
  readonly run: OwnedRun<R>;
  readonly row: number;
  readonly record: R;
  readonly owner: Organisation;
  /** What stands of the numbers of the batch, whoever holds it. */
  readonly standing: readonly S[];
  readonly now: Date;
}

/**
 * A file of what units hold, each row by its number within its unit's records, so that taking the file in again changes
 * nothing. What people changed on the platform since is not overwritten.
 */
export abstract class OwnedImport<
  R extends OwnedRecord,
  S,
  C extends { readonly before: object | null },
> implements Importer {
  /** Readers of files of its own beside tables and JSONL. */
  readonly reads: Readonly<Record<string, RowReader>> = {};

  protected constructor(
    private readonly work: Work,
    private readonly facts: FactsStore,
    /** Of the command that a batch is. */
    private readonly command: string,
  ) {}

  /** For what is found by the search index: cuts words while the file is read. */
  protected tokeniser(): Tokeniser | undefined {
    return undefined;
  }
  protected abstract fileOf(): OwnedFile<R>;
  /** What stands of the batch's numbers, locked. */
  protected abstract standing(records: readonly R[]): Promise<readonly S[]>;
  /** @throws DomainError with everything that stands in the row's way */
  protected abstract changeOf(row: OwnedRow<R, S>): C | 'unchanged';
  protected abstract write(changes: readonly C[], tx: Tx, run: OwnedRun<R>): Promise<void>;

  async run(job: ImportJob): Promise<ImportCounts> {
    const { actor, dryRun, ownerId = null } = job;
    const tokeniser = this.tokeniser();
    const run: OwnedRun<R> = { actor, dryRun, ownerId, tokeniser, file: this.fileOf(), seen: new Map() };
    try {
      return await runImport<R>({
        rows: job.rows,
        parse: (row) => run.file.parse(row),
        store: (batch) => this.store(run, batch),
        report: (problems) => job.report(problems),
        progress: (counts) => job.progress?.(counts),
      });
    } finally {
      await tokeniser?.close();
    }
  }

  /** What became of each row, in order. */
  private store(run: OwnedRun<R>, batch: readonly ParsedRow<R>[]): Promise<RowOutcome[]> {
    return this.work.run({ domain: 'discovery', name: this.command, actor: run.actor }, async (tx) => {
      const owners = await this.ownersOf(run, batch);
      const standing = await this.standing(batch.map(({ record }) => record));
      const changes: C[] = [];
      const outcomes = batch.map(({ row, record }, index): RowOutcome => {
        const owner = owners[index];
        if (owner === undefined) return [ownerProblem(row, record, run.ownerId)];
        const found = this.judge({ run, row, record, owner, standing, now: tx.now });
        if ('outcome' in found) return found.outcome;
        changes.push(found.change);
        return found.change.before === null ? 'created' : 'updated';
      });
      if (!run.dryRun && changes.length > 0) await this.write(changes, tx, run);
      return outcomes;
    });
  }

  private judge(row: OwnedRow<R, S>): { readonly change: C } | { readonly outcome: RowOutcome } {
    try {
      const change = this.changeOf(row);
      return change === 'unchanged' ? { outcome: change } : { change };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { code, message, violations } = error;
      const found = violations.length > 0 ? violations : [{ path: '', code, message }];
      return { outcome: found.map((one) => row.run.file.problem(row.row, row.record, one)) };
    }
  }

  /** Each row's unit: the one it names, otherwise the run's. */
  private async ownersOf(
    { ownerId }: OwnedRun<R>,
    batch: readonly ParsedRow<R>[],
  ): Promise<(Organisation | undefined)[]> {
    const names = batch.flatMap(({ record }) => (record.ownerName === null ? [] : [record.ownerName.trim()]));
    const named = await this.facts.organisationsNamed([...new Set(names)]);
    const own = isUuid(ownerId) ? await this.facts.organisation(ownerId) : undefined;
    const given = own?.active === true ? own : undefined;
    return batch.map(({ record }) =>
      record.ownerName === null ? given : named.get(record.ownerName.trim()),
    );
  }
}

function ownerProblem(row: number, { ownerName }: OwnedRecord, ownerId: string | null): RowProblem {
  const message =
    ownerName !== null
      ? '平台上没有这个单位，或尚未通过审核；请填写单位全称或统一社会信用代码'
      : ownerId === null
        ? '本行没有写明单位，请增加“登记单位”一列，或在导入时指定归属单位'
        : '指定的归属单位不存在或尚未同步，请核对';
  return {
    row,
    column: ownerName === null ? '' : '登记单位',
    value: ownerName ?? '',
    code: DiscoveryCodes.NOT_YET_KNOWN,
    message,
  };
}
