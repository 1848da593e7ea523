import { Injectable } from '@nestjs/common';
import { DomainError } from '@jihui/kernel';
import {
  City,
  isUuid,
  runImport,
  startTokeniser,
  Work,
  type ImportCounts,
  type Importer,
  type ImportJob,
  type ParsedRow,
  type RowOutcome,
  type RowProblem,
  type Tokeniser,
  type Tx,
} from '@jihui/platform';
import { DiscoveryCodes } from '../core/errors.js';
import type { Organisation } from '../core/organisation.js';
import { patentContentFrom } from '../core/patents/form.js';
import { PatentSearch } from '../patents/patent-search.js';
import { patentSnapshot } from '../patents/patent-snapshot.js';
import { FactsStore } from '../store/facts.store.js';
import { PatentImportStore, type Standing } from '../store/patent-import.store.js';
import { changeOf, type Change } from './patent-change.js';
import { readSt96 } from './st96.js';
import { PatentFile, type FileRecord } from './patent-file.js';

interface Run extends Pick<ImportJob, 'actor' | 'dryRun'> {
  readonly file: PatentFile;
  readonly ownerId: string | null;
  /** Cuts the words of many patents away from the event loop. */
  readonly tokeniser: Tokeniser;
  /** In which row of the file each holder's number was seen first. */
  readonly seen: Map<string, number>;
}
interface Place {
  readonly row: number;
  readonly record: FileRecord;
}

/**
 * `jihui import patents FILE`: each row by its number within its holder's entries, so that taking the file in again
 * changes nothing. What people changed on the platform since is not overwritten, and a legal status only ever changes
 * by its own verb, with its day.
 */
@Injectable()
export class PatentsImport implements Importer {
  readonly reads = { xml: readSt96 };

  constructor(
    private readonly work: Work,
    private readonly facts: FactsStore,
    private readonly patents: PatentImportStore,
    private readonly search: PatentSearch,
    private readonly city: City,
  ) {}

  async run(job: ImportJob): Promise<ImportCounts> {
    const { actor, dryRun, ownerId = null } = job;
    const tokeniser = startTokeniser();
    const file = new PatentFile(this.city);
    const run: Run = { actor, dryRun, ownerId, file, tokeniser, seen: new Map() };
    try {
      return await runImport<FileRecord>({
        rows: job.rows,
        parse: (row) => run.file.parse(row),
        store: (batch) => this.store(run, batch),
        report: (problems) => job.report(problems),
        progress: (counts) => job.progress?.(counts),
      });
    } finally {
      await tokeniser.close();
    }
  }

  /** What became of each row, in order. */
  private store(run: Run, batch: readonly ParsedRow<FileRecord>[]): Promise<RowOutcome[]> {
    return this.work.run({ domain: 'discovery', name: 'importPatents', actor: run.actor }, async (tx) => {
      const owners = await this.ownersOf(run, batch);
      const standing = await this.patents.standing(
        batch.map(({ record }) => patentContentFrom(record.form, NOBODY, this.city).content.number),
      );
      const changes: Change[] = [];
      const outcomes = batch.map((place, index): RowOutcome => {
        const owner = owners[index];
        if (owner === undefined) return [ownerProblem(place, run.ownerId)];
        const found = this.judge(run, place, owner, standing, tx.now);
        if ('outcome' in found) return found.outcome;
        changes.push(found.change);
        return found.change.before === null ? 'created' : 'updated';
      });
      if (!run.dryRun && changes.length > 0) await this.write(run, changes, tx);
      return outcomes;
    });
  }

  private judge(
    run: Run,
    { row, record }: Place,
    owner: Organisation,
    standing: readonly Standing[],
    now: Date,
  ): { readonly change: Change } | { readonly outcome: RowOutcome } {
    try {
      const change = changeOf({ ...run, row, record, owner, standing, now, city: this.city });
      return change === 'unchanged' ? { outcome: change } : { change };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { code, message, violations } = error;
      const found = violations.length > 0 ? violations : [{ path: '', code, message }];
      return { outcome: found.map((one) => run.file.problem(row, record, one)) };
    }
  }

  private async write({ tokeniser }: Run, changes: readonly Change[], tx: Tx): Promise<void> {
    await this.patents.write(changes, tx.now);
    await this.search.refresh(
      changes.map(({ after }) => after.id),
      tokeniser,
    );
    await tx.auditAll(
      changes.map(({ before, after }) => ({
        stream: `Patent:${after.id}`,
        action: before === null ? 'enter' : 'edit',
        ...(before === null ? {} : { before }),
        after,
      })),
    );
    for (const { after, owner } of changes)
      await tx.emit('discovery.patent', {
        aggregateId: after.id,
        version: after.version,
        action: 'import',
        payload: patentSnapshot(after, owner, null),
      });
  }

  /** Each row's holder: the one it names, otherwise the run's. */
  private async ownersOf(
    { ownerId }: Run,
    batch: readonly ParsedRow<FileRecord>[],
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

const NOBODY = { name: '', divisionCode: '' };

function ownerProblem({ row, record: { ownerName } }: Place, ownerId: string | null): RowProblem {
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
