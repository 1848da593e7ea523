import { useEffect, useRef } from 'react';

const SOONEST_MS = 1_500;
/** Each pause is a tenth of the time that was waited: what comes at once shows at once, what is long is asked seldom. */
const SHARE_OF_THE_WAIT = 0.1;
/** No work of the background that a page waits for takes as long without getting on. */
const AT_MOST_MS = 15 * 60_000;

/**
 * Asks again until the server's work in the background is done: some fifty times at most, then no more. While the page
 * is not looked at nothing is asked.
 * @param waiting - the work is not done yet, as the last answer says
 * @param progress - how far it has come, or which piece of work it is: the wait begins anew when it moves, and only then
 */
export function useUntilDone(
  waiting: boolean,
  ask: (options: { requestPolicy: 'network-only' }) => void,
  progress: number = 0,
): void {
  const begun = useRef<{ readonly at: number; readonly progress: number } | null>(null);
  useEffect(() => {
    if (!waiting) return undefined;
    // An answer that is on its way, or was refused, draws the page anew and is no new beginning.
    if (begun.current?.progress !== progress) begun.current = { at: Date.now(), progress };
    const since = begun.current.at;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (): void => {
      const waited = Date.now() - since;
      if (waited < AT_MOST_MS) timer = setTimeout(look, Math.max(SOONEST_MS, waited * SHARE_OF_THE_WAIT));
    };
    const look = (): void => {
      if (!document.hidden) ask({ requestPolicy: 'network-only' });
      wait();
    };
    wait();
    return () => clearTimeout(timer);
  }, [waiting, ask, progress]);
}
