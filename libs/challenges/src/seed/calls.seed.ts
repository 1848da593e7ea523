import { Injectable } from '@nestjs/common';
import { addDays, legalDayOf, system } from '@jihui/kernel';
import { BusinessClock, DemoCity, seedRequestId, Work, type Seed } from '@jihui/platform';
import { DemoCustodians } from './demo-custodians.js';
import { currentCall, CUSTODIANS, type DemoDemand, DemoSteps, type Steps, type Who } from './demo-steps.js';
import { CallDesk } from '../calls/call-desk.js';
import { DemandsService } from '../calls/demands.service.js';
import { WindowsService } from '../calls/windows.service.js';
import type { Call } from '../core/calls/call.js';
import type { CallState } from '../core/calls/lifecycle.js';
import { CallsStore } from '../store/calls.store.js';

/** A line of config/demo/calls.jsonl. */
interface DemoCall extends DemoDemand {
  /** How far it is taken. */
  readonly until: CallState;
}

const BIDDING_DAYS = 30;

/** Fills the hall of calls: each is written by its owner and taken on by those who do it. */
@Injectable()
export class CallsSeed implements Seed {
  constructor(
    private readonly city: DemoCity,
    private readonly demands: DemandsService,
    private readonly windows: WindowsService,
    private readonly steps: DemoSteps,
    private readonly desk: CallDesk,
    private readonly store: CallsStore,
    private readonly work: Work,
    private readonly clock: BusinessClock,
    private readonly custodians: DemoCustodians,
  ) {}

  async run(): Promise<void> {
    const people = await this.city.people();
    for await (const demand of this.city.lines<DemoCall>('calls.jsonl'))
      await this.enter((key) => people.as(key), demand);
    // What is published opens now, and not when a worker first looks. A call that people keep where it is stays there.
    await this.windows.follow(await this.clock.now());
  }

  /** A call that stands already is left where people have taken it. */
  private async enter(who: Who, demand: DemoCall): Promise<void> {
    const { person, until, mode, content } = demand;
    const owner = who(person);
    const request = (step: string): string => seedRequestId('call', content.title ?? '', step);
    const { id } = await this.demands.start(owner, {
      clientMutationId: request('start'),
      organisationId: owner.memberships[0]?.organisationId ?? '',
      mode,
    });
    const steps = { ...this.steps.of(who, demand, BIDDING_DAYS), ...this.ends(who, request) };
    let call = await currentCall(this.store, id);
    if (call.version > 1) return;
    while (call.state !== until) {
      const step = steps[call.state];
      if (step === undefined) throw new Error(`calls.jsonl: nothing goes on from ${call.state}`);
      await step(call, {
        clientMutationId: request(`${call.state}${call.version}`),
        id,
        expectedVersion: call.version,
      });
      call = await currentCall(this.store, id);
    }
    // Nothing but the publication is left to be done.
    if (until === 'CLEARED') await this.custodians.enterKeys(call, request, CUSTODIANS.map(who));
  }

  /** The notice is over, and the call is published now. */
  private ends(who: Who, request: (step: string) => string): Steps {
    const officer = who('officer');
    return {
      NOTICED: async (call, input) => {
        await this.backdate(call);
        return this.windows.completeNotice(officer, {
          ...{ ...input, expectedVersion: input.expectedVersion + 1 },
        });
      },
      CLEARED: async (call, input) => {
        await this.custodians.enterKeys(call, request, CUSTODIANS.map(who));
        return this.windows.publish(officer, input);
      },
    };
  }

  /** The demo city begins with notices that are over; its history says that the demo did it. */
  private async backdate(call: Call): Promise<void> {
    await this.work.run({ domain: 'challenges', name: 'seed', actor: system('seed') }, async (tx) => {
      const today = legalDayOf(tx.now);
      const change = { noticeFrom: addDays(today, -10), noticeUntil: addDays(today, -1) };
      await this.desk.keep(tx, call, change, 'seed', '演示数据：公示期已满');
    });
  }
}
