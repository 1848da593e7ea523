import { Injectable, Logger } from '@nestjs/common';
import { DomainError, refuseIf, type Actor, type LegalDay } from '@jihui/kernel';
import { uuidv7, Work, type Tx } from '@jihui/platform';
import { RuleReplay, type Replayed } from '../checks/rule-replay.js';
import { personOf } from '../contract-changes.js';
import {
  isOver,
  mayReplay,
  NotJudged,
  replayScopes,
  replayViolations,
  STALLED_MINUTES,
  type ReplayFailure,
  type ReplayFinding,
  type ReplayRun,
} from '../core/replay-run.js';
import { RULE_SETS, ruleSetNamed } from '../core/rulesets/sets.js';
import { ReplayRunsStore } from '../store/replay-runs.store.js';

/** 规则回放 in the background: a step is one batch of contracts in one transaction. */
@Injectable()
export class ReplaysService {
  private readonly log = new Logger(ReplaysService.name);

  constructor(
    private readonly work: Work,
    private readonly runs: ReplayRunsStore,
    private readonly replay: RuleReplay,
  ) {}

  /** @throws DomainError UNAUTHENTICATED, FORBIDDEN; INVALID_INPUT for a set that is none. */
  async start(
    actor: Actor,
    input: {
      readonly clientMutationId: string;
      readonly ruleSet: string;
      readonly since?: LegalDay | null;
    },
  ): Promise<{ id: string }> {
    const may = mayReplay(actor);
    if (!may.allowed) throw new DomainError(may.code, may.reason);
    const { clientMutationId, ruleSet, since = null } = input;
    const command = { domain: 'contracts', name: 'replayRules', actor, clientMutationId, input } as const;
    return this.work.run(command, async (tx) => {
      refuseIf(replayViolations(input));
      const divisions = replayScopes(actor);
      const run: ReplayRun = {
        id: uuidv7(),
        ruleSet,
        since,
        divisions,
        state: 'WAITING',
        cursor: null,
        total: await this.runs.countRegistered(divisions, since),
        looked: 0,
        different: 0,
        requestedBy: personOf(actor),
        requestedAt: tx.now,
        finishedAt: null,
        failure: null,
      };
      await this.runs.insert(run);
      await tx.addJob('contracts.replayRules', { runId: run.id });
      await tx.audit({ stream: `RuleReplay:${run.id}`, action: 'start', after: run, reason: ruleSet });
      return { id: run.id };
    });
  }

  /**
   * The next batch of the run. Delivered twice it goes on where the run stands, and does nothing when it is over. What
   * no further try would change ends the run; everything else the queue tries again.
   */
  async step(runId: string, tx: Tx): Promise<void> {
    const run = await this.runs.lock(runId);
    if (run === undefined || isOver(run)) return;
    if (!Object.hasOwn(RULE_SETS, run.ruleSet)) return this.fail(run, 'UNKNOWN_RULE_SET', tx);
    try {
      await this.goOn(run, tx);
    } catch (error) {
      if (!(error instanceof NotJudged)) throw error;
      this.log.warn(`${error.message}: ${String(error.cause)}`);
      await this.fail(run, 'NOT_JUDGED', tx);
    }
  }

  /** Gives up what the queue has given up. */
  async endStalled(tx: Tx): Promise<void> {
    const since = new Date(tx.now.getTime() - STALLED_MINUTES * 60_000);
    for (const run of await this.runs.lockStalled(since)) await this.fail(run, 'STALLED', tx);
  }

  private async goOn(run: ReplayRun, tx: Tx): Promise<void> {
    const { looked, found, next } = await this.replay.batch(ruleSetNamed(run.ruleSet), {
      since: run.since,
      divisions: run.divisions,
      after: run.cursor,
    });
    await this.runs.addFindings(run.id, found.map(findingOf));
    const moved: ReplayRun = {
      ...run,
      state: next === null ? 'DONE' : 'RUNNING',
      cursor: next,
      looked: run.looked + looked,
      different: run.different + found.length,
      finishedAt: next === null ? tx.now : null,
    };
    await this.runs.move(moved, tx.now);
    if (next !== null) await tx.addJob('contracts.replayRules', { runId: run.id });
  }

  private async fail(run: ReplayRun, failure: ReplayFailure, tx: Tx): Promise<void> {
    const failed: ReplayRun = { ...run, state: 'FAILED', failure, finishedAt: tx.now };
    await this.runs.move(failed, tx.now);
    await tx.audit({
      stream: `RuleReplay:${run.id}`,
      action: 'fail',
      before: run,
      after: failed,
      reason: failure,
    });
  }
}

const findingOf = ({ contract, differences, rebuilt }: Replayed): ReplayFinding => ({
  contractId: contract.id,
  decidedUnder: contract.ruleSet ?? '',
  rebuilt,
  differences,
});
