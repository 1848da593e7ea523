import { useState } from 'react';
import { useCommand, type Outcome } from '../api/command.js';
import { Button } from '../design/Button.js';
import { Dialog } from '../design/Dialog.js';
import { ErrorsProvider, Field, TextArea } from '../design/Field.js';
import type { Failure } from '../api/failure.js';
import { Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import type { Role } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { RoleBoxes } from './InviteDialog.js';
import {
  ApproveMembershipDocument,
  ChangeMemberRolesDocument,
  LeaveOrganisationDocument,
  RefuseMembershipDocument,
  ReinstateMemberDocument,
  RemoveMemberDocument,
  RevokeInvitationDocument,
  SuspendMemberDocument,
  WithdrawMembershipDocument,
} from './memberDocuments.js';
import type { Member, Organisation } from './types.js';
import { organisationWords } from './organisationWords.js';

export type MemberAct =
  | 'approve'
  | 'refuse'
  | 'changeRoles'
  | 'suspend'
  | 'reinstate'
  | 'revokeInvitation'
  | 'withdraw'
  | 'leave'
  | 'remove';

const WITH_ROLES: readonly MemberAct[] = ['approve', 'changeRoles'];
const WITH_REASON: readonly MemberAct[] = ['refuse', 'suspend', 'remove'];

function useMemberActs(
  member: Member,
  roles: Role[],
  reason: string,
): Readonly<Record<MemberAct, () => Promise<Outcome<unknown>>>> {
  const approve = useCommand(ApproveMembershipDocument);
  const refuse = useCommand(RefuseMembershipDocument);
  const change = useCommand(ChangeMemberRolesDocument);
  const suspend = useCommand(SuspendMemberDocument);
  const reinstate = useCommand(ReinstateMemberDocument);
  const revoke = useCommand(RevokeInvitationDocument);
  const withdraw = useCommand(WithdrawMembershipDocument);
  const leave = useCommand(LeaveOrganisationDocument);
  const remove = useCommand(RemoveMemberDocument);
  const at = { membershipId: member.id, expectedVersion: member.version };
  return {
    approve: () => approve.run({ ...at, roles }),
    refuse: () => refuse.run({ ...at, reason }),
    changeRoles: () => change.run({ ...at, roles }),
    suspend: () => suspend.run({ ...at, reason }),
    reinstate: () => reinstate.run(at),
    revokeInvitation: () => revoke.run(at),
    withdraw: () => withdraw.run(at),
    leave: () => leave.run(at),
    remove: () => remove.run({ ...at, reason }),
  };
}

/** Does one thing to a membership, after what it needs was filled in. */
export function MemberDialog({
  organisation,
  member,
  act,
  onClose,
  onDone,
}: {
  organisation: Organisation;
  member: Member;
  act: MemberAct;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useWords(organisationWords);
  const c = useWords(common);
  const toast = useToast();
  const [roles, setRoles] = useState<Role[]>([...member.roles]);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const acts = useMemberActs(member, roles, reason.trim());
  const run = async (): Promise<void> => {
    setBusy(true);
    const outcome = await acts[act]();
    setBusy(false);
    if (!outcome.ok) {
      setFailure(outcome.failure);
      return;
    }
    toast(t.done);
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      title={`${t.member[act]}：${member.person?.displayName ?? member.email ?? ''}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{c.cancel}</Button>
          <Button
            tone={act === 'remove' || act === 'suspend' || act === 'leave' ? 'danger' : 'primary'}
            busy={busy}
            onClick={() => void run()}
          >
            {t.member[act]}
          </Button>
        </>
      }
    >
      <ErrorsProvider value={failure?.violations ?? []}>
        {WITH_ROLES.includes(act) && (
          <Field label={t.role} path="roles" required group>
            <RoleBoxes kind={organisation.kind} roles={roles} onChange={setRoles} />
          </Field>
        )}
        {WITH_REASON.includes(act) && (
          <Field label={t.why} path="reason" hint={t.whyHint} required>
            <TextArea value={reason} onChange={setReason} max={500} />
          </Field>
        )}
      </ErrorsProvider>
      <Refusal failure={failure} />
    </Dialog>
  );
}
