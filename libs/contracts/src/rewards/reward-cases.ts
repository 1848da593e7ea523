import { Injectable } from '@nestjs/common';
import { legalDayOf, notFound, type Actor, type LegalDay } from '@jihui/kernel';
import { Parameters } from '@jihui/platform';
import {
  IIT_DISCLOSED,
  IIT_YEARS,
  REWARD_MAIN,
  REWARD_OWN_USE,
  REWARD_OWN_USE_YEARS,
  REWARD_SHARE,
} from '../core/calculators/parameters.js';
import type { Reward } from '../core/rewards/reward.js';
import type { RewardCase, RewardParameters } from '../core/rewards/rules.js';
import { ContractsStore } from '../store/contracts.store.js';
import { ProjectionsStore } from '../store/projections.store.js';
import { RewardsStore } from '../store/rewards.store.js';

const NAMES = {
  share: REWARD_SHARE,
  ownUseShare: REWARD_OWN_USE,
  ownUseYears: REWARD_OWN_USE_YEARS,
  main: REWARD_MAIN,
  disclosureWorkingDays: IIT_DISCLOSED,
  paymentYears: IIT_YEARS,
} as const satisfies { readonly [key in keyof RewardParameters]: { readonly name: string } };

/** Gathers what is looked at when a plan is judged, by the law of the day on which the income came in. */
@Injectable()
export class RewardCases {
  constructor(
    private readonly store: RewardsStore,
    private readonly contracts: ContractsStore,
    private readonly projections: ProjectionsStore,
    private readonly law: Parameters,
  ) {}

  /** Locked. @throws DomainError NOT_FOUND for what the actor may not see. */
  async lock(actor: Actor, id: string, now: Date): Promise<RewardCase> {
    const reward = await this.store.lock(id);
    if (reward === undefined || !(await this.store.byIds(actor, [id])).has(id)) throw notFound('奖励方案');
    return this.of(reward, now);
  }

  async of(reward: Reward, now: Date): Promise<RewardCase> {
    const [subject] = await this.ofAll([reward], now);
    if (subject === undefined) throw new Error('no case');
    return subject;
  }

  /** For a page of them in a fixed number of statements. */
  async ofAll(rewards: readonly Reward[], now: Date): Promise<readonly RewardCase[]> {
    const ids = rewards.map(({ id }) => id);
    const contracts = await this.contracts.getAll(rewards.flatMap(({ contractId }) => contractId ?? []));
    const units = await this.projections.organisations(rewards.map(({ organisationId }) => organisationId));
    const others = await this.store.others(ids);
    const payments = await this.store.paymentsOf(ids);
    const law = await this.parameters(rewards, now);
    return rewards.map((reward) => {
      const { contractId } = reward;
      const contract = contractId === null ? null : contracts.get(contractId);
      if (contract === undefined) throw new Error('a reward of a contract that is gone');
      const unit = units.get(reward.organisationId);
      const { income: otherIncome = 0, sameReceipt = false } = others.get(reward.id) ?? {};
      return {
        reward,
        contract,
        unitName: unit?.name ?? '',
        unitDivision: unit?.divisionCode ?? '',
        stateEstablished: unit?.stateEstablished ?? false,
        otherIncome,
        sameReceipt,
        payments: payments.get(reward.id) ?? [],
        parameters: law(reward),
      };
    });
  }

  /** Those that hold on the day of the receipt; where a rule began later, as it stands today. */
  private async parameters(
    rewards: readonly Reward[],
    now: Date,
  ): Promise<(reward: Reward) => RewardParameters> {
    const names = Object.values(NAMES).map(({ name }) => name);
    const today = legalDayOf(now);
    const days = [...new Set(rewards.map(({ receivedOn }) => receivedOn ?? today))];
    const versions = await this.law.known(names, [...days, today]);
    const valueOn = (day: LegalDay, name: string): number => {
      const version = versions.get(day)?.get(name) ?? versions.get(today)?.get(name);
      if (version === undefined) throw new Error(`no parameter ${name} holds on ${day}`);
      return version.value;
    };
    return ({ receivedOn }) => {
      const day = receivedOn ?? today;
      return {
        share: valueOn(day, NAMES.share.name),
        ownUseShare: valueOn(day, NAMES.ownUseShare.name),
        ownUseYears: valueOn(day, NAMES.ownUseYears.name),
        main: valueOn(day, NAMES.main.name),
        disclosureWorkingDays: valueOn(day, NAMES.disclosureWorkingDays.name),
        paymentYears: valueOn(day, NAMES.paymentYears.name),
      };
    };
  }
}
