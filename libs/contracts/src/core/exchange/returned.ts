import { cleanText, toHalfWidth } from '@jihui/kernel';
import type { Contract } from '../contract.js';
import { nationalNumberViolations } from '../decisions.js';
import { contractLifecycle } from '../lifecycle.js';
import type { MappingProblem } from './mapping.js';

/** A line of the file that came back. */
export interface ReturnedNumber {
  readonly registrationNumber: string;
  readonly nationalRegNo: string;
}

export type Taken =
  | { readonly outcome: 'UPDATED'; readonly before: Contract; readonly next: Contract }
  | { readonly outcome: 'UNCHANGED' }
  | { readonly outcome: 'FAILED'; readonly problem: MappingProblem };

/** As it is kept: half-width, capital letters, nothing around it. */
export const nationalNumberOf = (text: string): string => toHalfWidth(cleanText(text)).toUpperCase();

const NATIONAL = '全国登记号';
const failed = (column: string, message: string): Taken => ({
  outcome: 'FAILED',
  problem: { column, message },
});

/**
 * Contracts as the rows read so far leave them, and who holds which number: what one row takes, the next finds taken,
 * in a trial run as when it is written.
 */
export class Returns {
  /** By the platform's number. */
  private readonly contracts = new Map<string, Contract>();
  /** National number → the contract that holds it. */
  private readonly holders = new Map<string, string>();

  /** What the database holds; what rows before have made of it stands. */
  add(contracts: Iterable<Contract>, holders: ReadonlyMap<string, string>): void {
    for (const contract of contracts) {
      const { registrationNumber } = contract;
      if (registrationNumber !== null && !this.contracts.has(registrationNumber))
        this.contracts.set(registrationNumber, contract);
    }
    for (const [number, id] of holders) this.holders.set(number, id);
  }

  /** What becomes of the row. A number that stands there is never overwritten by a file. */
  take(row: ReturnedNumber): Taken {
    const contract = this.contracts.get(row.registrationNumber);
    if (contract === undefined) return failed('平台登记编号', '本登记机构没有这一编号的合同');
    const nationalRegNo = nationalNumberOf(row.nationalRegNo);
    const [wrong] = nationalNumberViolations(nationalRegNo);
    if (wrong !== undefined) return failed(NATIONAL, wrong.message);
    if (contract.nationalRegNo === nationalRegNo) return { outcome: 'UNCHANGED' };
    if (contract.nationalRegNo !== null)
      return failed(NATIONAL, `该合同已回填另一全国登记号 ${contract.nationalRegNo}，请核对`);
    if (this.holders.has(nationalRegNo)) return failed(NATIONAL, '该全国登记号已回填在另一份合同上，请核对');
    const state = contractLifecycle.next(contract.state, 'recordNationalNumber');
    if (state === undefined) return failed(NATIONAL, '该合同的登记已终止，不能回填全国登记号');
    const next = {
      ...contract,
      state,
      nationalRegNo,
      certificateVersion: contract.certificateVersion + 1,
      version: contract.version + 1,
    };
    this.contracts.set(row.registrationNumber, next);
    this.holders.set(nationalRegNo, contract.id);
    return { outcome: 'UPDATED', before: contract, next };
  }
}
