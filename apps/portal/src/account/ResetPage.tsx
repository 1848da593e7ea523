import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { Field, TextInput } from '../design/Field.js';
import { Empty } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import { useWords } from '../i18n/index.js';
import { ResetPasswordDocument } from './documents.js';
import { Narrow } from './Narrow.js';
import { accountWords } from './words.js';

/** Where the mailed link leads: sets a new password. */
export function ResetPage() {
  const t = useWords(accountWords);
  const navigate = useNavigate();
  const toast = useToast();
  const [params] = useSearchParams();
  const token = params.get('token') ?? '';
  const [newPassword, setPassword] = useState('');
  const reset = useCommand(ResetPasswordDocument);
  const submit = async (): Promise<void> => {
    const outcome = await reset.run({ token, newPassword });
    if (!outcome.ok) return;
    toast(t.passwordSet);
    void navigate('/sign-in', { replace: true });
  };
  if (!token)
    return (
      <Empty
        page
        title={t.newPasswordTitle}
        icon="warn"
        action={<Button to="/account/forgot">{t.resetTitle}</Button>}
      >
        {t.noToken}
      </Empty>
    );
  return (
    <Narrow title={t.newPasswordTitle} failure={reset.failure} onSubmit={() => void submit()}>
      <Field label={t.newPassword} path="newPassword" hint={t.passwordHint} required>
        <TextInput
          type="password"
          value={newPassword}
          onChange={setPassword}
          autoComplete="new-password"
          autoFocus
        />
      </Field>
      <Button type="submit" tone="primary" size="large" block busy={reset.busy}>
        {t.setPassword}
      </Button>
    </Narrow>
  );
}

export { ResetPage as Component };
