import { useState } from 'react';
import { useClient } from 'urql';
import { failureOf, type Failure } from '../api/failure.js';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { Facts, Section } from '../design/DetailPage.js';
import { ErrorsProvider, Field, TextArea, TextInput } from '../design/Field.js';
import { Heading } from '../design/ListPage.js';
import { Notice, Refusal } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { useToast } from '../design/Toast.js';
import type { StoredFile } from '../design/upload.js';
import { UploadList } from '../design/UploadList.js';
import { Day, When } from '../design/Values.js';
import type { MisconductReceiptFieldsFragment } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { MisconductReceiptDocument, SupplementMisconductReportDocument } from './documents.js';
import { Notes } from './Notes.js';
import { misconductStates, misconductSubjects, misconductTones } from './terms.js';
import { receiptWords, reportWords } from './words.js';

type Receipt = MisconductReceiptFieldsFragment;

/** 查询举报: the code is typed, and stands in no address. */
export function Component() {
  const t = useWords(receiptWords);
  const client = useClient();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [found, setFound] = useState<{ readonly code: string; readonly receipt: Receipt | null } | null>(
    null,
  );

  const look = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const result = await client
      .query(MisconductReceiptDocument, { code }, { requestPolicy: 'network-only' })
      .toPromise();
    setBusy(false);
    if (result.error) setFailure(failureOf(result.error));
    else setFound({ code, receipt: result.data?.misconductReceipt ?? null });
  };
  return (
    <div className="wrap" style={{ maxWidth: 880 }}>
      <Heading
        title={t.title}
        intro={t.intro}
        actions={<Button to="/report-misconduct">{t.toReport}</Button>}
      />
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <Field label={t.code} hint={t.codeHint} required>
          <TextInput
            value={code}
            className="mono"
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
            onChange={setCode}
          />
        </Field>
        <div>
          <Button type="submit" tone="primary" busy={busy} disabled={code.trim() === ''}>
            {t.look}
          </Button>
        </div>
      </form>
      <Refusal failure={failure} />
      <div aria-live="polite" style={{ marginTop: 24 }}>
        {found?.receipt === null && (
          <Notice tone="amber" icon="warn">
            {t.none}
          </Notice>
        )}
        {found?.receipt && (
          <ReceiptView
            key={found.code}
            receipt={found.receipt}
            code={found.code}
            onChange={(receipt) => setFound({ code: found.code, receipt })}
          />
        )}
      </div>
    </div>
  );
}

function ReceiptView({
  receipt,
  code,
  onChange,
}: {
  receipt: Receipt;
  code: string;
  onChange: (receipt: Receipt | null) => void;
}) {
  const t = useWords(receiptWords);
  const states = useWords(misconductStates);
  const subjects = useWords(misconductSubjects);
  const { list } = useWords(common);
  const open = receipt.due != null;
  return (
    <div className="stack" style={{ gap: 20 }}>
      <div className="row">
        <StatusTag tone={misconductTones[receipt.state]}>{states[receipt.state]}</StatusTag>
        <span>{subjects[receipt.subject]}</span>
      </div>
      <Facts
        facts={[
          { label: t.received, value: <When at={receipt.at} /> },
          ...(receipt.due == null
            ? []
            : [
                {
                  label: t.due,
                  value: (
                    <>
                      <Day on={receipt.due} />{' '}
                      {receipt.extended && <StatusTag tone="rest">{t.extended}</StatusTag>}
                    </>
                  ),
                },
              ]),
        ]}
      />
      {receipt.decision && (
        <Section title={receipt.state === 'NOT_ACCEPTED' ? t.refusal : t.decision}>
          <p className="prose">{receipt.decision}</p>
        </Section>
      )}
      {receipt.answer && (
        <Section title={t.answer}>
          <p className="prose">{receipt.answer}</p>
        </Section>
      )}
      <Section title={t.statement}>
        <p className="prose">{receipt.statement}</p>
        {receipt.files.length > 0 && <p className="quiet">{t.files(list(receipt.files))}</p>}
      </Section>
      <Notes notes={receipt.notes} t={t} />
      {open && <Supplement code={code} onChange={onChange} />}
    </div>
  );
}

function Supplement({ code, onChange }: { code: string; onChange: (receipt: Receipt | null) => void }) {
  const t = useWords(receiptWords);
  const r = useWords(reportWords);
  const toast = useToast();
  const supplement = useCommand(SupplementMisconductReportDocument);
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const submit = async (): Promise<void> => {
    const outcome = await supplement.run({ code, text, files: files.map(({ id }) => id) });
    if (!outcome.ok) return;
    setText('');
    setFiles([]);
    toast(t.sent);
    onChange(outcome.data.supplementMisconductReport.receipt ?? null);
  };
  return (
    <Section title={t.add}>
      <form
        className="stack"
        style={{ gap: 16 }}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ErrorsProvider value={supplement.failure?.violations ?? []}>
          <Field label={t.addText} path="text" required>
            <TextArea value={text} rows={5} max={5000} autoComplete="off" onChange={setText} />
          </Field>
          <Field label={r.files} path="files" optional group>
            <UploadList
              domain="challenges/misconduct"
              uncounted
              files={files}
              onChange={setFiles}
              max={10}
              hint={r.filesHint}
            />
          </Field>
        </ErrorsProvider>
        <Refusal failure={supplement.failure} />
        <div>
          <Button type="submit" tone="primary" busy={supplement.busy} disabled={text.trim() === ''}>
            {t.send}
          </Button>
        </div>
      </form>
    </Section>
  );
}
