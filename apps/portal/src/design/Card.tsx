import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { classes } from './classes.js';
import css from './Card.module.css';

/** One thing in a list: the whole card opens it. */
export function Card(props: {
  readonly to: string;
  readonly title: ReactNode;
  /** At the right of the title: a status or an amount. */
  readonly corner?: ReactNode;
  readonly labels?: ReactNode;
  readonly text?: ReactNode;
  readonly meta?: readonly ReactNode[];
  readonly children?: ReactNode;
  readonly level?: 'h2' | 'h3';
}) {
  const Title = props.level ?? 'h2';
  return (
    <article className={css['card']}>
      <div className={css['top']}>
        <Title className={css['title']}>
          <Link to={props.to}>{props.title}</Link>
        </Title>
        {props.corner && <div className={css['above']}>{props.corner}</div>}
      </div>
      {props.text && <p className={css['text']}>{props.text}</p>}
      {props.labels && <div className="row">{props.labels}</div>}
      {props.meta && (
        <div className={css['meta']}>
          {props.meta.filter(Boolean).map((entry, index) => (
            <span key={index}>{entry}</span>
          ))}
        </div>
      )}
      {props.children && <div className={classes(css['above'], 'stack')}>{props.children}</div>}
    </article>
  );
}
