import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

export interface AddressOptions {
  readonly toTop?: boolean;
  /** In place of the address that stands, so that Back does not lead there. */
  readonly replace?: boolean;
}

/**
 * The query string, and how to change it. A change starts from what the address says now, not from what the page has
 * drawn: two quick ones, a filter and then a sort, both hold, though the page draws them later.
 */
export function useAddress(): readonly [
  URLSearchParams,
  (edit: (params: URLSearchParams) => void, options?: AddressOptions) => void,
] {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (edit: (params: URLSearchParams) => void, { toTop = false, replace = false }: AddressOptions = {}) => {
      const next = new URLSearchParams(location.search);
      edit(next);
      setParams(next, { preventScrollReset: !toTop, replace });
    },
    [setParams],
  );
  return [params, change];
}
