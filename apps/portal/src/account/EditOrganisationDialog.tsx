import { useState } from 'react';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { Dialog } from '../design/Dialog.js';
import { ErrorsProvider, Field, TextArea } from '../design/Field.js';
import { Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import type { OrganisationForm } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { CorrectOrganisationDocument, EditOrganisationDocument } from './organisationDocuments.js';
import { OrganisationFields } from './OrganisationForm.js';
import type { Organisation } from './types.js';
import { organisationWords } from './organisationWords.js';

const formOf = (organisation: Organisation): OrganisationForm => ({
  name: organisation.name,
  kind: organisation.kind,
  uscc: organisation.uscc,
  divisionCode: organisation.divisionCode,
  partyNature: organisation.partyNature,
  stateEstablished: organisation.stateEstablished,
  legalRepresentative: organisation.legalRepresentative,
  address: organisation.address,
  contactName: organisation.contactName ?? '',
  contactPhone: organisation.contactPhone ?? '',
  contactEmail: organisation.contactEmail ?? '',
  website: organisation.website,
  introduction: organisation.introduction,
});

/** Edited by its administrators, or corrected by the bureau with a reason. */
export function EditOrganisationDialog({
  organisation,
  correct,
  onClose,
}: {
  organisation: Organisation;
  correct: boolean;
  onClose: () => void;
}) {
  const t = useWords(organisationWords);
  const c = useWords(common);
  const toast = useToast();
  const [form, setForm] = useState(formOf(organisation));
  const [reason, setReason] = useState('');
  const edit = useCommand(EditOrganisationDocument);
  const correction = useCommand(CorrectOrganisationDocument);
  const failure = correct ? correction.failure : edit.failure;
  const at = { organisationId: organisation.id, expectedVersion: organisation.version, form };
  const save = async (): Promise<void> => {
    const outcome = correct ? await correction.run({ ...at, reason: reason.trim() }) : await edit.run(at);
    if (!outcome.ok) return;
    toast(t.saved);
    onClose();
  };
  return (
    <Dialog
      open
      wide
      title={correct ? t.act.correct : t.act.edit}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{c.cancel}</Button>
          <Button tone="primary" busy={edit.busy || correction.busy} onClick={() => void save()}>
            {c.save}
          </Button>
        </>
      }
    >
      <ErrorsProvider value={failure?.violations ?? []}>
        <OrganisationFields
          form={form}
          onChange={setForm}
          verified={!correct && organisation.status === 'ACTIVE'}
        />
        {correct && (
          <Field label={t.why} path="reason" hint={t.whyHint} required>
            <TextArea value={reason} onChange={setReason} max={500} />
          </Field>
        )}
      </ErrorsProvider>
      <Refusal failure={failure} />
    </Dialog>
  );
}
