import { indicatorOperators } from '../calls/terms.js';
import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { Violations } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import type { StoredFile } from '../design/upload.js';
import { FileLinks } from '../design/UploadList.js';
import { Day, Money, When } from '../design/Values.js';
import type { CallProjectFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { projectWords } from './words.js';

export type Project = CallProjectFieldsFragment;
export interface Props {
  readonly project: Project;
}

/** Files of a record, where it has any. */
export const Files = ({ files }: { readonly files: readonly StoredFile[] }) =>
  files.length === 0 ? null : <FileLinks files={files} />;

const VERDICT_TONES = { MET: 'good', NOT_MET: 'refused', NOT_MEASURED: 'rest' } as const;

/** 指标: what was asked, promised and measured, side by side. */
export function IndicatorsPart({ project }: Props) {
  const t = useWords(projectWords);
  const operators = useWords(indicatorOperators);
  const toneOf = (verdict: string) => VERDICT_TONES[verdict as keyof typeof VERDICT_TONES] ?? 'rest';
  const verdicts: Readonly<Record<string, string>> = t.verdicts;
  return (
    <Section title={t.indicators} id="indicators">
      <DataTable
        caption={t.indicators}
        rows={project.indicators}
        keyOf={({ indicator }) => indicator.code}
        columns={[
          {
            key: 'name',
            title: t.indicator,
            render: ({ indicator }) => (
              <>
                {indicator.core && '★ '}
                {indicator.name}
              </>
            ),
          },
          {
            key: 'asked',
            title: t.asked,
            render: ({ indicator }) => (
              <span className="num">
                {operators[indicator.operator]} {indicator.target}
                {indicator.upper != null && `–${indicator.upper}`} {indicator.unit}
              </span>
            ),
          },
          {
            key: 'promised',
            title: t.promised,
            render: ({ promised, promisedUpper }) => (
              <span className="num">
                {promised ?? '—'}
                {promisedUpper != null && `–${promisedUpper}`}
              </span>
            ),
          },
          {
            key: 'measured',
            title: t.measured,
            render: ({ measured }) => <span className="num">{measured ?? '—'}</span>,
          },
          {
            key: 'result',
            title: t.result,
            render: ({ ofCall }) => <StatusTag tone={toneOf(ofCall)}>{verdicts[ofCall] ?? ofCall}</StatusTag>,
          },
        ]}
      />
    </Section>
  );
}

const MILESTONE_TONES = { PASSED: 'good', RECTIFY: 'attention', FAILED: 'refused' } as const;

export function MilestonesPart({ project }: Props) {
  const t = useWords(projectWords);
  if (project.milestones.length === 0) return null;
  return (
    <Section title={t.milestones} id="milestones">
      <DataTable
        caption={t.milestones}
        rows={project.milestones}
        keyOf={({ id }) => id}
        columns={[
          { key: 'name', title: t.milestone, render: ({ id, name }) => `${id} ${name}` },
          { key: 'dueOn', title: t.dueOn, render: ({ dueOn }) => <Day on={dueOn} /> },
          {
            key: 'state',
            title: t.state,
            render: ({ verdict, report, overdue }) => (
              <>
                <StatusTag tone={verdict ? MILESTONE_TONES[verdict] : 'moving'}>
                  {verdict ? t.assessed[verdict] : report == null ? t.open : t.reported}
                </StatusTag>{' '}
                {overdue && <StatusTag tone="attention">{t.overdue}</StatusTag>}
              </>
            ),
          },
          {
            key: 'report',
            title: t.note,
            render: ({ report, evidence, opinion, files }) => (
              <>
                {report != null && <div className="prose">{report}</div>}
                {evidence != null && <div className="quiet">{evidence}</div>}
                <Files files={files} />
                {opinion != null && <div>{opinion}</div>}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** 资金: for the sides and the bureau. */
export function MoneyPart({ project }: Props) {
  const t = useWords(projectWords);
  const { money } = project;
  if (!money) return null;
  return (
    <Section title={t.money} id="money">
      <p>
        {t.appropriated} <Money fen={money.appropriated} /> · {t.paid} <Money fen={money.paid} /> ·{' '}
        {t.available} <Money fen={money.available} /> · {t.ownerPaid} <Money fen={money.ownerPaid} />
      </p>
      {money.instalments.length > 0 && (
        <DataTable
          caption={t.instalment}
          rows={money.instalments}
          keyOf={({ id }) => id}
          columns={[
            { key: 'id', title: t.instalment, render: ({ id }) => id },
            { key: 'amount', title: t.amount, right: true, render: ({ amount }) => <Money fen={amount} /> },
            { key: 'waits', title: t.waitsFor, render: ({ milestoneId }) => milestoneId ?? t.onSigning },
            {
              key: 'state',
              title: t.state,
              render: ({ id, paid, violations }) => (
                <>
                  {paid && <StatusTag tone="good">{t.isPaid}</StatusTag>}
                  {money.requested === id && (
                    <>
                      <StatusTag tone="attention">{t.requested}</StatusTag>
                      <Files files={money.requestedFiles} />
                    </>
                  )}
                  {!paid && violations.length > 0 && <Violations violations={violations} />}
                </>
              ),
            },
          ]}
        />
      )}
      {money.entries.length > 0 && (
        <DataTable
          caption={t.ledger}
          rows={money.entries}
          keyOf={({ voucher, kind }, at) => `${kind}.${voucher}.${at}`}
          columns={[
            { key: 'day', title: t.day, render: ({ day }) => <Day on={day} /> },
            { key: 'kind', title: t.ledger, render: ({ kind }) => t.kinds[kind] },
            { key: 'amount', title: t.amount, right: true, render: ({ amount }) => <Money fen={amount} /> },
            { key: 'instalment', title: t.instalment, render: ({ instalment }) => instalment ?? '—' },
            {
              key: 'voucher',
              title: t.voucher,
              render: ({ voucher, files }) => (
                <>
                  {voucher}
                  <Files files={files} />
                </>
              ),
            },
          ]}
        />
      )}
      {money.ownerPayments.length > 0 && (
        <DataTable
          caption={t.receipts}
          rows={money.ownerPayments}
          keyOf={({ receipt }) => receipt}
          columns={[
            { key: 'day', title: t.day, render: ({ day }) => <Day on={day} /> },
            { key: 'amount', title: t.receipts, right: true, render: ({ amount }) => <Money fen={amount} /> },
            {
              key: 'receipt',
              title: t.receipt,
              render: ({ receipt, files }) => (
                <>
                  {receipt}
                  <Files files={files} />
                </>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}

/** 任务书: the signed copy, for the sides and the bureau. */
export function TaskBookPart({ project }: Props) {
  const t = useWords(projectWords);
  if (project.taskBookFiles.length === 0) return null;
  return (
    <Section title={t.taskBook} id="task-book">
      <Files files={project.taskBookFiles} />
    </Section>
  );
}

/** Inspections, changes, acceptance and exemption, as far as there are any. */
export function RecordsPart({ project }: Props) {
  const t = useWords(projectWords);
  const { inspections, changes, acceptance, exemption } = project;
  return (
    <>
      {inspections.length > 0 && (
        <Section title={t.inspections}>
          {inspections.map(({ day, findings, rectifyBy, files }, at) => (
            <div key={`${day}.${at}`}>
              <p className="prose">
                <Day on={day} /> · {findings}
                {rectifyBy != null && ` · ${t.rectifyBy(rectifyBy)}`}
              </p>
              <Files files={files} />
            </div>
          ))}
        </Section>
      )}
      {changes.length > 0 && (
        <Section title={t.changes}>
          {changes.map(({ kind, reason, files, formerName, successorName }, at) => (
            <div key={`${kind}.${at}`}>
              <p className="prose">
                {t.changeKinds[kind]}
                {successorName != null && ` ${t.replaced(formerName ?? '', successorName)}`} · {reason}
              </p>
              <Files files={files} />
            </div>
          ))}
        </Section>
      )}
      {acceptance && (
        <Section title={t.acceptance}>
          <p>
            <When at={acceptance.appliedAt} />
          </p>
          <p className="prose">{acceptance.summary}</p>
          <Files files={acceptance.files} />
          {acceptance.userReport != null && (
            <p className="prose">
              {t.userReport} · {acceptance.userSatisfied ? t.satisfied : t.unsatisfied} ·{' '}
              {acceptance.userReport}
            </p>
          )}
          <Files files={acceptance.userFiles} />
          {acceptance.opinion !== '' && <p className="prose">{acceptance.opinion}</p>}
          <Files files={acceptance.conclusionFiles} />
          {acceptance.rectifyBy != null && <p>{t.rectifyBy(acceptance.rectifyBy)}</p>}
        </Section>
      )}
      {exemption && (
        <Section title={t.exemption}>
          {[
            exemption.facts,
            exemption.records,
            exemption.expertOpinion,
            exemption.review,
            exemption.conclusion,
          ]
            .filter((text) => text !== '')
            .map((text) => (
              <p key={text} className="prose">
                {text}
              </p>
            ))}
          <Files files={exemption.files} />
          {exemption.exempt != null && (
            <StatusTag tone={exemption.exempt ? 'good' : 'refused'}>
              {exemption.exempt ? t.exempt : t.notExempt}
            </StatusTag>
          )}
        </Section>
      )}
    </>
  );
}
