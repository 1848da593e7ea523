import { useEffect } from 'react';

const EVERY_MS = 30_000;

/** Asks again while the page is looked at, and whenever one comes back to it: what others did shows by itself. */
export function useFresh(
  ask: (options: { requestPolicy: 'network-only' }) => void,
  everyMs: number = EVERY_MS,
): void {
  useEffect(() => {
    const refresh = (): void => {
      if (!document.hidden) ask({ requestPolicy: 'network-only' });
    };
    const timer = setInterval(refresh, everyMs);
    window.addEventListener('focus', refresh);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', refresh);
    };
  }, [ask, everyMs]);
}
