import { Injectable } from '@nestjs/common';
import { legalDayOf, type PersonActor } from '@jihui/kernel';
import { BusinessClock } from '@jihui/platform';
import { DemandsService } from '../calls/demands.service.js';
import { PlansService } from '../calls/plans.service.js';
import { WindowsService } from '../calls/windows.service.js';
import type { CallContentInput } from '../challenges.types.gen.js';
import { DEFAULT_CRITERIA, type Call, type SecondStage } from '../core/calls/call.js';
import type { CallState } from '../core/calls/lifecycle.js';
import { MODES, type CallMode } from '../core/calls/modes.js';
import type { CallsStore } from '../store/calls.store.js';
import { FactsStore } from '../store/facts.store.js';

/** What a demo call says of itself. */
export interface DemoDemand {
  /** Whose it is: a key of the people. */
  readonly person: string;
  readonly mode: CallMode;
  readonly content: CallContentInput;
  /** 两阶段评审. */
  readonly secondStage?: SecondStage;
}

export type Who = (key: string) => PersonActor;

export const CUSTODIANS = ['officer', 'registrar2', 'admin'] as const;

interface Input {
  readonly clientMutationId: string;
  readonly id: string;
  readonly expectedVersion: number;
}
type Do = (call: Call, input: Input) => Promise<unknown>;
export type Steps = { readonly [state in CallState]?: Do };

/** A demo call as it stands now. */
export async function currentCall(calls: CallsStore, id: string): Promise<Call> {
  const call = await calls.get(id);
  if (call === undefined) throw new Error('no call');
  return call;
}

/** What is done to a demo call in each state so that it goes on, as far as its notice. */
@Injectable()
export class DemoSteps {
  constructor(
    private readonly demands: DemandsService,
    private readonly plans: PlansService,
    private readonly windows: WindowsService,
    private readonly facts: FactsStore,
    private readonly clock: BusinessClock,
  ) {}

  of(who: Who, { person, mode, content, secondStage }: DemoDemand, biddingDays: number): Steps {
    const [owner, officer] = [who(person), who('officer')];
    return {
      DRAFT: (call, input) =>
        call.version === 1
          ? this.demands.save(owner, { ...input, mode, content })
          : this.demands.submit(owner, input),
      SUBMITTED: async (call, input) => {
        const served = await this.facts.servedCounties([call.divisionCode]);
        const county = served.has(call.divisionCode) ? who('county') : officer;
        return this.demands.recommend(county, {
          ...input,
          opinion: '需求来自生产实际，企业具备配套条件，同意推荐',
        });
      },
      RECOMMENDED: (_, input) => this.demands.passFormCheck(officer, { ...input, opinion: '材料齐全' }),
      FORM_CHECKED: async (_, input) =>
        this.demands.recordArgument(officer, {
          ...{ ...input, heldOn: legalDayOf(await this.clock.now()), verdict: 'PASSED' },
          experts: '秦树林、薛建平、苗青',
          opinion: '指标可量化、可考核，经费安排合理，同意列入榜单候选',
        }),
      CANDIDATE: async (call, input) => {
        if (call.plan.office === '')
          return this.plans.plan(officer, { ...input, ...planOf(who, call, biddingDays, secondStage) });
        const approval = MODES[mode].approvals[call.approvals.length];
        const given = { document: '局务会纪要〔2026〕11号', day: legalDayOf(await this.clock.now()) };
        return this.plans.approve(approval === 'COUNTY_BUREAU' ? who('county') : officer, {
          ...input,
          ...given,
        });
      },
      APPROVED: (_, input) => this.windows.startNotice(officer, input),
    };
  }
}

/** Three custodians of two sides, and who is responsible. */
const planOf = (who: Who, call: Call, biddingDays: number, secondStage: SecondStage | null = null) => ({
  ...{ mode: call.mode, funding: call.funding, undertakerId: null, biddingDays },
  winners: MODES[call.mode].winners.least,
  criteria: DEFAULT_CRITERIA.map(({ name, weight }) => ({ name, weight })),
  custodians: CUSTODIANS.map((key, at) => ({
    personId: who(key).personId,
    office: at === 0 ? ('BUREAU' as const) : ('SUPERVISION' as const),
  })),
  threshold: 2,
  documents: MODES[call.mode].needs.map((kind) => ({
    kind,
    title: '会签意见表',
    number: '忻科字〔2026〕31号',
    summary: '各部门同意列入本年度榜单，分工见附表',
  })),
  ...{ key: call.mode === 'SM', secondStage },
  office: '成果转化与区域创新科',
  responsibleId: who('registrar1').personId,
  supervisorId: who('registrar2').personId,
});
