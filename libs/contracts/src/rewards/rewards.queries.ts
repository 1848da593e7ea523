import { Injectable } from '@nestjs/common';
import { hasRole, legalDayOf, type Actor, type AvailableAction } from '@jihui/kernel';
import {
  Audit,
  BusinessClock,
  isUuid,
  type Connection,
  type GraphContext,
  type PageArgs,
  type TimelineEntry,
} from '@jihui/platform';
import { ContractsQueries } from '../contracts.queries.js';
import type { RewardAction } from '../core/rewards/lifecycle.js';
import { rewardMachine } from '../core/rewards/perform.js';
import type { Reward } from '../core/rewards/reward.js';
import { completeness } from '../core/rewards/rules.js';
import { RewardsStore, type RewardFilter } from '../store/rewards.store.js';
import { RewardCases } from './reward-cases.js';
import { rewardStream } from './reward-plans.service.js';
import { rewardView, type RewardView } from './reward.view.js';

/** 发放 is settled by its last payment, which nobody chooses. */
const BY_ITSELF: RewardAction = 'settle';

/** Reads of the reward ledger, with visibility in SQL. */
@Injectable()
export class RewardsQueries {
  constructor(
    private readonly store: RewardsStore,
    private readonly cases: RewardCases,
    private readonly contracts: ContractsQueries,
    private readonly audit: Audit,
    private readonly clock: BusinessClock,
  ) {}

  /** As it is in the database now; null where the actor may not see it. */
  async one(actor: Actor, id: string): Promise<RewardView | null> {
    if (!isUuid(id)) return null;
    const found = await this.store.byIds(actor, [id]);
    return (await this.views(actor, [...found.values()]))[0] ?? null;
  }

  async list(actor: Actor, filter: RewardFilter, args: PageArgs): Promise<Connection<RewardView>> {
    if (filter.contractId != null && !isUuid(filter.contractId))
      return this.list(actor, { states: [] }, args);
    const page = await this.store.list(actor, filter, args);
    const views = await this.views(
      actor,
      page.edges.map(({ node }) => node),
    );
    return {
      ...page,
      edges: page.edges.flatMap(({ cursor }, index) => {
        const node = views[index];
        return node === undefined ? [] : [{ cursor, node }];
      }),
    };
  }

  async candidates(actor: Actor, rewardId: string) {
    if (!isUuid(rewardId)) return [];
    const reward = (await this.store.byIds(actor, [rewardId])).get(rewardId);
    if (reward === undefined || !hasRole(actor, reward.organisationId, 'TRANSFER_OFFICER')) return [];
    return this.store.colleagues(reward.organisationId);
  }

  contract(context: GraphContext, { subject }: RewardView) {
    return subject.contract && this.contracts.one(context, subject.contract.id);
  }

  /** The office reads all; a colleague what is one's own. */
  async objections(context: GraphContext, { sight, subject }: RewardView) {
    const { actor } = context;
    const mine = (personId: string): boolean => actor.kind === 'person' && actor.personId === personId;
    const seen = subject.reward.objections.filter(({ personId }) => sight === 'OFFICE' || mine(personId));
    return Promise.all(
      seen.map(async ({ personId, answeredBy: _, ...objection }) => ({
        ...objection,
        personName: (await this.contracts.personName(context, personId)) ?? '本单位人员',
      })),
    );
  }

  async missing(context: GraphContext, { state, sight, subject }: RewardView) {
    if (state !== 'DRAFT' || sight !== 'OFFICE') return [];
    const today = legalDayOf(await this.contracts.now(context));
    return completeness(subject, today);
  }

  async availableActions(
    context: GraphContext,
    { subject }: RewardView,
  ): Promise<readonly AvailableAction<RewardAction>[]> {
    const now = await this.contracts.now(context);
    return rewardMachine
      .availableActions(context.actor, subject, now)
      .filter(({ action }) => action !== BY_ITSELF);
  }

  async timeline(context: GraphContext, { sight, id }: RewardView): Promise<readonly TimelineEntry[]> {
    if (sight !== 'OFFICE') return [];
    const load = (streams: readonly string[]) => this.audit.timelines('contracts', streams);
    return (await context.load('contracts.rewardStreams', load, rewardStream(id))) ?? [];
  }

  private async views(actor: Actor, rewards: readonly Reward[]): Promise<readonly RewardView[]> {
    if (rewards.length === 0) return [];
    const cases = await this.cases.ofAll(rewards, await this.clock.now());
    return cases.map((subject) => rewardView(actor, subject));
  }
}
