import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import {
  CheckBoxes,
  ErrorsProvider,
  Field,
  RadioButtons,
  SelectInput,
  TextArea,
  TextInput,
} from '../design/Field.js';
import { Heading } from '../design/ListPage.js';
import { Notice, Refusal } from '../design/States.js';
import type { StoredFile } from '../design/upload.js';
import { UploadList } from '../design/UploadList.js';
import type { MisconductConcern, MisconductSubject } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import {
  FileMisconductReportDocument,
  ReportableCallsDocument,
  ReportedProjectDocument,
} from './documents.js';
import { NamedInput, type Named } from './NamedInput.js';
import { ReceiptCode } from './ReceiptCode.js';
import { misconductConcerns, misconductSubjects } from './terms.js';
import { reportWords } from './words.js';

/**
 * 举报, for anybody. Unlike other forms it is not kept on the device: a desk may be shared, and what stood there would
 * tell who reported.
 */
export function Component() {
  const t = useWords(reportWords);
  const [code, setCode] = useState<string | null>(null);
  return (
    <div className="wrap" style={{ maxWidth: 880 }}>
      <Heading title={t.title} intro={t.intro} />
      <div className="stack" style={{ gap: 16 }}>
        <p className="quiet">
          {t.disciplinary} {t.objectionHint}
        </p>
        <p>
          <Link to="/report-misconduct/receipt">{t.haveCode}</Link>
        </p>
        {code === null ? (
          <ReportForm onDone={setCode} />
        ) : (
          <ReceiptCode code={code} onAnother={() => setCode(null)} />
        )}
      </div>
    </div>
  );
}

function ReportForm({ onDone }: { onDone: (code: string) => void }) {
  const t = useWords(reportWords);
  const subjects = useWords(misconductSubjects);
  const concernNames = useWords(misconductConcerns);
  const { viewer } = useViewer();
  const [params] = useSearchParams();
  const projectId = params.get('project');
  const file = useCommand(FileMisconductReportDocument);
  const [subject, setSubject] = useState(projectId === null ? '' : 'PROJECT');
  const [callId, setCall] = useState(params.get('call') ?? '');
  const [concerns, setConcerns] = useState<readonly string[]>([]);
  const [named, setNamed] = useState<readonly Named[]>([]);
  const [statement, setStatement] = useState('');
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [how, setHow] = useState('anonymous');
  const [name, setName] = useState('');
  const [contact, setContact] = useState('');
  const signed = how === 'signed';

  const submit = async (): Promise<void> => {
    const outcome = await file.run({
      subject: subject as MisconductSubject,
      callId: projectId === null ? callId || null : null,
      projectId,
      signed,
      name: signed ? name : null,
      contact: signed ? contact : null,
      named: named.map(({ name: person, unit }) => ({ name: person, unit })),
      concerns: concerns as MisconductConcern[],
      statement,
      files: files.map(({ id }) => id),
    });
    if (outcome.ok) onDone(outcome.data.fileMisconductReport.code);
  };
  return (
    <form
      className="stack"
      style={{ gap: 20 }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorsProvider value={file.failure?.violations ?? []}>
        <Field label={t.signed} group required>
          <RadioButtons
            value={how}
            choices={[
              { value: 'anonymous', label: t.anonymous },
              { value: 'signed', label: t.signedChoice },
            ]}
            onChange={(value) => {
              setHow(value);
              if (value === 'signed' && name === '') setName(viewer?.person.displayName ?? '');
            }}
          />
        </Field>
        <Notice icon="shield">{signed ? t.signedText : t.anonymousText}</Notice>
        {signed && (
          <>
            <Field label={t.name} path="name" required>
              <TextInput value={name} onChange={setName} autoComplete="name" />
            </Field>
            <Field label={t.contact} path="contact" hint={t.contactHint} required>
              <TextInput value={contact} onChange={setContact} />
            </Field>
          </>
        )}
        <Field label={t.about} path="subject" required>
          <SelectInput value={subject} choices={choicesFrom(subjects)} placeholder="" onChange={setSubject} />
        </Field>
        {projectId === null ? (
          <CallChoice value={callId} onChange={setCall} />
        ) : (
          <ReportedProject id={projectId} />
        )}
        <Field label={t.concerns} path="concerns" hint={t.concernsHint} group>
          <CheckBoxes values={concerns} choices={choicesFrom(concernNames)} onChange={setConcerns} />
        </Field>
        <NamedInput values={named} onChange={setNamed} />
        <Field label={t.statement} path="statement" hint={t.statementHint} required>
          <TextArea value={statement} rows={8} max={5000} autoComplete="off" onChange={setStatement} />
        </Field>
        <Field label={t.files} path="files" optional group>
          <UploadList
            domain="challenges/misconduct"
            uncounted
            files={files}
            onChange={setFiles}
            max={10}
            hint={t.filesHint}
          />
        </Field>
      </ErrorsProvider>
      <p className="quiet">{t.notKept}</p>
      <Refusal failure={file.failure} />
      <div className="row">
        <Button type="submit" tone="primary" busy={file.busy} disabled={subject === ''}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}

function CallChoice({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const t = useWords(reportWords);
  const [result] = useQuery({ query: ReportableCallsDocument });
  const calls = (result.data?.calls.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: `${node.code} ${node.title}`,
  }));
  return (
    <Field label={t.call} path="callId" optional>
      <SelectInput value={value} choices={calls} placeholder={t.noCall} onChange={onChange} />
    </Field>
  );
}

function ReportedProject({ id }: { id: string }) {
  const t = useWords(reportWords);
  const [result] = useQuery({ query: ReportedProjectDocument, variables: { id } });
  const project = result.data?.callProject;
  return (
    <p>
      <strong>{t.project}</strong> {project ? `${project.code} ${project.title}` : ''}
    </p>
  );
}
