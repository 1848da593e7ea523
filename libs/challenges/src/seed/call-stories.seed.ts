import { Injectable } from '@nestjs/common';
import { addDays, legalDayOf, system, type PersonActor } from '@jihui/kernel';
import { BusinessClock, DemoCity, HolidayCalendars, seedRequestId, Work, type Seed } from '@jihui/platform';
import { releaseShare, shareContext } from '@jihui/proofs';
import { BidOpener } from '../bids/opener.service.js';
import { OpeningService } from '../bids/opening.service.js';
import { DemandsService } from '../calls/demands.service.js';
import { WindowsService } from '../calls/windows.service.js';
import type { Call } from '../core/calls/call.js';
import { CallsStore } from '../store/calls.store.js';
import { DemoBids } from './demo-bids.js';
import { DemoCustodians, type PrivateKeys } from './demo-custodians.js';
import { DemoProjects } from './demo-projects.js';
import { DemoReviews } from './demo-reviews.js';
import { currentCall, CUSTODIANS, DemoSteps } from './demo-steps.js';
import { Telling, type DemoStory } from './story.js';

/** As short as the parameter allows: each day of a window is a head of the log. */
const BIDDING_DAYS = 20;

/**
 * Calls that have been through their bids, each told in its own time by the commands that people would have given. A
 * story is one transaction: no clock's job comes between, and what broke off has not begun.
 */
@Injectable()
export class CallStoriesSeed implements Seed {
  constructor(
    private readonly city: DemoCity,
    private readonly work: Work,
    private readonly clock: BusinessClock,
    private readonly holidays: HolidayCalendars,
    private readonly demands: DemandsService,
    private readonly windows: WindowsService,
    private readonly steps: DemoSteps,
    private readonly store: CallsStore,
    private readonly custodians: DemoCustodians,
    private readonly bids: DemoBids,
    private readonly opening: OpeningService,
    private readonly opener: BidOpener,
    private readonly reviews: DemoReviews,
    private readonly projects: DemoProjects,
  ) {}

  async run(): Promise<void> {
    const people = await this.city.people();
    const calendar = await this.holidays.calendar();
    for await (const story of this.city.lines<DemoStory>('call-stories.jsonl')) {
      const { title } = story.content;
      const command = { domain: 'challenges', name: 'tellStory', actor: system('seed') } as const;
      const clientMutationId = seedRequestId('story', title ?? '');
      // Told once: what people have made of it since stays.
      await this.work.run({ ...command, clientMutationId, input: { title } }, async (tx) => {
        const begun = addDays(legalDayOf(tx.now), -story.startedDaysAgo);
        const who = (key: string): PersonActor => people.as(key);
        const telling = new Telling(who, story, this.clock, calendar, begun, tx.now);
        telling.after(begun);
        return this.tell(telling);
      });
    }
  }

  private async tell(telling: Telling): Promise<{ id: string }> {
    const { call, keys } = await this.published(telling);
    for (const bid of telling.story.bids) {
      telling.later(4);
      await telling.do(() => this.bids.handIn(telling, call, bid));
    }
    await this.open(telling, call, keys);
    const { until } = telling.story;
    if (until !== 'BIDS_OPENED') await this.reviews.tell(telling, call.id);
    if (until === 'AWARDED') await this.projects.tell(telling, call.id);
    return { id: call.id };
  }

  /** From the demand to the window. */
  private async published(telling: Telling): Promise<{ call: Call; keys: PrivateKeys }> {
    const { who, story } = telling;
    const owner = who(story.person);
    const officer = who('officer');
    const { id } = await telling.do(() =>
      this.demands.start(owner, {
        clientMutationId: telling.request('start'),
        organisationId: owner.memberships[0]?.organisationId ?? '',
        mode: story.mode,
      }),
    );
    const steps = this.steps.of(who, story, BIDDING_DAYS);
    let call = await currentCall(this.store, id);
    for (let step = steps[call.state]; step !== undefined; step = steps[call.state]) {
      const [take, now] = [step, call];
      await telling.do(() => take(now, telling.on(now)));
      call = await currentCall(this.store, id);
      if (call.state === 'CANDIDATE') telling.later();
    }
    telling.after(call.noticeUntil ?? telling.today);
    const noticed = call;
    await telling.do(() => this.windows.completeNotice(officer, telling.on(noticed)));
    const cleared = await currentCall(this.store, id);
    const keys = await telling.do(() =>
      this.custodians.enterKeys(cleared, (step) => telling.request(step), CUSTODIANS.map(who)),
    );
    await telling.do(() => this.windows.publish(officer, telling.on(cleared)));
    return { call: await currentCall(this.store, id), keys };
  }

  /** 开标: after the deadline, by two of the three custodians. */
  private async open(telling: Telling, { id, closesAt }: Call, keys: PrivateKeys): Promise<void> {
    telling.after(legalDayOf(closesAt ?? telling.now));
    await telling.do(() => this.windows.follow(telling.now));
    await telling.do(() =>
      this.opening.begin(telling.who('officer'), {
        clientMutationId: telling.request('open'),
        callId: id,
      }),
    );
    for (const custodian of CUSTODIANS.slice(1).map(telling.who))
      await telling.do(() => this.release(telling, id, custodian, keys));
    await telling.do(() => this.opener.openReady(telling.now));
    const { state } = await currentCall(this.store, id);
    if (state !== 'BIDS_OPENED') throw new Error(`call-stories.jsonl: the opening ended in ${state}`);
  }

  private async release(telling: Telling, callId: string, custodian: PersonActor, keys: PrivateKeys) {
    const { personId } = custodian;
    const key = keys.get(personId);
    const waiting = (await this.opening.toRelease(personId, [callId])).get(callId) ?? [];
    if (key === undefined) throw new Error(`no key of ${personId}`);
    const shares = await Promise.all(
      waiting.map(async ({ bidId, sealed, subject }) => {
        const { share } = await releaseShare(sealed, key, shareContext(subject));
        return { bidId, share };
      }),
    );
    const clientMutationId = telling.request(`release${personId}`);
    await this.opening.release(custodian, { clientMutationId, callId, shares });
  }
}
