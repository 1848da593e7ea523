import { addYears, type LegalDay } from '@jihui/kernel';
import type { Contract } from './contract.js';
import { keyOf, peopleOf, unitsOf } from './experts.js';

/** An expert who is in the bank (科技专家库), as the bank tells of one. */
export interface BankExpert {
  readonly id: string;
  /** The expert's account. */
  readonly personId: string;
  readonly name: string;
  /** 工作单位. */
  readonly unit: string;
  /** 职称. */
  readonly title: string;
  /** Of the account; null where it is not known. */
  readonly email: string | null;
  readonly ties: readonly Tie[];
}

/** 任职 or a declared relation (reference B7). */
export interface Tie {
  readonly organisationId: string | null;
  readonly organisationName: string;
  readonly personName: string;
  /** Null while it holds. */
  readonly until: LegalDay | null;
}

/** What is known of the case when experts are looked for. */
export interface PanelCase {
  readonly contract: Contract;
  /** Organisations of the contract's sides and middlemen, and its applicant. */
  readonly related: readonly string[];
  /** People who have handled or handle the case at the registry. */
  readonly staff: readonly string[];
  readonly today: LegalDay;
  /** For how many years an ended tie still binds. */
  readonly years: number;
}

/**
 * What binds an expert of the bank to the case (回避), computed from what the bank holds; null where nothing does
 * (reference B7: of the same unit, or left it less than three years ago; declared relations likewise).
 */
export function bankStakeOf(expert: BankExpert, known: PanelCase): string | null {
  const { contract, related, staff } = known;
  if (expert.personId === contract.applicantPersonId) return '本人是该合同的申请经办人';
  if (staff.includes(expert.personId)) return '本人是该申请的登记员';
  const units = unitsOf(contract);
  const people = peopleOf(contract);
  if (people.has(keyOf(expert.name))) return '与合同一方的法定代表人、联系人或当事人同名';
  if (units.has(keyOf(expert.unit))) return '所在单位是该合同的一方';
  const binding = expert.ties.filter(
    ({ until }) => until === null || addYears(until, known.years) >= known.today,
  );
  const ofUnit = ({ organisationId, organisationName }: Tie): boolean =>
    (organisationId !== null && related.includes(organisationId)) || units.has(keyOf(organisationName));
  if (binding.some((tie) => tie.personName === '' && ofUnit(tie))) return '与合同一方有任职或申报的利害关系';
  return binding.some((tie) => ofUnit(tie) || people.has(keyOf(tie.personName)))
    ? '与合同一方的人员有申报的利害关系'
    : null;
}
