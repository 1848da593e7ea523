import { Injectable } from '@nestjs/common';
import {
  actorId,
  cleanText,
  Codes,
  DomainError,
  legalDayOf,
  scopesOf,
  toHalfWidth,
  type Actor,
} from '@jihui/kernel';
import { City, uuidv7, Work, type Tx } from '@jihui/platform';
import { ContractChanges } from '../contract-changes.js';
import { nationalNumberViolations } from '../core/decisions.js';
import { ContractCodes } from '../core/errors.js';
import { JJ_001, mapped, type MappingProblem } from '../core/exchange/mapping.js';
import { contractLifecycle } from '../core/lifecycle.js';
import { ContractsStore } from '../store/contracts.store.js';
import { ExchangeStore, type ExchangeBatch, type ExchangeRow } from '../store/exchange.store.js';
import { PartsStore } from '../store/parts.store.js';

/** Contracts a statement. */
const PIECE = 500;
/** Contracts a batch: what is more goes into the next. */
const MAX_ROWS = 20_000;

/** A line of the file that came back. */
export interface ReturnedNumber {
  readonly registrationNumber: string;
  readonly nationalRegNo: string;
}

/** 与全国技术合同管理与服务系统交换: packages out by the form's mapping, national numbers in. */
@Injectable()
export class ExchangeService {
  constructor(
    private readonly work: Work,
    private readonly changes: ContractChanges,
    private readonly contracts: ContractsStore,
    private readonly parts: PartsStore,
    private readonly store: ExchangeStore,
    private readonly city: City,
  ) {}

  /**
   * Makes the next package: registered contracts that have no national number and did not go out as they stand now. What
   * cannot be written in the form is told and left in the platform.
   * @throws DomainError FORBIDDEN; CONTRACT.NOTHING_TO_EXPORT.
   */
  async export(
    actor: Actor,
    input: { readonly clientMutationId: string; readonly again?: boolean | null },
  ): Promise<{ id: string }> {
    const { clientMutationId } = input;
    const divisions = this.divisionsOf(actor);
    const command = {
      domain: 'contracts',
      name: 'exportToNational',
      actor,
      clientMutationId,
      input,
    } as const;
    return this.work.run(command, async (tx) => {
      const batch = await this.begin(tx, actor, { direction: 'EXPORT', divisions, fileName: '' });
      let after = '';
      let position = 0;
      let failed = 0;
      while (position < MAX_ROWS) {
        const piece = await this.store.waiting(divisions, input.again === true, after, PIECE);
        const whole = await this.contracts.getAll(piece.map(({ id }) => id));
        const rows = piece.map(({ id, number }): ExchangeRow => {
          const contract = whole.get(id);
          if (contract === undefined) throw new Error('a contract that is gone');
          const { row, problems } = mapped(JJ_001, contract);
          position += 1;
          if (problems.length > 0) failed += 1;
          return {
            position,
            contractId: id,
            registrationNumber: number,
            contractVersion: contract.version,
            outcome: problems.length > 0 ? 'FAILED' : 'EXPORTED',
            data: problems.length > 0 ? {} : row,
            problems,
          };
        });
        await this.store.addRows(batch.id, rows);
        after = piece.at(-1)?.number ?? after;
        if (piece.length < PIECE) break;
      }
      if (position === 0)
        throw new DomainError(
          ContractCodes.NOTHING_TO_EXPORT,
          '没有需要报送的合同：都已回填全国登记号，或已在此前的批次中报送',
        );
      await this.end(tx, batch, { rows: position, done: position - failed, unchanged: 0, failed });
      return { id: batch.id };
    });
  }

  /** @throws DomainError FORBIDDEN for whoever does not exchange with the national system. */
  refuseStrangers(actor: Actor): void {
    this.divisionsOf(actor);
  }

  /** Opens a batch of returned numbers. @throws DomainError FORBIDDEN. */
  async beginImport(actor: Actor, fileName: string): Promise<ExchangeBatch> {
    const divisions = this.divisionsOf(actor);
    return this.work.run({ domain: 'contracts', name: 'importNationalNumbers', actor }, (tx) =>
      this.begin(tx, actor, { direction: 'IMPORT', divisions, fileName }),
    );
  }

  /** One row after the other, each in a transaction of its own: a wrong one stops nothing. */
  async takeIn(
    actor: Actor,
    batch: ExchangeBatch,
    rows: readonly { readonly position: number; readonly record: ReturnedNumber }[],
  ): Promise<readonly ExchangeRow[]> {
    const known = await this.store.byNumbers(
      batch.divisions,
      rows.map(({ record }) => record.registrationNumber),
    );
    const outcomes: ExchangeRow[] = [];
    for (const { position, record } of rows)
      outcomes.push(await this.takeOne(actor, position, record, known.get(record.registrationNumber)));
    return outcomes;
  }

  async endImport(
    actor: Actor,
    batch: ExchangeBatch,
    counts: Pick<ExchangeBatch, 'rows' | 'done' | 'unchanged' | 'failed'>,
  ): Promise<void> {
    await this.work.run({ domain: 'contracts', name: 'importNationalNumbers', actor }, (tx) =>
      this.end(tx, batch, counts),
    );
  }

  private async takeOne(
    actor: Actor,
    position: number,
    record: ReturnedNumber,
    contractId: string | undefined,
  ): Promise<ExchangeRow> {
    const row = {
      position,
      contractId: contractId ?? null,
      registrationNumber: record.registrationNumber.slice(0, 100),
      contractVersion: null,
      data: { nationalRegNo: record.nationalRegNo.slice(0, 100) },
    };
    const failed = (problem: MappingProblem): ExchangeRow => ({
      ...row,
      outcome: 'FAILED',
      problems: [problem],
    });
    if (contractId === undefined)
      return failed({ column: '平台登记编号', message: '本登记机构没有这一编号的合同' });
    const nationalRegNo = toHalfWidth(cleanText(record.nationalRegNo)).toUpperCase();
    const [wrong] = nationalNumberViolations(nationalRegNo);
    if (wrong !== undefined) return failed({ column: '全国登记号', message: wrong.message });
    try {
      const outcome = await this.work.run(
        { domain: 'contracts', name: 'importNationalNumber', actor },
        (tx) => this.writeBack(tx, contractId, nationalRegNo),
      );
      return { ...row, outcome, problems: [] };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return failed({ column: '全国登记号', message: error.message });
    }
  }

  /** @throws DomainError when another number stands there, when the number is another contract's, or the state forbids it. */
  private async writeBack(
    tx: Tx,
    contractId: string,
    nationalRegNo: string,
  ): Promise<'UPDATED' | 'UNCHANGED'> {
    const contract = await this.contracts.lock(contractId);
    if (contract === undefined) throw new Error('a contract that is gone');
    if (contract.nationalRegNo === nationalRegNo) return 'UNCHANGED';
    if (contract.nationalRegNo !== null)
      throw new DomainError(
        ContractCodes.NATIONAL_NUMBER_DIFFERS,
        `该合同已回填另一全国登记号 ${contract.nationalRegNo}，请核对`,
      );
    const state = contractLifecycle.next(contract.state, 'recordNationalNumber');
    if (state === undefined)
      throw new DomainError(Codes.ILLEGAL_TRANSITION, '该合同的登记已终止，不能回填全国登记号');
    const next = {
      ...contract,
      state,
      nationalRegNo,
      certificateVersion: contract.certificateVersion + 1,
      version: contract.version + 1,
    };
    await this.contracts.save(contract, next);
    await tx.addJob('contracts.renderCertificate', { contractId });
    await this.changes.tell(tx, 'recordNationalNumber', next, { before: contract, reason: nationalRegNo });
    return 'UPDATED';
  }

  /** The bureau's registrars for their places; the operator at the command line for the whole city. */
  private divisionsOf(actor: Actor): readonly string[] {
    if (actor.kind === 'system') return [this.city.code];
    if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
    const divisions = scopesOf(actor, 'REGISTRAR');
    if (divisions.length === 0)
      throw new DomainError(Codes.FORBIDDEN, '只有登记机构的登记员可以与全国系统交换');
    return divisions;
  }

  private async begin(
    tx: Tx,
    actor: Actor,
    of: Pick<ExchangeBatch, 'direction' | 'divisions' | 'fileName'>,
  ): Promise<ExchangeBatch> {
    const year = Number(legalDayOf(tx.now).slice(0, 4));
    const serial = await this.parts.nextSerial('EXCHANGE', year, this.city.code);
    const batch: ExchangeBatch = {
      ...of,
      id: uuidv7(),
      number: `JH${year}${of.direction === 'EXPORT' ? 'E' : 'I'}${String(serial).padStart(6, '0')}`,
      state: 'RUNNING',
      form: JJ_001.form,
      formVersion: JJ_001.version,
      rows: 0,
      done: 0,
      unchanged: 0,
      failed: 0,
      createdBy: actorId(actor),
      createdAt: tx.now,
    };
    await this.store.insertBatch(batch);
    return batch;
  }

  private async end(
    tx: Tx,
    batch: ExchangeBatch,
    counts: Pick<ExchangeBatch, 'rows' | 'done' | 'unchanged' | 'failed'>,
  ): Promise<void> {
    const ended: ExchangeBatch = {
      ...batch,
      ...counts,
      state: counts.failed > 0 ? 'WITH_PROBLEMS' : 'COMPLETE',
    };
    await this.store.finish(ended);
    await tx.audit({
      stream: `ExchangeBatch:${batch.id}`,
      action: batch.direction === 'EXPORT' ? 'export' : 'import',
      after: ended,
      reason: batch.number,
    });
  }
}
