import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../api/command.js';
import { useSession } from '../app/session.js';
import { Button } from '../design/Button.js';
import { Field, TextInput } from '../design/Field.js';
import { Empty } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { ConfirmEmailDocument } from './documents.js';
import { Narrow } from './Narrow.js';
import { accountWords } from './words.js';

/** Where the mailed link leads: the password chosen at registration confirms the address and signs in. */
export function ConfirmPage() {
  const t = useWords(accountWords);
  const navigate = useNavigate();
  const { restart } = useSession();
  const [params] = useSearchParams();
  const token = params.get('token') ?? '';
  const [password, setPassword] = useState('');
  const confirm = useCommand(ConfirmEmailDocument);
  const submit = async (): Promise<void> => {
    const outcome = await confirm.run({ token, password });
    if (!outcome.ok) return;
    restart();
    void navigate('/account/organisations', { replace: true });
  };
  if (!token)
    return (
      <Empty page title={t.confirmTitle} icon="warn" action={<Button to="/register">{t.register}</Button>}>
        {t.noToken}
      </Empty>
    );
  return (
    <Narrow
      title={t.confirmTitle}
      intro={t.confirmIntro}
      failure={confirm.failure}
      onSubmit={() => void submit()}
    >
      <Field label={t.password} path="password" required>
        <TextInput
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          autoFocus
        />
      </Field>
      <Button type="submit" tone="primary" size="large" block busy={confirm.busy}>
        {t.confirm}
      </Button>
    </Narrow>
  );
}

export { ConfirmPage as Component };
