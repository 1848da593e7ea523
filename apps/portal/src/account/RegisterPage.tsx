import { useState } from 'react';
import { Link } from 'react-router';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { Field, TextInput } from '../design/Field.js';
import { Empty } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { RegisterPersonDocument } from './documents.js';
import { Narrow } from './Narrow.js';
import { accountWords } from './words.js';

/** Opens a personal account; the confirmation comes by mail. */
export function RegisterPage() {
  const t = useWords(accountWords);
  const [email, setEmail] = useState('');
  const [displayName, setName] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  const [sent, setSent] = useState(false);
  const register = useCommand(RegisterPersonDocument);
  const submit = async (): Promise<void> => {
    setDiffers(password !== again);
    if (password !== again) return;
    const outcome = await register.run({ email: email.trim(), displayName: displayName.trim(), password });
    setSent(outcome.ok);
  };
  if (sent)
    return (
      <Empty page title={t.mailSent} icon="checkCircle" action={<Button to="/sign-in">{t.signIn}</Button>}>
        {t.mailSentText(email)}
      </Empty>
    );
  const mismatch = differs ? [{ path: 'passwordAgain', code: 'DIFFERS', message: t.passwordDiffers }] : [];
  const failure = differs
    ? { code: 'INVALID_INPUT', message: t.passwordDiffers, violations: mismatch }
    : register.failure;
  return (
    <Narrow
      title={t.registerTitle}
      intro={t.registerIntro}
      failure={failure}
      onSubmit={() => void submit()}
      after={
        <>
          {t.haveAccount} <Link to="/sign-in">{t.signIn}</Link>
        </>
      }
    >
      <Field label={t.displayName} path="displayName" hint={t.displayNameHint} required>
        <TextInput value={displayName} onChange={setName} autoComplete="name" />
      </Field>
      <Field label={t.email} path="email" required>
        <TextInput type="email" value={email} onChange={setEmail} autoComplete="username" />
      </Field>
      <Field label={t.password} path="password" hint={t.passwordHint} required>
        <TextInput type="password" value={password} onChange={setPassword} autoComplete="new-password" />
      </Field>
      <Field label={t.passwordAgain} path="passwordAgain" required>
        <TextInput type="password" value={again} onChange={setAgain} autoComplete="new-password" />
      </Field>
      <Button type="submit" tone="primary" size="large" block busy={register.busy}>
        {t.register}
      </Button>
    </Narrow>
  );
}

export { RegisterPage as Component };
