import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { Work, type ReceivedFile } from '@jihui/platform';
import { FilesStore, type ListingFile } from './store/files.store.js';

/** Rows of uploaded files. */
@Injectable()
export class FilesService {
  constructor(
    private readonly work: Work,
    private readonly files: FilesStore,
  ) {}

  add(actor: Actor, file: ReceivedFile): Promise<ListingFile> {
    return this.work.run({ domain: 'listings', name: 'uploadFile', actor }, () =>
      this.files.add(actor, file),
    );
  }
}
