import { Injectable } from '@nestjs/common';
import type { Fen, LegalDay } from '@jihui/kernel';
import type { Tx } from '@jihui/platform';
import type { Contract } from '../core/contract.js';
import {
  changeEntries,
  endEntry,
  positionOf,
  registrationEntry,
  reinstatementEntry,
  type LedgerPosition,
} from '../core/ledger.js';
import { LedgerStore } from '../store/ledger.store.js';

/**
 * The one way into the ledger. Each verb is called inside the transaction of what it records, and takes
 * what it changes from the ledger itself, so that what goes out is what went in.
 */
@Injectable()
export class Ledger {
  constructor(private readonly store: LedgerStore) {}

  /** 登记, of any number at once. `largeFrom` is the 成交额 from which each counts as 大额, as of that day. */
  register(tx: Tx, registered: readonly { readonly contract: Contract; readonly largeFrom: Fen }[]): void {
    this.store.appendWith(
      tx,
      registered.map(({ contract, largeFrom }) =>
        registrationEntry(positionOf(contract, largeFrom), contract.registeredOn ?? ''),
      ),
    );
  }

  /** 变更, or a royalty's supplement: what the contract has become. */
  async change(
    contract: Contract,
    kind: 'CHANGE' | 'SUPPLEMENT',
    occurredOn: LegalDay,
    largeFrom: Fen,
  ): Promise<void> {
    const before = await this.held(contract.id);
    await this.store.append(changeEntries(before, positionOf(contract, largeFrom), kind, occurredOn));
  }

  /** 注销 or 撤销. */
  async end(contractId: string, kind: 'CANCELLATION' | 'REVOCATION', occurredOn: LegalDay): Promise<void> {
    await this.store.append([endEntry(await this.held(contractId), kind, occurredOn)]);
  }

  /** 恢复登记. */
  async reinstate(contractId: string, occurredOn: LegalDay): Promise<void> {
    await this.store.append([reinstatementEntry(await this.held(contractId), occurredOn)]);
  }

  private async held(contractId: string): Promise<LedgerPosition> {
    const position = await this.store.position(contractId);
    if (position === undefined) throw new Error('a contract that was never entered in the ledger');
    return position;
  }
}
