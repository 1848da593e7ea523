import { useCommand } from '../api/command.js';
import { Field, TextArea } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
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
  const [form, setForm] = useKept('organisation', 'form', () => formOf(organisation));
  const [reason, setReason] = useKept('organisation', 'reason', '');
  const edit = useCommand(EditOrganisationDocument);
  const correction = useCommand(CorrectOrganisationDocument);
  const at = { organisationId: organisation.id, expectedVersion: organisation.version, form };
  return (
    <FormDialog
      title={correct ? t.act.correct : t.act.edit}
      submitLabel={c.save}
      done={t.saved}
      kept="organisation"
      onClose={onClose}
      onSubmit={() => (correct ? correction.run({ ...at, reason: reason.trim() }) : edit.run(at))}
    >
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
    </FormDialog>
  );
}
