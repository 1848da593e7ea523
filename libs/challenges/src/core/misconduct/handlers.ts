import { isMember, isOfficerFor, type Actor } from '@jihui/kernel';

/** 被举报人: a person with the unit, or a unit alone. */
export interface NamedInReport {
  /** Empty where a unit as a whole is reported. */
  readonly name: string;
  readonly unit: string;
}

/** Who is reported, by what they are to the call: a stranger need not know a name. */
export const CONCERNS = ['OWNER', 'BIDDER', 'EXPERT', 'OFFICER', 'SUPERVISOR', 'OTHER'] as const;
export type Concern = (typeof CONCERNS)[number];

/** Who has a part in the call. */
export interface ReportPlace {
  readonly supervisorId: string | null;
  readonly responsibleId: string | null;
  readonly ownerId: string;
  /** Whose bids were opened. */
  readonly bidders: readonly string[];
  /** Accounts of its panels, of whoever left them too. */
  readonly experts: readonly string[];
}

interface Reported {
  readonly divisionCode: string;
  readonly personId: string | null;
  readonly named: readonly NamedInReport[];
  readonly concerns: readonly Concern[];
}

interface Handling {
  readonly report: Reported;
  readonly place: ReportPlace | null;
  readonly known: { readonly names: readonly string[]; readonly units: readonly string[] };
}

/** Names are compared without blanks, in half width: 王 小 明 is 王小明. The store's SQL compares them the same way. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/**
 * Whoever has a part in what is reported: who reported it, officers of the place, the owner, bidders, experts, and whoever
 * is named or meant (同一人回避). What is a name is a conflict: two people of one name cost a handler, the other mistake
 * would cost the reporter.
 */
export function hasPart(actor: Actor, { report, place, known }: Handling): boolean {
  if (actor.kind !== 'person') return true;
  if (report.personId === actor.personId) return true;
  if (isOfficerFor(actor, report.divisionCode, 'OFFICER')) return true;
  if (place !== null && isPartOf(actor.personId, actor, place)) return true;
  if (report.concerns.includes('SUPERVISOR') && place?.supervisorId === actor.personId) return true;
  return report.named.some(({ name, unit }) =>
    name === ''
      ? known.units.some((own) => nameKey(own) === nameKey(unit))
      : known.names.some((own) => nameKey(own) === nameKey(name)),
  );
}

const isPartOf = (personId: string, actor: Actor, place: ReportPlace): boolean =>
  place.responsibleId === personId ||
  place.experts.includes(personId) ||
  [place.ownerId, ...place.bidders].some((id) => isMember(actor, id));

/**
 * 监督人 of the call, and 纪检监督员 of the place, without whoever has a part in it. `reportVisibleTo` of the store says the
 * same in SQL.
 */
export const mayHandle = (actor: Actor, subject: Handling): boolean =>
  actor.kind === 'person' &&
  (subject.place?.supervisorId === actor.personId ||
    isOfficerFor(actor, subject.report.divisionCode, 'INSPECTOR')) &&
  !hasPart(actor, subject);
