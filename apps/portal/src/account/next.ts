import { useSearchParams } from 'react-router';

/** Where to go on to, after signing in say: a path of this portal, never another site. */
export function useNext(otherwise = '/workspace'): string {
  const [params] = useSearchParams();
  const next = params.get('next') ?? '';
  return /^\/(?![/\\])/.test(next) ? next : otherwise;
}
