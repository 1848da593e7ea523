import type { ReactNode } from 'react';
import css from '../patents/EditPatent.module.css';

/** A titled part of an entry's form. */
export function FormPart({
  title,
  intro,
  children,
}: {
  readonly title: string;
  readonly intro?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={css['part']}>
      <h2>{title}</h2>
      {intro && <p className="quiet">{intro}</p>}
      <div className={css['fields']}>{children}</div>
    </section>
  );
}
