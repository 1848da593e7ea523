import { Injectable } from '@nestjs/common';
import { Db, raw, sql, type Sql } from '@jihui/platform';
import type { AuthorisationLetter, IdentityFile } from '../core/letter/letter.js';
import { FileRow, LetterRow } from './letter.row.js';

/** The columns of `l` under the names of the row class; days as text. */
export const LETTER_COLUMNS: Sql = raw(`l.id, l.version, l.state, l.organisation_id as "organisationId",
  l.person_id as "personId", l.matters, l.valid_from::text as "validFrom", l.valid_to::text as "validTo",
  l.file_id as "fileId", l.revoked_at as "revokedAt", l.revoke_reason as "revokeReason",
  l.created_at as "createdAt", l.updated_at as "updatedAt"`);

@Injectable()
export class LettersStore {
  constructor(private readonly db: Db) {}

  async lock(id: string): Promise<AuthorisationLetter | undefined> {
    return this.db.lock(LetterRow, id);
  }

  insert(letter: AuthorisationLetter): Promise<void> {
    return this.db.insert(LetterRow, { ...letter, matters: [...letter.matters] });
  }

  /** @throws DomainError STALE_VERSION */
  async revoke(letter: AuthorisationLetter, at: Date, reason: string): Promise<void> {
    await this.db.update(LetterRow, letter, { state: 'REVOKED', revokedAt: at, revokeReason: reason });
  }

  /** A person who leaves or is gone handles nothing any more. */
  async issuedTo(organisationId: string, personId: string): Promise<AuthorisationLetter[]> {
    return this.db.query<LetterRow>(sql`
      select ${LETTER_COLUMNS} from identity.letter l
      where l.organisation_id = ${organisationId} and l.person_id = ${personId} and l.state = 'ISSUED' order by l.id`);
  }

  insertFile(file: IdentityFile): Promise<void> {
    return this.db.insert(FileRow, file);
  }

  async file(id: string): Promise<IdentityFile | undefined> {
    return this.db.get(FileRow, id);
  }

  async files(ids: readonly string[]): Promise<Map<string, IdentityFile>> {
    const rows = await this.db.query<IdentityFile>(sql`
      select id, sha256, name, size::float8 as size, type, uploaded_by as "uploadedBy", created_at as "createdAt"
      from identity.file where ${sql.any(sql`id`, ids)}`);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
