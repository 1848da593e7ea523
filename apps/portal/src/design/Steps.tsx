import type { ReactNode } from 'react';
import { useWords, words } from '../i18n/index.js';
import { exactTime } from './amounts.js';
import { classes } from './classes.js';
import { Icon, type IconName } from './Icon.js';
import css from './Steps.module.css';

export type StepStatus = 'done' | 'now' | 'todo';
export interface StepOnTheWay {
  readonly key: string;
  readonly name: string;
  readonly status: StepStatus;
  /** When it was reached or left; its day is shown. */
  readonly at?: string | undefined;
}

const MARKS: Readonly<Record<StepStatus, IconName>> = { done: 'check', now: 'half', todo: 'ring' };
const statusWords = words<Readonly<Record<StepStatus, string>>>(
  { done: '已完成', now: '当前', todo: '未开始' },
  { done: 'done', now: 'now', todo: 'to come' },
);

/** The steps of a way, where something stands on it, and below what comes next. Without steps only the latter. */
export function Steps({
  label,
  steps,
  children,
}: {
  readonly label: string;
  readonly steps: readonly StepOnTheWay[];
  readonly children: ReactNode;
}) {
  const t = useWords(statusWords);
  return (
    <div className={css['box']}>
      {steps.length > 0 && (
        <ol className={css['steps']} aria-label={label}>
          {steps.map(({ key, name, status, at }) => (
            <li
              key={key}
              className={classes(css['step'], css[status])}
              aria-current={status === 'now' ? 'step' : undefined}
            >
              <span className={css['mark']}>
                <Icon name={MARKS[status]} size={16} />
              </span>
              <span className={css['name']}>
                {name}
                <span className="vh"> {t[status]}</span>
              </span>
              {at && (
                <time className={css['at']} dateTime={at}>
                  {exactTime(at).slice(0, 10)}
                </time>
              )}
            </li>
          ))}
        </ol>
      )}
      <div className={css['now']}>{children}</div>
    </div>
  );
}
