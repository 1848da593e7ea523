import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useWords, words } from '../i18n/index.js';
import { Button } from './Button.js';
import { classes } from './classes.js';
import { isTyping, useKeys } from './keys.js';
import css from './SplitReview.module.css';
import { Empty } from './States.js';

const splitWords = words(
  {
    choose: (count: number) => `左侧列出 ${count} 项，选择一项开始办理`,
    keys: '按 J 看下一项，按 K 回上一项。',
    begin: '从第一项开始',
    back: '返回列表',
  },
  {
    choose: (count: number) => `${count} listed at the left; choose one to begin`,
    keys: 'J goes to the next, K to the one before.',
    begin: 'Begin with the first',
    back: 'Back to the list',
  },
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
  /** Where the keys have gone and the page has not come to yet, so that quick presses count each. */
  const ahead = useRef<readonly string[]>([]);
  useEffect(() => {
    const reached = current === undefined ? -1 : ahead.current.indexOf(current);
    ahead.current = reached < 0 ? [] : ahead.current.slice(reached + 1);
  }, [current]);
  useKeys((event) => {
    const step = { j: 1, k: -1 }[event.key.toLowerCase()];
    if (step === undefined || isTyping(event)) return;
    const from = ahead.current.at(-1) ?? current;
    const at = entries.findIndex((entry) => entry.id === from);
    const next = at < 0 ? entries[0] : entries[at + step];
    if (!next) return;
    event.preventDefault();
    ahead.current = [...ahead.current, next.id];
    void navigate(address(next.id), { preventScrollReset: true });
    document.querySelector<HTMLElement>(`[data-entry="${next.id}"]`)?.scrollIntoView({ block: 'nearest' });
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
                  onClick={() => {
                    ahead.current = [];
                  }}
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
          entries[0] && (
            <div className={css['none']}>
              <Empty
                icon="desk"
                title={t.choose(entries.length)}
                action={
                  <Button tone="primary" to={address(entries[0].id)}>
                    {t.begin}
                  </Button>
                }
              >
                {t.keys}
              </Empty>
            </div>
          )
        )}
      </div>
    </div>
  );
}
