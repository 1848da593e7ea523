import { Injectable } from '@nestjs/common';
import { Codes, DomainError, hasRole, isOfficerFor, type Actor } from '@jihui/kernel';
import { checkIds, City, Files, formatOf, readRows, uuidv7, Work, type ImportJob } from '@jihui/platform';
import { ListingCodes } from '../core/errors.js';
import type { StartImportInput } from '../listings.types.gen.js';
import { ownerNotYetKnown, requireSignedIn } from '../refusals.js';
import type { Changed } from '../results.service.js';
import { FilesStore } from '../store/files.store.js';
import { ImportRunsStore, type ImportRun } from '../store/import-runs.store.js';
import { OwnersStore } from '../store/owners.store.js';
import { ListingImport } from './listing-import.js';

/** Imports by upload: started by a person, run in the background, reported row by row. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly work: Work,
    private readonly runs: ImportRunsStore,
    private readonly files: FilesStore,
    private readonly bytes: Files,
    private readonly owners: OwnersStore,
    private readonly listings: ListingImport,
    private readonly city: City,
  ) {}

  /**
   * Notes the import and leaves it to the background.
   * @throws DomainError IMPORT.FILE_UNKNOWN, IMPORT.FORMAT_UNKNOWN, LISTINGS.NOT_YET_KNOWN, FORBIDDEN.
   */
  start(actor: Actor, input: StartImportInput): Promise<Changed> {
    requireSignedIn(actor);
    checkIds(input.fileId, input.ownerId);
    const { fileId, kind, ownerId, dryRun, clientMutationId } = input;
    return this.work.run(
      { domain: 'listings', name: 'startImport', actor, clientMutationId, input },
      async (tx) => {
        const owner = await this.owners.get(ownerId);
        if (owner === undefined) throw ownerNotYetKnown();
        const division = this.city.isDivision(owner.divisionCode) ? owner.divisionCode : this.city.code;
        if (!hasRole(actor, ownerId, 'TRANSFER_OFFICER') && !isOfficerFor(actor, division, 'OFFICER'))
          throw new DomainError(Codes.FORBIDDEN, '只有该单位的转化专员、管理员或所在地科技部门可以为它导入');
        const file = await this.files.get(fileId);
        if (file === undefined || file.listingId !== null || file.uploadedBy !== uploader(actor))
          throw new DomainError(ListingCodes.IMPORT_FILE_UNKNOWN, '没有找到您上传的这个文件，请重新上传');
        formatOf(file.name);
        const id = uuidv7();
        await this.runs.start(
          { id, kind, dryRun: dryRun ?? false, fileId, fileName: file.name, ownerId, actor },
          tx.now,
        );
        await tx.addJob('listings.runImport', { importId: id });
        return { id };
      },
    );
  }

  /** Runs a noted import. Safe to call again after a crash: rows that are in stay as they are. */
  async run(importId: string): Promise<void> {
    const run = await this.runs.begin(importId);
    if (run === undefined) return;
    try {
      await this.read(run);
      await this.runs.finish(run.id, 'DONE', null);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.runs.finish(run.id, 'FAILED', error.message);
    }
  }

  private async read(run: ImportRun): Promise<void> {
    const file = await this.files.get(run.fileId);
    if (file === undefined)
      throw new DomainError(ListingCodes.IMPORT_FILE_UNKNOWN, '文件已不存在，请重新上传');
    let reported = 0;
    const job: ImportJob = {
      actor: run.actor,
      rows: readRows(this.bytes.open(file.sha256), formatOf(file.name)),
      ownerId: run.ownerId,
      dryRun: run.dryRun,
      report: async (problems) => {
        await this.runs.report(run.id, reported, problems);
        reported += problems.length;
      },
      progress: (counts) => this.runs.progress(run.id, counts),
    };
    let mapping: string | undefined;
    const onMapping = (name: string): void => void (mapping = name);
    await (run.kind === 'RESULT'
      ? this.listings.results(job, onMapping)
      : this.listings.needs(job, onMapping));
    if (mapping !== undefined) await this.runs.mapped(run.id, mapping);
  }
}

const uploader = (actor: Actor): string | null => (actor.kind === 'person' ? actor.personId : null);
