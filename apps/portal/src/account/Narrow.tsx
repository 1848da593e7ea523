import type { ReactNode } from 'react';
import type { Failure } from '../api/failure.js';
import { useTitle } from '../api/title.js';
import { ErrorsProvider } from '../design/Field.js';
import { Refusal } from '../design/States.js';
import css from './Narrow.module.css';

interface NarrowProps {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly children: ReactNode;
  readonly after?: ReactNode;
}

/** A small card in the middle of the page. */
export function NarrowPage(props: NarrowProps) {
  useTitle(props.title);
  return (
    <div className="wrap">
      <div className={css['page']}>
        <div className={css['head']}>
          <h1>{props.title}</h1>
          {props.intro && <p>{props.intro}</p>}
        </div>
        <div className={css['card']}>{props.children}</div>
        {props.after && <p style={{ marginTop: 16 }}>{props.after}</p>}
      </div>
    </div>
  );
}

/** A small form in the middle of the page. */
export const Narrow = ({
  failure,
  onSubmit,
  children,
  ...page
}: NarrowProps & { readonly failure?: Failure | null; readonly onSubmit?: () => void }) => (
  <NarrowPage {...page}>
    <form
      className={css['fields']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit?.();
      }}
    >
      <ErrorsProvider value={failure?.violations ?? []}>{children}</ErrorsProvider>
      <Refusal failure={failure ?? null} />
    </form>
  </NarrowPage>
);
