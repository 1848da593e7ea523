import { say, Violations, type Violation } from '@jihui/kernel';
import type { ApprovedAmounts, Proceeding } from './proceeding.js';
import { ContractCodes } from '../errors.js';

/** Amounts as a person types them. */
export interface TypedAmounts {
  readonly approvedTotal?: number | null;
  readonly approvedTechnical?: number | null;
}

/** What is wrong with 核定金额 by this person: typed anew by each of the two, and equal to the form that is approved. */
export function approvedViolations(
  { proposal }: Pick<Proceeding, 'proposal'>,
  typed: TypedAmounts,
): readonly Violation[] {
  if (proposal === null) return [];
  const { total, technical } = proposal.money;
  const found = new Violations();
  const check = (path: 'approvedTotal' | 'approvedTechnical', label: string, stated: number | null): void => {
    const given = typed[path] ?? null;
    found
      .when(given === null, path, 'REQUIRED', say`请填写您核定的${label}`)
      .when(
        given !== null && given !== stated,
        path,
        ContractCodes.AMOUNTS_DIFFER,
        say`您核定的${label}与登记表不同：请核对合同，登记表有误的请退回补正`,
        '《技术合同认定登记规则》：变更登记须重新核定金额',
      );
  };
  check('approvedTotal', '合同成交额', total);
  check('approvedTechnical', '技术交易额', technical);
  return found.found;
}

/** What this person approves, where amounts are to be approved. */
export const approvedBy = ({ proposal }: Pick<Proceeding, 'proposal'>): ApprovedAmounts | null =>
  proposal && { total: proposal.money.total ?? 0, technical: proposal.money.technical ?? 0 };
