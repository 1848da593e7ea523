import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import {
  addDays,
  legalDayOf,
  system,
  type OrganisationKind,
  type PersonActor,
  type Role,
} from '@jihui/kernel';
import {
  BusinessClock,
  Config,
  isUnreadable,
  readRows,
  seedRequestId,
  Work,
  type Seed,
} from '@jihui/platform';
import { DemoCustodians } from './demo-custodians.js';
import { CallDesk } from '../calls/call-desk.js';
import { DemandsService } from '../calls/demands.service.js';
import { PlansService } from '../calls/plans.service.js';
import { WindowsService } from '../calls/windows.service.js';
import type { CallContentInput } from '../challenges.types.gen.js';
import { DEFAULT_CRITERIA, type Call } from '../core/calls/call.js';
import type { CallState } from '../core/calls/lifecycle.js';
import { MODES, type CallMode } from '../core/calls/modes.js';
import { CallsStore } from '../store/calls.store.js';
import { FactsStore } from '../store/facts.store.js';

/** A line of config/demo/calls.jsonl. */
interface DemoCall {
  readonly person: string;
  /** How far it is taken. */
  readonly until: CallState;
  readonly mode: CallMode;
  readonly content: CallContentInput;
}

/** The part of config/demo/identity.json that says who is who. */
interface DemoFile {
  readonly organisations: readonly {
    readonly key: string;
    readonly id: string;
    readonly kind: OrganisationKind;
    readonly divisionCode: string;
  }[];
  readonly people: readonly {
    readonly key: string;
    readonly id: string;
    readonly organisation: string;
    readonly roles: readonly Role[];
  }[];
}

/** Fills the hall of calls: each is written by its owner and taken on by those who do it. */
@Injectable()
export class CallsSeed implements Seed {
  constructor(
    private readonly config: Config,
    private readonly demands: DemandsService,
    private readonly plans: PlansService,
    private readonly windows: WindowsService,
    private readonly desk: CallDesk,
    private readonly store: CallsStore,
    private readonly facts: FactsStore,
    private readonly work: Work,
    private readonly clock: BusinessClock,
    private readonly custodians: DemoCustodians,
  ) {}

  async run(): Promise<void> {
    const folder = join(dirname(this.config.cityFile), '../demo');
    const demo = JSON.parse(await readFile(join(folder, 'identity.json'), 'utf8')) as DemoFile;
    for await (const row of readRows(createReadStream(join(folder, 'calls.jsonl')), 'jsonl')) {
      if (isUnreadable(row)) throw new Error(`calls.jsonl row ${row.row}: ${row.problem}`);
      await this.enter(demo, row.cells as unknown as DemoCall);
    }
    // What is published opens now, and not when a worker first looks. A call that people keep where it is stays there.
    await this.windows.follow(await this.clock.now());
  }

  /** A call that stands already is left where people have taken it. */
  private async enter(demo: DemoFile, { person, until, mode, content }: DemoCall): Promise<void> {
    const who = (key: string): PersonActor => demoPerson(demo, key);
    const owner = who(person);
    const request = (step: string): string => seedRequestId('call', content.title ?? '', step);
    const { id } = await this.demands.start(owner, {
      ...{
        clientMutationId: request('start'),
        organisationId: owner.memberships[0]?.organisationId ?? '',
        mode,
      },
    });
    const steps = this.stepsOf(who, owner, { mode, content }, request);
    let call = await this.current(id);
    if (call.version > 1) return;
    while (call.state !== until) {
      const step = steps[call.state];
      if (step === undefined) throw new Error(`calls.jsonl: nothing goes on from ${call.state}`);
      await step(call, {
        clientMutationId: request(`${call.state}${call.version}`),
        id,
        expectedVersion: call.version,
      });
      call = await this.current(id);
    }
    // Nothing but the publication is left to be done.
    if (until === 'CLEARED') await this.enterKeys(call, request, who);
  }

  private enterKeys(
    call: Call,
    request: (step: string) => string,
    who: (key: string) => PersonActor,
  ): Promise<void> {
    return this.custodians.enterKeys(call, request, ['officer', 'registrar2', 'admin'].map(who));
  }

  private stepsOf(
    who: (key: string) => PersonActor,
    owner: PersonActor,
    { mode, content }: Pick<DemoCall, 'mode' | 'content'>,
    request: (step: string) => string,
  ) {
    const officer = who('officer');
    type Input = { readonly clientMutationId: string; readonly id: string; readonly expectedVersion: number };
    type Do = (call: Call, input: Input) => Promise<unknown>;
    const steps: Partial<Record<CallState, Do>> = {
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
        if (call.plan.office === '') return this.plans.plan(officer, { ...input, ...planOf(who, call) });
        const approval = MODES[mode].approvals[call.approvals.length];
        const given = { document: '局务会纪要〔2026〕11号', day: legalDayOf(await this.clock.now()) };
        return this.plans.approve(approval === 'COUNTY_BUREAU' ? who('county') : officer, {
          ...input,
          ...given,
        });
      },
      APPROVED: (_, input) => this.windows.startNotice(officer, input),
      NOTICED: async (call, input) => {
        await this.backdate(call);
        return this.windows.completeNotice(officer, {
          ...{ ...input, expectedVersion: input.expectedVersion + 1 },
        });
      },
      CLEARED: async (call, input) => {
        await this.enterKeys(call, request, who);
        return this.windows.publish(officer, input);
      },
    };
    return steps;
  }

  /** The demo city begins with notices that are over; its history says that the demo did it. */
  private async backdate(call: Call): Promise<void> {
    await this.work.run({ domain: 'challenges', name: 'seed', actor: system('seed') }, async (tx) => {
      const today = legalDayOf(tx.now);
      const change = { noticeFrom: addDays(today, -10), noticeUntil: addDays(today, -1) };
      await this.desk.keep(tx, call, change, 'seed', '演示数据：公示期已满');
    });
  }

  private async current(id: string): Promise<Call> {
    const call = await this.store.get(id);
    if (call === undefined) throw new Error('no call');
    return call;
  }
}

/** Three custodians of two sides, and who is responsible. */
const planOf = (who: (key: string) => PersonActor, call: Call) => ({
  mode: call.mode,
  funding: call.funding,
  undertakerId: null,
  winners: MODES[call.mode].winners.least,
  biddingDays: 30,
  criteria: DEFAULT_CRITERIA.map(({ name, weight }) => ({ name, weight })),
  custodians: [
    { personId: who('officer').personId, office: 'BUREAU' as const },
    { personId: who('registrar2').personId, office: 'SUPERVISION' as const },
    { personId: who('admin').personId, office: 'SUPERVISION' as const },
  ],
  threshold: 2,
  documents: MODES[call.mode].needs.map((kind) => ({
    kind,
    title: '会签意见表',
    number: '忻科字〔2026〕31号',
    summary: '各部门同意列入本年度榜单，分工见附表',
  })),
  key: call.mode === 'SM',
  office: '成果转化与区域创新科',
  responsibleId: who('registrar1').personId,
  supervisorId: who('registrar2').personId,
});

/** Somebody of the demo city, as they sign in. */
function demoPerson(demo: DemoFile, key: string): PersonActor {
  const person = demo.people.find((one) => one.key === key);
  const home = demo.organisations.find((one) => one.key === person?.organisation);
  if (person === undefined || home === undefined) throw new Error(`the demo city has no ${key}`);
  const { id: organisationId, kind, divisionCode } = home;
  return {
    kind: 'person',
    personId: person.id,
    memberships: [{ organisationId, kind, divisionCode, roles: person.roles }],
  };
}
