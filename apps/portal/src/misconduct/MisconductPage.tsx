import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { ActionRail, type ActionSpec } from '../design/ActionRail.js';
import { DetailPage, Section, type Fact } from '../design/DetailPage.js';
import { Loaded } from '../design/Loaded.js';
import { StatusTag } from '../design/StatusTag.js';
import { Timeline, type TimelineItem } from '../design/Timeline.js';
import { FileLinks } from '../design/UploadList.js';
import { Day, When } from '../design/Values.js';
import type { MisconductReportFieldsFragment } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import {
  AcceptMisconductDocument,
  AskReporterDocument,
  ExtendMisconductDocument,
  InvestigateMisconductDocument,
  RefuseMisconductDocument,
} from './commands.js';
import { ConcludeDialog } from './ConcludeDialog.js';
import { MisconductReportDocument } from './documents.js';
import { Notes } from './Notes.js';
import { misconductConcerns, misconductStates, misconductSubjects, misconductTones } from './terms.js';
import { deskWords, misconductActs } from './words.js';

type Report = MisconductReportFieldsFragment;

/** One report, for who handles it. */
export function Component() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({
    query: MisconductReportDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const report = result.data?.misconductReport;
  return (
    <div className={report ? undefined : 'wrap'}>
      <Loaded page result={result} value={report} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(found) => <ReportView key={found.id} report={found} />}
      </Loaded>
    </div>
  );
}

function useFacts(report: Report): Fact[] {
  const t = useWords(deskWords);
  const concerns = useWords(misconductConcerns);
  const { list } = useWords(common);
  const named = report.named.map(({ name, unit }) => [name, unit].filter(Boolean).join(' · '));
  return [
    {
      label: t.call,
      value:
        report.callId == null ? (
          t.noCall
        ) : (
          <Link to={`/calls/${report.callId}`}>{`${report.callCode} ${report.callTitle}`}</Link>
        ),
    },
    ...(report.projectId == null
      ? []
      : [{ label: t.project, value: <Link to={`/call-projects/${report.projectId}`}>{t.project}</Link> }]),
    {
      label: t.reporter,
      value: report.signed ? (
        <>
          {report.name} <span className="num">{report.contact}</span>
        </>
      ) : (
        t.anonymous
      ),
    },
    ...(report.concerns.length > 0
      ? [{ label: t.concerns, value: list(report.concerns.map((one) => concerns[one])) }]
      : []),
    ...(named.length > 0 ? [{ label: t.named, value: list(named) }] : []),
    { label: t.at, value: <When at={report.at} /> },
    { label: t.acceptBy, value: <Day on={report.acceptBy} /> },
    ...(report.concludeBy == null ? [] : [{ label: t.concludeBy, value: <Day on={report.concludeBy} /> }]),
    ...(report.handlerName == null ? [] : [{ label: t.handler, value: report.handlerName }]),
  ];
}

function ReportView({ report }: { report: Report }) {
  const t = useWords(deskWords);
  const subjects = useWords(misconductSubjects);
  const states = useWords(misconductStates);
  const acts = useWords(misconductActs);
  const facts = useFacts(report);
  const said = (title: string, text: string, hint: string) =>
    text === '' ? null : (
      <Section title={title}>
        <p className="prose">{text}</p>
        <p className="quiet">{hint}</p>
      </Section>
    );
  return (
    <DetailPage
      title={subjects[report.subject]}
      crumbs={[{ label: t.title, to: '/misconduct' }]}
      eyebrow={
        <>
          <StatusTag tone={misconductTones[report.state]}>{states[report.state]}</StatusTag>
          {report.overdue && <StatusTag tone="refused">{t.overdue}</StatusTag>}
        </>
      }
      facts={facts}
      actions={<Actions report={report} />}
    >
      <Section title={t.statement}>
        <p className="prose">{report.statement}</p>
      </Section>
      {report.files.length > 0 && (
        <Section title={t.files}>
          <FileLinks files={report.files} />
        </Section>
      )}
      <Notes notes={report.notes} t={t} />
      {said(report.state === 'NOT_ACCEPTED' ? t.refusal : t.decision, report.decision, t.reporterReads)}
      {said(t.finding, report.finding, t.deskReads)}
      {said(t.measures, report.measures, t.deskReads)}
      {said(t.answer, report.answer, t.reporterReads)}
      <Section title={t.history} id="history">
        <Timeline entries={report.timeline.map(ofReporter(t.stranger))} nameOf={(act) => acts[act] ?? act} />
      </Section>
    </DetailPage>
  );
}

const BY_REPORTER = ['fileMisconductReport', 'supplementMisconductReport'];

/** What a stranger did is nobody's, and was not done by the platform. */
const ofReporter =
  (stranger: string) =>
  (entry: TimelineItem): TimelineItem =>
    entry.actor == null && BY_REPORTER.includes(entry.action)
      ? { ...entry, actor: { displayName: stranger } }
      : entry;

function Actions({ report }: { report: Report }) {
  const t = useWords(deskWords);
  const accept = useCommand(AcceptMisconductDocument);
  const refuse = useCommand(RefuseMisconductDocument);
  const investigate = useCommand(InvestigateMisconductDocument);
  const extend = useCommand(ExtendMisconductDocument);
  const ask = useCommand(AskReporterDocument);
  const [concluding, setConcluding] = useState(false);
  const target = { id: report.id, expectedVersion: report.version };
  const spec = (
    label: string,
    field: string,
    hint: string,
    done: string,
    run: (opinion: string) => ReturnType<NonNullable<ActionSpec['run']>>,
    tone?: ActionSpec['tone'],
  ): ActionSpec => ({
    label,
    done,
    ...(tone && { tone }),
    reason: { label: field, hint, required: true, max: 5_000, path: 'opinion' },
    run: ({ reason }) => run(reason),
  });
  return (
    <>
      <ActionRail
        available={report.availableActions}
        specs={{
          accept: spec(
            t.accept,
            t.decision,
            t.reporterReads,
            t.accepted,
            (opinion) => accept.run({ ...target, opinion }),
            'primary',
          ),
          investigate: spec(
            t.investigate,
            t.arrangement,
            t.deskReads,
            t.investigating,
            (opinion) => investigate.run({ ...target, opinion }),
            'primary',
          ),
          conclude: { label: t.conclude, tone: 'primary', open: () => setConcluding(true) },
          ask: spec(t.ask, t.question, t.reporterReads, t.asked, (opinion) =>
            ask.run({ ...target, opinion }),
          ),
          extend: spec(t.extend, t.extension, t.deskReads, t.extended, (opinion) =>
            extend.run({ ...target, opinion }),
          ),
          refuse: spec(
            t.refuse,
            t.refusal,
            t.reporterReads,
            t.refused,
            (opinion) => refuse.run({ ...target, opinion }),
            'danger',
          ),
        }}
      />
      {concluding && <ConcludeDialog report={report} onClose={() => setConcluding(false)} />}
    </>
  );
}
