import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { coveredBy, Db, raw, sql, type Connection, type PageArgs } from '@jihui/platform';
import { replayScopes, type ReplayFinding, type ReplayRun } from '../core/replay-run.js';
import { bureauSees } from './visibility.js';

const RUN =
  raw(`r.id, r.rule_set as "ruleSet", r.since::text as since, r.divisions, r.state, r.cursor, r.total, r.looked,
  r.different, r.requested_by as "requestedBy", r.requested_at as "requestedAt", r.finished_at as "finishedAt", r.failure`);

const ownRuns = (actor: Actor) => sql`r.divisions && ${[...replayScopes(actor)]}::text[]`;

/** 规则回放: runs and what they found. */
@Injectable()
export class ReplayRunsStore {
  constructor(private readonly db: Db) {}

  /** How many contracts a run over those registries will look at. */
  async countRegistered(divisions: readonly string[], since: string | null): Promise<number> {
    const row = await this.db.one<{ count: number }>(sql`
      select count(*)::int as count from contracts.contract c
      where c.registration_number is not null and ${coveredBy(sql`c.registry_division`, divisions)}
        and (${since}::date is null or c.registered_on >= ${since}::date)`);
    return row?.count ?? 0;
  }

  async insert(run: ReplayRun): Promise<void> {
    await this.db.query(sql`
      insert into contracts.replay_run (id, rule_set, since, divisions, state, cursor, total, looked, different,
        requested_by, requested_at, finished_at, failure, moved_at)
      values (${run.id}, ${run.ruleSet}, ${run.since}, ${[...run.divisions]}, ${run.state}, ${run.cursor}, ${run.total},
        ${run.looked}, ${run.different}, ${run.requestedBy}, ${run.requestedAt}, ${run.finishedAt}, ${run.failure},
        ${run.requestedAt})`);
  }

  /** Locked until the transaction ends: two deliveries of a step follow each other. */
  async lock(id: string): Promise<ReplayRun | undefined> {
    return this.db.one<ReplayRun>(
      sql`select ${RUN} from contracts.replay_run r where r.id = ${id} for update`,
    );
  }

  /** How far the run has come, or that it is over. */
  async move(run: ReplayRun, at: Date): Promise<void> {
    await this.db.query(sql`
      update contracts.replay_run set state = ${run.state}, cursor = ${run.cursor}, looked = ${run.looked},
        different = ${run.different}, finished_at = ${run.finishedAt}, failure = ${run.failure}, moved_at = ${at}
      where id = ${run.id}`);
  }

  /** Locked; those that are not over and have not moved since. */
  async lockStalled(since: Date): Promise<readonly ReplayRun[]> {
    return this.db.query<ReplayRun>(sql`
      select ${RUN} from contracts.replay_run r
      where r.state in ('WAITING', 'RUNNING') and r.moved_at < ${since} order by r.id for update`);
  }

  async addFindings(runId: string, findings: readonly ReplayFinding[]): Promise<void> {
    if (findings.length === 0) return;
    await this.db.query(sql`
      insert into contracts.replay_finding (run_id, contract_id, decided_under, rebuilt, differences)
      select ${runId}, "contractId", "decidedUnder", rebuilt, differences
      from jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) as row ("contractId" uuid, "decidedUnder" text,
        rebuilt boolean, differences jsonb)`);
  }

  /** Runs of the actor's bureau. */
  async byIds(actor: Actor, ids: readonly string[]): Promise<Map<string, ReplayRun>> {
    const rows = await this.db.query<ReplayRun>(sql`
      select ${RUN} from contracts.replay_run r where ${sql.any(sql`r.id`, ids)} and ${ownRuns(actor)}`);
    return new Map(rows.map((run) => [run.id, run]));
  }

  /** The newest first. */
  list(actor: Actor, args: PageArgs): Promise<Connection<ReplayRun>> {
    return this.db.page<ReplayRun, ReplayRun>(
      {
        select: RUN,
        from: sql`contracts.replay_run r`,
        where: [ownRuns(actor)],
        order: [
          { expression: sql`r.requested_at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`r.id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: (run) => run,
      },
      args,
    );
  }

  /** What each run found, of contracts that the actor may see: a stake keeps them away here as well. */
  findings(
    actor: Actor,
    runIds: readonly string[],
    args: PageArgs,
  ): Promise<Map<string, Connection<ReplayFinding>>> {
    return this.db.pages<ReplayFinding, ReplayFinding>(
      {
        select: sql`f.contract_id as "contractId", f.decided_under as "decidedUnder", f.rebuilt, f.differences`,
        from: sql`contracts.replay_finding f join contracts.contract c on c.id = f.contract_id`,
        where: [bureauSees(actor)],
        order: [{ expression: sql`f.contract_id`, type: 'uuid', direction: 'asc' }],
        toNode: (finding) => finding,
      },
      sql`f.run_id`,
      runIds,
      args,
    );
  }
}
