import { Injectable } from '@nestjs/common';
import { DomainError } from '@jihui/kernel';
import { Files } from '../files/files.js';
import { ImportRunsStore, type ImportRun } from './import-runs.store.js';
import type { Importer, ImportJob } from './importer.js';
import { readerFor } from './rows.js';

/** Imports by upload in the background: a file is read by its kind's importer and reported row by row. */
@Injectable()
export class ImportRuns {
  constructor(
    private readonly runs: ImportRunsStore,
    private readonly files: Files,
  ) {}

  /**
   * Runs a noted import. Safe to call again after a crash: the report starts anew, and rows that are in stay as they are.
   * @param importerOf which importer takes in rows of the run's kind
   */
  async run(importId: string, importerOf: (kind: string) => Importer): Promise<void> {
    const run = await this.runs.begin(importId);
    if (run === undefined) return;
    try {
      await this.read(run, importerOf(run.kind));
      await this.runs.finish(run.id, 'DONE', null);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.runs.finish(run.id, 'FAILED', error.message);
    }
  }

  private async read(run: ImportRun, importer: Importer): Promise<void> {
    if (!(await this.files.exists(run.sha256)))
      throw new DomainError('IMPORT.FILE_UNKNOWN', '文件已不存在，请重新上传');
    const read = readerFor(importer, run.fileName);
    let reported = 0;
    let recognised: string | undefined;
    const job: ImportJob = {
      actor: run.actor,
      rows: read(this.files.open(run.sha256)),
      ownerId: run.ownerId,
      dryRun: run.dryRun,
      report: async (problems) => {
        await this.runs.report(run.id, reported, problems);
        reported += problems.length;
      },
      progress: (counts) => this.runs.progress(run.id, counts),
      recognised: (format) => void (recognised = format),
    };
    await importer.run(job);
    if (recognised !== undefined) await this.runs.mapped(run.id, recognised);
  }
}
