import {
  ANYONE,
  areasOf,
  ofBureau,
  type SearchDocument,
  type SearchField,
  type SearchFace,
} from '@jihui/platform';
import type { RegisterEntry } from '../core/register/register.js';

/**
 * An entry of the register of intermediaries as it is found. All its words are everybody's while it stands in the
 * register, and the bureau's from when it was handed in; how one is reached is among the words of nobody.
 */
export const entryDocument = (
  type: string,
  entry: RegisterEntry,
  given: {
    readonly organisationId: string;
    readonly values: SearchDocument['values'];
    readonly fields: readonly SearchField[];
  },
): SearchDocument => ({
  type,
  id: entry.id,
  version: entry.version,
  listed: true,
  belongsTo: given.organisationId,
  values: {
    standing: String(entry.state === 'ACTIVE'),
    states: entry.state,
    scopes: areasOf(entry.scopeCode),
    agency: given.organisationId,
    ...given.values,
  },
  sorts: { newest: entry.admittedAt?.getTime() ?? 0, waiting: entry.stateSince.getTime() },
  faces: [facesOf(entry, given.fields)],
});

function facesOf({ state, scopeCode }: RegisterEntry, fields: readonly SearchField[]): SearchFace {
  if (state === 'ACTIVE') return { visibleTo: [ANYONE], fields };
  return { visibleTo: areasOf(scopeCode).map((place) => ofBureau('OFFICER', place)), fields };
}
