import { useEffect, useState } from 'react';
import { useClockOffset } from '../api/city.js';
import { Panel } from '../design/DetailPage.js';
import { At } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import type { Call } from './terms.js';
import { callWords } from './words.js';

const MINUTE = 60_000;

/** What is left until bids close, by business time; the exact instant stands beside it. */
export function Countdown({ call }: { call: Call }) {
  const t = useWords(callWords);
  const offset = useClockOffset();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE / 2);
    return () => clearInterval(timer);
  }, []);
  if (!call.closesAt || !call.opensAt || call.suspendedAt) return null;
  const left = Date.parse(call.closesAt) - (now + offset);
  const begun = Date.parse(call.opensAt) <= now + offset;
  if (call.state !== 'BIDDING' && call.state !== 'PUBLISHED') return null;
  const minutes = Math.max(0, Math.floor(left / MINUTE));
  const text =
    minutes < 60
      ? t.leftMinutes(minutes)
      : t.left(Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60));
  return (
    <Panel title={begun ? t.countdown : t.notOpen}>
      {begun ? (
        <p className="num" role="timer" aria-live="off">
          <strong>{left > 0 ? text : t.closed}</strong>
        </p>
      ) : (
        <p>
          {t.opens} <At at={call.opensAt} />
        </p>
      )}
      <p className="quiet">
        {t.closes} <At at={call.closesAt} />
      </p>
    </Panel>
  );
}
