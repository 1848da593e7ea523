import type { Actor } from '@jihui/kernel';
import { uuidv7, type CellReader, type ColumnNames, type PlaceNames, type Tx } from '@jihui/platform';
import type { Listing } from '../core/listing.js';
import type { NeedForm } from '../core/need.form.js';
import type { Need } from '../core/need.js';
import { missingOfNeed, needMachine, resultMachine } from '../core/perform.js';
import { isBureauOfficer, isSystem } from '../core/relation.js';
import type { ResultForm } from '../core/result.form.js';
import type { Result } from '../core/result.js';
import { needSnapshot, resultSnapshot } from '../snapshots.js';
import type { ListingTable } from '../store/codes.js';
import { toRow as needRow } from '../store/need.row.js';
import type { Owner } from '../store/owners.store.js';
import { toRow as resultRow } from '../store/result.row.js';
import { needTraits, resultTraits, type ListingTraits } from '../traits.js';
import { NEED_MAPPINGS, RESULT_MAPPINGS, type NamedMapping } from './named-mappings.js';
import { NEED_COLUMNS, needFormFrom } from './need.cells.js';
import { RESULT_COLUMNS, resultFormFrom } from './result.cells.js';

/** What differs between importing results and importing needs. */
export interface ImportKind<E extends Listing, F> extends Omit<ListingTraits<E, never, F>, 'machine'> {
  readonly table: ListingTable;
  readonly columns: ColumnNames<string>;
  readonly mappings: readonly NamedMapping<string>[];
  formFrom(cells: CellReader<string>, places: PlaceNames): F;
  /** The state in which the import leaves it. @throws DomainError as the machine does. */
  enter(entity: E, isNew: boolean, actor: Actor, now: Date): E['state'];
  rowOf(entity: E): object;
  emit(tx: Tx, imported: readonly { entity: E; owner: Owner }[]): Promise<void>;
}

/** The bureau and the system vouch for what they import; everybody else's goes the way of any draft. */
const vouches = (actor: Actor, entity: Listing): boolean => isSystem(actor) || isBureauOfficer(actor, entity);

const event = () => ({ aggregateId: uuidv7(), version: 1, action: 'import' });

export const resultImport: ImportKind<Result, ResultForm> = {
  ...resultTraits,
  table: 'listings.result',
  columns: RESULT_COLUMNS,
  mappings: RESULT_MAPPINGS,
  formFrom: resultFormFrom,
  enter: (result, isNew, actor, now) => {
    if (vouches(actor, result)) return resultMachine.perform(result, 'admit', actor, now);
    return resultMachine.perform(result, isNew ? 'deposit' : 'edit', actor, now);
  },
  rowOf: resultRow,
  emit: (tx, imported) =>
    tx.emit('listings.resultsImported', {
      ...event(),
      payload: { results: imported.map(({ entity, owner }) => resultSnapshot(entity, owner)) },
    }),
};

export const needImport: ImportKind<Need, NeedForm> = {
  ...needTraits,
  table: 'listings.need',
  columns: NEED_COLUMNS,
  mappings: NEED_MAPPINGS,
  formFrom: needFormFrom,
  // A complete need goes straight to the bureau; an incomplete one waits as a draft.
  enter: (need, isNew, actor, now) => {
    if (vouches(actor, need)) return needMachine.perform(need, 'admit', actor, now);
    const complete = isNew && missingOfNeed(need, actor, now).length === 0;
    return needMachine.perform(need, complete ? 'submit' : 'edit', actor, now);
  },
  rowOf: needRow,
  emit: (tx, imported) =>
    tx.emit('listings.needsImported', {
      ...event(),
      payload: { needs: imported.map(({ entity, owner }) => needSnapshot(entity, owner)) },
    }),
};
