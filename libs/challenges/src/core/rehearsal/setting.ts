import { hasRole, type Actor, type HolidayCalendar, type PersonActor } from '@jihui/kernel';
import { drawPanel, Fault, type DrawCriteria, type PoolRow } from '@jihui/proofs';
import type { Bidder } from '../bids/eligibility.js';
import type { Call } from '../calls/call.js';
import type { CallCase } from '../calls/rules.js';
import {
  panelFaults,
  panelCaseOf,
  panelRuleOf,
  strataOf,
  type Seated,
  type Stratum,
} from '../review/panel.js';
import {
  criteriaOf,
  poolOf,
  specialityOf,
  type PoolCase,
  type PoolEntry,
  type PoolExpert,
} from '../review/pool.js';
import type { Assumptions } from './assumptions.js';

/** Who there is to act, from the facts held; each with all memberships, by which the real policies decide. */
export interface Cast {
  readonly city: readonly PersonActor[];
  readonly county: readonly PersonActor[];
  readonly owner: readonly PersonActor[];
  /** 定向委托、一事一议: who acts for the undertaker. */
  readonly undertaker: readonly PersonActor[];
  /** Of those whom the plan names: whose account stands, and who belongs to neither side. */
  readonly standing: ReadonlySet<string>;
}

/** People by what they could be asked to do; whether they may is the policies' to say. */
export function castFrom(
  people: readonly PersonActor[],
  { ownerId, plan }: Pick<Call, 'ownerId' | 'plan'>,
  standing: ReadonlySet<string>,
): Cast {
  const officers = (kind: 'BUREAU_CITY' | 'BUREAU_COUNTY') =>
    people.filter(({ memberships }) =>
      memberships.some((one) => one.kind === kind && one.roles.includes('OFFICER')),
    );
  const actsFor = (id: string | null) =>
    id === null ? [] : people.filter((person) => hasRole(person, id, 'TRANSFER_OFFICER'));
  return {
    ...{ city: officers('BUREAU_CITY'), county: officers('BUREAU_COUNTY'), standing },
    ...{ owner: actsFor(ownerId), undertaker: actsFor(plan.undertakerId) },
  };
}

/** The expert bank as a draw today would find it. */
export interface Bank {
  /** Experts of the call's field or cluster, and of any. */
  readonly near: readonly PoolExpert[];
  readonly wide: readonly PoolExpert[];
  /** What recusal is computed from; the undertaker whom a call is meant for stands there as a bidder. */
  readonly of: PoolCase;
}

/** All that a rehearsal looks at. It asks for nothing besides and changes nothing. */
export interface Setting {
  readonly subject: CallCase;
  readonly now: Date;
  readonly calendar: HolidayCalendar;
  readonly cast: Cast;
  readonly bank: Bank;
  /** Whom the call is meant for, as the platform knows it; undefined for open calls. */
  readonly undertaker: Bidder | undefined;
  readonly ownerName: string;
  readonly assumptions: Assumptions;
}

/** Somebody who is not there yet: bids of open calls are made up. */
export const madeUp = (organisationId: string): PersonActor => ({
  kind: 'person',
  personId: `${organisationId}:person`,
  memberships: [
    { organisationId, kind: 'UNIVERSITY', divisionCode: '000000', roles: ['TRANSFER_OFFICER', 'ORG_ADMIN'] },
  ],
});

export const named = (personId: string | null): readonly Actor[] =>
  personId === null ? [] : [{ kind: 'person', personId, memberships: [] }];

/** How a draw from the bank would go. */
export interface PanelTrial {
  readonly strata: readonly Stratum[];
  /** How many of each stratum may be drawn, in the order of `strata`. */
  readonly eligible: readonly number[];
  readonly drawn: boolean;
  /** What the drawn panel lacks all the same. */
  readonly faults: readonly string[];
}

/** Any seed does: whether a panel can be drawn does not depend on it. */
const SEED = new Uint8Array(32);

/** A draw from these experts by the real criteria, recusals and algorithm. */
export function panelTrial(
  { subject: { call, rules }, bank }: Setting,
  experts: readonly PoolExpert[],
  disputed: boolean,
): PanelTrial {
  const of = panelCaseOf(call, disputed);
  const strata = strataOf(of, panelRuleOf(rules));
  const pool = poolOf(experts, bank.of, strata, { ...rules, namedAtMost: rules.namedRecusals });
  const rows = pool.map((entry, row): PoolRow => ({
    ...{ row, stratum: entry.stratum, unit: entry.unit, commitment: '' },
    eligible: entry.reasons.length === 0,
  }));
  const eligible = strata.map(
    ({ code }) => rows.filter((row) => row.eligible && row.stratum === code).length,
  );
  const panel = drawn(criteriaOf(strata, rules.panelPerUnit, rules.replacements, []), rows);
  if (panel === undefined) return { strata, eligible, drawn: false, faults: [] };
  const behind = new Map(experts.map((expert) => [expert.id, expert]));
  const seated = panel.flatMap((row) => {
    const entry = pool[row];
    const expert = entry && behind.get(entry.expertId);
    return entry === undefined || expert === undefined ? [] : [seatOf(entry, expert, strata)];
  });
  return { strata, eligible, drawn: true, faults: panelFaults(seated, of, panelRuleOf(rules)) };
}

const seatOf = (entry: PoolEntry, expert: PoolExpert, strata: readonly Stratum[]): Seated => ({
  ...{ expert: entry.person, unit: entry.unit, speciality: specialityOf(expert) },
  outside: strata.some(({ code, outside }) => code === entry.stratum && outside),
});

function drawn(criteria: DrawCriteria, rows: readonly PoolRow[]): readonly number[] | undefined {
  try {
    return drawPanel(SEED, criteria, rows).panel.map(({ row }) => row);
  } catch (fault) {
    if (fault instanceof Fault) return undefined;
    throw fault;
  }
}
