import type { ReactNode } from 'react';
import css from './Two.module.css';

/** A cell of two lines: what it is, and below it its number or a remark. */
export function Two(props: {
  readonly children: ReactNode;
  readonly under?: ReactNode;
  /** The second line is a number or a code. */
  readonly mono?: boolean;
}) {
  return (
    <span className={css['two']}>
      {props.children}
      {props.under && <small className={props.mono ? 'mono' : undefined}>{props.under}</small>}
    </span>
  );
}
