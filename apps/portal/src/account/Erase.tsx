import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { useSession } from '../app/session.js';
import { Button } from '../design/Button.js';
import { Dialog } from '../design/Dialog.js';
import { ErrorsProvider, Field, TextInput } from '../design/Field.js';
import { Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { accountWords } from './words.js';

const EraseMyselfDocument = graphql(`
  mutation EraseMyself($input: EraseMyselfInput!) {
    eraseMyself(input: $input) {
      ok
      clientMutationId
    }
  }
`);

/** Closes one's account for good. */
export function Erase({ version }: { version: number }) {
  const t = useWords(accountWords);
  const c = useWords(common);
  const navigate = useNavigate();
  const toast = useToast();
  const { restart } = useSession();
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const erase = useCommand(EraseMyselfDocument);
  const submit = async (): Promise<void> => {
    const outcome = await erase.run({ expectedVersion: version, password });
    if (!outcome.ok) return;
    toast(t.erased);
    restart();
    void navigate('/', { replace: true });
  };
  return (
    <>
      <p className="quiet">{t.eraseText}</p>
      <div>
        <Button tone="danger" onClick={() => setOpen(true)}>
          {t.erase}
        </Button>
      </div>
      <Dialog
        open={open}
        title={t.erase}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{c.cancel}</Button>
            <Button tone="danger" busy={erase.busy} onClick={() => void submit()}>
              {t.erase}
            </Button>
          </>
        }
      >
        <p>{t.eraseText}</p>
        <ErrorsProvider value={erase.failure?.violations ?? []}>
          <Field label={t.currentPassword} path="password" required>
            <TextInput
              type="password"
              value={password}
              onChange={setPassword}
              autoComplete="current-password"
            />
          </Field>
        </ErrorsProvider>
        <Refusal failure={erase.failure} />
      </Dialog>
    </>
  );
}
