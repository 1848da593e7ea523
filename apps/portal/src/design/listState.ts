import { useCallback, useMemo } from 'react';
import { useAddress, type AddressOptions } from './address.js';
import { MAX_SEARCH, searchWords } from './searchText.js';

export const PAGE_SIZE = 20;

/** What a list shows now; all of it stands in the URL, so that a link shows the same. */
export interface ListState<S extends string = string> {
  readonly text: string;
  readonly sort: S;
  /** Page number, for display: cursors alone decide what is shown. */
  readonly page: number;
  values(facet: string): readonly string[];
  /** The facet's values that are among the enumeration's names; whatever else a link holds is left out. */
  among<K extends string>(facet: string, names: Readonly<Record<K, unknown>>): K[];
  readonly anyFacet: boolean;
  /** A filter or a search text is in force. */
  readonly narrowed: boolean;
  /** Relay arguments of the current page. */
  readonly paging: { first?: number; after?: string; last?: number; before?: string };
  search(text: string): void;
  /** The same while one still types: the address is replaced. */
  searchTyped(text: string): void;
  sortBy(sort: string): void;
  setFacet(facet: string, values: readonly string[]): void;
  /** Adds one value to the facet, or takes it away. */
  toggle(facet: string, value: string, on: boolean): void;
  clearFacets(): void;
  /** Filters and search text. */
  clear(): void;
  next(cursor: string): void;
  previous(cursor: string): void;
}

const RESERVED = new Set(['q', 'sort', 'after', 'before', 'p']);

/**
 * Reads and writes a list's state in the query string. The first of `sorts` is the default; give a constant.
 * Any change but paging starts at the first page again.
 */
export function useListState<S extends string = string>(
  sorts: readonly [S, ...S[]],
  pageSize: number = PAGE_SIZE,
): ListState<S> {
  const [defaultSort] = sorts;
  const [params, edit] = useAddress();

  const change = useCallback(
    (ask: (next: URLSearchParams) => void, options?: AddressOptions) =>
      edit((next) => {
        for (const key of ['after', 'before', 'p']) next.delete(key);
        ask(next);
      }, options),
    [edit],
  );

  return useMemo<ListState<S>>(() => {
    const after = params.get('after');
    const before = params.get('before');
    const page = Math.max(1, Number(params.get('p')) || 1);
    const isFaceted = [...params.keys()].some((key) => !RESERVED.has(key));
    const put = (key: string, value: string, empty: string) => (next: URLSearchParams) => {
      if (value === empty) next.delete(key);
      else next.set(key, value);
    };
    return {
      text: (params.get('q') ?? '').slice(0, MAX_SEARCH),
      sort: sorts.find((sort) => sort === params.get('sort')) ?? defaultSort,
      page,
      values: (facet) => params.getAll(facet),
      among: <K extends string>(facet: string, names: Readonly<Record<K, unknown>>) =>
        params.getAll(facet).filter((value): value is K => Object.hasOwn(names, value)),
      anyFacet: isFaceted,
      narrowed: isFaceted || (params.get('q') ?? '') !== '',
      paging: before ? { last: pageSize, before } : { first: pageSize, ...(after && { after }) },
      search: (text) => change(put('q', searchWords(text), '')),
      searchTyped: (text) => change(put('q', searchWords(text), ''), { replace: true }),
      sortBy: (sort) => change(put('sort', sort, defaultSort)),
      setFacet: (facet, values) =>
        change((next) => {
          next.delete(facet);
          for (const value of values) next.append(facet, value);
        }),
      toggle: (facet, value, on) =>
        change((next) => {
          const others = next.getAll(facet).filter((other) => other !== value);
          next.delete(facet);
          for (const one of on ? [...others, value] : others) next.append(facet, one);
        }),
      clearFacets: () =>
        change((next) => {
          for (const key of [...next.keys()]) if (!RESERVED.has(key)) next.delete(key);
        }),
      clear: () =>
        change((next) => {
          for (const key of [...next.keys()]) if (key === 'q' || !RESERVED.has(key)) next.delete(key);
        }),
      next: (cursor) =>
        change(
          (next) => {
            next.set('after', cursor);
            next.set('p', String(page + 1));
          },
          { toTop: true },
        ),
      previous: (cursor) =>
        change(
          (next) => {
            if (page <= 2) return;
            next.set('before', cursor);
            next.set('p', String(page - 1));
          },
          { toTop: true },
        ),
    };
  }, [params, change, sorts, defaultSort, pageSize]);
}
