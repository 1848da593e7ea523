import type { Sight } from './sight.js';

interface Entry {
  readonly action: string;
  readonly reason: string | null;
}

/** The registry's own moves, which say what its reviewers think before it has decided. */
const INTERNAL = new Set([
  'claim',
  'judge',
  'release',
  'assign',
  'proposeRejection',
  'sendBack',
  'reopen',
  'convene',
  'joinExperts',
  'undertakeReview',
  'recuseExpert',
  'giveOpinion',
  'attachOpinion',
  'recordOpinion',
]);
/** Opinions on which the registry decides; the decision itself tells the applicant its reason. */
const OPINIONS = new Set(['passFirst', 'passSecond', 'approve', 'sendToExperts']);
/** What the applicant does while it writes. */
const WRITING = new Set(['start', 'startCounter', 'takeOver', 'edit']);

/** The history as the viewer may read it: a reviewer all of it, an applicant what concerns it, others the milestones. */
export function timelineFor<E extends Entry>(sight: Sight, entries: readonly E[]): readonly E[] {
  if (sight === 'REGISTRY') return entries;
  const shown = entries.filter(({ action }) => !INTERNAL.has(action));
  if (sight === 'APPLICANT')
    return shown.map((entry) => (OPINIONS.has(entry.action) ? { ...entry, reason: null } : entry));
  if (sight === 'NONE') return [];
  return shown.filter(({ action }) => !WRITING.has(action)).map((entry) => ({ ...entry, reason: null }));
}
