import { splitFen, type LegalDay } from '@jihui/kernel';
import type { Call } from '../calls/call.js';
import { promisesIn } from '../qualification/contents.js';
import type { NewProject } from './project.js';

/** A bid that is awarded, as far as its project needs it. */
export interface AwardedBid {
  readonly id: string;
  readonly organisationId: string;
  readonly form: unknown;
}

/** What is kept of a project besides its identity when it begins. */
export type Beginning = Omit<NewProject, 'id' | 'version' | 'createdAt' | 'updatedAt'>;

/**
 * What awards become: a project each, with its part of the treasury's and of the owner's money, to the 分.
 * @param before projects that the call had already: their numbers are not given again
 */
export function projectsOf(
  call: Call,
  bids: readonly AwardedBid[],
  signBy: LegalDay,
  before: number,
): readonly Beginning[] {
  if (bids.length === 0) return [];
  const { funding, plan } = call;
  const parts = bids.map(() => 1);
  const approved = splitFen(funding.city + funding.county, parts);
  const ownerDue = splitFen(funding.owner, parts);
  return bids.map((bid, at) => ({
    ...{ code: `${call.code}-${before + at + 1}`, state: 'AWARDED' as const },
    ...{ callId: call.id, round: call.round, bidId: bid.id, mode: call.mode, title: call.content.title },
    ...{ organisationId: bid.organisationId, ownerId: call.ownerId, divisionCode: call.divisionCode },
    ...{ office: plan.office, responsibleId: plan.responsibleId, supervisorId: plan.supervisorId },
    ...{ approved: approved[at] ?? 0, ownerDue: ownerDue[at] ?? 0, signBy },
    ...{ indicators: call.content.indicators, promises: promisesIn(call.content.indicators, bid.form) },
    ...{ taskBook: null, contract: null, milestones: [], instalments: [], entries: [], ownerPayments: [] },
    ...{ request: null, changes: [], inspections: [], acceptance: null, exemption: null, results: [] },
    ...{ benefits: [], alarms: [] },
    ...{ performance: null, performanceSheet: [], note: '', suspendedAt: null },
  }));
}
