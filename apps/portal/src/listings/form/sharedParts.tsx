import { choicesOf, useCity, useCodeTables } from '../../api/city.js';
import { CheckBoxes, Field, RadioButtons } from '../../design/Field.js';
import { TagsInput } from '../../design/TagsInput.js';
import { UploadList } from '../../design/UploadList.js';
import type { CooperationMode, ListingVisibility } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom, cooperationModes } from '../terms.js';
import type { NeedForm } from './content.js';
import { Code, DayField, Half, Line } from './inputs.js';
import { formWords } from './words.js';

/** The fields that the forms of results and of needs share. */
type Shared = Pick<
  NeedForm,
  | 'title'
  | 'keywords'
  | 'cluster'
  | 'techField'
  | 'industry'
  | 'divisionCode'
  | 'ipc'
  | 'cooperationModes'
  | 'attachments'
>;
interface SharedProps {
  readonly form: Shared;
  readonly patch: (change: Partial<Shared>) => void;
}

/** How many keywords, and the like, a listing has at most. */
export const MOST_KEYWORDS = 10;

export function TitleField({ form, patch }: SharedProps) {
  const t = useWords(formWords);
  return (
    <Line
      label={t.title}
      path="title"
      hint={t.titleHint}
      required
      value={form.title}
      onChange={(title) => patch({ title })}
    />
  );
}

export function KeywordsField({ form, patch, hint }: SharedProps & { readonly hint: string }) {
  const t = useWords(formWords);
  return (
    <Field label={t.keywords} path="keywords" hint={hint} required>
      <TagsInput values={form.keywords} onChange={(keywords) => patch({ keywords })} max={MOST_KEYWORDS} />
    </Field>
  );
}

export function ClusterField({ form, patch }: SharedProps) {
  const t = useWords(formWords);
  return (
    <Half>
      <Code
        label={t.cluster}
        path="cluster"
        value={form.cluster}
        choices={choicesOf(useCity()?.clusters)}
        onChange={(cluster) => patch({ cluster })}
      />
    </Half>
  );
}

export function TechField({ form, patch }: SharedProps) {
  const t = useWords(formWords);
  return (
    <Half>
      <Code
        label={t.techField}
        path="techField"
        required
        value={form.techField}
        choices={choicesOf(useCodeTables()?.techFields)}
        onChange={(techField) => patch({ techField })}
      />
    </Half>
  );
}

export function IndustryField({ form, patch }: SharedProps) {
  const t = useWords(formWords);
  return (
    <Half>
      <Code
        label={t.industry}
        path="industry"
        value={form.industry}
        choices={choicesOf(useCodeTables()?.industrySections)}
        onChange={(industry) => patch({ industry })}
      />
    </Half>
  );
}

export function DivisionField({ form, patch }: SharedProps) {
  const t = useWords(formWords);
  return (
    <Half>
      <Code
        label={t.division}
        path="divisionCode"
        value={form.divisionCode}
        choices={choicesOf(useCity()?.divisions)}
        onChange={(divisionCode) => patch({ divisionCode })}
      />
    </Half>
  );
}

export function IpcField({ form, patch }: SharedProps) {
  const t = useWords(formWords);
  return (
    <Field label={t.ipc} path="ipc" hint={t.ipcHint}>
      <TagsInput values={form.ipc} onChange={(ipc) => patch({ ipc })} max={MOST_KEYWORDS} />
    </Field>
  );
}

export function ModesField({ form, patch }: SharedProps) {
  const t = useWords(formWords);
  const modes = useWords(cooperationModes);
  return (
    <Field label={t.modes} path="cooperationModes" required group>
      <CheckBoxes
        values={form.cooperationModes}
        choices={choicesFrom(modes)}
        onChange={(values) => patch({ cooperationModes: values as CooperationMode[] })}
      />
    </Field>
  );
}

export function FilesField({ form, patch }: SharedProps) {
  const t = useWords(formWords);
  return (
    <Field label={t.files} path="attachments" group>
      <UploadList
        domain="listings"
        files={form.attachments}
        onChange={(attachments) => patch({ attachments })}
      />
    </Field>
  );
}

type Contact = NeedForm['contact'];

/** Who answers for the listing. */
export function ContactPart({
  contact,
  onChange,
}: {
  contact: Contact;
  onChange: (contact: Contact) => void;
}) {
  const t = useWords(formWords);
  return (
    <>
      <Half>
        <Line
          label={t.contactName}
          path="contact.name"
          required
          value={contact.name}
          onChange={(name) => onChange({ ...contact, name })}
        />
      </Half>
      <Half>
        <Line
          label={t.contactPhone}
          path="contact.phone"
          required
          value={contact.phone}
          onChange={(phone) => onChange({ ...contact, phone })}
        />
      </Half>
      <Half>
        <Line
          label={t.contactEmail}
          path="contact.email"
          value={contact.email}
          onChange={(email) => onChange({ ...contact, email })}
        />
      </Half>
    </>
  );
}

/** Who reads it, and for how long. */
export function VisibilityPart(props: {
  readonly visibility: ListingVisibility;
  readonly validUntil: string | null | undefined;
  readonly onChange: (change: { visibility?: ListingVisibility; validUntil?: string | null }) => void;
}) {
  const t = useWords(formWords);
  const tiers: readonly ListingVisibility[] = ['PUBLIC', 'SIGNED_IN', 'NDA'];
  return (
    <>
      <Field label={t.visibility} path="visibility" group>
        <RadioButtons
          value={props.visibility}
          choices={tiers.map((value) => ({ value, label: t.visibilityHints[value] }))}
          onChange={(value) => props.onChange({ visibility: value as ListingVisibility })}
        />
      </Field>
      <Half>
        <DayField
          label={t.validUntil}
          path="validUntil"
          hint={t.validUntilHint}
          value={props.validUntil}
          onChange={(validUntil) => props.onChange({ validUntil })}
        />
      </Half>
    </>
  );
}
