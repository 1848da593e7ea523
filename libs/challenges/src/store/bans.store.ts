import { Injectable } from '@nestjs/common';
import { organisationsWithRole, type Actor, type LegalDay } from '@jihui/kernel';
import { containing, Db, or, raw, sql, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import { banOffice, type Ban } from '../core/bans/ban.js';
import { BanRow } from './ban.row.js';

const COLUMNS = raw(`n.id, n.version, n.organisation_id as "organisationId", n.person_name as "personName",
  n.person_unit as "personUnit", n.person_id as "personId", n.unit_id as "unitId", n.division_code as "divisionCode", n.level, n.from_day::text as "fromDay",
  n.until_day::text as "untilDay", n.document, n.reason, n.lifted_on::text as "liftedOn",
  n.lift_document as "liftDocument", n.lift_reason as "liftReason", n.ended_on::text as "endedOn", n.created_by as "createdBy",
  n.created_at as "createdAt", n.updated_at as "updatedAt"`);

const TODAY = raw(`(platform.business_now() at time zone 'Asia/Shanghai')::date`);

/** `isInForce` of the core in SQL, for bans `n`. */
export const IN_FORCE = sql`(n.from_day <= ${TODAY} and (n.until_day is null or n.until_day >= ${TODAY})
  and (n.lifted_on is null or n.lifted_on > ${TODAY}))`;

/** The last day of the longest ban of organisation `o` that is in force, `infinity` for good, null where there is none. */
export const BANNED_UNTIL = sql`(select max(coalesce(n.until_day, 'infinity'::date))::text from challenges.ban n
  where n.organisation_id = o.id and ${IN_FORCE})`;

export interface BanFilter {
  /** Those in force, or those that are not. */
  readonly inForce?: boolean | null;
  /** Part of a name, or of the document's number. */
  readonly text?: string | null;
}

/** Somebody who may take no part, by name and unit. */
export interface BannedPerson {
  readonly name: string;
  readonly unit: string;
}

/** Officers of the city read all of its bans; an organisation its own and those of its people; a person their own. */
function visibleTo(actor: Actor): Sql {
  const office = banOffice(actor);
  return or([
    ...(office === undefined ? [] : [sql`left(n.division_code, 4) = ${office.slice(0, 4)}`]),
    sql.any(sql`n.organisation_id`, organisationsWithRole(actor, 'TRANSFER_OFFICER')),
    sql.any(sql`n.unit_id`, organisationsWithRole(actor, 'TRANSFER_OFFICER')),
    ...(actor.kind === 'person' ? [sql`n.person_id = ${actor.personId}`] : []),
  ]);
}

/** 失信禁入: the only SQL on it, besides what eligibility asks. */
@Injectable()
export class BansStore {
  constructor(private readonly db: Db) {}

  insert(ban: Ban): Promise<void> {
    return this.db.insert(BanRow, { ...ban });
  }

  save(before: Pick<Ban, 'id' | 'version'>, change: Partial<Ban>): Promise<void> {
    return this.db.update(BanRow, { id: before.id, version: before.version }, change);
  }

  lock(actor: Actor, id: string): Promise<Ban | undefined> {
    return this.db.one<Ban>(sql`
      select ${COLUMNS} from challenges.ban n where n.id = ${id} and ${visibleTo(actor)} for update`);
  }

  /** The clock's own, whoever may see it. */
  lockAny(id: string): Promise<Ban | undefined> {
    return this.db.one<Ban>(sql`select ${COLUMNS} from challenges.ban n where n.id = ${id} for update`);
  }

  /** Those that `isOverUntold`. */
  async overUntold(today: LegalDay): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select n.id from challenges.ban n
      where n.until_day < ${today} and n.lifted_on is null and n.ended_on is null order by n.id`);
    return rows.map(({ id }) => id);
  }

  /** Whom a name and a unit mean: the unit of that name, and the one account of it that bears the name. */
  async meantBy(
    name: string,
    unit: string,
  ): Promise<{ readonly unitId: string | null; readonly personId: string | null }> {
    const rows = await this.db.query<{ unitId: string; personId: string | null }>(sql`
      select o.id as "unitId", p.id as "personId" from challenges.organisation o
      left join (challenges.membership m
        join challenges.person p on p.id = m.person_id and p.active and p.name = ${name})
        on m.organisation_id = o.id
      where o.name = ${unit}`);
    const [first] = rows;
    const units = new Set(rows.map(({ unitId }) => unitId));
    // What may be another's is told to nobody: of two units of one name to neither, of two people to the unit alone.
    if (first === undefined || units.size > 1) return { unitId: null, personId: null };
    return { unitId: first.unitId, personId: rows.length === 1 ? first.personId : null };
  }

  one(actor: Actor, id: string): Promise<Ban | undefined> {
    return this.db.one<Ban>(sql`
      select ${COLUMNS} from challenges.ban n where n.id = ${id} and ${visibleTo(actor)}`);
  }

  /** Newest first. */
  list(actor: Actor, filter: BanFilter, args: PageArgs): Promise<Connection<Ban>> {
    const pattern = containing((filter.text ?? '').trim());
    return this.db.page<Ban, Ban>(
      {
        select: COLUMNS,
        from: raw('challenges.ban n left join challenges.organisation o on o.id = n.organisation_id'),
        where: [
          visibleTo(actor),
          ...(filter.inForce == null ? [] : [filter.inForce ? IN_FORCE : sql`not ${IN_FORCE}`]),
          ...(pattern === '%%'
            ? []
            : [
                sql`(n.person_name ilike ${pattern} or n.person_unit ilike ${pattern} or o.name ilike ${pattern}
                  or n.document ilike ${pattern})`,
              ]),
        ],
        order: [
          { expression: sql`n.created_at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`n.id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }

  /** People whose bans are in force. */
  people(): Promise<readonly BannedPerson[]> {
    return this.db.query<BannedPerson>(sql`
      select distinct n.person_name as name, n.person_unit as unit from challenges.ban n
      where n.organisation_id is null and ${IN_FORCE}`);
  }
}
