import { Injectable } from '@nestjs/common';
import { archiveName, Db, raw, removedBy, RETENTION_BATCH, sql, type Sql } from '@jihui/platform';
import type { ExportCounts, ExportFailure, OrganisationExport } from '../core/export/export.js';

/** Which try of which export. */
export type Claimed = Pick<OrganisationExport, 'id' | 'attempt'>;

const COLUMNS: Sql =
  raw(`e.id, e.version, e.organisation_id as "organisationId", e.requested_by as "requestedBy", e.state,
  e.attempt, e.lists_done as "listsDone", e.lists_in_all as "listsInAll", e.files_done as "filesDone",
  e.files_in_all as "filesInAll", e.rows, e.bytes::float8 as bytes, e.sha256, e.failure, e.created_at as "createdAt",
  e.finished_at as "finishedAt", e.expires_at as "expiresAt"`);

/** Of whom nothing was heard for so long is dead. By the database's own clock, as all that measures machines. */
const SILENCE = raw(`interval '1 minute'`);
/** For so long an export may wait for its turn, or for a process that is able to make it. */
const LONGEST_WAIT = raw(`interval '6 hours'`);
/** Spells EXPO. */
const TURN = 0x4558504f;

/** Exports of what organisations own. */
@Injectable()
export class ExportsStore {
  constructor(private readonly db: Db) {}

  async insert(
    one: Pick<OrganisationExport, 'id' | 'organisationId' | 'requestedBy' | 'createdAt'>,
  ): Promise<void> {
    await this.db.query(sql`
      insert into identity.organisation_export (id, version, organisation_id, requested_by, state, created_at)
      values (${one.id}, 1, ${one.organisationId}, ${one.requestedBy}, 'WAITING', ${one.createdAt})`);
  }

  get(id: string): Promise<OrganisationExport | undefined> {
    return this.db.one<OrganisationExport>(
      sql`select ${COLUMNS} from identity.organisation_export e where e.id = ${id}`,
    );
  }

  newest(organisationId: string): Promise<OrganisationExport | undefined> {
    return this.db.one<OrganisationExport>(sql`
      select ${COLUMNS} from identity.organisation_export e where e.organisation_id = ${organisationId}
      order by e.created_at desc, e.id desc limit 1`);
  }

  underWay(organisationId: string): Promise<OrganisationExport | undefined> {
    return this.db.one<OrganisationExport>(sql`
      select ${COLUMNS} from identity.organisation_export e
      where e.organisation_id = ${organisationId} and e.state in ('WAITING', 'RUNNING')`);
  }

  /**
   * Takes the next that waits, or that its process left, where no other is being made: an export reads much, and what else
   * the queue holds must not wait for many of them.
   */
  claim(): Promise<OrganisationExport | undefined> {
    return this.db.transaction(async () => {
      await this.db.query(sql`select pg_advisory_xact_lock(${TURN})`);
      return this.db.one<OrganisationExport>(sql`
        update identity.organisation_export e set state = 'RUNNING', version = e.version + 1, attempt = e.attempt + 1,
          lists_done = 0, files_done = 0, files_in_all = 0, rows = 0, heard_at = clock_timestamp()
        where e.id = (
          select id from identity.organisation_export
          where state = 'WAITING' or (state = 'RUNNING' and heard_at < clock_timestamp() - ${SILENCE})
          order by created_at, id limit 1)
          and not exists (
            select from identity.organisation_export
            where state = 'RUNNING' and heard_at >= clock_timestamp() - ${SILENCE})
        returning ${COLUMNS}`);
    });
  }

  /** What nobody able to make it took in time. */
  abandoned(): Promise<OrganisationExport[]> {
    return this.db.query<OrganisationExport>(sql`
      select ${COLUMNS} from identity.organisation_export e
      where e.state in ('WAITING', 'RUNNING') and e.heard_at < clock_timestamp() - ${LONGEST_WAIT}`);
  }

  /** Notes how far it has come. @returns whether it is still this try that makes it */
  async heard({ id, attempt }: Claimed, counts: ExportCounts): Promise<boolean> {
    const row = await this.db.one(sql`
      update identity.organisation_export set heard_at = clock_timestamp(), lists_done = ${counts.listsDone},
        lists_in_all = ${counts.listsInAll}, files_done = ${counts.filesDone}, files_in_all = ${counts.filesInAll},
        rows = ${counts.rows}
      where id = ${id} and attempt = ${attempt} and state = 'RUNNING' returning 1 as ours`);
    return row !== undefined;
  }

  /** @returns nothing where it is no longer this try that makes it */
  ready(
    { id, attempt }: Claimed,
    made: ExportCounts & { readonly bytes: number; readonly sha256: string },
    at: Date,
    expiresAt: Date,
  ): Promise<OrganisationExport | undefined> {
    return this.db.one<OrganisationExport>(sql`
      update identity.organisation_export e set state = 'READY', version = e.version + 1, finished_at = ${at},
        expires_at = ${expiresAt}, bytes = ${made.bytes}, sha256 = ${made.sha256}, lists_done = ${made.listsDone},
        lists_in_all = ${made.listsInAll}, files_done = ${made.filesDone}, files_in_all = ${made.filesInAll},
        rows = ${made.rows}
      where e.id = ${id} and e.attempt = ${attempt} and e.state = 'RUNNING' returning ${COLUMNS}`);
  }

  /** @returns nothing where it is no longer this try that makes it */
  failed(
    { id, attempt }: Claimed,
    failure: ExportFailure,
    at: Date,
  ): Promise<OrganisationExport | undefined> {
    return this.db.one<OrganisationExport>(sql`
      update identity.organisation_export e set state = 'FAILED', version = e.version + 1, finished_at = ${at},
        failure = ${failure}
      where e.id = ${id} and e.attempt = ${attempt} and e.state in ('WAITING', 'RUNNING') returning ${COLUMNS}`);
  }

  /** An export takes the place of those before it. */
  async removeOlder({ id, organisationId }: OrganisationExport): Promise<void> {
    await this.db.query(sql`
      delete from identity.organisation_export
      where organisation_id = ${organisationId} and id <> ${id} and state in ('READY', 'FAILED')`);
  }

  /** @returns how many rows went */
  removeExpired(before: Date): Promise<number> {
    return removedBy(
      this.db,
      sql`delete from identity.organisation_export where id in (
        select id from identity.organisation_export where finished_at < ${before}
          and (expires_at is null or expires_at <= platform.business_now()) limit ${RETENTION_BATCH})`,
    );
  }

  /** Names of the archives that stand, or are being written. */
  async archives(): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<Claimed>(sql`
      select id, attempt from identity.organisation_export where state in ('RUNNING', 'READY')`);
    return new Set(rows.map(({ id, attempt }) => archiveName(id, attempt)));
  }
}
