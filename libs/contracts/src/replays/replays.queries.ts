import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { isUuid, type Connection, type GraphContext, type PageArgs } from '@jihui/platform';
import { ContractsQueries } from '../contracts.queries.js';
import type { ReplayFinding, ReplayRun } from '../core/replay-run.js';
import { RULE_SETS_IN_ORDER } from '../core/rulesets/sets.js';
import { ReplayRunsStore } from '../store/replay-runs.store.js';

/** Reads of 规则回放, for the people of the bureau that asked. */
@Injectable()
export class ReplaysQueries {
  constructor(
    private readonly runs: ReplayRunsStore,
    private readonly contracts: ContractsQueries,
  ) {}

  sets() {
    return RULE_SETS_IN_ORDER.map(({ id, name }) => ({ id, name }));
  }

  list(actor: Actor, args: PageArgs): Promise<Connection<ReplayRun>> {
    return this.runs.list(actor, args);
  }

  async one(actor: Actor, id: string): Promise<ReplayRun | null> {
    if (!isUuid(id)) return null;
    return (await this.runs.byIds(actor, [id])).get(id) ?? null;
  }

  /** Of every run on the page in one statement. */
  findings(context: GraphContext, { id }: ReplayRun, page: PageArgs) {
    const name = `contracts.replayFindings ${JSON.stringify(page)}`;
    return context.load(name, (ids) => this.runs.findings(context.actor, ids, page), id);
  }

  contract(context: GraphContext, { contractId }: ReplayFinding) {
    return this.contracts.one(context, contractId);
  }

  async requestedByName(context: GraphContext, { requestedBy }: ReplayRun): Promise<string> {
    return (await this.contracts.personName(context, requestedBy)) ?? '工作人员';
  }
}
