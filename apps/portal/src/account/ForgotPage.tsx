import { useState } from 'react';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { Field, TextInput } from '../design/Field.js';
import { Empty } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { RequestPasswordResetDocument } from './documents.js';
import { Narrow } from './Narrow.js';
import { accountWords } from './words.js';

/** Asks for a link that sets a new password. */
export function ForgotPage() {
  const t = useWords(accountWords);
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const request = useCommand(RequestPasswordResetDocument);
  const submit = async (): Promise<void> => setSent((await request.run({ email: email.trim() })).ok);
  if (sent)
    return (
      <Empty page title={t.mailSent} icon="checkCircle" action={<Button to="/sign-in">{t.signIn}</Button>}>
        {t.mailSentReset(email)}
      </Empty>
    );
  return (
    <Narrow
      title={t.resetTitle}
      intro={t.resetIntro}
      failure={request.failure}
      onSubmit={() => void submit()}
    >
      <Field label={t.email} path="email" required>
        <TextInput type="email" value={email} onChange={setEmail} autoComplete="username" autoFocus />
      </Field>
      <Button type="submit" tone="primary" size="large" block busy={request.busy}>
        {t.sendLink}
      </Button>
    </Narrow>
  );
}

export { ForgotPage as Component };
