import { useState } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import { useCommand } from '../api/command.js';
import { useViewer } from '../api/viewer.js';
import { useSession } from '../app/session.js';
import { Button } from '../design/Button.js';
import { Field, TextInput } from '../design/Field.js';
import { useWords } from '../i18n/index.js';
import { SignInDocument, SignInWithPhoneCodeDocument } from './documents.js';
import { Narrow } from './Narrow.js';
import css from './Narrow.module.css';
import { useNext } from './next.js';
import { PhoneCode } from './PhoneCode.js';
import { accountWords } from './words.js';

/** Signs in by password or by a code sent to a confirmed phone. */
export function SignInPage() {
  const t = useWords(accountWords);
  const next = useNext();
  const navigate = useNavigate();
  const { restart } = useSession();
  const { viewer } = useViewer();
  const [byPhone, setByPhone] = useState(false);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const signIn = useCommand(SignInDocument);
  const signInByPhone = useCommand(SignInWithPhoneCodeDocument);
  const command = byPhone ? signInByPhone : signIn;
  if (viewer && !command.busy) return <Navigate to={next} replace />;
  const submit = async (): Promise<void> => {
    const outcome = byPhone
      ? await signInByPhone.run({ phone: phone.trim(), code: code.trim() })
      : await signIn.run({ email: email.trim(), password });
    if (!outcome.ok) return;
    restart();
    void navigate(next, { replace: true });
  };
  return (
    <Narrow
      title={t.signIn}
      intro={t.signInIntro}
      failure={command.failure}
      onSubmit={() => void submit()}
      after={
        <>
          {t.noAccount} <Link to="/register">{t.register}</Link>
        </>
      }
    >
      <div className={css['tabs']} role="tablist">
        <button type="button" role="tab" aria-selected={!byPhone} onClick={() => setByPhone(false)}>
          {t.byPassword}
        </button>
        <button type="button" role="tab" aria-selected={byPhone} onClick={() => setByPhone(true)}>
          {t.byPhone}
        </button>
      </div>
      {byPhone ? (
        <PhoneCode purpose="SIGN_IN" phone={phone} code={code} onPhone={setPhone} onCode={setCode} />
      ) : (
        <>
          <Field label={t.email} path="email" required>
            <TextInput type="email" value={email} onChange={setEmail} autoComplete="username" autoFocus />
          </Field>
          <Field label={t.password} path="password" required>
            <TextInput
              type="password"
              value={password}
              onChange={setPassword}
              autoComplete="current-password"
            />
          </Field>
        </>
      )}
      <Button type="submit" tone="primary" size="large" block busy={command.busy}>
        {t.signIn}
      </Button>
      <p>
        <Link to="/account/forgot">{t.forgot}</Link>
      </p>
    </Narrow>
  );
}

export { SignInPage as Component };
