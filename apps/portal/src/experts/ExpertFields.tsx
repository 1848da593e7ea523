import { choicesOf, useCity, useCodeTables } from '../api/city.js';
import type { ViewerOrganisation } from '../api/viewer.js';
import { CodesInput } from '../design/CodesInput.js';
import { CheckBoxes, Field, SelectInput, TextArea, TextInput } from '../design/Field.js';
import { TagsInput } from '../design/TagsInput.js';
import type { ExpertAvailability, ExpertMode, ExpertReaders } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { FormPart } from '../register/FormPart.js';
import type { Content, ExpertFormContent, Readers } from './expertForm.js';
import { expertFormWords } from './formWords.js';
import { expertAvailabilities, expertModes, expertReaders } from './terms.js';
import { expertWords } from './words.js';

interface FieldsProps {
  readonly form: ExpertFormContent;
  readonly units: readonly ViewerOrganisation[];
  /** The unit consented for its own member: it stays while one is in the bank. */
  readonly fixedUnit: boolean;
  readonly onChange: (patch: Partial<ExpertFormContent>) => void;
}

/** The fields of a profile, in the order in which one would tell of oneself. */
export function ExpertFields(props: FieldsProps) {
  return (
    <>
      <Identity {...props} />
      <Knowledge {...props} />
      <Cooperation {...props} />
      <Privacy {...props} />
    </>
  );
}

type TextField = 'title' | 'position' | 'degree' | 'unitName' | 'phone' | 'email' | 'availabilityNote';

const useContent = ({ form, onChange }: FieldsProps) => {
  const patch = (change: Partial<Content>): void => onChange({ content: { ...form.content, ...change } });
  const text = (path: TextField, label: string, more: { hint?: string; required?: boolean } = {}) => (
    <Field label={label} path={path} {...more}>
      <TextInput value={form.content[path] ?? ''} onChange={(value) => patch({ [path]: value })} />
    </Field>
  );
  return { content: form.content, patch, text };
};

function Identity(props: FieldsProps) {
  const t = useWords(expertFormWords);
  const w = useWords(expertWords);
  const { text } = useContent(props);
  const { form, units, fixedUnit, onChange } = props;
  return (
    <FormPart title={t.identity}>
      {units.length > 0 && (
        <Field label={w.unit} path="organisationId" hint={t.unitHint} required>
          <SelectInput
            value={form.organisationId ?? ''}
            placeholder={t.elsewhere}
            disabled={fixedUnit}
            choices={units.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(value) => onChange({ organisationId: value || null })}
          />
        </Field>
      )}
      {form.organisationId === null && text('unitName', t.unitName, { hint: t.unitNameHint, required: true })}
      {text('title', w.jobTitle, { required: true })}
      {text('position', w.position)}
      {text('degree', w.degree)}
      {text('phone', w.phone, { required: true })}
      {text('email', w.email)}
    </FormPart>
  );
}

function Knowledge(props: FieldsProps) {
  const t = useWords(expertFormWords);
  const w = useWords(expertWords);
  const city = useCity();
  const tables = useCodeTables();
  const { content, patch } = useContent(props);
  return (
    <FormPart title={t.field}>
      <div className="full">
        <Field label={w.disciplines} path="disciplines" hint={t.disciplinesHint} required>
          <CodesInput
            values={content.disciplines ?? []}
            max={10}
            choices={choicesOf(tables?.disciplines)}
            placeholder={t.addDiscipline}
            removeLabel={t.removeDiscipline}
            onChange={(disciplines) => patch({ disciplines })}
          />
        </Field>
      </div>
      <div className="full">
        <Field label={w.techField} path="techFields" group required>
          <CheckBoxes
            values={content.techFields ?? []}
            choices={choicesOf(tables?.techFields)}
            onChange={(techFields) => patch({ techFields })}
          />
        </Field>
      </div>
      <div className="full">
        <Field label={w.cluster} path="clusters" group>
          <CheckBoxes
            values={content.clusters ?? []}
            choices={choicesOf(city?.clusters)}
            onChange={(clusters) => patch({ clusters })}
          />
        </Field>
      </div>
      <div className="full">
        <Field label={w.keywords} path="keywords" hint={t.keywordsHint}>
          <TagsInput values={content.keywords ?? []} max={15} onChange={(keywords) => patch({ keywords })} />
        </Field>
      </div>
      <div className="full">
        <Field label={w.introduction} path="introduction" hint={t.introductionHint} required>
          <TextArea
            value={content.introduction ?? ''}
            max={3000}
            onChange={(introduction) => patch({ introduction })}
          />
        </Field>
      </div>
      <div className="full">
        <Field label={w.achievements} path="achievements">
          <TextArea
            value={content.achievements ?? ''}
            max={3000}
            onChange={(achievements) => patch({ achievements })}
          />
        </Field>
      </div>
    </FormPart>
  );
}

function Cooperation(props: FieldsProps) {
  const t = useWords(expertFormWords);
  const w = useWords(expertWords);
  const modes = useWords(expertModes);
  const availabilities = useWords(expertAvailabilities);
  const { content, patch, text } = useContent(props);
  return (
    <FormPart title={t.cooperation}>
      <div className="full">
        <Field label={w.mode} path="modes" group>
          <CheckBoxes
            values={content.modes ?? []}
            choices={choicesFrom(modes)}
            onChange={(values) => patch({ modes: values as ExpertMode[] })}
          />
        </Field>
      </div>
      <Field label={w.availability} path="availability">
        <SelectInput
          value={content.availability ?? 'OPEN'}
          choices={choicesFrom(availabilities)}
          onChange={(value) => patch({ availability: value as ExpertAvailability })}
        />
      </Field>
      {text('availabilityNote', t.availabilityNote, { hint: t.availabilityNoteHint })}
    </FormPart>
  );
}

function Privacy({ form, onChange }: FieldsProps) {
  const t = useWords(expertFormWords);
  const w = useWords(expertWords);
  const readers = useWords(expertReaders);
  const choices = choicesFrom(readers);
  const field = (name: keyof Readers, label: string) => (
    <Field label={label} path={`privacy.${name}`}>
      <SelectInput
        value={form.privacy[name]}
        choices={choices}
        onChange={(value) => onChange({ privacy: { ...form.privacy, [name]: value as ExpertReaders } })}
      />
    </Field>
  );
  return (
    <FormPart title={t.privacy} intro={t.privacyIntro}>
      <Field label={t.whole} path="visibility">
        <SelectInput
          value={form.visibility}
          choices={choices}
          onChange={(value) => onChange({ visibility: value as ExpertReaders })}
        />
      </Field>
      {field('phone', w.phone)}
      {field('email', w.email)}
      {field('position', w.position)}
      {field('degree', w.degree)}
      {field('disciplines', w.disciplines)}
      {field('introduction', w.introduction)}
      {field('achievements', w.achievements)}
      {field('outputs', w.outputs)}
    </FormPart>
  );
}
