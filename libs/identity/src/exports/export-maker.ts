import { Injectable, Logger } from '@nestjs/common';
import { DomainError, legalDayOf, system } from '@jihui/kernel';
import {
  archiveName,
  BusinessClock,
  EXPORT_TOO_LARGE,
  ExportedArchives,
  isOutage,
  OrganisationExporter,
  Parameters,
  Work,
  type ExportProgress,
  type OrganisationManifest,
  type Tx,
} from '@jihui/platform';
import {
  MOST_ATTEMPTS,
  type ExportCounts,
  type ExportFailure,
  type OrganisationExport,
} from '../core/export/export.js';
import type { Organisation } from '../core/organisation/organisation.js';
import { EXPORTS_KEPT } from '../store/identity-retains.js';
import { ExportsStore } from '../store/exports.store.js';
import { OrganisationsStore } from '../store/organisations.store.js';
import { exportStream } from './exports.service.js';

const DAY_MS = 86_400_000;
/** So often it is noted how far an export has come, and that its process lives. */
const BEAT_MS = 3_000;
const NONE: ExportCounts = { listsDone: 0, listsInAll: 0, filesDone: 0, filesInAll: 0, rows: 0 };

/** Another process makes it by now. */
class Overtaken extends Error {}

type Made = Awaited<ReturnType<ExportedArchives['write']>>;

/** Makes the exports that were asked for, one after the other. */
@Injectable()
export class ExportMaker {
  private readonly log = new Logger('Exports');

  constructor(
    private readonly exports: ExportsStore,
    private readonly organisations: OrganisationsStore,
    private readonly archives: ExportedArchives,
    private readonly exporter: OrganisationExporter,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
    private readonly work: Work,
  ) {}

  /** Makes what waits, and what a process that was killed has left; safe to call at any time. */
  async makeAll(): Promise<void> {
    for (const one of await this.exports.abandoned()) await this.fail(one, 'INTERRUPTED');
    // A process of some domains alone leaves it to one that has them all.
    if (!this.exporter.isAble) return;
    for (let next = await this.exports.claim(); next !== undefined; next = await this.exports.claim())
      await this.make(next);
  }

  private async make(one: OrganisationExport): Promise<void> {
    const organisation = await this.organisations.get(one.organisationId);
    if (one.attempt > MOST_ATTEMPTS || organisation?.state !== 'ACTIVE') return this.fail(one, 'INTERRUPTED');
    try {
      await this.finish(one, ...(await this.written(one, organisation)));
    } catch (error) {
      await this.cameToNothing(one, error);
    }
  }

  private async cameToNothing(one: OrganisationExport, error: unknown): Promise<void> {
    if (error instanceof Overtaken) return;
    // It stands as it is, and is begun again once what is away is back.
    if (isOutage(error)) throw error;
    const isTooLarge = error instanceof DomainError && error.code === EXPORT_TOO_LARGE;
    if (!isTooLarge) this.log.error(`export ${one.id}: ${String((error as Error).stack ?? error)}`);
    await this.fail(one, isTooLarge ? 'TOO_LARGE' : 'DEFECT');
  }

  private async written(one: OrganisationExport, organisation: Organisation): Promise<[Made, ExportCounts]> {
    const { id, name, kind, divisionCode } = organisation;
    const at = await this.clock.now();
    let counts = NONE;
    let isOurs = true;
    const progress = (made: ExportProgress): Promise<void> => {
      if (!isOurs) throw new Overtaken();
      counts = countsOf(made);
      return Promise.resolve();
    };
    const beat = setInterval(() => {
      this.exports.heard(one, counts).then(
        (ours) => (isOurs = ours),
        // Silence is told by its length.
        () => undefined,
      );
    }, BEAT_MS);
    try {
      const made = await this.archives.write(archiveName(one.id, one.attempt), at, (sink) =>
        this.exporter.export({ id, name, kind, divisionCode }, sink, at, { progress }),
      );
      return [made, counts];
    } finally {
      clearInterval(beat);
    }
  }

  private async finish(
    one: OrganisationExport,
    { manifest, bytes, sha256 }: Made,
    counts: ExportCounts,
  ): Promise<void> {
    await this.run('finishExport', async (tx) => {
      const { value } = await this.parameters.int(EXPORTS_KEPT, legalDayOf(tx.now));
      const expiresAt = new Date(tx.now.getTime() + value * DAY_MS);
      const ready = await this.exports.ready(one, { ...counts, bytes, sha256 }, tx.now, expiresAt);
      if (ready === undefined) return;
      await this.exports.removeOlder(ready);
      await this.tell(tx, ready, 'ready', hashesOf(manifest));
    });
    await this.archives.sweep(() => this.exports.archives());
  }

  private fail(one: OrganisationExport, failure: ExportFailure): Promise<void> {
    return this.run('failExport', async (tx) => {
      const failed = await this.exports.failed(one, failure, tx.now);
      if (failed !== undefined) await this.tell(tx, failed, 'fail', { failure });
    });
  }

  private async tell(tx: Tx, one: OrganisationExport, action: 'ready' | 'fail', what: object): Promise<void> {
    const { id, version, organisationId, expiresAt } = one;
    const organisation = await this.organisations.get(organisationId);
    await tx.audit({
      stream: exportStream(organisationId),
      action: action === 'ready' ? 'exportOrganisation' : 'failExport',
      after: { exportId: id, ...what },
    });
    const payload = {
      id,
      organisationId,
      organisationName: organisation?.name ?? '',
      expiresOn: expiresAt && legalDayOf(expiresAt),
    };
    await tx.emit('identity.organisationExport', { aggregateId: id, version, action, payload });
  }

  private run(name: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.work.run({ domain: 'identity', name, actor: system('export-organisation') }, work);
  }
}

const countsOf = ({ lists, listsInAll, files, filesInAll, rows }: ExportProgress): ExportCounts => ({
  listsDone: lists,
  listsInAll,
  filesDone: files,
  filesInAll,
  rows,
});

const hashesOf = ({ lists, files }: OrganisationManifest): object => ({
  lists: lists.map(({ path, sha256 }) => [path, sha256]),
  files: files.length,
});
