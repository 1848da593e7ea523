import { MODES } from '../calls/modes.js';
import { award, decide, handIn, judge, open, qualify } from './judging.js';
import { REHEARSAL_STORIES, type RehearsalStory } from './report.js';
import { announce, close, fail, goOn, outage, publish, suspension, upheldObjection } from './road.js';
import type { Stage } from './stage.js';
import * as works from './works.js';

/** Bids by which every award can be made, and one is left. */
const enough = ({ call }: Stage): number => call.plan.winners + 1;

function toAward(stage: Stage, bids: number, tie = false): void {
  publish(stage);
  handIn(stage, bids);
  close(stage);
  judge(stage, tie);
}

const running = (stage: Stage): readonly string[] =>
  stage.projects.filter(({ state }) => state === 'RUNNING').map(({ id }) => id);
const awarded = (stage: Stage): readonly string[] =>
  stage.projects.filter(({ state }) => state === 'AWARDED').map(({ id }) => id);

function signAll(stage: Stage): void {
  for (const id of awarded(stage)) works.sign(stage, id);
}

/** All projects that run come to their end as they should. */
function toSettlement(stage: Stage): void {
  for (const id of running(stage)) works.milestones(stage, id);
  for (const id of running(stage)) works.accept(stage, id);
}

/** What happens in each story; each begins where the call stands today. */
const PLOTS: { readonly [story in RehearsalStory]: (stage: Stage) => void } = {
  NORMAL: (stage) => {
    toAward(stage, enough(stage));
    signAll(stage);
    toSettlement(stage);
  },
  /** 流标, then a second round with bids. */
  NO_BID: (stage) => {
    publish(stage);
    close(stage);
    fail(stage);
    announce(stage);
    handIn(stage, enough(stage));
    close(stage);
    judge(stage);
  },
  ONE_BIDDER: (stage) => toAward(stage, 1),
  TIE: (stage) => toAward(stage, 2, true),
  /** One during the notice, and one against the 资格审查. */
  OBJECTION_UPHELD: (stage) => {
    if (stage.call.state !== 'CLEARED') {
      goOn(stage, 'NOTICED');
      upheldObjection(stage, 'NOTICE', { step: 'COMPLETE_NOTICE', action: 'completeNotice', who: 'CLOCK' });
    }
    publish(stage);
    handIn(stage, enough(stage));
    close(stage);
    open(stage);
    qualify(stage);
    upheldObjection(stage, 'QUALIFICATION', { step: 'DRAW_EXPERTS', action: 'drawExperts', who: 'CITY' });
    decide(stage);
  },
  /** Nobody signs the first award: the next in the ranking, or the rest of the race, goes on. */
  WITHDRAWAL: (stage) => {
    toAward(stage, enough(stage));
    const [first] = awarded(stage);
    if (first === undefined) return;
    works.lapse(stage, first);
    if (stage.call.state === 'REVIEWED' && stage.passed.some((bid) => !stage.given.has(bid))) award(stage);
    signAll(stage);
  },
  /** A suspension within the window, and an outage at the deadline. */
  EXTENSION: (stage) => {
    publish(stage);
    suspension(stage);
    handIn(stage, enough(stage));
    close(stage);
    outage(stage);
    close(stage);
    judge(stage);
  },
  RECTIFICATION: (stage) => {
    toAward(stage, enough(stage));
    signAll(stage);
    for (const id of running(stage)) works.rectified(stage, id);
    for (const id of running(stage)) works.milestones(stage, id);
    for (const id of running(stage)) works.rejected(stage, id);
  },
  TERMINATION: (stage) => {
    toAward(stage, enough(stage));
    signAll(stage);
    for (const id of running(stage)) works.terminated(stage, id);
  },
  /** The last of the racers is eliminated at the first milestone, and the others share what it leaves. */
  RACE: (stage) => {
    toAward(stage, enough(stage));
    signAll(stage);
    for (const id of running(stage)) works.milestone(stage, id, 0);
    const last = running(stage).at(-1);
    if (last === undefined || running(stage).length < 2) return;
    works.eliminate(stage, last);
    works.settle(stage, last);
    toSettlement(stage);
  },
};

/** Stories that a call of this mode can have: where one undertaker is named nobody competes. */
export const storiesOf = ({ call }: Pick<Stage, 'call'>): readonly RehearsalStory[] => {
  const { open: isOpen } = MODES[call.mode];
  return REHEARSAL_STORIES.filter((story) => {
    if (story === 'RACE') return call.mode === 'SM';
    return isOpen || (story !== 'TIE' && story !== 'ONE_BIDDER');
  });
};

export const play = (stage: Stage, story: RehearsalStory): void => PLOTS[story](stage);
