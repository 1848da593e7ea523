import type { ReactNode } from 'react';
import { classes } from './classes.js';
import { Icon, type IconName } from './Icon.js';
import css from './StatusTag.module.css';

/**
 * How a state stands: at rest (a draft), under way (somebody's turn), good (open or done), a deadline or a question,
 * refused or overrun, and ended. Each has its own shape, so that nobody needs the colour.
 */
export type StatusTone = 'rest' | 'moving' | 'good' | 'attention' | 'refused' | 'ended';

const shapes: Readonly<Record<StatusTone, IconName>> = {
  rest: 'ring',
  moving: 'half',
  good: 'checkCircle',
  attention: 'clock',
  refused: 'stop',
  ended: 'dot',
};

export function StatusTag({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return (
    <span className={classes(css['tag'], css[tone])}>
      <Icon name={shapes[tone]} size={14} />
      <span>{children}</span>
    </span>
  );
}

/** A small plain label: a cluster, a field, a keyword. */
export function Label({ children }: { children: ReactNode }) {
  return <span className={css['label']}>{children}</span>;
}
