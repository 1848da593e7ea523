import { useState } from 'react';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { Dialog } from '../design/Dialog.js';
import { CheckBoxes, ErrorsProvider, Field, TextInput } from '../design/Field.js';
import { Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import type { OrganisationKind, Role } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { InviteMemberDocument } from './memberDocuments.js';
import type { Organisation } from './types.js';
import { organisationWords } from './organisationWords.js';
import { roleExplanations, roleNames, rolesOf } from './terms.js';

/** The roles that an organisation of the kind gives, each with what it may do. */
export function RoleBoxes({
  kind,
  roles,
  onChange,
}: {
  kind: OrganisationKind;
  roles: readonly Role[];
  onChange: (roles: Role[]) => void;
}) {
  const names = useWords(roleNames);
  const explanations = useWords(roleExplanations);
  return (
    <CheckBoxes
      values={roles}
      choices={rolesOf(kind).map((role) => ({ value: role, label: `${names[role]}：${explanations[role]}` }))}
      onChange={(values) => onChange(rolesOf(kind).filter((role) => values.includes(role)))}
    />
  );
}

export function InviteDialog({
  organisation,
  onClose,
  onDone,
}: {
  organisation: Organisation;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useWords(organisationWords);
  const c = useWords(common);
  const toast = useToast();
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<Role[]>(['MEMBER']);
  const invite = useCommand(InviteMemberDocument);
  const send = async (): Promise<void> => {
    const outcome = await invite.run({ organisationId: organisation.id, email: email.trim(), roles });
    if (!outcome.ok) return;
    toast(t.invited);
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      title={t.invite}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{c.cancel}</Button>
          <Button tone="primary" busy={invite.busy} onClick={() => void send()}>
            {t.invite}
          </Button>
        </>
      }
    >
      <ErrorsProvider value={invite.failure?.violations ?? []}>
        <Field label={t.email} path="email" hint={t.inviteHint} required>
          <TextInput type="email" value={email} onChange={setEmail} />
        </Field>
        <Field label={t.role} path="roles" required group>
          <RoleBoxes kind={organisation.kind} roles={roles} onChange={setRoles} />
        </Field>
      </ErrorsProvider>
      <Refusal failure={invite.failure} />
    </Dialog>
  );
}
