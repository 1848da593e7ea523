import { cleanText, refuseIf, Violations } from '@jihui/kernel';
import type { ApprovedAmounts, Proceeding } from './proceeding.js';
import { ContractCodes } from '../errors.js';

/** An opinion, a statement or a reason as it is stored. @throws DomainError INVALID_INPUT when there is none. */
export function saidIn<K extends string>(field: K, label: string, text: string, max = 2_000): string {
  const clean = cleanText(text);
  refuseIf(new Violations().text(field, label, clean, { max }).found);
  return clean;
}

/**
 * 核定金额 by this person: typed anew by each of the two, and equal to the form that is approved.
 * @throws DomainError INVALID_INPUT.
 */
export function approvedBy(
  proceeding: Pick<Proceeding, 'proposal'>,
  typed: { readonly approvedTotal?: number | null; readonly approvedTechnical?: number | null },
): ApprovedAmounts | null {
  const { proposal } = proceeding;
  if (proposal === null) return null;
  const { total, technical } = proposal.money;
  const found = new Violations();
  const check = (path: 'approvedTotal' | 'approvedTechnical', label: string, stated: number | null): void => {
    const given = typed[path] ?? null;
    found
      .when(given === null, path, 'REQUIRED', `请填写您核定的${label}`)
      .when(
        given !== null && given !== stated,
        path,
        ContractCodes.AMOUNTS_DIFFER,
        `您核定的${label}与登记表不同：请核对合同，登记表有误的请退回补正`,
        '《技术合同认定登记规则》：变更登记须重新核定金额',
      );
  };
  check('approvedTotal', '合同成交额', total);
  check('approvedTechnical', '技术交易额', technical);
  refuseIf(found.found);
  return { total: total ?? 0, technical: technical ?? 0 };
}
