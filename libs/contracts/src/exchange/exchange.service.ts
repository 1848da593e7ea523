import { Injectable } from '@nestjs/common';
import { actorId, Codes, DomainError, legalDayOf, scopesOf, type Actor } from '@jihui/kernel';
import { City, uuidv7, Work, type Tx } from '@jihui/platform';
import { ContractChanges } from '../contract-changes.js';
import type { Contract } from '../core/contract.js';
import { ContractCodes } from '../core/errors.js';
import { JJ_001, mapped } from '../core/exchange/mapping.js';
import { nationalNumberOf, Returns, type ReturnedNumber } from '../core/exchange/returned.js';
import { ContractsStore } from '../store/contracts.store.js';
import { ExchangeStore, type ExchangeBatch, type ExchangeRow } from '../store/exchange.store.js';
import { PartsStore } from '../store/parts.store.js';

/** Contracts a statement. */
const PIECE = 500;
/** Contracts a batch: what is more goes into the next. */
const MAX_ROWS = 20_000;

/** A line of the file that came back, and where it stands. */
export interface PositionedReturn {
  readonly position: number;
  readonly record: ReturnedNumber;
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
   * Makes the next package: registered contracts that have no national number and did not go out as they stand now, and,
   * once each, the changes and ends of what the national system holds already. What cannot be written in the form is told
   * and left in the platform.
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
        const rows = piece.map(({ id, number, report, changes }): ExchangeRow => {
          const contract = whole.get(id);
          if (contract === undefined) throw new Error('a contract that is gone');
          const { row, problems } = mapped(JJ_001, contract, report);
          position += 1;
          if (problems.length > 0) failed += 1;
          return {
            position,
            contractId: id,
            registrationNumber: number,
            contractVersion: contract.version,
            report,
            changes,
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

  /**
   * Rows that belong together in one transaction: what is right is written, what is wrong is told, and neither stops the
   * other. The number of statements does not grow with the rows.
   * @throws DomainError CONTRACT.NATIONAL_NUMBER_TAKEN when another took a number at this moment: nothing is written.
   */
  async takeIn(
    actor: Actor,
    batch: ExchangeBatch,
    rows: readonly PositionedReturn[],
  ): Promise<readonly ExchangeRow[]> {
    const command = { domain: 'contracts', name: 'importNationalNumbers', actor } as const;
    return this.work.run(command, async (tx) => {
      const known = await this.knownFor(batch.divisions, rows);
      const locked = await this.contracts.lockAll([...known.values()]);
      const returns = new Returns();
      returns.add(locked.values(), await this.store.holders(numbersOf(rows)));
      const taken = rows.map(({ position, record }) => rowOf(position, record, returns, known));
      const changes = taken.flatMap(({ change }) => change ?? []);
      await this.store.writeNumbers(changes.map(({ next }) => next));
      for (const { before, next } of changes) {
        await tx.addJob('contracts.renderCertificate', { contractId: next.id });
        await this.changes.tell(tx, 'recordNationalNumber', next, { before, reason: next.nationalRegNo });
      }
      const outcomes = taken.map(({ row }) => row);
      await this.store.addRows(
        batch.id,
        outcomes.filter(({ outcome }) => outcome !== 'FAILED'),
      );
      return outcomes;
    });
  }

  /** What would become of the rows, after those of the same file before them; nothing is written (试运行). */
  async tryIn(
    actor: Actor,
    returns: Returns,
    rows: readonly PositionedReturn[],
  ): Promise<readonly ExchangeRow[]> {
    const known = await this.knownFor(this.divisionsOf(actor), rows);
    const contracts = await this.contracts.getAll([...known.values()]);
    returns.add(contracts.values(), await this.store.holders(numbersOf(rows)));
    return rows.map(({ position, record }) => rowOf(position, record, returns, known).row);
  }

  private knownFor(
    divisions: readonly string[],
    rows: readonly PositionedReturn[],
  ): Promise<ReadonlyMap<string, string>> {
    return this.store.byNumbers(
      divisions,
      rows.map(({ record }) => record.registrationNumber),
    );
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

const numbersOf = (rows: readonly PositionedReturn[]): readonly string[] =>
  rows.map(({ record }) => nationalNumberOf(record.nationalRegNo));

/** The row as the batch keeps it, and the change of the contract that it makes. */
function rowOf(
  position: number,
  record: ReturnedNumber,
  returns: Returns,
  known: ReadonlyMap<string, string>,
): { readonly row: ExchangeRow; readonly change?: { readonly before: Contract; readonly next: Contract } } {
  const taken = returns.take(record);
  const row: ExchangeRow = {
    position,
    contractId: known.get(record.registrationNumber) ?? null,
    registrationNumber: record.registrationNumber.slice(0, 100),
    contractVersion: null,
    report: null,
    changes: null,
    outcome: taken.outcome,
    data: { nationalRegNo: record.nationalRegNo.slice(0, 100) },
    problems: taken.outcome === 'FAILED' ? [taken.problem] : [],
  };
  return taken.outcome === 'UPDATED' ? { row, change: taken } : { row };
}
