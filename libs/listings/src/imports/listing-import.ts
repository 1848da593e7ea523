import { Injectable } from '@nestjs/common';
import {
  City,
  placeNames,
  runImport,
  startTokeniser,
  type ImportCounts,
  type Importer,
  type ImportJob,
} from '@jihui/platform';
import type { Listing } from '../core/listing.js';
import { ImportsStore } from '../store/imports.store.js';
import { BatchWriter, type Run } from './batch-writer.js';
import { ImportFile, type ImportRecord } from './import-file.js';
import { needImport, resultImport, type ImportKind } from './kinds.js';

/** Brings files of results and needs in, 500 rows a transaction and an event. */
@Injectable()
export class ListingImport {
  constructor(
    private readonly writer: BatchWriter,
    private readonly imports: ImportsStore,
    private readonly city: City,
  ) {}

  results(job: ImportJob): Promise<ImportCounts> {
    return this.run(resultImport, (keys) => this.imports.results(keys), job);
  }

  needs(job: ImportJob): Promise<ImportCounts> {
    return this.run(needImport, (keys) => this.imports.needs(keys), job);
  }

  private async run<E extends Listing, F>(
    kind: ImportKind<E, F>,
    existing: Run<E, F>['existing'],
    job: ImportJob,
  ): Promise<ImportCounts> {
    const tokeniser = startTokeniser();
    const anybody = { name: '', divisionCode: this.city.code };
    const file = new ImportFile(
      kind,
      placeNames(this.city),
      (format) => job.recognised?.(format),
      (form) => kind.contentFrom(form, anybody, this.city).violations,
    );
    const { actor, ownerId = null, dryRun } = job;
    const run: Run<E, F> = { kind, file, actor, ownerId, dryRun, tokeniser, seen: new Map(), existing };
    try {
      return await runImport<ImportRecord<F>>({
        rows: job.rows,
        parse: (row) => file.parse(row),
        store: (batch) => this.writer.store(run, batch),
        report: (problems) => job.report(problems),
        progress: (counts) => job.progress?.(counts),
      });
    } finally {
      await tokeniser.close();
    }
  }
}

/** `jihui import results FILE`. */
@Injectable()
export class ResultsImporter implements Importer {
  constructor(private readonly listings: ListingImport) {}

  run(job: ImportJob): Promise<ImportCounts> {
    return this.listings.results(job);
  }
}

/** `jihui import needs FILE`. */
@Injectable()
export class NeedsImporter implements Importer {
  constructor(private readonly listings: ListingImport) {}

  run(job: ImportJob): Promise<ImportCounts> {
    return this.listings.needs(job);
  }
}
