import { useState } from 'react';
import { ReauthenticateDocument } from '../account/documents.js';
import { CodeField } from '../account/CodeField.js';
import { CODE_ASKED } from '../account/CodeStep.js';
import css from '../account/Narrow.module.css';
import { secondFactorWords } from '../account/secondFactorWords.js';
import { accountWords } from '../account/words.js';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { Dialog } from '../design/Dialog.js';
import { ErrorsProvider, Field, TextInput } from '../design/Field.js';
import { Refusal } from '../design/States.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';

/** The dialog over whatever was being done: the password once more, the code where there is a second factor, and it goes on. */
export function Reauthenticate({ onDone }: { onDone: (proven: boolean) => void }) {
  const t = useWords(accountWords);
  const c = useWords(common);
  const f = useWords(secondFactorWords);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const command = useCommand(ReauthenticateDocument);
  const submit = async (): Promise<void> => {
    const outcome = await command.run({ password, ...(code !== null && { code: code.trim() }) });
    if (outcome.ok) onDone(true);
    // No failure: there was no place yet to enter it.
    else if (outcome.failure.code === CODE_ASKED && code === null) {
      command.reset();
      setCode('');
    }
  };
  return (
    <Dialog
      open
      sticky
      title={t.proof}
      onClose={() => onDone(false)}
      footer={<Button onClick={() => onDone(false)}>{c.cancel}</Button>}
    >
      <p>{t.proofText}</p>
      <form
        className={css['fields']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ErrorsProvider value={command.failure?.violations ?? []}>
          <Field label={t.password} path="password" required>
            <TextInput
              type="password"
              value={password}
              onChange={setPassword}
              autoComplete="current-password"
              autoFocus
            />
          </Field>
          {code !== null && (
            <>
              <p>{f.proofText}</p>
              <CodeField label={f.code} value={code} onChange={setCode} autoFocus />
            </>
          )}
        </ErrorsProvider>
        <Refusal failure={command.failure} />
        <Button type="submit" tone="primary" size="large" block busy={command.busy}>
          {t.prove}
        </Button>
      </form>
    </Dialog>
  );
}
