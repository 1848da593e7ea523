import { useState } from 'react';
import { ReauthenticateDocument } from '../account/documents.js';
import css from '../account/Narrow.module.css';
import { accountWords } from '../account/words.js';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { Dialog } from '../design/Dialog.js';
import { ErrorsProvider, Field, TextInput } from '../design/Field.js';
import { Refusal } from '../design/States.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';

/** The dialog over whatever was being done: the password once more, and it goes on. */
export function Reauthenticate({ onDone }: { onDone: (proven: boolean) => void }) {
  const t = useWords(accountWords);
  const c = useWords(common);
  const [password, setPassword] = useState('');
  const command = useCommand(ReauthenticateDocument);
  const submit = async (): Promise<void> => {
    const outcome = await command.run({ password });
    if (outcome.ok) onDone(true);
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
        </ErrorsProvider>
        <Refusal failure={command.failure} />
        <Button type="submit" tone="primary" size="large" block busy={command.busy}>
          {t.prove}
        </Button>
      </form>
    </Dialog>
  );
}
