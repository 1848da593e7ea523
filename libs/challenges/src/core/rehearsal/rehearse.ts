import type { Actor } from '@jihui/kernel';
import type { Call } from '../calls/call.js';
import type { CallState } from '../calls/lifecycle.js';
import { callSightOf } from '../calls/perform.js';
import { checkAtRest } from './checks.js';
import { Findings, type Rehearsal, type RehearsalRun } from './report.js';
import type { Setting } from './setting.js';
import { Stage } from './stage.js';
import { play, storiesOf } from './stories.js';

/** From the recommendation's desk until publication: a draft is its owner's, a published call is what it is. */
const REHEARSED: readonly CallState[] = [
  'SUBMITTED',
  'RECOMMENDED',
  'FORM_CHECKED',
  'CANDIDATE',
  'APPROVED',
  'NOTICED',
  'CLEARED',
];

/** 预演: for the bureaus that have the call on their desks, before it is published. */
export const mayRehearse = (actor: Actor, call: Call): boolean => {
  const sight = callSightOf(actor, call);
  return (sight === 'CITY' || sight === 'COUNTY') && REHEARSED.includes(call.state);
};

/**
 * Runs a drafted call in memory, story by story, by the real machines, windows, checks, scoring and money, with bidders
 * that are made up: what any of them refuses, and what is seen at rest, is in the report with the calendar of each run.
 */
export function rehearse(setting: Setting): Rehearsal {
  const findings = new Findings();
  checkAtRest(setting, findings);
  const runs = storiesOf(setting.subject).map((story): RehearsalRun => {
    const stage = new Stage(setting, findings);
    play(stage, story);
    return { story, entries: stage.entries, ends: stage.call.state };
  });
  return { faults: findings.sorted, runs };
}
