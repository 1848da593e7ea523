import { addDays, addWorkingDays, legalDayOf, say, type LegalDay } from '@jihui/kernel';
import { approvalsLeft, type Fixed } from '../calls/call.js';
import type { CallState } from '../calls/lifecycle.js';
import {
  ANNULS,
  callObjectionLifecycle,
  callObjectionMachine,
  type CallObjection,
  type CallObjectionAction,
  type ObjectionStage,
} from '../calls/objections.js';
import {
  biddingWindow,
  closingOf,
  extensionFaults,
  nextRound,
  noticeEnd,
  openingFaults,
  resumedClosing,
  resumedNotice,
} from '../calls/windows.js';
import { ChallengeCodes } from '../errors.js';
import type { RehearsalStep } from './report.js';
import type { More, Stage } from './stage.js';

const SCHEDULE = { level: 'IMPEDING', place: 'SCHEDULE' } as const;
const PEOPLE = { level: 'IMPEDING', place: 'PEOPLE' } as const;

/** From where the call stands to its publication. */
export function publish(stage: Stage): void {
  goOn(stage, 'CLEARED');
  announce(stage);
}

/** Step by step until the call has come to that state. */
export function goOn(stage: Stage, state: CallState): void {
  settleWhatIsOpen(stage);
  while (stage.call.state !== state) towards(stage);
}

/** What stands in the way of a call that is on its way: a suspension ends, open objections are decided. */
function settleWhatIsOpen(stage: Stage): void {
  const { suspendedAt, noticeUntil } = stage.call;
  if (suspendedAt !== null) {
    stage.office();
    const moved =
      stage.call.state === 'NOTICED' && noticeUntil !== null
        ? { noticeUntil: resumedNotice(noticeUntil, suspendedAt, stage.now, stage.calendar) }
        : {};
    stage.act('RESUME', 'resume', 'CITY', { suspendedAt: null, ...moved });
  }
  if (stage.openObjections === 0) return;
  stage.office();
  stage.note('DECIDE_OBJECTION', 'CITY');
  stage.openObjections = 0;
}

/** The next step before publication. */
function towards(stage: Stage): void {
  const { call } = stage;
  const recommending = stage.subject.countyServed ? 'COUNTY' : 'CITY';
  switch (call.state) {
    case 'SUBMITTED':
      stage.office();
      stage.act('RECOMMEND', 'recommend', recommending);
      return;
    case 'RECOMMENDED':
      stage.office();
      stage.act('CHECK_FORM', 'passFormCheck', 'CITY');
      return;
    case 'FORM_CHECKED':
      stage.office();
      stage.act('ARGUE', 'passArgument', 'CITY');
      return;
    case 'CANDIDATE':
      approve(stage, recommending);
      return;
    case 'APPROVED':
      startNotice(stage);
      return;
    case 'NOTICED':
      stage.after(call.noticeUntil ?? stage.day);
      stage.act('COMPLETE_NOTICE', 'completeNotice', 'CLOCK');
      return;
    default:
      throw new Error(`nothing leads from ${call.state} to publication`);
  }
}

/** 审批: each that the mode asks for, in its order, by whose it is. */
function approve(stage: Stage, county: 'COUNTY' | 'CITY'): void {
  for (const approval of approvalsLeft(stage.call)) {
    const who = approval === 'COUNTY_BUREAU' ? county : 'CITY';
    const day = stage.office();
    const given = { approval, document: '', opinion: '', day, personId: '' };
    stage.act('APPROVE', 'approve', who, { approvals: [...stage.call.approvals, given] }, { approval });
  }
  const last = stage.call.approvals.at(-1)?.approval === 'COUNTY_BUREAU' ? county : 'CITY';
  stage.act('APPROVE', 'settleApproval', last, {}, { quiet: true });
}

function startNotice(stage: Stage): void {
  const { noticeFrom: wished } = stage.setting.assumptions;
  const earliest = stage.office();
  if (wished !== null && stage.call.round === 1 && !wasNoticed(stage)) {
    if (wished < earliest)
      stage.findings.seen(
        { ...SCHEDULE, step: 'START_NOTICE' },
        'noticeFrom',
        ChallengeCodes.WINDOW,
        say`公示最早可以在 ${earliest} 开始`,
      );
    else if (!stage.calendar.isWorkingDay(wished))
      stage.findings.seen(
        { ...SCHEDULE, step: 'START_NOTICE' },
        'noticeFrom',
        ChallengeCodes.WINDOW,
        say`${wished} 不是工作日，公示须由经办人在工作日发布`,
      );
    stage.notBefore(wished);
  }
  const noticeFrom = stage.day;
  const noticeUntil = noticeEnd(noticeFrom, stage.rules.noticeDays, stage.calendar);
  stage.act('START_NOTICE', 'startNotice', 'CITY', { noticeFrom, noticeUntil }, { until: noticeUntil });
}

const wasNoticed = ({ entries }: Stage): boolean => entries.some(({ step }) => step === 'START_NOTICE');
const wasPublished = ({ entries }: Stage): boolean => entries.some(({ step }) => step === 'PUBLISH');

/** 张榜, with the custodians' keys before and the window behind it. */
export function announce(stage: Stage): void {
  if (stage.keysMissing > 0) {
    stage.office();
    stage.note('ENTER_KEYS', 'CUSTODIANS');
    stage.keysMissing = 0;
  }
  const today = stage.office();
  const opensOn = opening(stage, today);
  const { passLine, dropFrom, deviation, against } = stage.rules;
  const fixed: Fixed = { passLine, dropFrom, deviation, against, parameterIds: [] };
  const { closesOn, ...window } = biddingWindow(stage.call, opensOn, stage.now, stage.calendar);
  const wrong = openingFaults(opensOn, today);
  stage.act(
    'PUBLISH',
    'publish',
    'CITY',
    { publishedAt: stage.now, ...window, fixed },
    {
      ...SCHEDULE,
      ...{ until: closesOn, wrong },
    },
  );
  stage.notBefore(opensOn);
  stage.act('OPEN_BIDDING', 'openBidding', 'CLOCK', {}, { at: later(window.opensAt, stage.now) });
}

const later = (one: Date, other: Date): Date => (one > other ? one : other);

/** The first day of bidding: as it is wished for, where it can be. */
function opening(stage: Stage, today: LegalDay): LegalDay {
  const { opensOn } = stage.setting.assumptions;
  if (opensOn === null || wasPublished(stage)) return today;
  if (opensOn >= today) return opensOn;
  stage.findings.seen(
    { ...SCHEDULE, step: 'OPEN_BIDDING' },
    'opensOn',
    ChallengeCodes.WINDOW,
    say`公示期满后最早可以在 ${today} 张榜，揭榜不能早于这一天开始`,
  );
  return today;
}

/** The deadline passes. */
export function close(stage: Stage): void {
  const closesAt = stage.call.closesAt ?? stage.now;
  const closesOn = legalDayOf(closesAt);
  const lastQuestion = addDays(closesOn, -stage.rules.questionDays);
  if (lastQuestion >= stage.day) {
    stage.day = lastQuestion;
    stage.note('LAST_QUESTION', 'BIDDERS');
  }
  stage.day = closesOn;
  if (stage.bids.length > 0) stage.note('HAND_IN_BIDS', 'BIDDERS');
  stage.act('CLOSE_BIDDING', 'closeBidding', 'CLOCK', {}, { at: closesAt });
}

/** 平台故障 at the deadline: the window opens again for three working days, and closes again. */
export function outage(stage: Stage): void {
  stage.office();
  const { closesAt, extensions } = stage.call;
  if (closesAt === null) throw new Error('a window without an end');
  const closesOn = addWorkingDays(stage.day, 3, stage.calendar);
  const wrong = extensionFaults(closesAt, { closesOn, cause: 'OUTAGE' }, stage.now, stage.calendar);
  const to = closingOf(closesOn);
  const extension = {
    ...{ cause: 'OUTAGE' as const, reason: '', at: stage.now.toISOString() },
    ...{ from: closesAt.toISOString(), to: to.toISOString() },
  };
  const change = { closesAt: to, extensions: [...extensions, extension] };
  stage.act('EXTEND_BIDDING', 'extendBidding', 'CITY', change, { until: closesOn, wrong });
}

/** 中止 for a week in the middle of the window: it ends later by as long. */
export function suspension(stage: Stage): void {
  stage.office();
  const since = stage.now;
  stage.act('SUSPEND', 'suspend', 'CITY', { suspendedAt: since });
  stage.waits('EXTEND_BIDDING', 'extendBidding', 'CITY');
  stage.notBefore(addDays(stage.day, 7));
  stage.office();
  const { closesAt } = stage.call;
  if (closesAt === null) throw new Error('a window without an end');
  const to = resumedClosing(closesAt, since, stage.now, stage.calendar);
  stage.act('RESUME', 'resume', 'CITY', { suspendedAt: null, closesAt: to }, { until: legalDayOf(to) });
}

/** 流标 and 二次发榜. */
export function fail(stage: Stage): void {
  stage.office();
  stage.note('OPEN_BIDS', 'CUSTODIANS');
  stage.call = { ...stage.call, validBids: 0 };
  stage.act('FAIL', 'fail', 'CLOCK');
  stage.office();
  stage.act('RELIST', 'relist', 'CITY', nextRound(stage.call));
}

const ANNULLED: { readonly [stage in ObjectionStage]?: RehearsalStep } = {
  NOTICE: 'ANNUL_NOTICE',
  QUALIFICATION: 'ANNUL_QUALIFICATION',
};

/** What would follow if nobody had objected. */
interface Next {
  readonly step: RehearsalStep;
  readonly action: 'completeNotice' | 'drawExperts';
  readonly who: 'CLOCK' | 'CITY';
}

/**
 * An objection on the last day on which somebody may object, handled in all the time that there is, the one extension
 * included, and upheld: meanwhile the result waits, then it is annulled.
 */
export function upheldObjection(stage: Stage, of: 'NOTICE' | 'QUALIFICATION', next: Next): void {
  const until = (of === 'NOTICE' ? stage.call.noticeUntil : stage.call.stageUntil) ?? stage.day;
  stage.notBefore(until);
  handleObjection(stage, of, until, next);
  const action = ANNULS[stage.call.state];
  const step = ANNULLED[of];
  if (action === undefined || step === undefined)
    throw new Error(`nothing is annulled in ${stage.call.state}`);
  const anew = of === 'NOTICE' ? { approvals: [] } : { stageFrom: null, stageUntil: null };
  stage.act(step, action, 'CITY', anew);
}

/** 受理, one extension, 结论: each on its last day, by the real machine. */
function handleObjection(stage: Stage, of: ObjectionStage, until: LegalDay, next: Next): void {
  const { objectionAccept, objectionDecide } = stage.rules;
  const acceptBy = addWorkingDays(stage.day, objectionAccept, stage.calendar);
  const first = addWorkingDays(acceptBy, objectionDecide, stage.calendar);
  const decideBy = addWorkingDays(first, objectionDecide, stage.calendar);
  let objection: CallObjection = {
    ...{
      id: 'objection',
      version: 1,
      callId: stage.call.id,
      stage: of,
      state: 'RECEIVED',
      personId: 'public',
    },
    ...{ name: '', contact: '', statement: '', evidence: '', acceptBy, decideBy: null, extended: false },
    ...{ answer: '', answeredBy: null, createdAt: stage.now, updatedAt: stage.now },
  };
  stage.note('OBJECT', 'PUBLIC', { until: acceptBy });
  stage.openObjections = 1;
  const step = (name: RehearsalStep, action: CallObjectionAction, more: More = {}): void => {
    const subject = { objection, call: stage.call, bidders: stage.review.bidders };
    stage.decided(callObjectionMachine, subject, action, name, 'CITY', { ...PEOPLE, ...more });
    const state = callObjectionLifecycle.next(objection.state, action);
    if (state === undefined)
      throw new Error(`a rehearsal tried ${action} on an objection ${objection.state}`);
    objection = { ...objection, state, extended: objection.extended || action === 'extend' };
  };
  stage.after(until);
  stage.waits(next.step, next.action, next.who);
  stage.notBefore(acceptBy);
  step('ACCEPT_OBJECTION', 'accept', { until: first });
  stage.notBefore(first);
  step('EXTEND_OBJECTION', 'extend', { until: decideBy });
  stage.notBefore(decideBy);
  step('DECIDE_OBJECTION', 'uphold');
  stage.openObjections = 0;
  stage.disputed = true;
}

/** Where a window must hold a working day for what is to be done in it. */
export const workingDaysIn = (stage: Stage, from: LegalDay, until: LegalDay): number => {
  let days = 0;
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1))
    if (stage.calendar.isWorkingDay(day)) days += 1;
  return days;
};
