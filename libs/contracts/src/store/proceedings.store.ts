import { Injectable } from '@nestjs/common';
import { Codes, DomainError, type Actor } from '@jihui/kernel';
import { Db, isUniqueViolation, or, raw, sql, type Connection, type PageArgs } from '@jihui/platform';
import type { Colour, ColourBounds } from '../core/deadline.js';
import { ContractCodes } from '../core/errors.js';
import type { Proceeding, ProceedingKind } from '../core/proceedings/proceeding.js';
import { hasWords } from './contracts.store.js';
import { colourIs } from './due.js';
import { ProceedingFileRow, ProceedingRow, toDomain, toRow, type FilePurpose } from './proceeding.row.js';
import { inQueueOf } from './visibility.js';

const COLUMNS = raw(
  [
    'id',
    'version',
    'contract_id',
    'kind',
    'state',
    'opened_by',
    'organisation_id',
    'person_id',
    'against',
    'draft',
    'opened_on::text',
    'due_on::text',
    'defend_until::text',
    'deficiencies',
    'examination',
    'examiner_id',
    'defences',
    'decision',
    'decider_id',
    'decided_on::text',
    'created_at',
    'updated_at',
  ]
    .map((column) => {
      const name = column.replace('::text', '');
      return `p.${column} as "${name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}"`;
    })
    .join(', '),
);

export interface ProceedingFile {
  readonly id: string;
  readonly proceedingId: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly purpose: FilePurpose;
  readonly uploadedBy: string;
  readonly createdAt: Date;
}
/** What rules read of a contract's proceedings. */
export interface ProceedingFacts {
  readonly pending: Proceeding | null;
  readonly evidenceCount: number;
  /** Organisations whose objection was not granted, with what it was made against. */
  readonly kept: readonly { readonly organisationId: string; readonly certificateVersion: number }[];
}
export interface ProceedingFilter {
  readonly kinds?: readonly ProceedingKind[] | null;
  readonly decided?: boolean | null;
  readonly colours?: readonly Colour[] | null;
  /** 项目名称, party or number of the contract. */
  readonly text?: string | null;
}

const FILE = sql`f.id, f.proceeding_id as "proceedingId", f.name, f.type, f.size::float8 as size, f.sha256, f.purpose,
  f.uploaded_by as "uploadedBy", f.created_at as "createdAt"`;

/** Of a row that came as JSON, where an instant is text. */
const fromJson = (row: ProceedingRow): Proceeding => ({
  ...toDomain(row),
  createdAt: new Date(row.createdAt),
  updatedAt: new Date(row.updatedAt),
});

/** Proceedings on contracts, their files, and the benefits that were used: the only SQL on them. */
@Injectable()
export class ProceedingsStore {
  constructor(private readonly db: Db) {}

  /** @throws DomainError ILLEGAL_TRANSITION when this side already writes one of the kind. */
  async insert(proceeding: Proceeding): Promise<void> {
    try {
      await this.db.insert(ProceedingRow, toRow(proceeding));
    } catch (error) {
      if (isUniqueViolation(error, 'one_draft_a_side'))
        throw new DomainError(Codes.ILLEGAL_TRANSITION, '本单位已有一份未提交的草稿，请打开继续办理');
      throw error;
    }
  }

  async lock(id: string): Promise<Proceeding | undefined> {
    const row = await this.db.lock(ProceedingRow, id);
    return row && toDomain(row);
  }

  async save(before: Proceeding, next: Proceeding): Promise<void> {
    try {
      await this.db.update(ProceedingRow, { id: before.id, version: before.version }, toRow(next));
    } catch (error) {
      if (isUniqueViolation(error, 'one_open_proceeding'))
        throw new DomainError(ContractCodes.PROCEEDING_OPEN, '已有变更、注销、撤销或异议正在办理，请先办结');
      throw error;
    }
  }

  async byIds(ids: readonly string[]): Promise<Map<string, Proceeding>> {
    const rows = await this.db.query<ProceedingRow>(
      sql`select ${COLUMNS} from contracts.proceeding p where ${sql.any(sql`p.id`, ids)}`,
    );
    return new Map(rows.map((row) => [row.id, toDomain(row)]));
  }

  /** All of each contract but discarded drafts, oldest first. */
  async ofContracts(contractIds: readonly string[]): Promise<Map<string, Proceeding[]>> {
    const rows = await this.db.query<ProceedingRow>(sql`
      select ${COLUMNS} from contracts.proceeding p
      where ${sql.any(sql`p.contract_id`, contractIds)} and p.state <> 'DISCARDED' order by p.id`);
    const groups = new Map<string, Proceeding[]>(contractIds.map((id) => [id, []]));
    for (const row of rows) groups.get(row.contractId)?.push(toDomain(row));
    return groups;
  }

  /** What rules need of many contracts, in one statement. */
  async facts(contractIds: readonly string[]): Promise<Map<string, ProceedingFacts>> {
    const rows = await this.db.query<ProceedingRow & { readonly evidence: number }>(
      sql`
      select ${COLUMNS}, (select count(*)::int from contracts.proceeding_file f
        where f.proceeding_id = p.id and f.removed_at is null and f.purpose = 'EVIDENCE') as evidence
      from contracts.proceeding p
      where ${sql.any(sql`p.contract_id`, contractIds)}
        and (p.state = 'OPEN' or (p.state = 'REFUSED' and p.kind = 'OBJECTION'))`.prepared(),
    );
    const found = new Map<string, ProceedingFacts>();
    for (const row of rows) {
      const before = found.get(row.contractId) ?? { pending: null, evidenceCount: 0, kept: [] };
      found.set(
        row.contractId,
        row.state === 'OPEN'
          ? { ...before, pending: fromJson(row), evidenceCount: row.evidence }
          : {
              ...before,
              kept: [
                ...before.kept,
                {
                  organisationId: row.organisationId,
                  certificateVersion: row.against.certificateVersion,
                },
              ],
            },
      );
    }
    return found;
  }

  /** What lies on the registrar's desk after registration, nearest deadline first; or what was decided. */
  desk(
    actor: Actor,
    filter: ProceedingFilter,
    bounds: ColourBounds,
    args: PageArgs,
  ): Promise<Connection<Proceeding>> {
    const decided = filter.decided === true;
    const where = [
      inQueueOf(actor),
      decided ? sql`p.state in ('GRANTED', 'REFUSED', 'WITHDRAWN')` : sql`p.state = 'OPEN'`,
    ];
    if (filter.kinds) where.push(sql.any(sql`p.kind`, filter.kinds));
    if (filter.text) where.push(hasWords(filter.text));
    if (filter.colours && !decided)
      where.push(or(filter.colours.map((colour) => colourIs(sql`p.due_on`, colour, bounds))));
    return this.db.page<ProceedingRow, Proceeding>(
      {
        select: COLUMNS,
        from: sql`contracts.proceeding p join contracts.contract c on c.id = p.contract_id`,
        where,
        order: [
          { expression: sql`p.due_on`, type: 'date', direction: decided ? 'desc' : 'asc' },
          { expression: sql`p.id`, type: 'uuid', direction: decided ? 'desc' : 'asc' },
        ],
        toNode: toDomain,
      },
      args,
    );
  }

  /** Open ones due until that day, or whose defence ends by it, of which nobody was told yet; marks them told. */
  async markNear(day: string): Promise<readonly Proceeding[]> {
    const marked = await this.db.query<{ id: string }>(sql`
      with marked as (
        update contracts.proceeding p set told_due_on = due_on
        where p.state = 'OPEN' and p.due_on <= ${day}::date and p.told_due_on is distinct from p.due_on
        returning id)
      select id from marked`);
    return [...(await this.byIds(marked.map(({ id }) => id))).values()];
  }

  addFile(file: ProceedingFileRow): Promise<void> {
    return this.db.insert(ProceedingFileRow, file);
  }

  async removeFile(fileId: string, at: Date): Promise<void> {
    await this.db.query(
      sql`update contracts.proceeding_file set removed_at = ${at} where id = ${fileId} and removed_at is null`,
    );
  }

  async file(id: string): Promise<ProceedingFile | undefined> {
    return this.db.one<ProceedingFile>(
      sql`select ${FILE} from contracts.proceeding_file f where f.id = ${id} and f.removed_at is null`,
    );
  }

  async filesOf(proceedingIds: readonly string[]): Promise<Map<string, ProceedingFile[]>> {
    const rows = await this.db.query<ProceedingFile>(sql`
      select ${FILE} from contracts.proceeding_file f
      where ${sql.any(sql`f.proceeding_id`, proceedingIds)} and f.removed_at is null order by f.id`);
    const groups = new Map<string, ProceedingFile[]>(proceedingIds.map((id) => [id, []]));
    for (const row of rows) groups.get(row.proceedingId)?.push(row);
    return groups;
  }
}
