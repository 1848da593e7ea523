import { Injectable } from '@nestjs/common';
import type { ContractSnapshot } from '@jihui/events';
import { organisationsOf, organisationsWithRole, type Actor, type LegalDay } from '@jihui/kernel';
import { containing, Db, or, raw, sql, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import { projectLifecycle, type ProjectState } from '../core/projects/lifecycle.js';
import type { NewProject, Project } from '../core/projects/project.js';
import { ofOffice } from './calls.store.js';
import { ProjectRow } from './project.row.js';

const COLUMNS =
  raw(`p.id, p.version, p.code, p.state, p.call_id as "callId", p.round, p.bid_id as "bidId", p.mode,
  p.title, p.organisation_id as "organisationId", p.owner_id as "ownerId", p.division_code as "divisionCode", p.office,
  p.responsible_id as "responsibleId", p.supervisor_id as "supervisorId", p.approved::float8 as approved,
  p.owner_due::float8 as "ownerDue", p.indicators, p.promises, p.task_book as "taskBook", p.contract, p.milestones,
  p.instalments, p.entries, p.owner_payments as "ownerPayments", p.request, p.changes, p.inspections, p.results, p.benefits, p.alarms, p.acceptance,
  p.exemption, p.performance, p.performance_sheet as "performanceSheet", p.note, p.suspended_at as "suspendedAt", p.sign_by::text as "signBy",
  p.created_at as "createdAt", p.updated_at as "updatedAt",
  array(select b.organisation_id::text from challenges.bid b
    where b.call_id = p.call_id and b.round = p.round and b.state = 'STANDING') as "bidderIds"`);

export interface ProjectFilter {
  readonly states?: readonly ProjectState[] | null;
  readonly callId?: string | null;
  /** Of organisations that the actor acts for, on either side. */
  readonly mine?: boolean | null;
  /** Whose payment waits for its second level, which the actor may be. */
  readonly toApprove?: boolean | null;
  /** Part of title or code. */
  readonly text?: string | null;
}

/** A registered contract, as the registry told of it. */
export interface KnownContract {
  readonly id: string;
  readonly registrationNumber: string | null;
  readonly standing: boolean;
  readonly sellerId: string | null;
  readonly buyerIds: readonly string[];
}

/** 项目: the only SQL on it. Every project is public; what of it, its sight says. */
@Injectable()
export class ProjectsStore {
  constructor(private readonly db: Db) {}

  insert(project: NewProject): Promise<void> {
    return this.db.insert(ProjectRow, { ...project });
  }

  save(before: Pick<Project, 'id' | 'version'>, change: Partial<NewProject>): Promise<void> {
    return this.db.update(ProjectRow, { id: before.id, version: before.version }, change);
  }

  lock(id: string): Promise<Project | undefined> {
    return this.db.one<Project>(
      sql`select ${COLUMNS} from challenges.project p where p.id = ${id} for update`,
    );
  }

  /** Of one call's present round, in the order of their codes, locked. */
  lockOf(callId: string, round: number): Promise<readonly Project[]> {
    return this.db.query<Project>(sql`
      select ${COLUMNS} from challenges.project p
      where p.call_id = ${callId} and p.round = ${round} order by p.code for update`);
  }

  /** Of one call's round, in the order of their codes. */
  ofRound(callId: string, round: number): Promise<readonly Project[]> {
    return this.db.query<Project>(sql`
      select ${COLUMNS} from challenges.project p
      where p.call_id = ${callId} and p.round = ${round} order by p.code`);
  }

  async byIds(ids: readonly string[]): Promise<ReadonlyMap<string, Project>> {
    const rows = await this.db.query<Project>(
      sql`select ${COLUMNS} from challenges.project p where ${sql.any(sql`p.id`, ids)}`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Bids of a call whose award became a project, with where that stands. */
  async statesByBid(callId: string): Promise<ReadonlyMap<string, ProjectState>> {
    const rows = await this.db.query<{ id: string; state: ProjectState }>(
      sql`select p.bid_id as id, p.state from challenges.project p where p.call_id = ${callId}`,
    );
    return new Map(rows.map(({ id, state }) => [id, state]));
  }

  /** How many projects a call has had, for the next code. */
  async count(callId: string): Promise<number> {
    const row = await this.db.one<{ count: number }>(
      sql`select count(*)::int as count from challenges.project p where p.call_id = ${callId}`,
    );
    return row?.count ?? 0;
  }

  /** Those that run and have a milestone that is overdue, to be reported, and was not told of. */
  async overdue(today: LegalDay): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select p.id from challenges.project p
      where p.state = 'RUNNING' and p.suspended_at is null
        and exists (select from jsonb_to_recordset(p.milestones)
            as m ("dueOn" date, report jsonb, verdict text, "alarmedOn" date)
          where m."dueOn" < ${today}::date and m."alarmedOn" is null
            and (case when m.verdict is null then m.report is null else m.verdict <> 'PASSED' end))
      order by p.id`);
    return rows.map(({ id }) => id);
  }

  /** Those accepted since that day, of which something may be late that was not told of. */
  async acceptedSince(day: LegalDay): Promise<readonly Project[]> {
    return this.db.query<Project>(sql`
      select ${COLUMNS} from challenges.project p
      where p.state in ('ACCEPTED', 'SETTLED') and p.acceptance @> '{"passed": true}'
        and p.acceptance ->> 'concludedOn' >= ${day} order by p.id`);
  }

  /** Those that changed since then, behind that id: for telling others again. */
  async changedSince(since: Date, after: string | null, limit: number): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select p.id from challenges.project p
      where p.updated_at >= ${since} and (${after}::uuid is null or p.id > ${after}::uuid)
      order by p.id limit ${limit}`);
    return rows.map(({ id }) => id);
  }

  /** Newest first. */
  list(actor: Actor, filter: ProjectFilter, args: PageArgs): Promise<Connection<Project>> {
    return this.db.page<Project, Project>(
      {
        select: COLUMNS,
        from: raw('challenges.project p'),
        where: conditions(actor, filter),
        order: [
          { expression: sql`p.created_at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`p.id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }

  async putContract(fact: ContractSnapshot): Promise<void> {
    await this.db.query(sql`
      insert into challenges.contract (id, version, registration_number, standing, seller_id, buyer_ids)
      values (${fact.id}, ${fact.version}, ${fact.registrationNumber}, ${fact.standing},
        ${fact.sellerOrganisationId}, ${[...fact.buyerOrganisationIds]}::uuid[])
      on conflict (id) do update set version = excluded.version, registration_number = excluded.registration_number,
        standing = excluded.standing, seller_id = excluded.seller_id, buyer_ids = excluded.buyer_ids
      where challenges.contract.version <= excluded.version`);
  }

  /** A standing registration between two sides. */
  contractBetween(sellerId: string, buyerId: string): Promise<KnownContract | undefined> {
    return this.db.one<KnownContract>(sql`
      select k.id, k.registration_number as "registrationNumber", k.standing, k.seller_id as "sellerId",
        k.buyer_ids as "buyerIds"
      from challenges.contract k
      where k.seller_id = ${sellerId} and k.buyer_ids @> ${[buyerId]}::uuid[] and k.standing
      order by k.registration_number limit 1`);
  }

  /** By its registration number, as it is known here. */
  contract(number: string): Promise<KnownContract | undefined> {
    return this.db.one<KnownContract>(sql`
      select k.id, k.registration_number as "registrationNumber", k.standing, k.seller_id as "sellerId",
        k.buyer_ids as "buyerIds"
      from challenges.contract k where k.registration_number = ${number}`);
  }
}

/** States in which a payment may be approved. */
const PAYING = projectLifecycle.states.filter((state) => projectLifecycle.next(state, 'pay') !== undefined);

/** The machine's `pay` is the actor's to do, said in SQL: an officer without a part in it, and not who requested it. */
function toApprove(actor: Actor): Sql {
  if (actor.kind !== 'person') return raw('false');
  return sql`(p.request is not null and p.request ->> 'personId' <> ${actor.personId}
    and p.suspended_at is null and ${sql.any(sql`p.state`, PAYING)}
    and ${ofOffice(actor, 'BUREAU_CITY', raw('p'))}
    and not exists (select from challenges.bid b where b.call_id = p.call_id and b.round = p.round
      and b.state = 'STANDING' and ${sql.any(sql`b.organisation_id`, organisationsOf(actor))})
    and not ${sql.any(sql`p.organisation_id`, organisationsOf(actor))})`;
}

function conditions(actor: Actor, filter: ProjectFilter): Sql[] {
  const pattern = containing((filter.text ?? '').trim());
  const own = organisationsWithRole(actor, 'TRANSFER_OFFICER');
  return [
    ...(filter.states == null ? [] : [sql.any(sql`p.state`, filter.states)]),
    ...(filter.callId == null ? [] : [sql`p.call_id = ${filter.callId}::uuid`]),
    ...(filter.mine === true
      ? [or([sql.any(sql`p.organisation_id`, own), sql.any(sql`p.owner_id`, own)])]
      : []),
    ...(filter.toApprove === true ? [toApprove(actor)] : []),
    ...(pattern === '%%' ? [] : [sql`(p.title ilike ${pattern} or p.code ilike ${pattern})`]),
  ];
}
