import { useState } from 'react';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { Button } from '../design/Button.js';
import { Field, TextInput } from '../design/Field.js';
import { useToast } from '../design/Toast.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { AccountForm } from './AccountForm.js';
import { PhoneCode } from './PhoneCode.js';
import { accountWords } from './words.js';

const EditMyProfileDocument = graphql(`
  mutation EditMyProfile($input: EditMyProfileInput!) {
    editMyProfile(input: $input) {
      person {
        id
        version
        displayName
      }
      clientMutationId
    }
  }
`);

const ChangePasswordDocument = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      person {
        id
        version
      }
      clientMutationId
    }
  }
`);

const ConfirmMyPhoneDocument = graphql(`
  mutation ConfirmMyPhone($input: ConfirmMyPhoneInput!) {
    confirmMyPhone(input: $input) {
      person {
        id
        version
        phone
      }
      clientMutationId
    }
  }
`);

export function ProfileForm({
  person,
}: {
  person: { readonly version: number; readonly displayName: string; readonly email?: string | null };
}) {
  const t = useWords(accountWords);
  const c = useWords(common);
  const toast = useToast();
  const [displayName, setName] = useState(person.displayName);
  const edit = useCommand(EditMyProfileDocument);
  const submit = async (): Promise<void> => {
    const outcome = await edit.run({ expectedVersion: person.version, displayName: displayName.trim() });
    if (outcome.ok) toast(t.saved);
  };
  return (
    <AccountForm failure={edit.failure} onSubmit={() => void submit()}>
      <Field label={t.email}>
        <TextInput value={person.email ?? ''} onChange={() => undefined} readOnly />
      </Field>
      <Field label={t.displayName} path="displayName" hint={t.displayNameHint} required>
        <TextInput value={displayName} onChange={setName} autoComplete="name" />
      </Field>
      <div>
        <Button type="submit" tone="primary" busy={edit.busy}>
          {c.save}
        </Button>
      </div>
    </AccountForm>
  );
}

export function PhoneForm({ person }: { person: { readonly phone?: string | null } }) {
  const t = useWords(accountWords);
  const toast = useToast();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const confirm = useCommand(ConfirmMyPhoneDocument);
  const submit = async (): Promise<void> => {
    const outcome = await confirm.run({ phone: phone.trim(), code: code.trim() });
    if (outcome.ok) toast(t.bound);
  };
  return (
    <AccountForm failure={confirm.failure} onSubmit={() => void submit()}>
      <p>{person.phone ? t.phoneNow(person.phone) : t.phoneNone}</p>
      <PhoneCode purpose="CONFIRM_PHONE" phone={phone} code={code} onPhone={setPhone} onCode={setCode} />
      <div>
        <Button type="submit" busy={confirm.busy}>
          {t.bind}
        </Button>
      </div>
    </AccountForm>
  );
}

export function PasswordForm() {
  const t = useWords(accountWords);
  const toast = useToast();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const change = useCommand(ChangePasswordDocument);
  const submit = async (): Promise<void> => {
    const outcome = await change.run({ currentPassword, newPassword });
    if (!outcome.ok) return;
    setCurrent('');
    setNew('');
    toast(t.passwordChanged);
  };
  return (
    <AccountForm failure={change.failure} onSubmit={() => void submit()}>
      <Field label={t.currentPassword} path="currentPassword" required>
        <TextInput
          type="password"
          value={currentPassword}
          onChange={setCurrent}
          autoComplete="current-password"
        />
      </Field>
      <Field label={t.newPassword} path="newPassword" hint={t.passwordHint} required>
        <TextInput type="password" value={newPassword} onChange={setNew} autoComplete="new-password" />
      </Field>
      <div>
        <Button type="submit" busy={change.busy}>
          {t.changePassword}
        </Button>
      </div>
    </AccountForm>
  );
}
