import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { checkIds, Db, isUuid, raw, sql, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import type { AuthorisationLetter, IdentityFile } from '../core/letter/letter.js';
import { LETTER_COLUMNS, LettersStore } from '../store/letters.store.js';
import { administered, supervised } from '../store/visibility.js';

/** A letter with whether it holds today. */
export interface LetterView extends AuthorisationLetter {
  readonly inForce: boolean;
}

/** Not revoked, within its term on the legal day, and its person still acting for the organisation. */
const IN_FORCE: Sql = raw(`(l.state = 'ISSUED'
  and (platform.business_now() at time zone 'Asia/Shanghai')::date between l.valid_from and l.valid_to
  and o.state = 'ACTIVE' and exists (select from identity.membership m join identity.person p on p.id = m.person_id
    where m.organisation_id = l.organisation_id and m.person_id = l.person_id
      and m.state = 'ACTIVE' and p.state = 'ACTIVE'))`);

const FROM: Sql = raw('identity.letter l join identity.organisation o on o.id = l.organisation_id');
const COLUMNS: Sql = sql`${LETTER_COLUMNS}, ${IN_FORCE} as "inForce"`;

/** Its administrators, the bureau, and the one who is authorised. */
const visible = (actor: Actor): Sql =>
  actor.kind === 'person'
    ? sql`(${supervised(actor)} or ${administered(actor)} or l.person_id = ${actor.personId})`
    : supervised(actor);

@Injectable()
export class LettersQueries {
  constructor(
    private readonly db: Db,
    private readonly letters: LettersStore,
  ) {}

  async byIds(actor: Actor, ids: readonly string[]): Promise<Map<string, LetterView>> {
    const rows = await this.db.query<LetterView>(
      sql`select ${COLUMNS} from ${FROM} where ${sql.any(sql`l.id`, ids.filter(isUuid))} and ${visible(actor)}`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async ofOrganisation(
    actor: Actor,
    organisationId: string,
    inForce: boolean | null,
    args: PageArgs,
  ): Promise<Connection<LetterView>> {
    checkIds(organisationId);
    const where = [sql`l.organisation_id = ${organisationId}`, visible(actor)];
    if (inForce !== null) where.push(sql`${IN_FORCE} = ${inForce}`);
    return this.db.page<LetterView, LetterView>(
      {
        select: COLUMNS,
        from: FROM,
        where,
        order: [
          { expression: sql`l.created_at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`l.id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }

  files(ids: readonly string[]): Promise<Map<string, IdentityFile>> {
    return this.letters.files(ids);
  }

  /** The file, for its uploader and for those who see a letter that rests on it. */
  async file(actor: Actor, id: string): Promise<IdentityFile | undefined> {
    if (!isUuid(id)) return undefined;
    const own = actor.kind === 'person' ? sql`f.uploaded_by = ${actor.personId}` : raw('false');
    const found = await this.db.one(sql`
      select from identity.file f where f.id = ${id} and (${own} or exists (
        select from ${FROM} where l.file_id = f.id and ${visible(actor)}))`);
    return found === undefined ? undefined : this.letters.file(id);
  }
}
