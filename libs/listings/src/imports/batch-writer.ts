import { Injectable } from '@nestjs/common';
import { canonical, DomainError, legalDayOf, toHalfWidth, type Actor } from '@jihui/kernel';
import {
  City,
  isUuid,
  sha256,
  uuidv7,
  Work,
  type ParsedRow,
  type RowOutcome,
  type RowProblem,
  type Tokeniser,
  type Tx,
} from '@jihui/platform';
import { ListingCodes } from '../core/errors.js';
import type { Listing } from '../core/listing.js';
import { ImportsStore, keyOf, type ExternalKey, type Imported } from '../store/imports.store.js';
import { OwnersStore, type Owner } from '../store/owners.store.js';
import { SearchStore } from '../store/search.store.js';
import { Validity } from '../validity.js';
import type { ImportFile, ImportRecord } from './import-file.js';
import type { ImportKind } from './kinds.js';

/** One run of an importer. */
export interface Run<E extends Listing, F> {
  readonly kind: ImportKind<E, F>;
  readonly file: ImportFile<E, F>;
  readonly actor: Actor;
  readonly ownerId: string | null;
  readonly dryRun: boolean;
  readonly tokeniser: Tokeniser;
  /** In which row of the file each external id was seen first. */
  readonly seen: Map<string, number>;
  existing(keys: readonly ExternalKey[]): Promise<Map<string, Imported<E>>>;
}

/** A row that passed: what it was and what it becomes. */
interface Change<E> {
  readonly before: E | null;
  readonly after: E;
  readonly owner: Owner;
  readonly externalId: string;
  readonly importHash: string;
}
type Batch<F> = readonly ParsedRow<ImportRecord<F>>[];

/** Files are added on the platform, never by an import: they count for nothing here, and stay. */
const hashOf = (content: object): string => sha256(canonical({ ...content, attachmentIds: [] }));

/** Without an id of its own a row is named by its title. */
function externalIdOf({ externalId, values }: ImportRecord<unknown>): string {
  const title = typeof values['title'] === 'string' ? values['title'] : '';
  return externalId ?? `title:${sha256(toHalfWidth(title)).slice(0, 32)}`;
}

/** Stores a batch of rows: one transaction, one event, one statement a table. */
@Injectable()
export class BatchWriter {
  constructor(
    private readonly work: Work,
    private readonly imports: ImportsStore,
    private readonly owners: OwnersStore,
    private readonly search: SearchStore,
    private readonly validity: Validity,
    private readonly city: City,
  ) {}

  /** What became of each row, in order. */
  store<E extends Listing, F>(run: Run<E, F>, batch: Batch<F>): Promise<RowOutcome[]> {
    const command = { domain: 'listings', name: `import${run.kind.aggregate}s`, actor: run.actor } as const;
    return this.work.run(command, async (tx) => {
      const owners = await this.ownersOf(run, batch);
      const keys = batch.flatMap(({ record }, index) => {
        const owner = owners[index];
        return owner === undefined ? [] : [{ ownerId: owner.id, externalId: externalIdOf(record) }];
      });
      const existing = await run.existing(keys);
      const term = await this.validity.from(tx.now, run.kind.validity, null);
      const changes: Change<E>[] = [];
      const outcomes = batch.map(({ row, record }, index): RowOutcome => {
        const owner = owners[index];
        if (owner === undefined) return [ownerProblem(row, record, run.ownerId)];
        const change = this.change(run, { row, record, owner, existing, now: tx.now, term });
        if (!('after' in change)) return change.outcome;
        changes.push(change);
        return change.before === null ? 'created' : 'updated';
      });
      if (!run.dryRun && changes.length > 0) await this.write(run, changes, tx);
      return outcomes;
    });
  }

  private change<E extends Listing, F>(
    run: Run<E, F>,
    given: {
      row: number;
      record: ImportRecord<F>;
      owner: Owner;
      existing: Map<string, Imported<E>>;
      now: Date;
      term: { expiresOn: string; validityParameter: string };
    },
  ): Change<E> | { outcome: RowOutcome } {
    const { kind, file, actor } = run;
    const { row, record, owner, now, term } = given;
    const externalId = externalIdOf(record);
    const key = keyOf({ ownerId: owner.id, externalId });
    const earlier = run.seen.get(key) ?? row;
    run.seen.set(key, earlier);
    const refuse = (code: string, message: string): { outcome: RowOutcome } => ({
      outcome: [file.problem(row, record, { path: 'externalId', code, message })],
    });
    if (earlier !== row)
      return refuse(ListingCodes.IMPORT_DUPLICATE, `与第 ${earlier} 行的外部编号相同，请改正其一`);

    const { content, violations } = kind.contentFrom(record.form, owner, this.city);
    if (violations.length > 0) return { outcome: violations.map((one) => file.problem(row, record, one)) };
    const importHash = hashOf(content);
    const known = given.existing.get(key);
    const present = known && hashOf(known.entity.content);
    if (known?.importHash === importHash || present === importHash) return { outcome: 'unchanged' };
    if (known !== undefined && present !== known.importHash)
      return refuse(
        ListingCodes.IMPORT_CHANGED_BY_HAND,
        '导入之后有人在平台上修改过，未覆盖；请在平台上修改，或先恢复',
      );

    const scopeCode = this.city.isDivision(content.divisionCode) ? content.divisionCode : this.city.code;
    const entity = known
      ? kind.withContent(known.entity, withAttachmentsOf(known.entity, content), scopeCode)
      : kind.begin({ id: uuidv7(), owner, actor, content, now, scopeCode });
    try {
      const state = kind.enter(entity, known === undefined, actor, now);
      return {
        before: known?.entity ?? null,
        after: settled(kind, entity, state, now, term),
        owner,
        externalId,
        importHash,
      };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const found =
        error.violations.length > 0
          ? error.violations
          : [{ path: '', code: error.code, message: error.message }];
      return { outcome: found.map((one) => file.problem(row, record, one)) };
    }
  }

  private async write<E extends Listing, F>(
    run: Run<E, F>,
    changes: readonly Change<E>[],
    tx: Tx,
  ): Promise<void> {
    const { kind } = run;
    const fresh = changes.filter((change) => change.before === null);
    const codes = await this.imports.codes(kind.table, legalDayOf(tx.now), fresh.length);
    const coded = new Map(fresh.map((change, index) => [change, codes[index] ?? '']));
    const done = changes.map((change) => {
      const after = { ...change.after, code: coded.get(change) ?? change.after.code, updatedAt: tx.now };
      return {
        ...change,
        after: change.before === null ? after : { ...after, version: change.before.version + 1 },
      };
    });
    await this.imports.write(
      kind.table,
      done.map(({ after, externalId, importHash }) => ({ row: kind.rowOf(after), externalId, importHash })),
    );
    const online = done.filter(({ after }) => kind.isOnline(after));
    await this.search.put(
      online.map(({ after, owner }) => kind.findable(after, owner, this.city)),
      run.tokeniser,
    );
    await tx.auditAll(
      done.map(({ before, after }) => ({
        stream: `${kind.aggregate}:${after.id}`,
        action: 'import',
        ...(before === null ? {} : { before }),
        after,
      })),
    );
    await kind.emit(
      tx,
      done.map(({ after, owner }) => ({ entity: after, owner })),
    );
  }

  /** Each row's owner: the one it names, otherwise the run's. */
  private async ownersOf<E extends Listing, F>(
    run: Run<E, F>,
    batch: Batch<F>,
  ): Promise<(Owner | undefined)[]> {
    const names = [
      ...new Set(batch.flatMap(({ record }) => (record.ownerName === null ? [] : [record.ownerName.trim()]))),
    ];
    const named = names.length === 0 ? new Map<string, Owner>() : await this.owners.named(names);
    const own = isUuid(run.ownerId) ? await this.owners.get(run.ownerId) : undefined;
    return batch.map(({ record }) => (record.ownerName === null ? own : named.get(record.ownerName.trim())));
  }
}

const withAttachmentsOf = <E extends Listing>({ content }: E, next: E['content']): E['content'] => ({
  ...next,
  attachmentIds: content.attachmentIds,
});

/** The entity in its new state: what came online gets its day and its term. */
function settled<E extends Listing, F>(
  kind: ImportKind<E, F>,
  entity: E,
  state: E['state'],
  now: Date,
  term: { expiresOn: string; validityParameter: string },
): E {
  const moved: E = { ...entity, state, stateSince: state === entity.state ? entity.stateSince : now };
  const wished = entity.content.validUntil;
  const expiresOn =
    wished !== null && wished < term.expiresOn && wished >= legalDayOf(now) ? wished : term.expiresOn;
  if (kind.isOnline(moved)) return { ...moved, ...term, expiresOn, publishedAt: moved.publishedAt ?? now };
  return moved.state === 'DRAFT' || moved.state === 'RETURNED'
    ? moved
    : { ...moved, submittedAt: moved.submittedAt ?? now };
}

function ownerProblem(row: number, { ownerName }: ImportRecord<unknown>, ownerId: string | null): RowProblem {
  const message =
    ownerName !== null
      ? '平台上没有这个单位，或尚未通过审核；请填写单位全称或统一社会信用代码'
      : ownerId === null
        ? '本行没有写明单位，请增加“持有单位”（或“需求单位”）一列，或在导入时指定归属单位'
        : '指定的归属单位不存在或尚未同步，请核对';
  return {
    row,
    column: ownerName === null ? '' : '单位',
    value: ownerName ?? '',
    code: ListingCodes.OWNER_NOT_YET_KNOWN,
    message,
  };
}
