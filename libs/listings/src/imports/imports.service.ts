import { Injectable } from '@nestjs/common';
import type { JobType } from '@jihui/events';
import { Codes, DomainError, hasRole, isOfficerFor, type Actor } from '@jihui/kernel';
import { checkFormat, checkIds, City, ImportRunsStore, uuidv7, Work } from '@jihui/platform';
import { ListingCodes } from '../core/errors.js';
import type { ImportKind, StartImportInput } from '../listings.types.gen.js';
import { ownerNotYetKnown, requireSignedIn } from '../refusals.js';
import type { Changed } from '../listing.service.js';
import { FilesStore } from '../store/files.store.js';
import { OwnersStore } from '../store/owners.store.js';

/** The job in whose domain the rows are taken in, and what that domain reads beside tables and JSONL. */
const TAKEN_IN = {
  RESULT: { job: 'listings.runImport', reads: [] },
  NEED: { job: 'listings.runImport', reads: [] },
  PATENT: { job: 'discovery.runImport', reads: ['xml'] },
  PROJECT: { job: 'discovery.runImport', reads: [] },
} as const satisfies Readonly<Record<ImportKind, { job: JobType; reads: readonly string[] }>>;

/** Imports by upload: started by a person, run in the background by the domain that takes the rows in. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly work: Work,
    private readonly runs: ImportRunsStore,
    private readonly files: FilesStore,
    private readonly owners: OwnersStore,
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
        const { job, reads } = TAKEN_IN[kind];
        checkFormat(file.name, reads);
        const id = uuidv7();
        const { sha256, name: fileName } = file;
        await this.runs.start(
          { id, kind, dryRun: dryRun ?? false, sha256, fileName, ownerId, actor },
          tx.now,
        );
        await tx.addJob(job, { importId: id });
        return { id };
      },
    );
  }
}

const uploader = (actor: Actor): string | null => (actor.kind === 'person' ? actor.personId : null);
