import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../api/viewer.js';
import { Field, TextArea, TextInput } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
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
  const { viewer } = useViewer();
  const raise = useCommand(RaiseObjectionDocument);
  const [name, setName] = useKept('objection', 'name', viewer?.person.displayName ?? '');
  const [contact, setContact] = useKept('objection', 'contact', viewer?.person.email ?? '');
  const [reason, setReason] = useKept('objection', 'reason', '');
  return (
    <FormDialog
      title={t.object}
      submitLabel={t.send}
      done={t.sent}
      kept="objection"
      onClose={onClose}
      onSubmit={() =>
        raise.run({
          disclosureId,
          name: name.trim(),
          contact: contact.trim(),
          reason: reason.trim(),
        })
      }
    >
      <p className="quiet">{t.objectHint}</p>
      <Field label={t.name} path="name" required>
        <TextInput value={name} onChange={setName} autoComplete="name" />
      </Field>
      <Field label={t.contact} path="contact" hint={t.contactHint} required>
        <TextInput value={contact} onChange={setContact} />
      </Field>
      <Field label={t.reason} path="reason" required>
        <TextArea value={reason} onChange={setReason} max={2000} />
      </Field>
    </FormDialog>
  );
}
