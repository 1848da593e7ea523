import { Injectable } from '@nestjs/common';
import { actorId, organisationsWithRole, type Actor } from '@jihui/kernel';
import { Db } from '../db/db.js';
import type { Connection, PageArgs } from '../db/page.js';
import { containing, sql, type Sql } from '../db/sql.js';
import type { ImportCounts, RowProblem } from './runner.js';

export type ImportState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';

/** Which runs: each condition holds where it is given. */
export interface ImportRunConditions {
  readonly kinds?: readonly string[] | null | undefined;
  readonly states?: readonly ImportState[] | null | undefined;
  readonly dryRun?: boolean | null | undefined;
  /** With rows that were not imported (true), or without. */
  readonly failed?: boolean | null | undefined;
  /** Part of the file's name. */
  readonly text?: string | null | undefined;
}

/** One uploaded file on its way in. `K`: what its rows are; the domain that takes them in knows. */
export interface ImportRun<K extends string = string> {
  readonly id: string;
  readonly kind: K;
  readonly state: ImportState;
  readonly dryRun: boolean;
  /** Of the file's bytes, where the platform keeps them. */
  readonly sha256: string;
  readonly fileName: string;
  readonly ownerId: string;
  /** As whom it runs: what the one who started it could do then. */
  readonly actor: Actor;
  readonly mapping: string | null;
  readonly processed: number;
  readonly total: number | null;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly message: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

const COLUMNS = sql`r.id, r.kind, r.state, r.dry_run as "dryRun", r.sha256, r.file_name as "fileName",
  r.owner_id as "ownerId", r.actor, r.mapping, r.processed, r.total, r.created, r.updated, r.unchanged, r.failed,
  r.message, r.created_at as "createdAt", r.finished_at as "finishedAt"`;

/** Runs of imports by upload and their reports, whichever domain takes the rows in. */
@Injectable()
export class ImportRunsStore {
  constructor(private readonly db: Db) {}

  async start(
    run: Pick<ImportRun, 'id' | 'kind' | 'dryRun' | 'sha256' | 'fileName' | 'ownerId' | 'actor'>,
    now: Date,
  ): Promise<void> {
    await this.db.query(sql`
      insert into platform.import_run (id, version, kind, state, dry_run, sha256, file_name, owner_id, started_by, actor,
        processed, created, updated, unchanged, failed, created_at, updated_at)
      values (${run.id}, 1, ${run.kind}, 'WAITING', ${run.dryRun}, ${run.sha256}, ${run.fileName}, ${run.ownerId},
        ${actorId(run.actor)}, ${JSON.stringify(run.actor)}, 0, 0, 0, 0, 0, ${now}, ${now})`);
  }

  /**
   * Begins the run, or begins it again after a crash: its report starts anew, its rows are
   * idempotent. Undefined when it is over.
   */
  async begin(id: string): Promise<ImportRun | undefined> {
    const run = await this.db.one<ImportRun>(sql`
      update platform.import_run r set state = 'RUNNING', processed = 0, created = 0, updated = 0, unchanged = 0,
        failed = 0, updated_at = platform.business_now()
      where r.id = ${id} and r.state in ('WAITING', 'RUNNING') returning ${COLUMNS}`);
    if (run !== undefined) await this.db.query(sql`delete from platform.import_problem where run_id = ${id}`);
    return run;
  }

  async mapped(id: string, mapping: string): Promise<void> {
    await this.db.query(sql`update platform.import_run set mapping = ${mapping} where id = ${id}`);
  }

  async progress(id: string, counts: Readonly<ImportCounts>): Promise<void> {
    await this.db.query(sql`
      update platform.import_run set processed = ${counts.processed}, created = ${counts.created},
        updated = ${counts.updated}, unchanged = ${counts.unchanged}, failed = ${counts.failed},
        updated_at = platform.business_now()
      where id = ${id}`);
  }

  async finish(id: string, state: 'DONE' | 'FAILED', message: string | null): Promise<void> {
    await this.db.query(sql`
      update platform.import_run set state = ${state}, message = ${message},
        total = case when ${state} = 'DONE' then processed end, finished_at = platform.business_now(),
        updated_at = platform.business_now()
      where id = ${id}`);
  }

  async report(id: string, from: number, problems: readonly RowProblem[]): Promise<void> {
    const rows = problems.map((problem, index) => ({ ...problem, run_id: id, seq: from + index + 1 }));
    await this.db.query(sql`
      insert into platform.import_problem
      select * from jsonb_populate_recordset(null::platform.import_problem, ${JSON.stringify(rows)}::jsonb)`);
  }

  get(actor: Actor, id: string): Promise<ImportRun | undefined> {
    return this.db.one<ImportRun>(sql`
      select ${COLUMNS} from platform.import_run r where r.id = ${id} and (r.started_by = ${actorId(actor)}
        or ${sql.any(sql`r.owner_id`, organisationsWithRole(actor, 'TRANSFER_OFFICER'))})`);
  }

  mine<N>(
    actor: Actor,
    filter: ImportRunConditions,
    toNode: (run: ImportRun) => N,
    page: PageArgs,
  ): Promise<Connection<N>> {
    return this.db.page<ImportRun, N>(
      {
        select: COLUMNS,
        from: sql`platform.import_run r`,
        where: [sql`r.started_by = ${actorId(actor)}`, ...conditionsOf(filter)],
        order: [
          { expression: sql`r.created_at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`r.id`, type: 'uuid', direction: 'desc' },
        ],
        toNode,
      },
      page,
    );
  }

  /** What was wrong with the rows of each run. */
  problems(runIds: readonly string[], page: PageArgs): Promise<Map<string, Connection<RowProblem>>> {
    return this.db.pages<RowProblem, RowProblem>(
      {
        select: sql`p.row, p."column", p.value, p.code, p.message`,
        from: sql`platform.import_problem p`,
        where: [],
        order: [{ expression: sql`p.seq`, type: 'int', direction: 'asc' }],
        toNode: (problem) => problem,
      },
      sql`p.run_id`,
      runIds,
      page,
    );
  }
}

function conditionsOf({ kinds, states, dryRun, failed, text }: ImportRunConditions): Sql[] {
  return [
    ...(kinds == null ? [] : [sql.any(sql`r.kind`, kinds)]),
    ...(states == null ? [] : [sql.any(sql`r.state`, states)]),
    ...(dryRun == null ? [] : [sql`r.dry_run = ${dryRun}`]),
    ...(failed == null ? [] : [sql`(r.failed > 0) = ${failed}`]),
    ...(text == null || text.trim() === '' ? [] : [sql`r.file_name ilike ${containing(text.trim())}`]),
  ];
}
