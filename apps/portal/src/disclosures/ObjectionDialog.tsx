import { useState } from 'react';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Dialog } from '../design/Dialog.js';
import { ErrorsProvider, Field, TextArea, TextInput } from '../design/Field.js';
import { Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { disclosureWords } from './words.js';

const RaiseObjectionDocument = graphql(`
  mutation RaiseObjection($input: RaiseObjectionInput!) {
    raiseObjection(input: $input) {
      objection {
        id
      }
      disclosure {
        id
        version
      }
      clientMutationId
    }
  }
`);

/** An objection by real name, with a way to answer it. */
export function ObjectionDialog({ disclosureId, onClose }: { disclosureId: string; onClose: () => void }) {
  const t = useWords(disclosureWords);
  const c = useWords(common);
  const toast = useToast();
  const { viewer } = useViewer();
  const raise = useCommand(RaiseObjectionDocument);
  const [name, setName] = useState(viewer?.person.displayName ?? '');
  const [contact, setContact] = useState(viewer?.person.email ?? '');
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    const outcome = await raise.run({
      disclosureId,
      name: name.trim(),
      contact: contact.trim(),
      reason: reason.trim(),
    });
    if (!outcome.ok) return;
    toast(t.sent);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.object}
      footer={
        <>
          <Button onClick={onClose}>{c.cancel}</Button>
          <Button tone="primary" busy={raise.busy} onClick={() => void send()}>
            {t.send}
          </Button>
        </>
      }
    >
      <p className="quiet">{t.objectHint}</p>
      <ErrorsProvider value={raise.failure?.violations ?? []}>
        <Field label={t.name} path="name" required>
          <TextInput value={name} onChange={setName} autoComplete="name" />
        </Field>
        <Field label={t.contact} path="contact" hint={t.contactHint} required>
          <TextInput value={contact} onChange={setContact} />
        </Field>
        <Field label={t.reason} path="reason" required>
          <TextArea value={reason} onChange={setReason} max={2000} />
        </Field>
      </ErrorsProvider>
      <Refusal failure={raise.failure} />
    </Dialog>
  );
}
