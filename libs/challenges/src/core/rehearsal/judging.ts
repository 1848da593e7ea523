import { addDays, addWorkingDays, say } from '@jihui/kernel';
import { ChallengeCodes } from '../errors.js';
import { projectsOf } from '../projects/begin.js';
import type { Project } from '../projects/project.js';
import { isBlocked } from '../qualification/check.js';
import { awardable, awardFaults, scoringRuleOf, type ReviewResult } from '../review/outcome.js';
import { judgesOf, panelCaseOf, panelRuleOf, strataOf } from '../review/panel.js';
import { FULL, ranked, standingOf, type Points, type Sheet, type Standing } from '../review/scoring.js';
import { advancing } from '../review/stages.js';
import { stagedBids, qualificationOf } from './bidding.js';
import { workingDaysIn } from './road.js';
import type { Stage } from './stage.js';

/** All bids are opened, and each is held against the call by the real check. */
export function open(stage: Stage): void {
  stage.office();
  stage.note('OPEN_BIDS', 'CUSTODIANS');
  const many = stage.bids.length;
  stage.act('OPEN_BIDS', 'openBids', 'CLOCK', { validBids: many, openingAt: stage.now }, { quiet: true });
  const bidders = stage.bids.map(({ lead }) => lead.id);
  stage.review = { ...stage.review, undecided: many, bidders };
}

/** 资格审查结论, and its publication. */
export function qualify(stage: Stage): void {
  stage.office();
  for (const bid of stage.bids) {
    const found = qualificationOf(bid, stage.call, stage.setting.ownerName);
    if (!isBlocked(found)) continue;
    // Who may bid is found at rest: here it is what is asked of bids.
    const blocking = found.filter(({ level, indicator }) => level === 'BLOCK' && indicator !== undefined);
    stage.findings.take(
      { level: 'IMPEDING', place: 'CONTENT', step: 'DECIDE_QUALIFICATION' },
      blocking.map(({ level: _, indicator, ...finding }) => ({
        ...finding,
        path: `indicators.${indexOf(stage, indicator ?? '')}.target`,
      })),
    );
  }
  stage.note('DECIDE_QUALIFICATION', 'CITY');
  stage.review = { ...stage.review, undecided: 0, qualified: stage.bids.length };
  const stageFrom = stage.office();
  const stageUntil = addWorkingDays(stageFrom, stage.rules.qualificationDays, stage.calendar);
  const change = { stageFrom, stageUntil };
  stage.act('PUBLISH_QUALIFICATION', 'publishQualification', 'CITY', change, { until: stageUntil });
}

const indexOf = ({ setting: { subject } }: Stage, code: string): number =>
  subject.call.content.indicators.findIndex((indicator) => indicator.code === code);

/** 抽取, and the panel's answers. */
export function draw(stage: Stage): void {
  stage.after(stage.call.stageUntil ?? stage.day);
  stage.office();
  stage.act('DRAW_EXPERTS', 'drawExperts', 'CITY');
  const answerBy = addWorkingDays(stage.day, stage.rules.answerDays, stage.calendar);
  stage.review = { ...stage.review, drawBegun: true, seatsWaiting: seatsOf(stage) };
  stage.day = answerBy;
  stage.note('ACCEPT_SEATS', 'EXPERTS');
  stage.review = { ...stage.review, seatsWaiting: 0 };
  stage.office();
  stage.act('START_REVIEW', 'startReview', 'CITY');
  stage.review = { ...stage.review, advanced: false, sheetsMissing: judgesIn(stage) * stage.bids.length };
}

/** As many seats as the real strata have. */
function seatsOf({ call, rules, disputed }: Stage): number {
  const strata = strataOf(panelCaseOf(call, disputed), panelRuleOf(rules));
  return strata.reduce((sum, { seats }) => sum + seats, 0);
}

/** As many as judge each bid. */
const judgesIn = ({ call, rules, disputed }: Stage): number =>
  judgesOf(panelCaseOf(call, disputed), panelRuleOf(rules));

/** What a panel gives the bids, best first: full marks, half way down to the pass line, just the pass line … */
const graded = (stage: Stage, at: number): Record<string, Points> => {
  const span = FULL - stage.rules.passLine;
  const kept = FULL - Math.floor((span * Math.min(at, 4)) / 5);
  return Object.fromEntries(
    stage.call.plan.criteria.map(({ code, weight }) => [code, Math.ceil((weight * kept) / FULL)]),
  );
};

/** The same total twice, apart on the first criterion alone; the very same where there is no second one. */
function level(stage: Stage): readonly Record<string, Points>[] {
  const [first, second] = stage.call.plan.criteria;
  const full = graded(stage, 0);
  if (first === undefined || second === undefined) return [full, full];
  const step = Math.min(first.weight, second.weight, 1);
  return [
    { ...full, [second.code]: second.weight - step },
    { ...full, [first.code]: first.weight - step },
  ];
}

type Marks = readonly Record<string, Points>[];

function standingsOf(stage: Stage, marks: Marks): readonly Standing[] {
  const seats = Array.from({ length: judgesIn(stage) }, (_, at) => `expert-${at + 1}`);
  const rule = scoringRuleOf(stage.call);
  return stage.bids.map(({ id }, at) => {
    const sheets = seats.map((expert): Sheet => ({ expert, points: marks[at] ?? {}, recommends: true }));
    return standingOf(id, sheets, rule);
  });
}

/** The sheets come in and the panel concludes. @param tie whether the bids come out even, twice over */
export function review(stage: Stage, tie = false): void {
  stage.office();
  stage.note('HAND_IN_SHEETS', 'EXPERTS');
  stage.review = { ...stage.review, sheetsMissing: 0 };
  const marks = tie ? level(stage) : stage.bids.map((_, at) => graded(stage, at));
  const standings = defended(stage, standingsOf(stage, marks));
  stage.review = { ...stage.review, opined: true };
  const { places, tied } =
    tie && standings.length > 1 ? voted(stage, standings) : ranked(standings, votesOf(stage));
  if (tied.length > 0)
    stage.findings.seen(
      { level: 'IMPEDING', place: 'PARAMETERS', step: 'VOTE' },
      '',
      ChallengeCodes.TIED,
      say`专家组 ${seatsOf(stage)} 人投票仍然并列：专家组人数须为单数`,
    );
  stage.office();
  stage.act('CONCLUDE_REVIEW', 'concludeReview', 'CITY');
  stage.passed = places.map(({ bid }) => bid);
  stage.review = { ...stage.review, unsigned: seatsOf(stage), passed: stage.passed.length };
  stage.office();
  stage.note('SIGN_MINUTES', 'EXPERTS');
  stage.review = { ...stage.review, unsigned: 0 };
}

/**
 * 答辩, where the plan has it: the best defend before those who judged them on paper, and come out as they did there. Of
 * marks that are made up its line says nothing.
 * @returns where those stand who may still be awarded
 */
function defended(stage: Stage, written: readonly Standing[]): readonly Standing[] {
  const { secondStage } = stage.call.plan;
  if (secondStage === null) return written;
  const advanced = advancing(written, { ...secondStage, line: null });
  stage.office();
  stage.act('ADVANCE', 'advanceReview', 'CITY');
  stage.review = { ...stage.review, advanced: true };
  stage.note('HAND_IN_SHEETS', 'EXPERTS');
  return written.filter(({ bid }) => advanced.includes(bid));
}

/** A vote that is as close as it can be. */
const votesOf = (stage: Stage): ReadonlyMap<string, number> => {
  const seats = seatsOf(stage);
  return new Map(
    stage.bids.map(({ id }, at) => [id, at === 0 ? Math.ceil(seats / 2) : Math.floor(seats / 2)]),
  );
};

/** Even totals go by the first criterion; where that is even too, the panel votes. */
function voted(stage: Stage, standings: readonly Standing[]) {
  const byCriterion = ranked(standings);
  const even = standingsOf(stage, [graded(stage, 0), graded(stage, 0)]);
  stage.note('VOTE', 'EXPERTS');
  const decided = ranked(even, votesOf(stage));
  return byCriterion.tied.length > 0 || decided.tied.length > 0 ? decided : byCriterion;
}

/** 审议、拟立项公示: the best that were not awarded before, as many as the plan funds. */
export function award(stage: Stage): void {
  const { call, given } = stage;
  const places = stage.passed.map((bid, at) => ({ bid, place: at + 1 }));
  const result: ReviewResult = awardable({ standings: [], places }, given);
  const awards = result.places.slice(0, call.plan.winners).map(({ bid }) => bid);
  stage.review = { ...stage.review, passed: result.places.length };
  const stageFrom = stage.office();
  const stageUntil = addWorkingDays(stageFrom, stage.rules.awardDays, stage.calendar);
  const wrong = result.places.length === 0 ? [] : awardFaults(call, awards, awards, result, '');
  stage.act('DELIBERATE', 'deliberate', 'CITY', { stageFrom, stageUntil }, { until: stageUntil, wrong });
  if (call.mode === 'SM' && awards.length === 1 && given.size === 0)
    stage.findings.seen(
      { level: 'ADVICE', place: 'PLAN', step: 'DELIBERATE' },
      'mode',
      ChallengeCodes.WINNERS,
      '只有一家通过评审时只能立项一家，不成赛马',
    );
  stage.after(stageUntil);
  stage.act('COMPLETE_AWARD', 'completeAward', 'CLOCK');
  begin(stage, awards);
}

/** The awards become projects, each to be signed in time. */
function begin(stage: Stage, awards: readonly string[]): void {
  const signBy = addDays(stage.day, stage.rules.signDays);
  if (workingDaysIn(stage, stage.day, signBy) === 0)
    stage.findings.seen(
      { level: 'IMPEDING', place: 'PARAMETERS', step: 'SIGN_TASK_BOOK' },
      'signDays',
      ChallengeCodes.WINDOW,
      say`签约期限到 ${signBy} 止，其间没有一个工作日`,
    );
  const bids = awards.flatMap((id) => stage.bids.find((bid) => bid.id === id) ?? []);
  const awarded = bids.map(({ id, form, lead }) => ({ id, form, organisationId: lead.id }));
  const before = stage.projects.length;
  const begun = projectsOf(stage.call, awarded, signBy, before).map((beginning): Project => ({
    ...beginning,
    ...{ id: `project-${beginning.bidId}`, version: 1, bidderIds: stage.review.bidders },
    ...{ createdAt: stage.now, updatedAt: stage.now },
  }));
  for (const bid of awards) stage.given.add(bid);
  stage.projects = [...stage.projects, ...begun];
}

/** So many bids come in until the deadline; from there to the award. */
export function judge(stage: Stage, tie = false): void {
  open(stage);
  decide(stage, tie);
}

/** From the opened bids to the award. */
export function decide(stage: Stage, tie = false): void {
  qualify(stage);
  draw(stage);
  review(stage, tie);
  award(stage);
}

export function handIn(stage: Stage, many: number): void {
  stage.bids = stagedBids(stage.setting, many);
}
