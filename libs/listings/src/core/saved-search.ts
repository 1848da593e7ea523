import { cleanText, say, Violations, type Violation } from '@jihui/kernel';
import { ListingCodes } from './errors.js';

export type SavedSearchKind = 'RESULT' | 'NEED' | 'PATENT';

/** What somebody looks for again and again. */
export interface SavedSearch {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly kind: SavedSearchKind;
  readonly name: string;
  /** Empty for none. */
  readonly text: string;
  /** Values by filter, as the search index knows them. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly alerts: boolean;
  readonly createdAt: Date;
}

/** More would be mail that nobody reads. */
export const MAX_SAVED_SEARCHES = 30;
const MAX_NAME = 60;
const MAX_TEXT = 200;
const MAX_VALUES = 20;
const MAX_VALUE = 60;

const COMMON = ['clusters', 'techFields', 'cooperationModes', 'divisions'];
/** Filters by kind, as they are named in lists. */
const FILTERS: Readonly<Record<SavedSearchKind, readonly string[]>> = {
  RESULT: [...COMMON, 'trlBands', 'priceModes', 'ownerKinds', 'ownerId'],
  NEED: [...COMMON, 'needTypes', 'urgencies', 'wantsChallenge'],
  PATENT: [
    ...['kinds', 'states', 'ipcSections', 'techFields', 'clusters', 'divisions'],
    ...['ipc', 'applicant', 'filedYear'],
  ],
};

/** Names of filters in the search index, where they differ from those of lists. */
const INDEXED: Readonly<Record<string, string>> = {
  divisions: 'areas',
  ownerId: 'owner',
  applicant: 'applicants',
  filedYear: 'years',
};

/** The filters as the search index takes them: there classes of patents stand without blanks. */
export const indexedFilters = (
  filters: SavedSearch['filters'],
): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(filters).map(([name, values]) => [
      INDEXED[name] ?? name,
      name === 'ipc' ? values.map((value) => value.toUpperCase().replace(/\s/g, '')) : values,
    ]),
  );

type Given = Pick<SavedSearch, 'kind' | 'name' | 'text' | 'alerts'> & {
  readonly filters: readonly { readonly name: string; readonly values: readonly string[] }[];
};

/** The search as it was sent, cleaned, with everything that is wrong with it. */
export function savedSearchFrom(sent: Given): {
  readonly search: Pick<SavedSearch, 'kind' | 'name' | 'text' | 'filters' | 'alerts'>;
  readonly violations: readonly Violation[];
} {
  const violations = new Violations();
  const name = cleanText(sent.name);
  const text = cleanText(sent.text);
  violations.text('name', '名称', name, { max: MAX_NAME }).optionalText('text', '检索词', text, MAX_TEXT);
  violations.when(
    sent.filters.length > FILTERS[sent.kind].length,
    'filters',
    ListingCodes.TOO_MANY,
    '筛选条件重复，每种只填一次',
  );
  const chosen = sent.filters.slice(0, FILTERS[sent.kind].length);
  chosen.forEach((filter, index) => {
    const path = `filters.${index}`;
    violations
      .when(
        !FILTERS[sent.kind].includes(filter.name),
        `${path}.name`,
        ListingCodes.UNKNOWN_CODE,
        say`没有名为“${filter.name.slice(0, 20)}”的筛选条件`,
      )
      .when(
        filter.values.length > MAX_VALUES,
        `${path}.values`,
        ListingCodes.TOO_MANY,
        say`每种筛选条件最多 ${MAX_VALUES} 个值`,
      );
    filter.values.slice(0, MAX_VALUES).forEach((value, at) => {
      violations.optionalText(`${path}.values.${at}`, '筛选值', value, MAX_VALUE);
    });
  });
  const filters = Object.fromEntries(
    chosen
      .filter(({ values }) => values.length > 0)
      .map((filter) => [filter.name, [...new Set(filter.values)]]),
  );
  violations.when(
    text === '' && Object.keys(filters).length === 0,
    'text',
    'REQUIRED',
    '请填写检索词，或至少选择一个筛选条件',
  );
  return {
    search: { kind: sent.kind, name, text, filters, alerts: sent.alerts },
    violations: violations.found,
  };
}
