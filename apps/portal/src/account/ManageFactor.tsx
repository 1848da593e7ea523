import { useState } from 'react';
import { useCommand, type Command } from '../api/command.js';
import { Button } from '../design/Button.js';
import { Section } from '../design/DetailPage.js';
import { Field, TextInput } from '../design/Field.js';
import { useToast } from '../design/Toast.js';
import { useWords } from '../i18n/index.js';
import { CodeField } from './CodeField.js';
import { AccountForm } from './AccountForm.js';
import { RemoveSecondFactorDocument, RenewRecoveryCodesDocument } from './secondFactorDocuments.js';
import { secondFactorWords } from './secondFactorWords.js';
import { accountWords } from './words.js';

/** Password and code, which together undo what they guard. */
function BothProofs<D>({
  command,
  text,
  label,
  danger = false,
  onDone,
}: {
  command: Command<D, { clientMutationId: string; password: string; code: string }>;
  text: string;
  label: string;
  danger?: boolean;
  onDone: (data: D) => void;
}) {
  const t = useWords(secondFactorWords);
  const { currentPassword } = useWords(accountWords);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const submit = async (): Promise<void> => {
    const outcome = await command.run({ password, code: code.trim() });
    if (outcome.ok) onDone(outcome.data);
  };
  return (
    <AccountForm failure={command.failure} onSubmit={() => void submit()}>
      <p>{text}</p>
      <Field label={currentPassword} path="password" required>
        <TextInput type="password" value={password} onChange={setPassword} autoComplete="current-password" />
      </Field>
      <CodeField label={t.code} value={code} onChange={setCode} />
      <div>
        <Button type="submit" tone={danger ? 'danger' : 'default'} busy={command.busy}>
          {label}
        </Button>
      </div>
    </AccountForm>
  );
}

/** A second factor that is on: new recovery codes, or off with it. */
export function ManageFactor({
  required,
  onCodes,
  onOff,
}: {
  required: boolean;
  onCodes: (codes: readonly string[]) => void;
  onOff: () => void;
}) {
  const t = useWords(secondFactorWords);
  const toast = useToast();
  const renew = useCommand(RenewRecoveryCodesDocument);
  const remove = useCommand(RemoveSecondFactorDocument);
  return (
    <>
      <Section title={t.renewTitle}>
        <BothProofs
          command={renew}
          text={t.renewText}
          label={t.renew}
          onDone={({ renewRecoveryCodes }) => onCodes(renewRecoveryCodes.recoveryCodes ?? [])}
        />
      </Section>
      <Section title={t.removeTitle}>
        {required ? (
          <p>{t.required}</p>
        ) : (
          <BothProofs
            command={remove}
            text={t.removeText}
            label={t.remove}
            danger
            onDone={() => {
              toast(t.removed);
              onOff();
            }}
          />
        )}
      </Section>
    </>
  );
}
