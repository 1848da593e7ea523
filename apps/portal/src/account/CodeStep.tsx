import { useState } from 'react';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { Button } from '../design/Button.js';
import { ErrorsProvider } from '../design/Field.js';
import { Refusal } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { CodeField } from './CodeField.js';
import css from './Narrow.module.css';
import { secondFactorWords } from './secondFactorWords.js';

const CompleteSignInDocument = graphql(`
  mutation CompleteSignIn($input: CompleteSignInInput!) {
    completeSignIn(input: $input) {
      viewer {
        person {
          id
        }
      }
      clientMutationId
    }
  }
`);

/** What a way in answers where the code is to follow. */
export const CODE_ASKED = 'IDENTITY.SECOND_FACTOR_ASKED';

/** The second step of signing in. */
export function CodeStep({
  onSignedIn,
  onBack,
}: {
  onSignedIn: (personId: string) => void;
  onBack: () => void;
}) {
  const t = useWords(secondFactorWords);
  const [code, setCode] = useState('');
  const complete = useCommand(CompleteSignInDocument);
  const submit = async (): Promise<void> => {
    const outcome = await complete.run({ code: code.trim() });
    if (outcome.ok) onSignedIn(outcome.data.completeSignIn.viewer.person.id);
  };
  return (
    <form
      className={css['fields']}
      aria-label={t.step}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p>{t.stepText}</p>
      <ErrorsProvider value={complete.failure?.violations ?? []}>
        <CodeField label={t.code} value={code} onChange={setCode} autoFocus />
      </ErrorsProvider>
      <Refusal failure={complete.failure} />
      <Button type="submit" tone="primary" size="large" block busy={complete.busy}>
        {t.go}
      </Button>
      <Button block onClick={onBack}>
        {t.back}
      </Button>
    </form>
  );
}
