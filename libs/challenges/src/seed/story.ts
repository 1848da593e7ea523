import {
  addDays,
  addWorkingDays,
  legalDayOf,
  startOfLegalDay,
  type HolidayCalendar,
  type LegalDay,
} from '@jihui/kernel';
import { seedRequestId, type BusinessClock } from '@jihui/platform';
import type { Call } from '../core/calls/call.js';
import type { DemoDemand, Who } from './demo-steps.js';

/** A bid of a story: who hands it in, what stands inside, and what the panel thinks of it. */
export interface DemoBid {
  readonly person: string;
  /** Points of a hundred that the panel gives, about. */
  readonly merit: number;
  readonly form: {
    readonly members?: readonly { readonly name: string }[];
  };
  /** 联合体协议, where the bid is a consortium's. */
  readonly agreement?: {
    readonly title: string;
    readonly paragraphs: readonly string[];
    /** Where in it each clause stands. */
    readonly clauses: Readonly<Record<string, string>>;
    /** Who confirms for each member after the lead: keys of the people. */
    readonly members: readonly string[];
  };
}

/** How a story's project is carried on. Days are counted from the day on which its task book is signed. */
export interface DemoProject {
  readonly number: string;
  readonly months: number;
  readonly milestones: readonly { readonly name: string; readonly signedPlusDays: number }[];
  readonly instalments: readonly { readonly milestone: number | null; readonly ratio: number }[];
  readonly appropriation: { readonly voucher: string };
  readonly ownerReceipt: { readonly voucher: string; readonly amount: number };
  readonly report: {
    readonly text: string;
    readonly evidence: string;
    readonly measurements: readonly { readonly code: string; readonly value: string }[];
  };
  readonly assessment: string;
  readonly inspection: string;
}

/** A line of config/demo/call-stories.jsonl: a call that has been through its bids. */
export interface DemoStory extends DemoDemand {
  readonly startedDaysAgo: number;
  readonly until: 'BIDS_OPENED' | 'REVIEWING' | 'AWARDED';
  readonly bids: readonly DemoBid[];
  /** How many of the panel have handed in their sheets, where the review is under way; of the defence, where there is one. */
  readonly handedIn?: number;
  /** 专家组意见. */
  readonly opinion?: string;
  readonly project?: DemoProject;
}

const HOUR = 3_600_000;
/** When offices do their work. */
const MORNING = 10 * HOUR;

/** Tells a story in its own time: a day, on which things are done one after the other, and the days after it. */
export class Telling {
  private told = 0;

  constructor(
    readonly who: Who,
    readonly story: DemoStory,
    private readonly clock: BusinessClock,
    private readonly calendar: HolidayCalendar,
    private day: LegalDay,
    /** When it is told: nothing of it happens later. */
    private readonly present: Date,
  ) {}

  get today(): LegalDay {
    return legalDayOf(this.now);
  }

  get now(): Date {
    const now = startOfLegalDay(this.day).getTime() + MORNING + this.told * 60_000;
    return new Date(Math.min(now, this.present.getTime()));
  }

  /** The next working day, or that many on. */
  later(workingDays = 1): void {
    this.goTo(addWorkingDays(this.day, workingDays, this.calendar));
  }

  /** The first working day after this one. */
  after(day: LegalDay): void {
    this.goTo(addWorkingDays(day, 1, this.calendar));
  }

  /** What is done from here on is done as the story is told. */
  comeToPresent(): void {
    this.goTo(addDays(legalDayOf(this.present), 1));
  }

  private goTo(day: LegalDay): void {
    this.day = day;
    this.told = 0;
  }

  /** Does it now, a minute after what was done before. */
  do<T>(work: () => Promise<T>): Promise<T> {
    this.told += 1;
    return this.clock.at(this.now, work);
  }

  /** The same for the same step of the story in every run. */
  request(step: string): string {
    return seedRequestId('story', this.story.content.title ?? '', step);
  }

  /** What a command on the call is asked with. */
  on({ id, version }: Pick<Call, 'id' | 'version'>) {
    return { clientMutationId: this.request(`${id}${version}`), id, expectedVersion: version };
  }
}
