import type { ReactNode } from 'react';
import type { Failure } from '../api/failure.js';
import { ErrorsProvider } from '../design/Field.js';
import { Refusal } from '../design/States.js';

/** A form of one's own account, with what is wrong beside its fields. */
export const AccountForm = ({
  failure,
  onSubmit,
  children,
}: {
  failure: Failure | null;
  onSubmit: () => void;
  children: ReactNode;
}) => (
  <form
    className="stack"
    style={{ maxWidth: 420 }}
    noValidate
    onSubmit={(event) => {
      event.preventDefault();
      onSubmit();
    }}
  >
    <ErrorsProvider value={failure?.violations ?? []}>{children}</ErrorsProvider>
    <Refusal failure={failure} />
  </form>
);
