import type { ReactNode } from 'react';
import { useWords, words } from '../i18n/index.js';
import { useNoted } from '../i18n/say.js';
import css from './Timeline.module.css';
import { When } from './Values.js';

const timelineWords = words(
  { system: '平台自动', empty: '还没有记录' },
  { system: 'automatically', empty: 'No history yet' },
);

export interface TimelineItem {
  readonly at: string;
  readonly action: string;
  readonly reason?: string | null;
  readonly actor?: { readonly displayName?: string } | null;
}

/** Who did what, when and why; the newest first. `nameOf` gives an action's past words. */
export function Timeline({
  entries,
  nameOf,
  extra,
}: {
  entries: readonly TimelineItem[];
  nameOf: (action: string) => ReactNode;
  extra?: (entry: TimelineItem) => ReactNode;
}) {
  const t = useWords(timelineWords);
  const noted = useNoted();
  const newestFirst = [...entries].sort((a, b) => (a.at < b.at ? 1 : -1));
  if (newestFirst.length === 0) return <p className="quiet">{t.empty}</p>;
  return (
    <ol className={css['line']}>
      {newestFirst.map((entry, index) => (
        <li key={`${entry.at}:${entry.action}:${index}`}>
          <div className={css['head']}>
            <strong>{nameOf(entry.action)}</strong>
            <span className={css['who']}>
              {entry.actor?.displayName ?? t.system} · <When at={entry.at} />
            </span>
          </div>
          {entry.reason && <div className={css['why']}>{noted(entry.reason)}</div>}
          {extra?.(entry)}
        </li>
      ))}
    </ol>
  );
}
