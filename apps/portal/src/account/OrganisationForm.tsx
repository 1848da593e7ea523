import { choicesOf, useCity, useCodeTables } from '../api/city.js';
import { CheckBox, Field, SelectInput, TextArea, TextInput } from '../design/Field.js';
import type { OrganisationForm as Form, OrganisationKind } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom, organisationKinds } from '../listings/terms.js';
import { organisationWords } from './organisationWords.js';

export const blankOrganisation: Form = {
  name: '',
  kind: 'ENTERPRISE',
  uscc: '',
  divisionCode: '',
  partyNature: '',
  stateEstablished: false,
  legalRepresentative: '',
  address: '',
  contactName: '',
  contactPhone: '',
  contactEmail: '',
  website: '',
  introduction: '',
};

/** Kinds that one registers oneself; bureaus are set up by the platform. */
const REGISTRABLE: readonly OrganisationKind[] = [
  'ENTERPRISE',
  'UNIVERSITY',
  'INSTITUTE',
  'BROKER_AGENCY',
  'FINANCIAL_INSTITUTION',
  'OTHER',
];

/** What is registered of an organisation; once verified, only the lower half changes without the bureau. */
export function OrganisationFields({
  form,
  onChange,
  verified = false,
}: {
  form: Form;
  onChange: (form: Form) => void;
  verified?: boolean;
}) {
  const t = useWords(organisationWords);
  const kinds = useWords(organisationKinds);
  const city = useCity();
  const tables = useCodeTables();
  const set = (patch: Partial<Form>): void => onChange({ ...form, ...patch });
  return (
    <>
      <Field label={t.name} path="name" required>
        <TextInput
          value={form.name}
          onChange={(name) => set({ name })}
          readOnly={verified}
          autoComplete="organization"
        />
      </Field>
      <Field label={t.kind} path="kind" required>
        <SelectInput
          value={form.kind}
          onChange={(kind) => set({ kind: kind as OrganisationKind })}
          choices={choicesFrom(kinds, REGISTRABLE.includes(form.kind) ? REGISTRABLE : undefined)}
          disabled={verified}
        />
      </Field>
      <Field label={t.uscc} path="uscc" hint={t.usccHint} required>
        <TextInput
          value={form.uscc}
          onChange={(uscc) => set({ uscc })}
          readOnly={verified}
          spellCheck={false}
        />
      </Field>
      <Field label={t.division} path="divisionCode" required>
        <SelectInput
          value={form.divisionCode}
          onChange={(divisionCode) => set({ divisionCode })}
          choices={choicesOf(city?.divisions)}
          placeholder={t.choose}
          disabled={verified}
        />
      </Field>
      <Field label={t.nature} path="partyNature" required>
        <SelectInput
          value={form.partyNature}
          onChange={(partyNature) => set({ partyNature })}
          choices={choicesOf(tables?.partyNatures)}
          placeholder={t.choose}
          disabled={verified}
        />
      </Field>
      <Field label={t.legal} path="legalRepresentative" required>
        <TextInput
          value={form.legalRepresentative}
          onChange={(legalRepresentative) => set({ legalRepresentative })}
          readOnly={verified}
        />
      </Field>
      {(form.kind === 'UNIVERSITY' || form.kind === 'INSTITUTE') && (
        <Field label={t.state} path="stateEstablished" hint={t.stateHint} group>
          <CheckBox
            checked={form.stateEstablished}
            onChange={(stateEstablished) => set({ stateEstablished })}
            disabled={verified}
          >
            {t.state}
          </CheckBox>
        </Field>
      )}
      <Field label={t.address} path="address" required>
        <TextInput
          value={form.address ?? ''}
          onChange={(address) => set({ address })}
          autoComplete="street-address"
        />
      </Field>
      <Field label={t.contactName} path="contactName" required>
        <TextInput
          value={form.contactName ?? ''}
          onChange={(contactName) => set({ contactName })}
          autoComplete="name"
        />
      </Field>
      <Field label={t.contactPhone} path="contactPhone" required>
        <TextInput
          value={form.contactPhone ?? ''}
          onChange={(contactPhone) => set({ contactPhone })}
          inputMode="tel"
          autoComplete="tel"
        />
      </Field>
      <Field label={t.contactEmail} path="contactEmail" required>
        <TextInput
          value={form.contactEmail ?? ''}
          onChange={(contactEmail) => set({ contactEmail })}
          inputMode="email"
          autoComplete="email"
        />
      </Field>
      <Field label={t.website} path="website" optional>
        <TextInput value={form.website ?? ''} onChange={(website) => set({ website })} inputMode="url" />
      </Field>
      <Field label={t.introduction} path="introduction" optional>
        <TextArea
          value={form.introduction ?? ''}
          onChange={(introduction) => set({ introduction })}
          max={2000}
        />
      </Field>
    </>
  );
}
