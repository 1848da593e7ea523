import { Link } from 'react-router';
import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { Label } from '../design/StatusTag.js';
import { FileLinks } from '../design/UploadList.js';
import { Day, Money, When } from '../design/Values.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { Pairs } from '../listings/parts.js';
import {
  approvalKinds,
  documentKinds,
  enterpriseKinds,
  extensionCauses,
  indicatorOperators,
  offices,
  type Call,
} from './terms.js';
import { callWords } from './words.js';

interface Props {
  readonly call: Call;
}

/** 核心技术指标, each with what is asked and how it is tested. */
export function IndicatorsPart({ call }: Props) {
  const t = useWords(callWords);
  const operators = useWords(indicatorOperators);
  if (call.indicators.length === 0) return null;
  return (
    <Section title={t.indicators} id="indicators">
      <DataTable
        caption={t.indicators}
        rows={call.indicators}
        keyOf={({ code }) => code}
        columns={[
          {
            key: 'name',
            title: t.indicator,
            render: ({ name, core }) => (
              <span className="row" style={{ gap: 6 }}>
                {name} <Label>{core ? t.core : t.notCore}</Label>
              </span>
            ),
          },
          {
            key: 'asked',
            title: t.asked,
            render: ({ operator, target, upper, unit }) => (
              <span>
                {operators[operator]}{' '}
                <strong className="num">{upper == null ? target : `${target} – ${upper}`}</strong> {unit}
              </span>
            ),
          },
          { key: 'method', title: t.method, render: ({ method }) => method },
        ]}
      />
    </Section>
  );
}

/** What bids are judged by, who keeps the key, who answers for the call. */
export function PlanPart({ call }: Props) {
  const t = useWords(callWords);
  const kinds = useWords(offices);
  const papers = useWords(documentKinds);
  const { list, inBrackets } = useWords(common);
  const { plan } = call;
  if (!plan) return null;
  const custodians = plan.custodians.map(({ name, office }) => name + inBrackets(kinds[office]));
  return (
    <Section title={t.rules} id="rules">
      <DataTable
        caption={t.rules}
        rows={plan.criteria}
        keyOf={({ code }) => code}
        columns={[
          { key: 'name', title: t.criterion, render: ({ name }) => name },
          {
            key: 'points',
            title: t.points,
            right: true,
            render: ({ weight }) => <span className="num">{weight / 100}</span>,
          },
        ]}
      />
      <Pairs
        pairs={[
          [t.winnersLabel, t.winners(plan.winners)],
          plan.passLine != null && [t.passLineLabel, t.passLine(String(plan.passLine / 100))],
          plan.dropFrom != null && [t.dropLabel, t.dropFrom(plan.dropFrom)],
          plan.secondStage != null && [
            t.stagesLabel,
            t.reviewStages(
              plan.secondStage.advance,
              plan.secondStage.line == null ? null : String(plan.secondStage.line / 100),
              plan.secondStage.weight,
            ),
          ],
          plan.panelTimes > 1 && [t.panelLabel, t.panel(plan.judges ?? null, plan.panelTimes)],
          plan.undertakerName != null && [t.undertaker, plan.undertakerName],
          custodians.length > 0 && [
            t.custodians,
            <span key="k">
              {list(custodians)}
              <br />
              <small className="quiet">{t.threshold(plan.threshold, custodians.length)}</small>
            </span>,
          ],
          plan.office !== '' && [t.office, plan.office],
          plan.responsibleName != null && [t.responsible, plan.responsibleName],
          plan.supervisorName != null && [t.supervisor, plan.supervisorName],
          ...plan.documents.map(
            ({ kind, title, number, day, summary, files }) =>
              [
                papers[kind],
                <div key={title}>
                  {[title, number, day, summary].filter(Boolean).join(' · ')}
                  {files.length > 0 && <FileLinks files={files} />}
                </div>,
              ] as const,
          ),
        ]}
      />
    </Section>
  );
}

/** 延长记录. */
export function ExtensionsPart({ call }: Props) {
  const t = useWords(callWords);
  const causes = useWords(extensionCauses);
  if (call.extensions.length === 0) return null;
  return (
    <Section title={t.extensions}>
      <ul className="stack">
        {call.extensions.map(({ at, from, to, cause, reason }) => (
          <li key={at}>
            <strong>{causes[cause]}</strong> <When at={from} /> → <When at={to} />
            <p className="prose">{reason}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What the owner states of itself; for the bureaus and itself. */
export function StandingPart({ call }: Props) {
  const t = useWords(callWords);
  const kinds = useWords(enterpriseKinds);
  const { list } = useWords(common);
  const { standing } = call;
  if (!standing) return null;
  return (
    <Section title={t.standing}>
      <Pairs
        pairs={[
          standing.enterpriseKinds.length > 0 && [
            t.kinds,
            list(standing.enterpriseKinds.map((kind) => kinds[kind])),
          ],
          [t.revenue, <Money key="r" fen={standing.revenue} />],
          [t.rdCost, <Money key="c" fen={standing.rdCost} />],
          [t.rdCostBefore, <Money key="b" fen={standing.rdCostBefore} />],
          call.need != null && [
            t.need,
            <Link key="n" to={`/needs/${call.need.id}`}>
              {call.need.title}
            </Link>,
          ],
        ]}
      />
    </Section>
  );
}

/** 论证 and 审批; for the bureaus and the owner. */
export function ArgumentPart({ call }: Props) {
  const t = useWords(callWords);
  const kinds = useWords(approvalKinds);
  const { list } = useWords(common);
  const { argument, approvals, approvalsLeft } = call;
  return (
    <>
      {argument && (
        <Section title={t.argument}>
          <Pairs
            pairs={[
              [t.heldOn, <Day key="d" on={argument.heldOn} />],
              [t.experts, argument.experts],
              [t.verdicts[argument.verdict], argument.opinion],
            ]}
          />
        </Section>
      )}
      {(approvals.length > 0 || approvalsLeft.length > 0) && (
        <Section title={t.approvals}>
          <Pairs
            pairs={[
              ...approvals.map(
                ({ approval, document, day, opinion }) =>
                  [kinds[approval], [document, day, opinion].filter(Boolean).join(' · ')] as const,
              ),
              approvalsLeft.length > 0 && [t.approvalsLeft, list(approvalsLeft.map((kind) => kinds[kind]))],
            ]}
          />
        </Section>
      )}
    </>
  );
}
