import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Narrow } from '../account/Narrow.js';
import { choicesOf, useCity, useCodeTables } from '../api/city.js';
import { useCommand } from '../api/command.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { DateInput } from '../design/DateInput.js';
import { Field, SelectInput, TextArea, TextInput } from '../design/Field.js';
import { Loaded } from '../design/Loaded.js';
import { Rows } from '../design/Rows.js';
import { TagsInput } from '../design/TagsInput.js';
import { useToast } from '../design/Toast.js';
import type { PatentKind, PatentPageFragment, PatentState, SavePatentInput } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { OwnerChoice } from '../listings/form/OwnerChoice.js';
import { choicesFrom } from '../listings/terms.js';
import { PatentDocument, SavePatentDocument } from './documents.js';
import { patentFormWords } from './formWords.js';
import { feeReductions, patentKinds, patentStates } from './terms.js';
import { patentWords } from './words.js';

type Content = SavePatentInput['content'];

const blank: Content = { kind: 'INVENTION_PATENT', filedOn: '', number: '', title: '', feeReduction: 'NONE' };

const contentOf = (patent: PatentPageFragment): Content => ({
  number: patent.number,
  kind: patent.kind,
  title: patent.title,
  summary: patent.summary,
  applicants: [...patent.applicants],
  owners: [...patent.owners],
  inventors: [...patent.inventors],
  ipc: [...patent.ipc],
  keywords: [...patent.keywords],
  filedOn: patent.filedOn,
  publishedOn: patent.publishedOn,
  publicationNumber: patent.publicationNumber,
  grantedOn: patent.grantedOn,
  expiresOn: patent.expiresOn,
  termNote: patent.termNote,
  feeReduction: patent.feeReduction ?? 'NONE',
  family: patent.family.map(({ office, number, title }) => ({ office, number, title })),
  cluster: patent.cluster,
  techField: patent.techField,
  divisionCode: patent.divisionCode,
});

/** Enters a patent, or corrects what was entered. */
export function EditPatentPage() {
  const t = useWords(patentFormWords);
  const { id = 'new' } = useParams();
  const { organisationsAs } = useViewer();
  const owners = organisationsAs('TRANSFER_OFFICER');
  const [owner, setOwner] = useState<string | null>(owners.length === 1 ? (owners[0]?.id ?? null) : null);
  const [result, ask] = useQuery({ query: PatentDocument, variables: { id }, pause: id === 'new' });
  if (id === 'new')
    return owner === null ? (
      <OwnerChoice title={t.enter} intro={t.intro} organisations={owners} onChoose={setOwner} />
    ) : (
      <Editor patent={null} ownerId={owner} />
    );
  return (
    <Loaded
      page
      result={result}
      value={result.data?.patent}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
    >
      {(patent) => <Editor patent={patent} ownerId={null} />}
    </Loaded>
  );
}

function Editor({ patent, ownerId }: { patent: PatentPageFragment | null; ownerId: string | null }) {
  const t = useWords(patentFormWords);
  const p = useWords(patentWords);
  const states = useWords(patentStates);
  const navigate = useNavigate();
  const toast = useToast();
  const [content, setContent] = useState<Content>(patent === null ? blank : contentOf(patent));
  const [state, setState] = useState<PatentState>('GRANTED');
  const [paidThrough, setPaid] = useState('');
  const save = useCommand(SavePatentDocument);
  const submit = async (): Promise<void> => {
    const outcome = await save.run({
      ...(patent === null
        ? { ownerId, state, paidThrough: Number(paidThrough) || null }
        : { id: patent.id, expectedVersion: patent.version }),
      content: { ...content, filedOn: content.filedOn },
    });
    if (!outcome.ok) return;
    toast(t.saved);
    void navigate(`/patents/${outcome.data.savePatent.patent.id}`);
  };
  return (
    <Narrow
      title={patent === null ? t.enter : t.correct}
      intro={t.intro}
      failure={save.failure}
      onSubmit={() => void submit()}
    >
      {patent === null && (
        <Field label={p.state} path="state" hint={t.stateHint} required>
          <SelectInput
            value={state}
            choices={choicesFrom(states).filter(({ value }) => value !== 'REMOVED')}
            onChange={(value) => setState(value as PatentState)}
          />
        </Field>
      )}
      <Bibliography content={content} onChange={(patch) => setContent({ ...content, ...patch })} />
      {patent === null && state === 'GRANTED' && (
        <Field label={t.paidThrough} path="paidThrough" hint={t.paidHint}>
          <TextInput inputMode="numeric" value={paidThrough} onChange={setPaid} />
        </Field>
      )}
      <Button
        type="submit"
        tone="primary"
        size="large"
        block
        busy={save.busy}
        disabled={content.filedOn === ''}
      >
        {patent === null ? t.enter : t.save}
      </Button>
    </Narrow>
  );
}

interface BibliographyProps {
  readonly content: Content;
  readonly onChange: (patch: Partial<Content>) => void;
}

function Bibliography({ content, onChange }: BibliographyProps) {
  const t = useWords(patentFormWords);
  const p = useWords(patentWords);
  const kinds = useWords(patentKinds);
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
      <Field label={p.name} path="title" required>
        <TextInput value={content.title ?? ''} onChange={(title) => onChange({ title })} />
      </Field>
      {tags('inventors', p.inventors)}
      {tags('applicants', p.applicants, t.applicantsHint)}
      {tags('owners', p.owners, t.ownersHint)}
      {day('filedOn', p.filed)}
      {day('publishedOn', p.published)}
      <Field label={p.publication} path="publicationNumber">
        <TextInput
          value={content.publicationNumber ?? ''}
          onChange={(publicationNumber) => onChange({ publicationNumber })}
        />
      </Field>
      {day('grantedOn', p.granted)}
      {day('expiresOn', p.expires, t.expiresHint)}
      <Field label={p.termNote} path="termNote" hint={t.termNoteHint}>
        <TextInput value={content.termNote ?? ''} onChange={(termNote) => onChange({ termNote })} />
      </Field>
      <Field label={p.summary} path="summary">
        <TextArea value={content.summary ?? ''} onChange={(summary) => onChange({ summary })} max={3000} />
      </Field>
      {tags('ipc', p.ipc, t.ipcHint)}
      {tags('keywords', p.keywords)}
      <Classification content={content} onChange={onChange} />
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
    </>
  );
}

function Classification({ content, onChange }: BibliographyProps) {
  const t = useWords(patentFormWords);
  const p = useWords(patentWords);
  const reductions = useWords(feeReductions);
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
      <Field label={p.reduction} path="feeReduction">
        <SelectInput
          value={content.feeReduction ?? 'NONE'}
          choices={choicesFrom(reductions)}
          onChange={(value) => onChange({ feeReduction: value as Content['feeReduction'] })}
        />
      </Field>
    </>
  );
}

export { EditPatentPage as Component };
