import { useCommand, type Outcome } from '../api/command.js';
import { CheckBoxes, Field, TextInput } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import type { OrganisationKind, Role } from '../gql/graphql.js';
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
  const [email, setEmail] = useKept('invite', 'email', '');
  const [roles, setRoles] = useKept<Role[]>('invite', 'roles', ['MEMBER']);
  const invite = useCommand(InviteMemberDocument);
  const send = async (): Promise<Outcome<unknown>> => {
    const outcome = await invite.run({ organisationId: organisation.id, email: email.trim(), roles });
    if (outcome.ok) onDone();
    return outcome;
  };
  return (
    <FormDialog title={t.invite} done={t.invited} kept="invite" onClose={onClose} onSubmit={send}>
      <Field label={t.email} path="email" hint={t.inviteHint} required>
        <TextInput type="email" value={email} onChange={setEmail} />
      </Field>
      <Field label={t.role} path="roles" required group>
        <RoleBoxes kind={organisation.kind} roles={roles} onChange={setRoles} />
      </Field>
    </FormDialog>
  );
}
