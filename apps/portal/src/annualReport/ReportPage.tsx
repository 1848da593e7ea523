import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { findAction } from '../api/actions.js';
import { useCommand } from '../api/command.js';
import { ActionRail } from '../design/ActionRail.js';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { DetailPage, Facts, Panel, Section } from '../design/DetailPage.js';
import { Loaded } from '../design/Loaded.js';
import { Notice } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Timeline } from '../design/Timeline.js';
import { Day, When } from '../design/Values.js';
import type { AnnualReportFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import {
  AcceptAnnualReportDocument,
  AnnualReportDocument,
  ReturnAnnualReportDocument,
  SubmitAnnualReportDocument,
} from './documents.js';
import { Due } from './Due.js';
import { FigureValue } from './FigureValue.js';
import { ItemsForm, useItemsDraft } from './ItemsForm.js';
import { useReportGroup, useReportLabel } from './labels.js';
import { RecordsDialog } from './RecordsDialog.js';
import { reportTones } from './StandingsPage.js';
import { reportActs, reportWords } from './words.js';

type Report = AnnualReportFieldsFragment;
type Figure = Report['figures'][number];

/** 年度报告 of one unit and year. */
export function Component() {
  const { organisationId = '', year = '' } = useParams();
  const [result, ask] = useQuery({
    query: AnnualReportDocument,
    variables: { organisationId, year: Number(year) || 0 },
    requestPolicy: 'cache-and-network',
  });
  const report = result.data?.annualReport;
  return (
    <div className={report ? undefined : 'wrap'}>
      <Loaded page result={result} value={report} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(found) => <View key={found.id} report={found} />}
      </Loaded>
    </div>
  );
}

function Figures({ report, group }: { report: Report; group: string }) {
  const t = useWords(reportWords);
  const labelOf = useReportLabel();
  const groupOf = useReportGroup();
  const [open, setOpen] = useState<Figure | null>(null);
  return (
    <Section title={groupOf(group)} id={group}>
      <DataTable
        caption={groupOf(group)}
        rows={report.figures.filter(({ groupName }) => groupName === group)}
        keyOf={({ key }) => key}
        columns={[
          { key: 'label', title: t.figure, render: labelOf },
          {
            key: 'value',
            title: t.value,
            right: true,
            render: (figure) => (
              <>
                <FigureValue value={figure.value} unit={figure.unit} />
                {figure.value !== figure.current && (
                  <small className="quiet">
                    {' '}
                    {t.changed} <FigureValue value={figure.current} unit={figure.unit} />
                  </small>
                )}
                <Average of={figure} among={report.figures} />
              </>
            ),
          },
          {
            key: 'previous',
            title: t.previous,
            right: true,
            render: ({ previous, unit }) => <FigureValue value={previous} unit={unit} />,
          },
          {
            key: 'open',
            title: '',
            render: (figure) =>
              figure.current !== 0 && (
                <Button size="small" onClick={() => setOpen(figure)}>
                  {t.records}
                </Button>
              ),
          },
        ]}
      />
      {open && <RecordsDialog report={report} figure={open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

/** 平均每项合同金额, beside the amount of what was counted. */
function Average({ of, among }: { of: Figure; among: readonly Figure[] }) {
  const t = useWords(reportWords);
  if (!of.key.endsWith('.amount')) return null;
  const counted = among.find(({ key }) => key === of.key.replace(/amount$/, 'count'))?.value ?? 0;
  if (counted < 2) return null;
  return (
    <>
      <br />
      <small className="quiet">
        {t.average} <FigureValue value={Math.round(of.value / counted)} unit="FEN" />
      </small>
    </>
  );
}

function View({ report }: { report: Report }) {
  const t = useWords(reportWords);
  const acts = useWords(reportActs);
  const submit = useCommand(SubmitAnnualReportDocument);
  const sendBack = useCommand(ReturnAnnualReportDocument);
  const accept = useCommand(AcceptAnnualReportDocument);
  const { organisationId, year } = report;
  const draft = useItemsDraft(report);
  const version = Math.max(report.version, draft.version);
  const target = { organisationId, year, expectedVersion: version };
  const groups = [...new Set(report.figures.map(({ groupName }) => groupName))];
  const file = (format: string): string =>
    `/files/contracts/annual-reports/${organisationId}/${year}.${format}`;
  const writes = findAction(report.availableActions, 'edit') !== undefined;
  return (
    <DetailPage
      title={`${report.organisationName} · ${t.title} ${year}`}
      heading={`${report.organisationName} ${year}`}
      crumbs={[{ label: t.title, to: '/annual-reports' }]}
      eyebrow={
        <>
          <StatusTag tone={reportTones[report.state]}>{t.states[report.state]}</StatusTag>
          <span>{t.article}</span>
        </>
      }
      facts={
        report.submittedAt
          ? [
              {
                label: t.dueOn,
                value: report.state === 'RETURNED' ? <Due on={report.dueOn} /> : <Day on={report.dueOn} />,
              },
              { label: t.submittedAt, value: <When at={report.submittedAt} /> },
              { label: t.submittedBy, value: report.submittedByName ?? '—' },
            ]
          : [{ label: t.dueOn, value: <Due on={report.dueOn} /> }]
      }
      actions={
        <ActionRail
          available={report.availableActions}
          specs={{
            submit: {
              label: t.submit,
              tone: 'primary',
              confirm: t.submitAsk,
              done: t.submitted,
              run: async () => {
                // What is still typed belongs to what is handed in.
                const saved = await draft.flush();
                return submit.run({ ...target, expectedVersion: saved?.version ?? version });
              },
            },
            accept: {
              label: t.accept,
              tone: 'primary',
              confirm: t.acceptAsk,
              done: t.accepted,
              run: () => accept.run(target),
            },
            return: {
              label: t.return,
              tone: 'danger',
              reason: { label: t.returnReason, required: true, max: 1000 },
              done: t.returned,
              run: ({ reason }) => sendBack.run({ ...target, reason }),
            },
          }}
        />
      }
      aside={
        <Panel title={t.download}>
          <p className="row">
            {['xlsx', 'csv', 'json'].map((format) => (
              <a key={format} href={file(format)} download>
                {format.toUpperCase()}
              </a>
            ))}
          </p>
        </Panel>
      }
    >
      {report.returnReason && report.state === 'RETURNED' && (
        <Notice tone="amber" icon="warn">
          {t.returnedBecause(report.returnReason)}
        </Notice>
      )}
      {groups.map((group) => (
        <Figures key={group} report={report} group={group} />
      ))}
      <Section title={t.items} id="items">
        {writes ? <ItemsForm draft={draft} /> : <Items report={report} />}
      </Section>
      <Section title={t.history} id="history">
        <Timeline entries={report.timeline} nameOf={(action) => acts[action] ?? action} />
      </Section>
    </DetailPage>
  );
}

function Items({ report }: { report: Report }) {
  const labelOf = useReportLabel();
  return (
    <Facts
      facts={report.items.map(({ key, label, unit, number, text }) => ({
        label: labelOf({ key, label }),
        value: number == null ? (text ?? '—') : <FigureValue value={number} unit={unit} />,
      }))}
    />
  );
}
