import { Injectable } from '@nestjs/common';
import { actorId, type Actor, type Violation } from '@jihui/kernel';
import { Db, isUuid, sql, uuidv7, type ReceivedFile } from '@jihui/platform';
import { ListingCodes } from '../core/errors.js';

export type ListingKind = 'RESULT' | 'NEED';

/** A file's row: the bytes lie in the platform's store, under their hash. */
export interface ListingFile {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly uploadedBy: string;
  readonly listingId: string | null;
  readonly listingKind: ListingKind | null;
  readonly createdAt: Date;
}

const COLUMNS = sql`f.id, f.sha256, f.name, f.type, f.size::int as size, f.uploaded_by as "uploadedBy",
  f.listing_id as "listingId", f.listing_kind as "listingKind", f.created_at as "createdAt"`;

@Injectable()
export class FilesStore {
  constructor(private readonly db: Db) {}

  async add(actor: Actor, file: ReceivedFile): Promise<ListingFile> {
    const row = await this.db.one<ListingFile>(sql`
      insert into listings.file as f (id, sha256, name, type, size, uploaded_by, created_at)
      values (${uuidv7()}, ${file.sha256}, ${file.name}, ${file.type}, ${file.size}, ${actorId(actor)}, platform.business_now())
      returning ${COLUMNS}`);
    if (row === undefined) throw new Error('the file was not stored');
    return row;
  }

  get(id: string): Promise<ListingFile | undefined> {
    return this.db.one<ListingFile>(sql`select ${COLUMNS} from listings.file f where f.id = ${id}`);
  }

  /** The listings' files, oldest first. */
  async ofListings(ids: readonly string[]): Promise<Map<string, ListingFile[]>> {
    const rows = await this.db.query<ListingFile>(sql`
      select ${COLUMNS} from listings.file f where ${sql.any(sql`f.listing_id`, ids)} order by f.created_at, f.id`);
    const files = new Map<string, ListingFile[]>(ids.map((id) => [id, []]));
    for (const row of rows) if (row.listingId !== null) files.get(row.listingId)?.push(row);
    return files;
  }

  /**
   * Makes exactly these files the listing's. Only what the actor uploaded, or what is there
   * already, can be attached; anything else is named as a violation.
   */
  async attach(
    actor: Actor,
    kind: ListingKind,
    listingId: string,
    fileIds: readonly string[],
  ): Promise<Violation[]> {
    const known = await this.db.query<{ id: string }>(sql`
      select f.id from listings.file f where ${sql.any(sql`f.id`, fileIds.filter(isUuid))}
        and (f.listing_id = ${listingId} or (f.listing_id is null and f.uploaded_by = ${actorId(actor)}))
      for update`);
    const ids = new Set(known.map(({ id }) => id));
    const unknown = fileIds.flatMap((id, index) =>
      ids.has(id)
        ? []
        : [
            {
              path: `attachmentIds.${index}`,
              code: ListingCodes.FILE_UNKNOWN,
              message: '附件不存在或不是您上传的，请重新上传',
            },
          ],
    );
    if (unknown.length > 0) return unknown;
    await this.db.query(sql`
      update listings.file set listing_id = null, listing_kind = null
      where listing_id = ${listingId} and not ${sql.any(sql`id`, fileIds)}`);
    await this.db.query(sql`
      update listings.file set listing_id = ${listingId}, listing_kind = ${kind}
      where ${sql.any(sql`id`, fileIds)} and listing_id is null`);
    return [];
  }
}
