import { useState } from 'react';
import { useCommand } from '../api/command.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Field, SelectInput, TextArea } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import { StatusTag } from '../design/StatusTag.js';
import type { InvitationFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { InviteConsultationDocument, invitationTones } from './invitations.js';
import { invitationWords } from './invitationWords.js';

/** 邀请咨询: for the need's owner's people and for brokers; whoever was invited has the state of it instead. */
export function InviteExpert({
  need,
  expert,
  invitation,
  onInvited,
}: {
  need: { readonly id: string; readonly title: string; readonly owner?: { readonly id: string } | null };
  expert: { readonly id: string; readonly name: string };
  invitation: InvitationFieldsFragment | undefined;
  onInvited: () => void;
}) {
  const t = useWords(invitationWords);
  const { organisationsAs } = useViewer();
  const [open, setOpen] = useState(false);
  const own = organisationsAs('RESEARCHER', 'TRANSFER_OFFICER').filter(({ id }) => id === need.owner?.id);
  const inviters = [...own, ...organisationsAs('BROKER').filter(({ kind }) => kind === 'BROKER_AGENCY')];
  if (invitation && invitation.state !== 'WITHDRAWN')
    return <StatusTag tone={invitationTones[invitation.state]}>{t[invitation.state]}</StatusTag>;
  if (inviters.length === 0) return null;
  return (
    <>
      <Button size="small" tone="primary" onClick={() => setOpen(true)}>
        {t.invite}
      </Button>
      {open && (
        <InviteDialog
          need={need}
          expert={expert}
          inviters={inviters}
          onInvited={onInvited}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function InviteDialog({
  need,
  expert,
  inviters,
  onInvited,
  onClose,
}: {
  need: { readonly id: string; readonly title: string };
  expert: { readonly id: string; readonly name: string };
  inviters: readonly { readonly id: string; readonly name: string }[];
  onInvited: () => void;
  onClose: () => void;
}) {
  const t = useWords(invitationWords);
  const invite = useCommand(InviteConsultationDocument);
  const form = `invite/${need.id}/${expert.id}`;
  const [organisationId, setOrganisation] = useState(inviters[0]?.id ?? '');
  const [message, setMessage] = useKept(form, 'message', '');
  return (
    <FormDialog
      title={t.invite}
      submitLabel={t.sendInvitation}
      done={t.sent}
      kept={form}
      onClose={onClose}
      onSubmit={async () => {
        const outcome = await invite.run({
          organisationId,
          needId: need.id,
          expertId: expert.id,
          message: message.trim(),
        });
        if (outcome.ok) onInvited();
        return outcome;
      }}
    >
      <p>
        {expert.name} · {need.title}
      </p>
      <p className="quiet">{t.inviteNote}</p>
      <Field label={t.as} path="organisationId" required>
        <SelectInput
          value={organisationId}
          onChange={setOrganisation}
          choices={inviters.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field label={t.message} path="message" hint={t.messageHint} required>
        <TextArea value={message} onChange={setMessage} max={2000} />
      </Field>
    </FormDialog>
  );
}
