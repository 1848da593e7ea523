import type { AvailableAction } from '@jihui/kernel';
import { legalDayOf, organisationsWithRole, type Actor } from '@jihui/kernel';
import { Audit, BusinessClock, type GraphContext, type TimelineEntry } from '@jihui/platform';
import { isLapsed } from './core/ip.rules.js';
import type { Need } from './core/need.js';
import { missingOfNeed, missingOfResult, needMachine, resultMachine } from './core/perform.js';
import { isAuthor, isTransferOfficer } from './core/relation.js';
import type { Result } from './core/result.js';
import type { IpRight } from './core/types.js';
import type { NeedView } from './need.view.js';
import type { ResultView } from './result.view.js';

type View = ResultView | NeedView;

/** The importer's verbs: there is no mutation by that name. */
const NOT_BY_HAND: readonly string[] = ['deposit', 'admit'];

/** Business time, asked once a request. */
export const nowOf = async (context: GraphContext, clock: BusinessClock): Promise<Date> => {
  const now = await context.load(
    'listings.now',
    async (keys) => {
      const at = await clock.now();
      return keys.map(() => at);
    },
    'now',
  );
  if (now === undefined) throw new Error('no business time');
  return now;
};

/** The result as its rules take it; only a view that was read whole has one. */
export function resultOf({ source }: ResultView): Result {
  if (source.body === undefined) throw new Error('the result was read without its form');
  return { ...source, content: source.body };
}

export function needOf({ source }: NeedView): Need {
  if (source.body === undefined) throw new Error('the need was read without its form');
  return { ...source, content: source.body };
}

/** Whether the viewer may see a patent's row as lapsed today. */
export const lapsedToday = (right: IpRight, now: Date): boolean => isLapsed(right, legalDayOf(now));

/** What one who does not yet read everything may do about it. */
function ndaAction(view: View, actor: Actor): AvailableAction<string>[] {
  if (view.access !== 'NDA_PENDING') return [];
  const authorised = organisationsWithRole(actor, 'TRANSFER_OFFICER').length > 0;
  const reason = authorised ? null : '须由单位的转化专员或管理员签署';
  return [{ action: 'acceptNda', enabled: authorised, reason, violations: [] }];
}

const byHand = (
  view: View,
  actor: Actor,
  actions: readonly AvailableAction<string>[],
): AvailableAction<string>[] => [
  ...actions.filter(({ action }) => !NOT_BY_HAND.includes(action)),
  ...ndaAction(view, actor),
];

export const resultActions = (view: ResultView, actor: Actor, now: Date): AvailableAction<string>[] =>
  byHand(view, actor, resultMachine.availableActions(actor, resultOf(view), now));

export const needActions = (view: NeedView, actor: Actor, now: Date): AvailableAction<string>[] =>
  byHand(view, actor, needMachine.availableActions(actor, needOf(view), now));

const mayEdit = (actor: Actor, { source }: View): boolean =>
  isAuthor(actor, source) || isTransferOfficer(actor, source);

export const missingInResult = (view: ResultView, actor: Actor, now: Date) =>
  mayEdit(actor, view) ? missingOfResult(resultOf(view), actor, now) : null;

export const missingInNeed = (view: NeedView, actor: Actor, now: Date) =>
  mayEdit(actor, view) ? missingOfNeed(needOf(view), actor, now) : null;

/** An autosaved draft is saved many times: of a run of edits by one person the last is shown. */
function withoutAutosaves(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return entries.filter((entry, index) => {
    const next = entries[index + 1];
    return !(entry.action === 'edit' && next?.action === 'edit' && next.actor?.id === entry.actor?.id);
  });
}

/** The history of a listing, for its owner's members and the bureau. */
export async function timelineOf(
  view: View,
  aggregate: 'Result' | 'Need',
  context: GraphContext,
  audit: Audit,
): Promise<TimelineEntry[] | null> {
  if (view.access !== 'FULL') return null;
  const stream = `${aggregate}:${view.id}`;
  const entries = await context.load(
    'listings.timeline',
    (streams) => audit.timelines('listings', streams),
    stream,
  );
  return withoutAutosaves(entries ?? []);
}
