import type { Fen, LegalDay } from '@jihui/kernel';
import { CHINA, classOf, type Contract, type Party } from './contract.js';

/** What a row of the ledger records (台账类别, reference A8). */
export const LEDGER_KINDS = {
  REGISTRATION: '登记',
  CHANGE: '变更',
  SUPPLEMENT: '提成补充',
  CANCELLATION: '注销',
  REVOCATION: '撤销',
  REINSTATEMENT: '恢复',
} as const;
export type LedgerKind = keyof typeof LEDGER_KINDS;

/** What was registered, changes and supplements included, before anything was cancelled: the gross figure. */
export const GROSS_KINDS: readonly LedgerKind[] = ['REGISTRATION', 'CHANGE', 'SUPPLEMENT'];

/**
 * What a contract counts under: one technical field and one main kind of right, region and nature by the
 * first-listed party (reference A8). What nobody stated is null and is shown as 未填报, never as zero.
 */
export interface LedgerPlace {
  readonly registryDivision: string;
  readonly class: string;
  readonly subclass: string;
  readonly techField: string | null;
  readonly ipKind: string | null;
  readonly planSource: string | null;
  readonly industry: string | null;
  readonly goal: string | null;
  readonly sellerDivision: string | null;
  readonly sellerNature: string | null;
  readonly sellerName: string;
  /** Of an organisation its code, otherwise its name: never a person's identity number. */
  readonly sellerKey: string;
  readonly buyerDivision: string | null;
  readonly buyerNature: string | null;
  readonly buyerName: string;
  readonly buyerKey: string;
  readonly foreignMode: string | null;
  readonly taxBenefits: readonly string[];
  readonly brokered: boolean;
  readonly signedOn: LegalDay | null;
  /** 大额: by the threshold in force on the day of the entry. */
  readonly large: boolean;
  /** Whether it was registered within its time limit; null where no limit is known. */
  readonly inTime: boolean | null;
}

/** One row of the append-only ledger from which every figure is summed; amounts and count are signed. */
export interface LedgerEntry extends LedgerPlace {
  readonly contractId: string;
  readonly kind: LedgerKind;
  readonly occurredOn: LegalDay;
  readonly registrationNumber: string;
  readonly title: string;
  readonly count: number;
  readonly total: Fen;
  readonly technical: Fen;
}

/**
 * What the ledger holds of one contract: its place and the sums of its rows. One that is not live was
 * cancelled or revoked, and its amounts are those it left with.
 */
export interface LedgerPosition extends LedgerPlace {
  readonly contractId: string;
  readonly registrationNumber: string;
  readonly title: string;
  readonly live: boolean;
  readonly total: Fen;
  readonly technical: Fen;
}

/** What a foreign party has in place of a division. */
export const ABROAD = '000000';

const stated = (value: string | null, what: string): string => {
  if (value === null || value === '') throw new Error(`a registered contract without ${what}`);
  return value;
};

const keyOf = (party: Party | undefined): string =>
  party?.identifierKind === 'USCC' && party.identifier ? party.identifier : (party?.name ?? '');

/** 港澳台 have customs codes of their own, and divisions among those of the country. */
const HMT: Readonly<Record<string, string>> = { '110': '810000', '121': '820000', '143': '710000' };

const divisionOf = (party: Party | undefined): string | null =>
  party?.divisionCode ?? (party && party.country !== CHINA ? (HMT[party.country] ?? ABROAD) : null);

/** How a registered contract stands in the ledger. Completeness was checked; a gap here is a defect. */
export function positionOf(contract: Contract, largeFrom: Fen): LedgerPosition {
  const { form } = contract;
  const [seller] = form.sellers;
  const [buyer] = form.buyers;
  const subclass = stated(form.subclass, 'subclass');
  const total = form.money.total ?? 0;
  return {
    contractId: contract.id,
    registrationNumber: stated(contract.registrationNumber, 'number'),
    title: form.title,
    live: true,
    total,
    technical: form.money.technical ?? 0,
    registryDivision: stated(contract.registry?.divisionCode ?? null, 'registry'),
    class: stated(classOf(subclass), 'class'),
    subclass,
    techField: form.content.techField,
    ipKind: form.content.ipKind,
    planSource: form.content.planSource,
    industry: form.content.industry,
    goal: form.content.socioEconomicGoal,
    sellerDivision: divisionOf(seller),
    sellerNature: seller?.nature ?? null,
    sellerName: seller?.name ?? '',
    sellerKey: keyOf(seller),
    buyerDivision: divisionOf(buyer),
    buyerNature: buyer?.nature ?? null,
    buyerName: buyer?.name ?? '',
    buyerKey: keyOf(buyer),
    foreignMode: form.flags.foreign ?? 'NONE',
    taxBenefits: [...form.flags.taxBenefits].sort(),
    brokered: form.brokers.length > 0,
    signedOn: form.signedOn,
    large: total >= largeFrom,
    inTime:
      contract.dueOn === null || contract.registeredOn === null
        ? null
        : contract.registeredOn <= contract.dueOn,
  };
}

const row = (
  { live: _live, ...position }: LedgerPosition,
  kind: LedgerKind,
  occurredOn: LegalDay,
  sign: 1 | -1,
): LedgerEntry => ({
  ...position,
  kind,
  occurredOn,
  count: sign,
  // Not `-0`, which is no amount.
  total: sign * position.total || 0,
  technical: sign * position.technical || 0,
});

/** The row of a registration. */
export const registrationEntry = (position: LedgerPosition, occurredOn: LegalDay): LedgerEntry =>
  row(position, 'REGISTRATION', occurredOn, 1);

/** Where the contract counts, without names and amounts, which move no count. */
const placeOf = ({
  contractId: _id,
  registrationNumber: _number,
  title: _title,
  live: _live,
  total: _total,
  technical: _technical,
  sellerName: _seller,
  buyerName: _buyer,
  ...place
}: LedgerPosition): object => place;

const samePlace = (before: LedgerPosition, after: LedgerPosition): boolean => {
  const [one, other] = [placeOf(before), placeOf(after)] as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  return Object.keys(one).every((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]));
};

/**
 * What a change adds, in the period of the change: the difference of the amounts where the contract still
 * counts under the same heads; otherwise it is taken out there and put in here, so that every breakdown
 * keeps summing to the same total. Nothing for a change that touches no figure.
 */
export function changeEntries(
  before: LedgerPosition,
  after: LedgerPosition,
  kind: 'CHANGE' | 'SUPPLEMENT',
  occurredOn: LegalDay,
): readonly LedgerEntry[] {
  if (!before.live) throw new Error('a change of a contract that is no longer registered');
  if (!samePlace(before, after)) return [row(before, kind, occurredOn, -1), row(after, kind, occurredOn, 1)];
  const total = after.total - before.total;
  const technical = after.technical - before.technical;
  if (total === 0 && technical === 0) return [];
  return [{ ...row(after, kind, occurredOn, 1), count: 0, total, technical }];
}

/** 注销、撤销: taken out in the period in which it happens, never retroactively. */
export function endEntry(
  position: LedgerPosition,
  kind: 'CANCELLATION' | 'REVOCATION',
  occurredOn: LegalDay,
): LedgerEntry {
  if (!position.live) throw new Error('a contract leaves the ledger once');
  return row(position, kind, occurredOn, -1);
}

/** 恢复, when a cancellation or revocation was decided not to stand: it comes back as it left. */
export function reinstatementEntry(position: LedgerPosition, occurredOn: LegalDay): LedgerEntry {
  if (position.live) throw new Error('only what left the ledger comes back');
  return row(position, 'REINSTATEMENT', occurredOn, 1);
}
