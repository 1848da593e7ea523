import { Injectable } from '@nestjs/common';
import { organisationsOf, scopesOf, type Actor, type LegalDay, type PersonActor } from '@jihui/kernel';
import {
  containing,
  coveredBy,
  Db,
  or,
  raw,
  sql,
  type Connection,
  type PageArgs,
  type Sql,
  type StoredFile,
} from '@jihui/platform';
import type { ReportPlace } from '../core/misconduct/handlers.js';
import {
  OPEN_REPORTS,
  type MisconductReport,
  type MisconductState,
  type MisconductSubject,
} from '../core/misconduct/report.js';
import { MisconductReportRow } from './misconduct.row.js';

const COLUMNS = raw(
  `r.id, r.version, r.state, r.subject, r.call_id as "callId", r.project_id as "projectId",
  r.division_code as "divisionCode", r.signed, r.person_id as "personId", r.name, r.contact, r.named, r.concerns,
  r.statement, r.receipt_hash as "receiptHash", r.notes, r.accept_by::text as "acceptBy",
  r.conclude_by::text as "concludeBy", r.extended, r.alarmed_on::text as "alarmedOn", r.decision, r.finding, r.measures,
  r.answer, r.handled_by as "handledBy", r.created_at as "createdAt", r.updated_at as "updatedAt"`,
);

export interface MisconductFilter {
  readonly states?: readonly MisconductState[] | null;
  readonly subjects?: readonly MisconductSubject[] | null;
  /** What somebody has to do something about, the nearest deadline first. */
  readonly waiting?: boolean | null;
  readonly signed?: boolean | null;
  /** Part of the call's title or number. */
  readonly text?: string | null;
}

export interface MisconductFile extends StoredFile {
  readonly id: string;
  readonly reportId: string | null;
  readonly name: string;
}

/** Names as `nameKey` of the core compares them. */
const key = (text: Sql): Sql => sql`lower(regexp_replace(normalize(${text}, NFKC), '\\s+', '', 'g'))`;

/** Organisations that have bid on `c` and are known to: the bids of its rounds that were opened. */
const OPENED = raw(
  `b.call_id = c.id and b.state = 'STANDING' and (b.round < c.round or c.valid_bids is not null)`,
);

/** `mayHandle(actor, …)` in SQL, for reports `r` with their call `c`. */
export function reportVisibleTo(actor: Actor): Sql {
  if (actor.kind !== 'person') return raw('false');
  const own = organisationsOf(actor);
  const me = actor.personId;
  return sql`(
    (coalesce(c.plan ->> 'supervisorId' = ${me}, false)
      or ${coveredBy(sql`r.division_code`, scopesOf(actor, 'INSPECTOR'))})
    and r.person_id is distinct from ${me}::uuid
    and not ${coveredBy(sql`r.division_code`, scopesOf(actor, 'OFFICER'))}
    and coalesce(c.plan ->> 'responsibleId' <> ${me}, true)
    and not (r.concerns @> '{SUPERVISOR}' and coalesce(c.plan ->> 'supervisorId' = ${me}, false))
    and not coalesce(${sql.any(sql`c.owner_id`, own)}, false)
    and not exists (select from challenges.bid b where ${OPENED} and ${sql.any(sql`b.organisation_id`, own)})
    and not exists (select from challenges.seat s where s.call_id = r.call_id and s.person_id = ${me}::uuid)
    and not exists (select from jsonb_to_recordset(r.named) as n (name text, unit text)
      join challenges.person p on p.id = ${me}::uuid
      where n.name <> '' and ${key(sql`n.name`)} = ${key(sql`p.name`)})
    and not exists (select from jsonb_to_recordset(r.named) as n (name text, unit text)
      join challenges.organisation o on ${sql.any(sql`o.id`, own)}
      where n.name = '' and ${key(sql`n.unit`)} = ${key(sql`o.name`)}))`;
}

const FROM = raw('challenges.misconduct_report r left join challenges.call c on c.id = r.call_id');

/** 举报: the only SQL on it. */
@Injectable()
export class MisconductStore {
  constructor(private readonly db: Db) {}

  insert(report: MisconductReport): Promise<void> {
    return this.db.insert(MisconductReportRow, { ...report });
  }

  save(before: Pick<MisconductReport, 'id' | 'version'>, change: Partial<MisconductReport>): Promise<void> {
    return this.db.update(MisconductReportRow, { id: before.id, version: before.version }, change);
  }

  /** Those of the ids that the actor handles. */
  async byIds(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, MisconductReport>> {
    const rows = await this.db.query<MisconductReport>(sql`
      select ${COLUMNS} from ${FROM} where ${sql.any(sql`r.id`, ids)} and ${reportVisibleTo(actor)}`);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Locked until the transaction ends; for who handles it. */
  lockFor(actor: Actor, id: string): Promise<MisconductReport | undefined> {
    return this.db.one<MisconductReport>(sql`
      select ${COLUMNS} from ${FROM} where r.id = ${id} and ${reportVisibleTo(actor)} for update of r`);
  }

  /** Locked, for the clock. */
  lock(id: string): Promise<MisconductReport | undefined> {
    return this.db.lock(MisconductReportRow, id);
  }

  byReceipt(receiptHash: string): Promise<MisconductReport | undefined> {
    return this.db.one<MisconductReport>(
      sql`select ${COLUMNS} from ${FROM} where r.receipt_hash = ${receiptHash}`,
    );
  }

  lockByReceipt(receiptHash: string): Promise<MisconductReport | undefined> {
    return this.db.one<MisconductReport>(
      sql`select ${COLUMNS} from ${FROM} where r.receipt_hash = ${receiptHash} for update of r`,
    );
  }

  /** Newest first; what waits, by its deadline. */
  list(actor: Actor, filter: MisconductFilter, args: PageArgs): Promise<Connection<MisconductReport>> {
    const waiting = filter.waiting === true;
    return this.db.page<MisconductReport, MisconductReport>(
      {
        select: COLUMNS,
        from: FROM,
        where: [reportVisibleTo(actor), ...conditions(filter)],
        order: [
          waiting
            ? { expression: sql`coalesce(r.conclude_by, r.accept_by)`, type: 'date', direction: 'asc' }
            : { expression: sql`r.created_at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`r.id`, type: 'uuid', direction: waiting ? 'asc' : 'desc' },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }

  /** Who has a part in the calls, in one statement. */
  async places(callIds: readonly string[]): Promise<ReadonlyMap<string, ReportPlace>> {
    const rows = await this.db.query<ReportPlace & { readonly id: string }>(sql`
      select c.id, c.plan ->> 'supervisorId' as "supervisorId", c.plan ->> 'responsibleId' as "responsibleId",
        c.owner_id as "ownerId",
        array(select distinct b.organisation_id from challenges.bid b where ${OPENED}) as bidders,
        array(select distinct s.person_id from challenges.seat s
          where s.call_id = c.id and s.person_id is not null) as experts
      from challenges.call c where ${sql.any(sql`c.id`, callIds)}`);
    return new Map(rows.map(({ id, ...place }) => [id, place]));
  }

  /** The call's supervisor, and the inspectors of the place: as actors, with how they and their units are called. */
  async candidates(
    divisionCode: string,
    supervisorId: string | null,
  ): Promise<readonly (PersonActor & { readonly name: string; readonly units: readonly string[] })[]> {
    const rows = await this.db.query<{
      personId: string;
      name: string;
      memberships: PersonActor['memberships'];
      units: readonly string[];
    }>(sql`
      select p.id as "personId", p.name,
        jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'kind', m.kind,
          'divisionCode', m.division_code, 'roles', m.roles)) as memberships,
        array_agg(o.name) as units
      from challenges.person p
      join challenges.membership m on m.person_id = p.id
      join challenges.organisation o on o.id = m.organisation_id
      where p.active and (p.id = ${supervisorId}::uuid or exists (select from challenges.membership i
        where i.person_id = p.id and i.roles @> '{INSPECTOR}' and i.kind in ('BUREAU_CITY', 'BUREAU_COUNTY')
          and left(i.division_code, 4) = ${divisionCode.slice(0, 4)}))
      group by p.id, p.name order by p.id limit 100`);
    return rows.map(({ personId, memberships, name, units }) => ({
      ...{ kind: 'person', personId, memberships, name, units },
    }));
  }

  /** Names by which somebody is known here, and those of the organisations one belongs to. */
  async knownAs(
    actor: Actor,
  ): Promise<{ readonly names: readonly string[]; readonly units: readonly string[] }> {
    if (actor.kind !== 'person') return { names: [], units: [] };
    const row = await this.db.one<{ names: readonly string[]; units: readonly string[] }>(sql`
      select array(select p.name from challenges.person p where p.id = ${actor.personId}) as names,
        array(select o.name from challenges.organisation o
          where ${sql.any(sql`o.id`, organisationsOf(actor))}) as units`);
    return row ?? { names: [], units: [] };
  }

  /** Open ones whose deadline was before that day, and of which nobody was told since. */
  async overdue(today: LegalDay): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select r.id from challenges.misconduct_report r
      where ${sql.any(sql`r.state`, OPEN_REPORTS)} and coalesce(r.conclude_by, r.accept_by) < ${today}::date
        and (r.alarmed_on is null or r.alarmed_on <= coalesce(r.conclude_by, r.accept_by))
      order by r.id`);
    return rows.map(({ id }) => id);
  }

  /** Files that were received within a day. */
  async filesOfDay(): Promise<number> {
    const row = await this.db.one<{ count: number }>(sql`
      select count(*)::int as count from challenges.misconduct_file f
      where f.received_at > platform.business_now() - interval '24 hours'`);
    return row?.count ?? 0;
  }

  async addFile(file: MisconductFile): Promise<void> {
    await this.db.query(sql`
      insert into challenges.misconduct_file (id, report_id, sha256, size, type, name, received_at)
      values (${file.id}, null, ${file.sha256}, ${file.size}, ${file.type}, ${file.name},
        date_trunc('hour', platform.business_now()))`);
  }

  /** How many of the files belong to no report yet; locked, so that no other report takes them meanwhile. */
  async unclaimed(ids: readonly string[]): Promise<number> {
    const rows = await this.db.query(sql`
      select f.id from challenges.misconduct_file f
      where ${sql.any(sql`f.id`, ids)} and f.report_id is null order by f.id for update`);
    return rows.length;
  }

  /** @returns those that belong to the report from now on */
  claim(reportId: string, ids: readonly string[]): Promise<readonly Pick<MisconductFile, 'id' | 'sha256'>[]> {
    return this.db.query<Pick<MisconductFile, 'id' | 'sha256'>>(sql`
      update challenges.misconduct_file set report_id = ${reportId}
      where ${sql.any(sql`id`, ids)} and report_id is null returning id, sha256`);
  }

  /** Those of the ids that are sent and not handed in yet: they lie apart, and are wanted there. */
  async waiting(ids: readonly string[]): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select f.id from challenges.misconduct_file f where ${sql.any(sql`f.id`, ids)} and f.report_id is null`);
    return rows.map(({ id }) => id);
  }

  /** Removes those that were sent before that instant and handed in with no report. @returns their ids */
  async removeLeft(before: Date): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      delete from challenges.misconduct_file
      where report_id is null and received_at < ${before} returning id`);
    return rows.map(({ id }) => id);
  }

  /** Files of the reports, in the order in which they came. */
  async files(reportIds: readonly string[]): Promise<ReadonlyMap<string, readonly MisconductFile[]>> {
    const rows = await this.db.query<MisconductFile & { reportId: string }>(sql`
      select f.id, f.report_id as "reportId", f.sha256, f.size::float8 as size, f.type, f.name
      from challenges.misconduct_file f where ${sql.any(sql`f.report_id`, reportIds)} order by f.id`);
    const lists = new Map<string, MisconductFile[]>();
    for (const row of rows) lists.set(row.reportId, [...(lists.get(row.reportId) ?? []), row]);
    return lists;
  }

  /** One file of a report that the actor handles. */
  fileFor(actor: Actor, id: string): Promise<MisconductFile | undefined> {
    return this.db.one<MisconductFile>(sql`
      select f.id, f.report_id as "reportId", f.sha256, f.size::float8 as size, f.type, f.name
      from challenges.misconduct_file f join challenges.misconduct_report r on r.id = f.report_id
      left join challenges.call c on c.id = r.call_id
      where f.id = ${id} and ${reportVisibleTo(actor)}`);
  }
}

function conditions(filter: MisconductFilter): Sql[] {
  const pattern = containing((filter.text ?? '').trim());
  return [
    ...(filter.states == null ? [] : [sql.any(sql`r.state`, filter.states)]),
    ...(filter.subjects == null ? [] : [sql.any(sql`r.subject`, filter.subjects)]),
    ...(filter.signed == null ? [] : [sql`r.signed = ${filter.signed}`]),
    ...(filter.waiting === true ? [sql.any(sql`r.state`, OPEN_REPORTS)] : []),
    ...(pattern === '%%' ? [] : [or([sql`c.title ilike ${pattern}`, sql`c.code ilike ${pattern}`])]),
  ];
}
