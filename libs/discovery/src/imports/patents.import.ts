import { Injectable } from '@nestjs/common';
import { City, startTokeniser, Work, type Tokeniser, type Tx } from '@jihui/platform';
import { patentContentFrom } from '../core/patents/form.js';
import { PatentSearch } from '../patents/patent-search.js';
import { patentSnapshot } from '../patents/patent-snapshot.js';
import { FactsStore } from '../store/facts.store.js';
import { PatentImportStore, type Standing } from '../store/patent-import.store.js';
import { OwnedImport, type OwnedRow, type OwnedRun } from './owned-import.js';
import { changeOf, type Change } from './patent-change.js';
import { PatentFile, type FileRecord } from './patent-file.js';
import { readSt96 } from './st96.js';

const NOBODY = { name: '', divisionCode: '' };

/**
 * `jihui import patents FILE`: what people changed on the platform since is not overwritten, and a legal status only ever
 * changes by its own verb, with its day.
 */
@Injectable()
export class PatentsImport extends OwnedImport<FileRecord, Standing, Change> {
  override readonly reads = { xml: readSt96 };

  constructor(
    work: Work,
    facts: FactsStore,
    private readonly patents: PatentImportStore,
    private readonly search: PatentSearch,
    private readonly city: City,
  ) {
    super(work, facts, 'importPatents');
  }

  protected override tokeniser(): Tokeniser {
    return startTokeniser();
  }

  protected fileOf(): PatentFile {
    return new PatentFile(this.city);
  }

  protected standing(records: readonly FileRecord[]): Promise<Standing[]> {
    return this.patents.standing(
      records.map(({ form }) => patentContentFrom(form, NOBODY, this.city).content.number),
    );
  }

  protected changeOf({ run, ...place }: OwnedRow<FileRecord, Standing>): Change | 'unchanged' {
    return changeOf({ ...place, actor: run.actor, seen: run.seen, city: this.city });
  }

  protected async write(
    changes: readonly Change[],
    tx: Tx,
    { tokeniser }: OwnedRun<FileRecord>,
  ): Promise<void> {
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
}
