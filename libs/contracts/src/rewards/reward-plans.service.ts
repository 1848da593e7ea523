import { Injectable } from '@nestjs/common';
import {
  addWorkingDays,
  cleanText,
  Codes,
  DomainError,
  hasRole,
  legalDayOf,
  refuseIf,
  type Actor,
  type Violation,
} from '@jihui/kernel';
import type { RewardSnapshot } from '@jihui/events';
import { checkIds, HolidayCalendars, staleVersion, uuidv7, Work, type Tx } from '@jihui/platform';
import { ContractChanges, personOf, type Target } from '../contract-changes.js';
import { said } from '../core/decisions.js';
import { ContractCodes } from '../core/errors.js';
import { wasRegistered } from '../core/lifecycle.js';
import type { RewardAction } from '../core/rewards/lifecycle.js';
import { rewardMachine } from '../core/rewards/perform.js';
import { EMPTY_REWARD, modeOf, type Reward, type RewardDraft } from '../core/rewards/reward.js';
import { draftLimits, titleOf, type RewardCase } from '../core/rewards/rules.js';
import { RewardsStore } from '../store/rewards.store.js';
import { RewardCases } from './reward-cases.js';

export const rewardStream = (id: string): string => `Reward:${id}`;

/** What a verb does to the plan besides its state. */
export interface RewardOutcome {
  readonly patch?: Partial<Reward>;
  readonly reason?: string | null;
}

/** Acts of which the unit's people are told; what is still written is the office's own. */
const TOLD: readonly RewardAction[] = ['disclose', 'object', 'confirm'];

const snapshotOf = (reward: Reward, title: string): RewardSnapshot => ({
  id: reward.id,
  version: reward.version,
  state: reward.state,
  organisationId: reward.organisationId,
  contractId: reward.contractId,
  contractTitle: title,
  disclosedUntil: reward.disclosedUntil,
  personIds: [...new Set(reward.people.flatMap(({ personId }) => personId ?? []))],
});

export type RewardDraftInput = Target & RewardDraft;

/** 奖励方案: written, disclosed in the unit, taken back, confirmed. */
@Injectable()
export class RewardPlansService {
  constructor(
    private readonly work: Work,
    private readonly changes: ContractChanges,
    private readonly cases: RewardCases,
    private readonly store: RewardsStore,
    private readonly calendars: HolidayCalendars,
  ) {}

  /** Opens a plan for one receipt of a registered contract. @throws DomainError NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION. */
  async start(
    actor: Actor,
    input: { readonly clientMutationId: string; readonly contractId: string },
  ): Promise<{ id: string }> {
    const { clientMutationId, contractId } = input;
    const command = { domain: 'contracts', name: 'startReward', actor, clientMutationId, input } as const;
    checkIds(contractId);
    return this.work.run(command, async (tx) => {
      const contract = await this.changes.visible(actor, contractId);
      if (!hasRole(actor, contract.applicantOrganisationId, 'TRANSFER_OFFICER'))
        throw new DomainError(Codes.FORBIDDEN, '只有卖方单位的技术转移人员或管理员可以办理奖励');
      if (!wasRegistered(contract.state))
        throw new DomainError(Codes.ILLEGAL_TRANSITION, '合同登记后才能办理奖励');
      return this.begin(tx, actor, {
        contractId,
        organisationId: contract.applicantOrganisationId,
        mode: modeOf(contract),
      });
    });
  }

  /** Opens a plan of a year of a result that the unit uses itself (自行实施). @throws DomainError FORBIDDEN. */
  async startOwnUse(
    actor: Actor,
    input: { readonly clientMutationId: string; readonly organisationId: string },
  ): Promise<{ id: string }> {
    const { clientMutationId, organisationId } = input;
    const command = {
      domain: 'contracts',
      name: 'startOwnUseReward',
      actor,
      clientMutationId,
      input,
    } as const;
    checkIds(organisationId);
    return this.work.run(command, async (tx) => {
      if (!hasRole(actor, organisationId, 'TRANSFER_OFFICER'))
        throw new DomainError(Codes.FORBIDDEN, '只有本单位的技术转移人员或管理员可以办理奖励');
      return this.begin(tx, actor, { contractId: null, organisationId, mode: 'OWN_USE' });
    });
  }

  private async begin(
    tx: Tx,
    actor: Actor,
    of: Pick<Reward, 'contractId' | 'organisationId' | 'mode'>,
  ): Promise<{ id: string }> {
    const reward: Reward = {
      ...EMPTY_REWARD,
      ...of,
      id: uuidv7(),
      version: 1,
      state: 'DRAFT',
      round: 0,
      disclosedFrom: null,
      disclosedUntil: null,
      objections: [],
      confirmedOn: null,
      createdBy: personOf(actor),
      createdAt: tx.now,
      updatedAt: tx.now,
    };
    await this.store.insert(reward);
    await tx.audit({ stream: rewardStream(reward.id), action: 'start', after: reward });
    return { id: reward.id };
  }

  /** Saves as one types: incomplete is fine, unreadable is not. */
  async save(actor: Actor, input: RewardDraftInput): Promise<{ id: string }> {
    const { resultTitle, producedOn, receivedOn, income, cost, taxes, basis, total, people, channel } = input;
    checkIds(...people.flatMap(({ personId }) => personId ?? []));
    return this.perform(actor, 'saveReward', 'edit', input, async (tx, { reward }) => {
      const draft: RewardDraft = {
        resultTitle: cleanText(resultTitle),
        producedOn,
        receivedOn,
        income,
        cost,
        taxes,
        basis: cleanText(basis),
        total,
        people: people.map(({ personId, name, part, contribution, amount }) => ({
          personId,
          name: cleanText(name),
          part,
          contribution: cleanText(contribution),
          amount,
        })),
        channel: cleanText(channel),
      };
      refuseIf([...draftLimits(draft, reward, legalDayOf(tx.now)), ...(await this.strangers(reward, draft))]);
      return { patch: draft };
    });
  }

  discard(actor: Actor, input: Target): Promise<{ id: string }> {
    return this.perform(actor, 'discardReward', 'discard', input, () => ({}));
  }

  /** 内部公示: runs as many working days as the rule asks, from tomorrow on. */
  disclose(actor: Actor, input: Target): Promise<{ id: string }> {
    return this.perform(actor, 'discloseReward', 'disclose', input, async (tx, { reward, parameters }) => {
      const today = legalDayOf(tx.now);
      const calendar = await this.calendars.calendar();
      return {
        patch: {
          round: reward.round + 1,
          disclosedFrom: today,
          disclosedUntil: addWorkingDays(today, parameters.disclosureWorkingDays, calendar),
        },
        reason: reward.channel,
      };
    });
  }

  /** 收回修改: the plan is written anew and disclosed again. */
  async recall(actor: Actor, input: Target & { readonly reason: string }): Promise<{ id: string }> {
    const { text: reason, wrong } = said('reason', '收回的原因', input.reason, 500);
    return this.perform(
      actor,
      'recallReward',
      'recall',
      input,
      () => ({
        patch: { disclosedFrom: null, disclosedUntil: null },
        reason,
      }),
      wrong,
    );
  }

  /** 公示期满无未决异议: the plan stands and may be paid. */
  confirm(actor: Actor, input: Target): Promise<{ id: string }> {
    return this.perform(actor, 'confirmReward', 'confirm', input, (tx) => ({
      patch: { confirmedOn: legalDayOf(tx.now) },
    }));
  }

  /**
   * The one way in which a plan changes: lock, decide, save, record.
   * @throws DomainError NOT_FOUND, STALE_VERSION, and what the machine refuses, with what is `wrong` with the input.
   */
  async perform(
    actor: Actor,
    name: string,
    action: RewardAction,
    input: Target,
    carryOut: (tx: Tx, subject: RewardCase) => RewardOutcome | Promise<RewardOutcome>,
    wrong: readonly Violation[] = [],
  ): Promise<{ id: string }> {
    const { clientMutationId, id, expectedVersion } = input;
    checkIds(id);
    return this.work.run({ domain: 'contracts', name, actor, clientMutationId, input }, async (tx) => {
      const subject = await this.cases.lock(actor, id, tx.now);
      this.expectVersion(subject, expectedVersion);
      await this.apply(tx, actor, subject, action, carryOut, wrong);
      return { id };
    });
  }

  /** @throws DomainError STALE_VERSION. */
  expectVersion({ reward }: RewardCase, version: number): void {
    if (reward.version !== version) throw staleVersion();
  }

  /** Carries out the verb on a plan that is locked. */
  async apply(
    tx: Tx,
    actor: Actor,
    subject: RewardCase,
    action: RewardAction,
    carryOut: (tx: Tx, subject: RewardCase) => RewardOutcome | Promise<RewardOutcome>,
    wrong: readonly Violation[] = [],
  ): Promise<void> {
    const { reward } = subject;
    const state = rewardMachine.perform(subject, action, actor, tx.now, wrong);
    const { patch, reason = null } = await carryOut(tx, subject);
    const next: Reward = { ...reward, ...patch, state, version: reward.version + 1, updatedAt: tx.now };
    await this.store.save(reward, next);
    await tx.audit({ stream: rewardStream(reward.id), action, before: reward, after: next, reason });
    if (TOLD.includes(action))
      await tx.emit('contracts.reward', {
        aggregateId: next.id,
        version: next.version,
        action,
        payload: snapshotOf(next, titleOf({ ...subject, reward: next })),
      });
  }

  /** A line may name a colleague's account, and nobody else's. */
  private async strangers({ organisationId }: Reward, { people }: RewardDraft) {
    const named = people.flatMap(({ personId }) => personId ?? []);
    if (named.length === 0) return [];
    const known = new Set((await this.store.colleagues(organisationId)).map(({ id }) => id));
    return people.flatMap(({ personId }, index) =>
      personId === null || known.has(personId)
        ? []
        : [
            {
              path: `people.${index}.personId`,
              code: ContractCodes.REWARD_NOT_A_COLLEAGUE,
              message: '该账号不是本单位人员，请改为只填写姓名',
            },
          ],
    );
  }
}
