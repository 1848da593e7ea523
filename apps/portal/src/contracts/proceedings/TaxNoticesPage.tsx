import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useToday } from '../../api/city.js';
import { useCommand } from '../../api/command.js';
import { graphql } from '../../api/graphql.js';
import '../../api/page.js';
import { Button } from '../../design/Button.js';
import { DateInput } from '../../design/DateInput.js';
import { Field, TextInput } from '../../design/Field.js';
import { FormDialog } from '../../design/FormDialog.js';
import { useKept } from '../../design/kept.js';
import { TablePage } from '../../design/TablePage.js';
import { useListState } from '../../design/listState.js';
import { Empty } from '../../design/States.js';
import { Two } from '../../design/Two.js';
import { useFresh } from '../../design/useFresh.js';
import { Day } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import { DeadlineTag } from '../review/DeadlineTag.js';
import { RecordTaxNoticeDocument } from './commands.js';
import { RegistrationNav } from '../offices/RegistrationNav.js';
import { proceedingWords } from './words.js';
import './documents.js';

const NoticesDocument = graphql(`
  query TaxNotices($sent: Boolean, $text: String, $first: Int, $after: String, $last: Int, $before: String) {
    taxNotices(sent: $sent, text: $text, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          ...TaxNoticeFields
          deadline {
            dueOn
            workingDaysLeft
            colour
          }
          contract {
            id
            title
            registrationNumber
          }
        }
      }
    }
  }
`);

interface Waiting {
  readonly id: string;
  readonly version: number;
}

/** 记录已通知: to whom, by which document, when. */
function RecordDialog({ notice, onClose }: { notice: Waiting; onClose: () => void }) {
  const t = useWords(proceedingWords);
  const today = useToday();
  const record = useCommand(RecordTaxNoticeDocument);
  const [recipient, setRecipient] = useKept(`notice/${notice.id}`, 'recipient', '');
  const [documentNumber, setDocumentNumber] = useKept(`notice/${notice.id}`, 'documentNumber', '');
  const [sentOn, setSentOn] = useKept<string | null>(`notice/${notice.id}`, 'sentOn', today);
  return (
    <FormDialog
      kept={`notice/${notice.id}`}
      title={t.record}
      done={t.recordDone}
      onClose={onClose}
      disabled={sentOn === null}
      onSubmit={() =>
        record.run({
          id: notice.id,
          expectedVersion: notice.version,
          recipient,
          documentNumber,
          sentOn: sentOn ?? today,
        })
      }
    >
      <Field label={t.recipient} path="recipient" required>
        <TextInput value={recipient} onChange={setRecipient} />
      </Field>
      <Field label={t.sentDocument} path="documentNumber" required>
        <TextInput value={documentNumber} onChange={setDocumentNumber} />
      </Field>
      <Field label={t.sentOn} path="sentOn" required>
        <DateInput value={sentOn} max={today} onChange={setSentOn} />
      </Field>
    </FormDialog>
  );
}

const SORTS = ['DUE'] as const;
const SENT = 'sent';

/** 税务通知: what tax and finance are still to be told, and what they were told. */
export function Component() {
  const t = useWords(proceedingWords);
  const state = useListState(SORTS);
  const sent = state.values('progress')[0] === SENT;
  const [recording, setRecording] = useState<Waiting | null>(null);
  const [result, ask] = useQuery({
    query: NoticesDocument,
    variables: { ...state.paging, sent, text: state.text || null },
  });
  useFresh(ask);
  return (
    <>
      <TablePage
        title={t.notices}
        intro={t.noticesIntro}
        tabs={<RegistrationNav />}
        state={state}
        searchPlaceholder={t.noticeSearch}
        facets={[{ name: 'progress', label: t.progress, options: [{ value: SENT, label: t.sent }] }]}
        result={result}
        connection={result.data?.taxNotices}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'contract',
            title: t.project,
            render: (row) => (
              <Two under={row.contract.registrationNumber} mono>
                <Link to={`/proceedings/${row.proceedingId}/tax-notice`}>
                  {t.cause[row.cause]} · {row.contract.title}
                </Link>
              </Two>
            ),
          },
          { key: 'decidedOn', title: t.decidedOn, render: (row) => <Day on={row.decidedOn} /> },
          {
            key: 'due',
            title: sent ? t.sentOn : t.sendBy,
            render: (row) =>
              row.deadline ? <DeadlineTag deadline={row.deadline} /> : <Day on={row.sentOn} />,
          },
          {
            key: 'record',
            title: t.recipient,
            render: (row) =>
              row.state === 'SENT' ? (
                <Two under={row.documentNumber}>
                  <span>{row.recipient}</span>
                </Two>
              ) : (
                <Button size="small" onClick={() => setRecording(row)}>
                  {t.record}
                </Button>
              ),
          },
        ]}
        empty={<Empty title={t.noticesEmpty}>{t.noticesEmptyText}</Empty>}
      />
      {recording && <RecordDialog notice={recording} onClose={() => setRecording(null)} />}
    </>
  );
}
