import { Injectable } from '@nestjs/common';
import { DomainError, isPlatformAdmin, notFound, type Actor, type AvailableAction } from '@jihui/kernel';
import { Audit, isUuid, staleVersion, Work, type GraphContext, type TimelineEntry } from '@jihui/platform';
import type { RankingFigures } from './core/comparison.js';
import type { Evaluation } from './core/evaluation.js';
import { inUse, mayChooseModel } from './core/errors.js';
import { mayTakeOver, type ModelVersion } from './core/model.js';
import type { UseMatchingModelInput } from './matching.types.gen.js';
import { EvaluationsStore } from './store/evaluations.store.js';
import { ModelsStore } from './store/models.store.js';
import { WaitingStore, type Backlog, type Failed } from './store/waiting.store.js';
import { Comparison } from './training/comparison.js';

/** More versions than anybody compares. */
const MOST_LISTED = 20;
const MOST_FAILURES = 50;
const MOST_EVALUATIONS = 50;

const streamOf = (id: string): string => `MatchingModel:${id}`;

/** 向量版本: an administrator compares them and says which ranks. */
@Injectable()
export class ModelsService {
  constructor(
    private readonly work: Work,
    private readonly models: ModelsStore,
    private readonly comparison: Comparison,
    private readonly audit: Audit,
    private readonly waiting: WaitingStore,
    private readonly measured: EvaluationsStore,
  ) {}

  async list(actor: Actor): Promise<ModelVersion[]> {
    return isPlatformAdmin(actor) ? this.models.list(MOST_LISTED) : [];
  }

  async baseline(actor: Actor): Promise<RankingFigures | null> {
    return isPlatformAdmin(actor) ? this.comparison.baseline() : null;
  }

  /** How versions did, night by night. */
  async evaluations(actor: Actor): Promise<Evaluation[]> {
    return isPlatformAdmin(actor) ? this.measured.newest(MOST_EVALUATIONS) : [];
  }

  /** What the night could not match yet. */
  async backlog(actor: Actor): Promise<(Backlog & { readonly failures: readonly Failed[] }) | null> {
    if (!isPlatformAdmin(actor)) return null;
    return { ...(await this.waiting.backlog()), failures: await this.waiting.failures(MOST_FAILURES) };
  }

  async heldOut(context: GraphContext, id: string): Promise<RankingFigures | undefined> {
    return context.load('matching.heldOut', (ids) => this.comparison.figuresOf(ids), id);
  }

  async timeline(context: GraphContext, id: string): Promise<readonly TimelineEntry[]> {
    const load = (streams: readonly string[]): ReturnType<Audit['timelines']> =>
      this.audit.timelines('matching', streams);
    return (await context.load('matching.modelTimelines', load, streamOf(id))) ?? [];
  }

  /**
   * Puts a version in use, with its figures of this moment in the record.
   * @throws DomainError UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, STALE_VERSION, MATCHING.IN_USE
   */
  async use(actor: Actor, input: UseMatchingModelInput): Promise<ModelVersion> {
    const verdict = mayChooseModel(actor);
    if (!verdict.allowed) throw new DomainError(verdict.code, verdict.reason);
    const { id, clientMutationId, expectedVersion } = input;
    if (!isUuid(id)) throw notFound('该版本');
    const figures = (await this.comparison.figuresOf([id])).get(id);
    const command = { domain: 'matching', name: 'useMatchingModel', actor, clientMutationId, input } as const;
    await this.work.run(command, async (tx) => {
      const versions = await this.models.lockChoice(id);
      const chosen = versions.find((version) => version.id === id);
      if (chosen === undefined) throw notFound('该版本');
      if (chosen.version !== expectedVersion) throw staleVersion();
      if (!mayTakeOver(chosen)) throw inUse();
      for (const before of versions)
        if (before.state === 'ACTIVE') await this.models.setState(before.id, 'RETIRED', tx.now);
      await this.models.setState(id, 'ACTIVE', tx.now);
      await tx.audit({
        stream: streamOf(id),
        action: 'useMatchingModel',
        after: { number: chosen.number, figures },
        reason: told(figures),
      });
      return { id };
    });
    const now = await this.models.byId(id);
    if (now === undefined) throw notFound('该版本');
    return now;
  }
}

const told = (figures: RankingFigures | undefined): string =>
  figures === undefined || figures.ndcg10 === null
    ? '尚无留出反馈可比'
    : `留出需求 ${figures.needs} 项，nDCG@10 ${figures.ndcg10}，AUC ${figures.auc ?? '—'}`;

/** What the viewer could do now. */
export const actionsOn = (actor: Actor, version: ModelVersion): readonly AvailableAction<string>[] =>
  mayChooseModel(actor).allowed
    ? [
        {
          action: 'useMatchingModel',
          enabled: mayTakeOver(version),
          reason: mayTakeOver(version) ? null : inUse().message,
          violations: [],
        },
      ]
    : [];
