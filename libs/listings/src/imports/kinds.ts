import type { Actor, LegalDay, Violation } from '@jihui/kernel';
import type { CellReader, City, ColumnNames, PlaceNames, Tx } from '@jihui/platform';
import { uuidv7 } from '@jihui/platform';
import { needContentFrom, type NeedForm } from '../core/need.form.js';
import { isOnlineNeed, type Need } from '../core/need.js';
import { newNeed, newResult } from '../core/new-listing.js';
import { missingOfNeed, needMachine, resultMachine } from '../core/perform.js';
import { demandQuality } from '../core/quality.js';
import { isBureauOfficer, isSystem } from '../core/relation.js';
import { resultContentFrom, type FormOwner, type ResultForm } from '../core/result.form.js';
import { isOnlineResult, type Result } from '../core/result.js';
import { PARAMETERS } from '../parameters.js';
import { needDocument, resultDocument, type Findable } from '../search-document.js';
import { needSnapshot, resultSnapshot } from '../snapshots.js';
import { toRow as needRow } from '../store/need.row.js';
import type { Owner } from '../store/owners.store.js';
import { toRow as resultRow } from '../store/result.row.js';
import { NEED_MAPPINGS, RESULT_MAPPINGS, type NamedMapping } from './named-mappings.js';
import { NEED_COLUMNS, needFormFrom } from './need.cells.js';
import { RESULT_COLUMNS, resultFormFrom } from './result.cells.js';

/** What differs between importing results and importing needs. */
export interface ImportKind<E extends Result | Need, F> {
  readonly kind: 'RESULT' | 'NEED';
  readonly table: 'listings.result' | 'listings.need';
  readonly aggregate: 'Result' | 'Need';
  readonly columns: ColumnNames<string>;
  readonly mappings: readonly NamedMapping<string>[];
  readonly validity: string;
  formFrom(cells: CellReader<string>, places: PlaceNames): F;
  contentFrom(
    form: F,
    owner: FormOwner,
    city: City,
  ): { content: E['content']; violations: readonly Violation[] };
  begin(row: { owner: Owner; actor: Actor; content: E['content']; now: Date; scopeCode: string }): E;
  withContent(entity: E, content: E['content'], scopeCode: string): E;
  /** The state in which the import leaves it. @throws DomainError as the machine does. */
  enter(entity: E, isNew: boolean, actor: Actor, now: Date): E['state'];
  isOnline(entity: E): boolean;
  rowOf(entity: E): object;
  document(entity: E, owner: Owner): Findable;
  emit(tx: Tx, imported: readonly { entity: E; owner: Owner }[]): Promise<void>;
  nextCode(sequenceValue: string, today: LegalDay): string;
}

/** The bureau and the system vouch for what they import; everybody else's goes the way of any draft. */
const vouches = (actor: Actor, entity: Result | Need): boolean =>
  isSystem(actor) || isBureauOfficer(actor, entity);

const event = () => ({ aggregateId: uuidv7(), version: 1, action: 'import' });

export const resultImport: ImportKind<Result, ResultForm> = {
  kind: 'RESULT',
  table: 'listings.result',
  aggregate: 'Result',
  columns: RESULT_COLUMNS,
  mappings: RESULT_MAPPINGS,
  validity: PARAMETERS.RESULT_VALIDITY,
  formFrom: resultFormFrom,
  contentFrom: resultContentFrom,
  begin: (row) => newResult({ ...row, id: uuidv7() }),
  withContent: (result, content, scopeCode) => ({ ...result, content, scopeCode }),
  enter: (result, isNew, actor, now) => {
    if (vouches(actor, result)) return resultMachine.perform(result, 'admit', actor, now);
    return resultMachine.perform(result, isNew ? 'deposit' : 'edit', actor, now);
  },
  isOnline: (result) => isOnlineResult(result.state),
  rowOf: resultRow,
  document: resultDocument,
  emit: (tx, imported) =>
    tx.emit('listings.resultsImported', {
      ...event(),
      payload: { results: imported.map(({ entity, owner }) => resultSnapshot(entity, owner)) },
    }),
  nextCode: (value, today) => `CG${today.slice(0, 4)}${value.padStart(6, '0')}`,
};

export const needImport: ImportKind<Need, NeedForm> = {
  kind: 'NEED',
  table: 'listings.need',
  aggregate: 'Need',
  columns: NEED_COLUMNS,
  mappings: NEED_MAPPINGS,
  validity: PARAMETERS.NEED_VALIDITY,
  formFrom: needFormFrom,
  contentFrom: needContentFrom,
  begin: (row) => newNeed({ ...row, id: uuidv7() }),
  withContent: (need, content, scopeCode) => ({
    ...need,
    content,
    scopeCode,
    quality: demandQuality(content).score,
  }),
  // A complete need goes straight to the bureau; an incomplete one waits as a draft.
  enter: (need, isNew, actor, now) => {
    if (vouches(actor, need)) return needMachine.perform(need, 'admit', actor, now);
    const complete = isNew && missingOfNeed(need, actor, now).length === 0;
    return needMachine.perform(need, complete ? 'submit' : 'edit', actor, now);
  },
  isOnline: (need) => isOnlineNeed(need.state),
  rowOf: needRow,
  document: needDocument,
  emit: (tx, imported) =>
    tx.emit('listings.needsImported', {
      ...event(),
      payload: { needs: imported.map(({ entity, owner }) => needSnapshot(entity, owner)) },
    }),
  nextCode: (value, today) => `XQ${today.slice(0, 4)}${value.padStart(6, '0')}`,
};
