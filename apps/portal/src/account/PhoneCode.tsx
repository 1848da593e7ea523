import { useEffect, useState } from 'react';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { Field, TextInput } from '../design/Field.js';
import { Refusal } from '../design/States.js';
import type { PhoneCodePurpose } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { RequestPhoneCodeDocument } from './documents.js';
import css from './Narrow.module.css';
import { accountWords } from './words.js';

const AGAIN_AFTER_S = 60;

/** A mobile number and the code sent to it. */
export function PhoneCode(props: {
  readonly purpose: PhoneCodePurpose;
  readonly phone: string;
  readonly code: string;
  readonly onPhone: (phone: string) => void;
  readonly onCode: (code: string) => void;
}) {
  const t = useWords(accountWords);
  const request = useCommand(RequestPhoneCodeDocument);
  const [wait, setWait] = useState(0);
  const [sent, setSent] = useState(false);
  useEffect(() => {
    if (wait === 0) return undefined;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  const send = async (): Promise<void> => {
    const outcome = await request.run({ phone: props.phone.trim(), purpose: props.purpose });
    if (!outcome.ok) return;
    setSent(true);
    setWait(AGAIN_AFTER_S);
  };
  return (
    <>
      <Field label={t.phone} path="phone" required>
        <TextInput value={props.phone} onChange={props.onPhone} inputMode="tel" autoComplete="tel" />
      </Field>
      <Field
        label={t.code}
        path="code"
        required
        hint={sent ? (props.purpose === 'SIGN_IN' ? t.codeSent : t.codeSentMine) : undefined}
      >
        <span className={css['beside']}>
          <CodeInput value={props.code} onChange={props.onCode} />
          <Button busy={request.busy} disabled={wait > 0} onClick={() => void send()}>
            {wait > 0 ? t.again(wait) : t.sendCode}
          </Button>
        </span>
      </Field>
      <Refusal failure={request.failure} />
    </>
  );
}

function CodeInput({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  return (
    <TextInput
      value={value}
      onChange={onChange}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={6}
    />
  );
}
