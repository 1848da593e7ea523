import type { ReactNode } from 'react';
import { choicesOf, useCity, useCodeTables } from '../api/city.js';
import { DateInput } from '../design/DateInput.js';
import { Field, SelectInput, TextArea, TextInput } from '../design/Field.js';
import { Rows } from '../design/Rows.js';
import { TagsInput } from '../design/TagsInput.js';
import type { PatentKind, PatentState, SavePatentInput } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import css from './EditPatent.module.css';
import { patentFormWords } from './formWords.js';
import { feeReductions, patentKinds, patentStates } from './terms.js';
import { patentWords } from './words.js';

export type Content = SavePatentInput['content'];

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css['part']}>
      <h2>{title}</h2>
      <div className={css['fields']}>{children}</div>
    </section>
  );
}

interface ContentProps {
  readonly content: Content;
  readonly onChange: (patch: Partial<Content>) => void;
}
interface FieldsProps extends ContentProps {
  /** The status in which the patent is entered; null where an entry is corrected. */
  readonly state: PatentState | null;
  readonly onState: (state: PatentState) => void;
  /** Fields of the fees that only a new entry has. */
  readonly children: ReactNode;
}

/** The fields of an entry, in the order of the certificate. */
export function PatentFields({ content, onChange, state, onState, children }: FieldsProps) {
  const t = useWords(patentFormWords);
  const p = useWords(patentWords);
  const kinds = useWords(patentKinds);
  const states = useWords(patentStates);
  const reductions = useWords(feeReductions);
  const tags = (
    path: 'applicants' | 'owners' | 'inventors' | 'ipc' | 'keywords',
    label: string,
    hint?: string,
  ) => (
    <Field label={label} path={path} hint={hint} required={path === 'inventors'}>
      <TagsInput values={content[path] ?? []} max={20} onChange={(values) => onChange({ [path]: values })} />
    </Field>
  );
  const day = (path: 'filedOn' | 'publishedOn' | 'grantedOn' | 'expiresOn', label: string, hint?: string) => (
    <Field label={label} path={path} hint={hint} required={path === 'filedOn'}>
      <DateInput
        value={content[path] || null}
        onChange={(value) => onChange({ [path]: value ?? (path === 'filedOn' ? '' : null) })}
      />
    </Field>
  );
  return (
    <>
      <Part title={t.identity}>
        {state !== null && (
          <Field label={p.state} path="state" hint={t.stateHint} required>
            <SelectInput
              value={state}
              choices={choicesFrom(states).filter(({ value }) => value !== 'REMOVED')}
              onChange={(value) => onState(value as PatentState)}
            />
          </Field>
        )}
        <Field label={p.kind} path="kind" required>
          <SelectInput
            value={content.kind}
            choices={choicesFrom(kinds)}
            onChange={(value) => onChange({ kind: value as PatentKind })}
          />
        </Field>
        <Field label={t.number} path="number" hint={t.numberHint} required>
          <TextInput value={content.number ?? ''} onChange={(number) => onChange({ number })} />
        </Field>
        <Field label={p.publication} path="publicationNumber" hint={t.publicationHint}>
          <TextInput
            value={content.publicationNumber ?? ''}
            onChange={(publicationNumber) => onChange({ publicationNumber })}
          />
        </Field>
        <div className="full">
          <Field label={p.name} path="title" required>
            <TextInput value={content.title ?? ''} onChange={(title) => onChange({ title })} />
          </Field>
        </div>
        <div className="full">
          <Field label={p.summary} path="summary">
            <TextArea
              value={content.summary ?? ''}
              onChange={(summary) => onChange({ summary })}
              max={3000}
            />
          </Field>
        </div>
      </Part>
      <Part title={t.people}>
        <div className="full">{tags('inventors', p.inventors)}</div>
        {tags('applicants', p.applicants, t.applicantsHint)}
        {tags('owners', p.owners, t.ownersHint)}
      </Part>
      <Part title={t.days}>
        {day('filedOn', p.filed)}
        {day('publishedOn', p.published)}
        {day('grantedOn', p.granted)}
        {day('expiresOn', p.expires, t.expiresHint)}
        <div className="full">
          <Field label={p.termNote} path="termNote" hint={t.termNoteHint}>
            <TextInput value={content.termNote ?? ''} onChange={(termNote) => onChange({ termNote })} />
          </Field>
        </div>
        <Field label={p.reduction} path="feeReduction">
          <SelectInput
            value={content.feeReduction ?? 'NONE'}
            choices={choicesFrom(reductions)}
            onChange={(value) => onChange({ feeReduction: value as Content['feeReduction'] })}
          />
        </Field>
        {children}
      </Part>
      <Part title={t.classes}>
        {tags('ipc', p.ipc, t.ipcHint)}
        {tags('keywords', p.keywords)}
        <Classification content={content} onChange={onChange} />
        <div className="full">
          <Family content={content} onChange={onChange} />
        </div>
      </Part>
    </>
  );
}

function Family({ content, onChange }: ContentProps) {
  const t = useWords(patentFormWords);
  const p = useWords(patentWords);
  return (
    <Field label={p.family} path="family" group>
      <Rows
        rows={content.family ?? []}
        max={30}
        blank={() => ({ office: '', number: '', title: '' })}
        addLabel={t.addFamily}
        removeLabel={t.removeFamily}
        onChange={(family) => onChange({ family })}
        render={(member, change, index) => (
          <>
            <Field label={p.office} path={`family.${index}.office`}>
              <TextInput value={member.office} onChange={(office) => change({ office })} />
            </Field>
            <Field label={p.number} path={`family.${index}.number`}>
              <TextInput value={member.number} onChange={(number) => change({ number })} />
            </Field>
            <Field label={p.name} path={`family.${index}.title`}>
              <TextInput value={member.title ?? ''} onChange={(title) => change({ title })} />
            </Field>
          </>
        )}
      />
    </Field>
  );
}

function Classification({ content, onChange }: ContentProps) {
  const t = useWords(patentFormWords);
  const p = useWords(patentWords);
  const city = useCity();
  const tables = useCodeTables();
  return (
    <>
      <Field label={p.techField} path="techField">
        <SelectInput
          value={content.techField ?? ''}
          placeholder={t.choose}
          choices={choicesOf(tables?.techFields)}
          onChange={(techField) => onChange({ techField: techField || null })}
        />
      </Field>
      <Field label={p.cluster} path="cluster">
        <SelectInput
          value={content.cluster ?? ''}
          placeholder={t.choose}
          choices={choicesOf(city?.clusters)}
          onChange={(cluster) => onChange({ cluster: cluster || null })}
        />
      </Field>
    </>
  );
}
