import type { ViewerOrganisation } from '../api/viewer.js';
import { Field, SelectInput, TextArea, TextInput } from '../design/Field.js';
import type { AgencyPageFragment, SaveAgencyInput } from '../gql/graphql.js';
import type { StoredDraft } from '../design/draft.js';
import { useWords } from '../i18n/index.js';
import { FormPart } from '../register/FormPart.js';
import { ServiceFields } from '../register/ServiceFields.js';
import { registerWords } from '../register/words.js';
import { agencyFormWords, agencyWords } from './words.js';

type Content = SaveAgencyInput['content'];

/** The form as it is kept and saved. */
export interface AgencyFormContent {
  readonly organisationId: string;
  readonly content: Content;
}

const codes = (chosen: readonly { readonly code: string }[]): string[] => chosen.map(({ code }) => code);

export const storedAgency = (agency: AgencyPageFragment): StoredDraft<AgencyFormContent> => ({
  id: agency.id,
  version: agency.version,
  missing: agency.missing,
  content: {
    organisationId: agency.organisation.id,
    content: {
      services: [...agency.services],
      techFields: codes(agency.techFields),
      clusters: codes(agency.clusters),
      divisions: codes(agency.divisions),
      introduction: agency.introduction,
      qualifications: agency.qualifications,
      address: agency.address,
      website: agency.website,
      contact: agency.contact,
      phone: agency.phone,
      email: agency.email,
    },
  },
});

/** The fields of an agency's entry. */
export function AgencyFields({
  form: { organisationId, content },
  organisations,
  begun,
  onChange,
}: {
  readonly form: AgencyFormContent;
  readonly organisations: readonly ViewerOrganisation[];
  /** An entry that was begun stays with its organisation. */
  readonly begun: boolean;
  readonly onChange: (patch: Partial<AgencyFormContent>) => void;
}) {
  const t = useWords(agencyFormWords);
  const w = useWords(agencyWords);
  const r = useWords(registerWords);
  const patch = (change: Partial<Content>): void => onChange({ content: { ...content, ...change } });
  const text = (name: 'address' | 'website' | 'contact' | 'phone' | 'email') => (
    <TextInput value={content[name] ?? ''} onChange={(value) => patch({ [name]: value })} />
  );
  return (
    <>
      <FormPart title={t.identity}>
        <Field label={w.organisation} path="organisationId" hint={t.organisationHint} required>
          <SelectInput
            value={organisationId}
            disabled={begun}
            choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(value) => onChange({ organisationId: value })}
          />
        </Field>
        <Field label={w.address} path="address" required>
          {text('address')}
        </Field>
        <Field label={w.contact} path="contact" required>
          {text('contact')}
        </Field>
        <Field label={r.phone} path="phone" required>
          {text('phone')}
        </Field>
        <Field label={r.email} path="email" hint={r.emailHint}>
          {text('email')}
        </Field>
        <Field label={w.website} path="website" hint={t.websiteHint}>
          {text('website')}
        </Field>
      </FormPart>
      <FormPart title={t.service}>
        <ServiceFields content={content} onChange={patch} />
        <div className="full">
          <Field label={w.profile} path="introduction" hint={t.introductionHint} required>
            <TextArea
              value={content.introduction ?? ''}
              max={3000}
              onChange={(introduction) => patch({ introduction })}
            />
          </Field>
        </div>
        <div className="full">
          <Field label={w.qualifications} path="qualifications" hint={t.qualificationsHint}>
            <TextArea
              value={content.qualifications ?? ''}
              max={1000}
              onChange={(qualifications) => patch({ qualifications })}
            />
          </Field>
        </div>
      </FormPart>
    </>
  );
}
