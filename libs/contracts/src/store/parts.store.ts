import { Injectable } from '@nestjs/common';
import { Db, sql, type Sql, type Tx } from '@jihui/platform';
import type { Deficiency, FileKind } from '../core/contract.js';
import type { EarlierReturn } from '../core/returns.js';
import { FileRow, ReviewRow, type ReviewStage, type ReviewVerdict } from './parts.row.js';

export interface ContractFile {
  readonly id: string;
  readonly contractId: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly signed: boolean;
  readonly createdAt: Date;
}

export interface Review {
  readonly contractId: string;
  readonly stage: ReviewStage;
  readonly verdict: ReviewVerdict;
  readonly reviewerId: string;
  readonly opinion: string;
  readonly grounds: readonly string[];
  readonly deficiencies: readonly Deficiency[];
  readonly at: Date;
}

export type NumberSeries = 'ACCEPTANCE' | 'REGISTRATION' | 'EXCHANGE';

const FILE = sql`f.id, f.contract_id as "contractId", f.kind, f.name, f.type, f.size::float8 as size, f.sha256,
  f.signed, f.created_at as "createdAt"`;

const grouped = <T extends { readonly contractId: string }>(
  contractIds: readonly string[],
  rows: readonly T[],
): Map<string, T[]> => {
  const groups = new Map<string, T[]>(contractIds.map((id) => [id, []]));
  for (const row of rows) groups.get(row.contractId)?.push(row);
  return groups;
};

const insertOf = (reviews: readonly ReviewRow[]): Sql => sql`
  insert into contracts.review
    (id, contract_id, stage, verdict, reviewer_id, opinion, grounds, deficiencies, basis, at)
  select id, "contractId", stage, verdict, "reviewerId", opinion, grounds, deficiencies, basis, at
  from jsonb_to_recordset(${JSON.stringify(reviews)}::jsonb) as review (id uuid, "contractId" uuid, stage text,
    verdict text, "reviewerId" uuid, opinion text, grounds text[], deficiencies jsonb, basis jsonb, at timestamptz)`;

/** Files, reviews and numbers of contracts. */
@Injectable()
export class PartsStore {
  constructor(private readonly db: Db) {}

  addFile(file: FileRow): Promise<void> {
    return this.db.insert(FileRow, file);
  }

  /** The row stays, so that the history can be told; the bytes are shared by their hash. */
  async removeFile(fileId: string, at: Date): Promise<void> {
    await this.db.query(
      sql`update contracts.file set removed_at = ${at} where id = ${fileId} and removed_at is null`,
    );
  }

  async file(id: string): Promise<ContractFile | undefined> {
    return this.db.one<ContractFile>(
      sql`select ${FILE} from contracts.file f where f.id = ${id} and f.removed_at is null`,
    );
  }

  async filesOf(contractIds: readonly string[]): Promise<Map<string, ContractFile[]>> {
    const rows = await this.db.query<ContractFile>(sql`
      select ${FILE} from contracts.file f
      where ${sql.any(sql`f.contract_id`, contractIds)} and f.removed_at is null order by f.id`);
    return grouped(contractIds, rows);
  }

  /** Appends reviews, in one statement; written with the effects of their decisions. */
  addReviews(tx: Tx, reviews: readonly ReviewRow[]): void {
    if (reviews.length > 0) tx.alongside(insertOf(reviews));
  }

  async reviewsOf(contractIds: readonly string[]): Promise<Map<string, Review[]>> {
    const rows = await this.db.query<Review>(sql`
      select contract_id as "contractId", stage, verdict, reviewer_id as "reviewerId", opinion, grounds,
        deficiencies, at
      from contracts.review where ${sql.any(sql`contract_id`, contractIds)} order by at, id`);
    return grouped(contractIds, rows);
  }

  /** Earlier returns for correction, the first first, with the form as it was then. */
  async returnsOf(contractId: string): Promise<readonly EarlierReturn[]> {
    return this.db.query<EarlierReturn>(sql`
      select at, deficiencies, basis -> 'form' as form from contracts.review
      where contract_id = ${contractId} and verdict = 'RETURN' order by at, id`);
  }

  /**
   * The next serial of the series in that year at that registry: gapless, since it is given back when
   * the transaction does not commit. Others who want one wait, so take it last.
   */
  async nextSerial(series: NumberSeries, year: number, registry: string): Promise<number> {
    const row = await this.db.one<{ serial: number }>(
      sql`select contracts.next_serials(${series}, ${year}, ${registry}, 1) as serial`,
    );
    if (row === undefined) throw new Error('next_serials answered nothing');
    return row.serial;
  }
}
