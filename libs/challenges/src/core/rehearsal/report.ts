import { told, type Fen, type LegalDay, type Sentence, type Told, type Violation } from '@jihui/kernel';
import type { CallState } from '../calls/lifecycle.js';
import type { Approval } from '../calls/modes.js';

/**
 * How much a fault weighs. BLOCKING stands in the call itself and cannot be mended once it is published; IMPEDING lies in
 * what is around the call (people, pool, schedule) and stops a step unless it is mended until then; ADVICE stops nothing.
 */
export const REHEARSAL_LEVELS = ['BLOCKING', 'IMPEDING', 'ADVICE'] as const;
export type RehearsalLevel = (typeof REHEARSAL_LEVELS)[number];

/** Where a fault is mended: the owner's demand, the bureau's plan, accounts, the expert bank, what is assumed, the table of parameters. */
export type RehearsalPlace = 'CONTENT' | 'PLAN' | 'PEOPLE' | 'POOL' | 'SCHEDULE' | 'PARAMETERS';

/** Who acts in a step. */
export type RehearsalWho =
  | 'OWNER'
  | 'COUNTY'
  | 'CITY'
  | 'SUPERVISOR'
  | 'CUSTODIANS'
  | 'EXPERTS'
  | 'BIDDERS'
  | 'UNDERTAKER'
  | 'PUBLIC'
  | 'CLOCK';

export type RehearsalStep =
  | ('SUBMIT' | 'RECOMMEND' | 'CHECK_FORM' | 'ARGUE' | 'APPROVE' | 'START_NOTICE' | 'COMPLETE_NOTICE')
  | ('OBJECT' | 'ACCEPT_OBJECTION' | 'EXTEND_OBJECTION' | 'DECIDE_OBJECTION' | 'ANNUL_NOTICE')
  | ('ANNUL_QUALIFICATION' | 'ENTER_KEYS' | 'PUBLISH')
  | ('OPEN_BIDDING' | 'LAST_QUESTION' | 'HAND_IN_BIDS' | 'CLOSE_BIDDING' | 'EXTEND_BIDDING' | 'SUSPEND')
  | ('RESUME' | 'OPEN_BIDS' | 'FAIL' | 'RELIST' | 'DECIDE_QUALIFICATION' | 'PUBLISH_QUALIFICATION')
  | (
      | 'DRAW_EXPERTS'
      | 'ACCEPT_SEATS'
      | 'START_REVIEW'
      | 'HAND_IN_SHEETS'
      | 'ADVANCE'
      | 'VOTE'
      | 'CONCLUDE_REVIEW'
    )
  | ('SIGN_MINUTES' | 'DELIBERATE' | 'COMPLETE_AWARD' | 'SIGN_TASK_BOOK' | 'LAPSE' | 'LINK_CONTRACT')
  | ('APPROPRIATE' | 'PROVE_PAYMENT' | 'REQUEST_PAYMENT' | 'PAY' | 'REPORT' | 'ASSESS' | 'INSPECT')
  | ('ELIMINATE' | 'SHARE_MONEY' | 'APPLY_ACCEPTANCE' | 'USER_REPORT' | 'ACCEPT' | 'REJECT' | 'CONCLUDE')
  | ('TERMINATE_PROJECT' | 'PROPOSE_EXEMPTION' | 'REVIEW_EXEMPTION' | 'DECIDE_EXEMPTION' | 'SETTLE')
  | ('PASS_OVER' | 'FINISH');

/** One thing that the rehearsal found. */
export interface RehearsalFault extends Told {
  readonly level: RehearsalLevel;
  readonly place: RehearsalPlace;
  /** The step that it stops, or concerns. */
  readonly step: RehearsalStep;
  /** Path inside the form of that place; empty for the whole. */
  readonly path: string;
  readonly code: string;
  readonly article?: string;
}

/** One line of the calendar of a run. */
export interface RehearsalEntry {
  readonly day: LegalDay;
  /** The last day of the window that begins with the step; null where it begins none. */
  readonly until: LegalDay | null;
  readonly step: RehearsalStep;
  readonly who: RehearsalWho;
  readonly approval: Approval | null;
  readonly amount: Fen | null;
  /** DONE; WAITS where the rules rightly refuse it for now, such as while an objection is open; STOPPED by a fault. */
  readonly outcome: 'DONE' | 'WAITS' | 'STOPPED';
}

export const REHEARSAL_STORIES = [
  'NORMAL',
  'NO_BID',
  'ONE_BIDDER',
  'TIE',
  'OBJECTION_UPHELD',
  'WITHDRAWAL',
  'EXTENSION',
  'RECTIFICATION',
  'TERMINATION',
  'RACE',
] as const;
export type RehearsalStory = (typeof REHEARSAL_STORIES)[number];

export interface RehearsalRun {
  readonly story: RehearsalStory;
  readonly entries: readonly RehearsalEntry[];
  /** Where the call stands at its end. */
  readonly ends: CallState;
}

/** 预演报告. */
export interface Rehearsal {
  /** By level, then in the order of the steps. */
  readonly faults: readonly RehearsalFault[];
  readonly runs: readonly RehearsalRun[];
}

type Placed = Pick<RehearsalFault, 'level' | 'place' | 'step'>;

/** What was found so far, each thing once, however many stories meet it. */
export class Findings {
  private readonly found = new Map<string, RehearsalFault>();

  seen(placed: Placed, path: string, code: string, sentence: Sentence): void {
    this.take(placed, [{ path, code, ...told(sentence) }]);
  }

  /** What the real rules refuse with. */
  take(placed: Placed, violations: readonly Violation[]): void {
    for (const violation of violations) {
      const key = `${violation.code} ${violation.path} ${violation.message}`;
      if (!this.found.has(key)) this.found.set(key, { ...violation, ...placed });
    }
  }

  /** The heaviest first; within a level as the steps came. */
  get sorted(): readonly RehearsalFault[] {
    const weight = ({ level }: RehearsalFault): number => REHEARSAL_LEVELS.indexOf(level);
    return [...this.found.values()].sort((a, b) => weight(a) - weight(b));
  }
}
