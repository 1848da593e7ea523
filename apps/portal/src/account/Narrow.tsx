import type { ReactNode } from 'react';
import type { Failure } from '../api/failure.js';
import { useTitle } from '../api/title.js';
import { ErrorsProvider } from '../design/Field.js';
import { Refusal } from '../design/States.js';
import css from './Narrow.module.css';

/** A small form in the middle of the page. */
export function Narrow(props: {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly failure?: Failure | null;
  readonly onSubmit?: () => void;
  readonly children: ReactNode;
  readonly after?: ReactNode;
}) {
  useTitle(props.title);
  return (
    <div className="wrap">
      <div className={css['page']}>
        <div className={css['head']}>
          <h1>{props.title}</h1>
          {props.intro && <p>{props.intro}</p>}
        </div>
        <form
          className={css['card']}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            props.onSubmit?.();
          }}
        >
          <ErrorsProvider value={props.failure?.violations ?? []}>{props.children}</ErrorsProvider>
          <Refusal failure={props.failure ?? null} />
        </form>
        {props.after && <p style={{ marginTop: 16 }}>{props.after}</p>}
      </div>
    </div>
  );
}
