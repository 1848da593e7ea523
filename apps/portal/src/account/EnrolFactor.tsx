import { useState } from 'react';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { Field, TextInput } from '../design/Field.js';
import { useWords } from '../i18n/index.js';
import { CodeField } from './CodeField.js';
import { AccountForm } from './AccountForm.js';
import { QrCode } from './QrCode.js';
import { ConfirmSecondFactorDocument, StartSecondFactorDocument } from './secondFactorDocuments.js';
import { secondFactorWords } from './secondFactorWords.js';
import { accountWords } from './words.js';

/** In groups of four, as one types it. */
const grouped = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** From the password over the app's QR code to its first code. */
export function EnrolFactor({ onEnabled }: { onEnabled: (codes: readonly string[]) => void }) {
  const [begun, setBegun] = useState<{ readonly secret: string; readonly uri: string } | null>(null);
  return begun ? (
    <FirstCode {...begun} onEnabled={onEnabled} />
  ) : (
    <Begin onBegun={(secret, uri) => setBegun({ secret, uri })} />
  );
}

function Begin({ onBegun }: { onBegun: (secret: string, uri: string) => void }) {
  const t = useWords(secondFactorWords);
  const { currentPassword } = useWords(accountWords);
  const [password, setPassword] = useState('');
  const start = useCommand(StartSecondFactorDocument);
  const submit = async (): Promise<void> => {
    const outcome = await start.run({ password });
    if (!outcome.ok) return;
    const { secret, uri } = outcome.data.startSecondFactor;
    if (secret && uri) onBegun(secret, uri);
  };
  return (
    <AccountForm failure={start.failure} onSubmit={() => void submit()}>
      <p>{t.intro}</p>
      <Field label={currentPassword} path="password" required>
        <TextInput type="password" value={password} onChange={setPassword} autoComplete="current-password" />
      </Field>
      <div>
        <Button type="submit" tone="primary" busy={start.busy}>
          {t.start}
        </Button>
      </div>
    </AccountForm>
  );
}

function FirstCode({
  secret,
  uri,
  onEnabled,
}: {
  secret: string;
  uri: string;
  onEnabled: (codes: readonly string[]) => void;
}) {
  const t = useWords(secondFactorWords);
  const [code, setCode] = useState('');
  const confirm = useCommand(ConfirmSecondFactorDocument);
  const submit = async (): Promise<void> => {
    const outcome = await confirm.run({ code: code.trim() });
    if (outcome.ok) onEnabled(outcome.data.confirmSecondFactor.recoveryCodes ?? []);
  };
  return (
    <AccountForm failure={confirm.failure} onSubmit={() => void submit()}>
      <p>{t.scan}</p>
      <QrCode text={uri} label={t.qr} />
      <p>
        {t.secret} <code className="mono">{grouped(secret)}</code>
      </p>
      <p>{t.thenCode}</p>
      <CodeField label={t.appCode} value={code} onChange={setCode} digits autoFocus />
      <div>
        <Button type="submit" tone="primary" busy={confirm.busy}>
          {t.confirm}
        </Button>
      </div>
    </AccountForm>
  );
}
