import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { findAction } from '../../api/actions.js';
import { useCommand } from '../../api/command.js';
import { Button } from '../../design/Button.js';
import { DateInput } from '../../design/DateInput.js';
import { Section } from '../../design/DetailPage.js';
import { Field, SelectInput, TextArea } from '../../design/Field.js';
import { FormDialog } from '../../design/FormDialog.js';
import { useKept } from '../../design/kept.js';
import { Loaded } from '../../design/Loaded.js';
import { Label } from '../../design/StatusTag.js';
import type { StoredFile } from '../../design/upload.js';
import { FileLinks, UploadList } from '../../design/UploadList.js';
import { Day, When } from '../../design/Values.js';
import type { DealContactMode } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom } from '../../listings/terms.js';
import { dealLabels } from '../labels.js';
import { ContactsDocument, RecordContactDocument } from '../talkDocuments.js';
import { talkWords } from '../talkWords.js';
import type { Deal, DealFormProps } from '../types.js';
import { uploadTo } from '../uploadTo.js';
import css from './Talk.module.css';

const PAGE = 20;

function ContactForm({ deal, onClose }: DealFormProps) {
  const t = useWords(talkWords);
  const labels = useWords(dealLabels);
  const record = useCommand(RecordContactDocument);
  const [heldOn, setHeldOn] = useKept<string | null>('contact', 'heldOn', null);
  const [mode, setMode] = useKept<string>('contact', 'mode', 'MEETING');
  const [participants, setParticipants] = useKept('contact', 'participants', '');
  const [summary, setSummary] = useKept('contact', 'summary', '');
  const [outcome, setOutcome] = useKept('contact', 'outcome', '');
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const submit = () =>
    record.run({
      dealId: deal.id,
      heldOn: heldOn ?? '',
      mode: mode as DealContactMode,
      participants,
      summary,
      outcome,
      fileIds: files.map((file) => file.id),
    });
  return (
    <FormDialog
      kept="contact"
      title={t.record}
      done={t.recorded}
      onClose={onClose}
      onSubmit={submit}
      disabled={!heldOn}
    >
      <Field label={t.heldOn} path="heldOn" required>
        <DateInput value={heldOn} onChange={setHeldOn} />
      </Field>
      <Field label={t.mode} path="mode" required>
        <SelectInput value={mode} choices={choicesFrom(labels.contact)} onChange={setMode} />
      </Field>
      <Field label={t.participants} path="participants" required>
        <TextArea value={participants} rows={2} max={500} onChange={setParticipants} />
      </Field>
      <Field label={t.summary} path="summary" required>
        <TextArea value={summary} max={5000} onChange={setSummary} />
      </Field>
      <Field label={t.outcome} path="outcome" optional>
        <TextArea value={outcome} rows={2} onChange={setOutcome} />
      </Field>
      <Field label={t.attach} path="fileIds" optional>
        <UploadList domain={uploadTo(deal.id)} files={files} onChange={setFiles} max={10} />
      </Field>
    </FormDialog>
  );
}

/** 对接记录: when, how and with whom the sides met. */
export function Contacts({ deal }: { deal: Deal }) {
  const t = useWords(talkWords);
  const labels = useWords(dealLabels);
  const [first, setFirst] = useState(PAGE);
  const [recording, setRecording] = useState(false);
  const context = useMemo(() => ({ additionalTypenames: ['DealContact'] }), []);
  const [result, ask] = useQuery({ query: ContactsDocument, variables: { dealId: deal.id, first }, context });
  const action = findAction(deal.availableActions, 'recordContact');
  return (
    <Section title={t.contacts} id="contacts">
      <div className="spread">
        <p className="quiet">{t.contactsIntro}</p>
        {action?.enabled && (
          <Button icon="plus" onClick={() => setRecording(true)}>
            {t.record}
          </Button>
        )}
      </div>
      <Loaded
        result={result}
        value={result.data?.dealContacts}
        cards={2}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      >
        {(contacts) => (
          <>
            {contacts.edges.length === 0 && <p>{t.noContacts}</p>}
            <ol className={css['entries']}>
              {contacts.edges.map(({ node }) => (
                <li key={node.id} className={css['entry']}>
                  <div className="row">
                    <strong>
                      <Day on={node.heldOn} />
                    </strong>
                    <Label>{labels.contact[node.mode]}</Label>
                    <span>{node.participants}</span>
                  </div>
                  <p className="prose">{node.summary}</p>
                  {node.outcome && (
                    <p className="prose">
                      <strong>{t.outcome}</strong> {node.outcome}
                    </p>
                  )}
                  {node.files.length > 0 && <FileLinks files={node.files} />}
                  <span className={css['meta']}>
                    {t.by(node.recordedByName, node.organisationName)} · <When at={node.at} />
                  </span>
                </li>
              ))}
            </ol>
            {contacts.pageInfo.hasNextPage && first < 100 && (
              <Button onClick={() => setFirst(Math.min(100, first + PAGE))}>{t.more}</Button>
            )}
          </>
        )}
      </Loaded>
      {recording && <ContactForm deal={deal} onClose={() => setRecording(false)} />}
    </Section>
  );
}
