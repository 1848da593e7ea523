import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import css from './Figure.module.css';

/** A number with what it counts; with `to` it opens the rows behind it. A missing number is 未填报, never zero. */
export function Figure(props: {
  readonly label: ReactNode;
  readonly value: ReactNode | null | undefined;
  readonly unit?: string;
  readonly note?: ReactNode;
  readonly to?: string;
}) {
  const { notStated } = useWords(common);
  const inside = (
    <>
      <span className={css['label']}>{props.label}</span>
      <span className={css['value']}>
        {props.value ?? <span className="quiet">{notStated}</span>}
        {props.unit && props.value !== null && props.value !== undefined && (
          <span className={css['unit']}>{props.unit}</span>
        )}
      </span>
      {props.note && <span className={css['note']}>{props.note}</span>}
    </>
  );
  return props.to ? (
    <Link className={css['figure']} to={props.to}>
      {inside}
    </Link>
  ) : (
    <div className={css['figure']}>{inside}</div>
  );
}

export const Figures = ({ children }: { children: ReactNode }) => (
  <div className={css['figures']}>{children}</div>
);
