import { useEffect, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useWords, words } from '../i18n/index.js';
import { classes } from './classes.js';
import { isTyping } from './keys.js';
import css from './SplitReview.module.css';

const splitWords = words(
  { choose: '选择左侧一项开始审核。快捷键：J 下一项，K 上一项。', back: '返回列表' },
  { choose: 'Choose one at the left. Keys: J next, K previous.', back: 'Back to the list' },
);

export interface SplitEntry {
  readonly id: string;
  readonly content: ReactNode;
}

/** A queue at the left and the thing under review at the right; J and K go through it. On a narrow screen one of the two. */
export function SplitReview(props: {
  readonly label: string;
  readonly entries: readonly SplitEntry[];
  /** The entry under review, by its address. */
  readonly current: string | undefined;
  readonly address: (id: string | null) => string;
  /** Filters above the list. */
  readonly controls?: ReactNode;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}) {
  const { entries, current, address } = props;
  const t = useWords(splitWords);
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const step = { j: 1, k: -1 }[event.key.toLowerCase()];
      if (step === undefined || isTyping(event)) return;
      const at = entries.findIndex((entry) => entry.id === current);
      const next = at < 0 ? entries[0] : entries[at + step];
      if (!next) return;
      event.preventDefault();
      void navigate(address(next.id), { preventScrollReset: true });
      document.querySelector<HTMLElement>(`[data-entry="${next.id}"]`)?.scrollIntoView({ block: 'nearest' });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  return (
    <div className={classes(css['split'], current && css['chosen'])}>
      <div className={css['queue']}>
        {props.controls}
        <nav className={css['list']} aria-label={props.label}>
          <ul>
            {entries.map((entry) => (
              <li key={entry.id}>
                <Link
                  to={address(entry.id)}
                  className={css['entry']}
                  aria-current={entry.id === current || undefined}
                  data-entry={entry.id}
                  preventScrollReset
                >
                  {entry.content}
                </Link>
              </li>
            ))}
          </ul>
          {props.footer && <div className={css['foot']}>{props.footer}</div>}
        </nav>
      </div>
      <div className={css['pane']}>
        {current ? (
          <>
            <Link className={css['back']} to={address(null)}>
              ← {t.back}
            </Link>
            {props.children}
          </>
        ) : (
          <p className={css['none']}>{t.choose}</p>
        )}
      </div>
    </div>
  );
}
