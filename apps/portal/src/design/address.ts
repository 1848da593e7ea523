import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/**
 * The query string, and how to change it. A change starts from what the address says now, not from what the page has
 * drawn: two quick ones, a filter and then a sort, both hold, though the page draws them later.
 */
export function useAddress(): readonly [
  URLSearchParams,
  (edit: (params: URLSearchParams) => void, options?: { readonly toTop?: boolean }) => void,
] {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (edit: (params: URLSearchParams) => void, { toTop = false } = {}) => {
      const next = new URLSearchParams(location.search);
      edit(next);
      setParams(next, { preventScrollReset: !toTop });
    },
    [setParams],
  );
  return [params, change];
}
