import { useState } from 'react';
import { Link } from 'react-router';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { ErrorsProvider, Field, TextInput } from '../design/Field.js';
import { Refusal } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { SignInDocument, SignInWithPhoneCodeDocument } from './documents.js';
import { CODE_ASKED, CodeStep } from './CodeStep.js';
import css from './Narrow.module.css';
import { PhoneCode } from './PhoneCode.js';
import { accountWords } from './words.js';

/** Signs in by password or by a code sent to a confirmed phone, and by the second factor where there is one; tells who it was. */
export function SignInForm({
  email: known = '',
  onSignedIn,
}: {
  /** Whose session has just ended. */
  email?: string;
  onSignedIn: (personId: string) => void;
}) {
  const t = useWords(accountWords);
  const [byPhone, setByPhone] = useState(false);
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const signIn = useCommand(SignInDocument);
  const signInByPhone = useCommand(SignInWithPhoneCodeDocument);
  const command = byPhone ? signInByPhone : signIn;
  if (command.failure?.code === CODE_ASKED)
    return <CodeStep onSignedIn={onSignedIn} onBack={command.reset} />;
  const submit = async (): Promise<void> => {
    if (byPhone) {
      const outcome = await signInByPhone.run({ phone: phone.trim(), code: code.trim() });
      if (outcome.ok) onSignedIn(outcome.data.signInWithPhoneCode.viewer.person.id);
      return;
    }
    const outcome = await signIn.run({ email: email.trim(), password });
    if (outcome.ok) onSignedIn(outcome.data.signIn.viewer.person.id);
  };
  return (
    <form
      className={css['fields']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={css['tabs']} role="group" aria-label={t.way}>
        <button type="button" aria-pressed={!byPhone} onClick={() => setByPhone(false)}>
          {t.byPassword}
        </button>
        <button type="button" aria-pressed={byPhone} onClick={() => setByPhone(true)}>
          {t.byPhone}
        </button>
      </div>
      <ErrorsProvider value={command.failure?.violations ?? []}>
        {byPhone ? (
          <PhoneCode purpose="SIGN_IN" phone={phone} code={code} onPhone={setPhone} onCode={setCode} />
        ) : (
          <>
            <Field label={t.email} path="email" required>
              <TextInput
                type="email"
                value={email}
                onChange={setEmail}
                autoComplete="username"
                autoFocus={known === ''}
              />
            </Field>
            <Field label={t.password} path="password" required>
              <TextInput
                type="password"
                value={password}
                onChange={setPassword}
                autoComplete="current-password"
                autoFocus={known !== ''}
              />
            </Field>
          </>
        )}
      </ErrorsProvider>
      <Refusal failure={command.failure} />
      <Button type="submit" tone="primary" size="large" block busy={command.busy}>
        {t.signIn}
      </Button>
      {known === '' && (
        <p>
          <Link to="/account/forgot">{t.forgot}</Link>
        </p>
      )}
    </form>
  );
}
