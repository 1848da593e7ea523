import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useToday } from '../api/city.js';
import { useTitle } from '../api/title.js';
import { exactTime } from '../design/amounts.js';
import { Button } from '../design/Button.js';
import { DataTable, type Column } from '../design/DataTable.js';
import { Facts } from '../design/DetailPage.js';
import { Loaded } from '../design/Loaded.js';
import { Empty } from '../design/States.js';
import { Day, Money } from '../design/Values.js';
import type { BrokerPageFragment, BrokerRecordQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { performanceFigures } from '../register/performanceWords.js';
import { registerStates } from '../register/terms.js';
import { BrokerRecordDocument } from './ledgerDocuments.js';
import { brokerLevels, recordWords } from './recordWords.js';
import { recordSheetWords } from './recordSheetWords.js';
import css from './Record.module.css';

type Cases = BrokerRecordQuery['contracts'];

/** 业绩材料: what a broker hands in for a title, to be printed on A4; for the broker and the bureau in charge. */
export function Component() {
  const { id = '' } = useParams();
  const t = useWords(recordSheetWords);
  const [result, ask] = useQuery({
    query: BrokerRecordDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  return (
    <div className="wrap">
      <Loaded
        page
        result={result}
        value={result.data?.broker}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      >
        {(broker) =>
          // Outsiders read no history, nor what an entry rests on.
          broker.timeline && result.data ? (
            <Sheet broker={broker} contracts={result.data.contracts} signed={result.data.signed} />
          ) : (
            <Empty page icon="file" title={t.hidden}>
              {t.hiddenText}
            </Empty>
          )
        }
      </Loaded>
    </div>
  );
}

function Sheet({
  broker,
  contracts,
  signed,
}: {
  readonly broker: BrokerPageFragment;
  readonly contracts: Cases;
  readonly signed: Cases;
}) {
  const t = useWords(recordSheetWords);
  const levels = useWords(brokerLevels);
  const states = useWords(registerStates);
  const today = useToday();
  useTitle(t.title);
  const { designation, ratingSummary, trainingYears } = broker;
  return (
    <article className={css['sheet']}>
      <div className={css['tools']}>
        <Link to={`/brokers/${broker.id}`}>{t.back}</Link>
        <Button tone="primary" onClick={() => window.print()}>
          {t.print}
        </Button>
      </div>
      <h1>{t.title}</h1>
      <Facts
        facts={[
          { label: t.name, value: broker.name },
          { label: t.organisation, value: broker.organisationName },
          ...(broker.position ? [{ label: t.position, value: broker.position }] : []),
          { label: t.level, value: broker.level ? levels[broker.level] : t.none },
          { label: t.state, value: states[broker.state] },
          ...(broker.admittedAt
            ? [{ label: t.admitted, value: <Day on={exactTime(broker.admittedAt).slice(0, 10)} /> }]
            : []),
          ...(designation
            ? [{ label: t.designation, value: t.designatedUntil(designation.document, designation.until) }]
            : []),
        ]}
      />
      <Credentials broker={broker} />
      <Part
        title={t.training}
        rows={trainingYears.filter(({ confirmed }) => confirmed > 0)}
        keyOf={({ year }) => String(year)}
        columns={[
          { key: 'year', title: t.year, render: ({ year }) => year },
          { key: 'hours', title: t.hours, right: true, render: ({ confirmed }) => confirmed },
          { key: 'required', title: t.required, right: true, render: ({ required }) => required },
        ]}
      />
      <Courses broker={broker} />
      <Achievements broker={broker} />
      <CaseList title={t.contracts} cases={contracts} money />
      <CaseList title={t.signed} cases={signed} />
      <section aria-label={t.ratings}>
        <h2>{t.ratings}</h2>
        <p>
          {ratingSummary.average == null
            ? t.ratingsFew(ratingSummary.count, ratingSummary.shownFrom)
            : t.ratingsOf(ratingSummary.count, ratingSummary.average.toFixed(1))}
        </p>
      </section>
      <p className={css['foot']}>{t.foot(today)}</p>
    </article>
  );
}

function Part<R>({
  title,
  rows,
  keyOf,
  columns,
  after,
}: {
  readonly title: string;
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  readonly columns: readonly Column<R>[];
  readonly after?: ReactNode;
}) {
  const t = useWords(recordSheetWords);
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{t.noneOf}</p>
      ) : (
        <DataTable caption={title} rows={rows} keyOf={keyOf} columns={columns} />
      )}
      {after}
    </section>
  );
}

function Credentials({ broker }: { readonly broker: BrokerPageFragment }) {
  const t = useWords(recordSheetWords);
  const w = useWords(recordWords);
  const levels = useWords(brokerLevels);
  return (
    <Part
      title={t.credentials}
      rows={broker.credentials.filter(({ state }) => state === 'CONFIRMED')}
      keyOf={({ id }) => id}
      columns={[
        { key: 'level', title: w.level, render: ({ level }) => levels[level] },
        { key: 'number', title: w.number, render: ({ number }) => <span className="num">{number}</span> },
        { key: 'issuer', title: w.issuer, render: ({ issuer }) => issuer },
        { key: 'issued', title: w.issuedOn, render: ({ issuedOn }) => <Day on={issuedOn} /> },
        {
          key: 'valid',
          title: w.validTo,
          render: ({ validTo }) => (validTo ? <Day on={validTo} /> : w.noTerm),
        },
      ]}
    />
  );
}

function Courses({ broker }: { readonly broker: BrokerPageFragment }) {
  const t = useWords(recordSheetWords);
  const w = useWords(recordWords);
  return (
    <Part
      title={t.courses}
      rows={(broker.trainings ?? []).filter(({ state }) => state === 'CONFIRMED')}
      keyOf={({ id }) => id}
      columns={[
        { key: 'course', title: w.course, render: ({ course }) => course },
        { key: 'provider', title: w.provider, render: ({ provider }) => provider },
        { key: 'hours', title: w.hours, right: true, render: ({ hours }) => hours },
        { key: 'ended', title: w.endedOn, render: ({ endedOn }) => <Day on={endedOn} /> },
        { key: 'certificate', title: w.certificate, render: ({ certificate }) => certificate },
      ]}
    />
  );
}

function Achievements({ broker: { performance } }: { readonly broker: BrokerPageFragment }) {
  const t = useWords(recordSheetWords);
  const names = useWords(performanceFigures);
  const rows: readonly (readonly [name: string, value: ReactNode])[] = [
    [names.INTRODUCTIONS, performance.introductions],
    [names.DEALS, performance.deals],
    [names.SIGNED, performance.signed],
    [names.CONTRACTS, performance.contracts],
    ...(performance.contractAmount == null
      ? []
      : [[t.sum, <Money key="sum" fen={performance.contractAmount} />] as const]),
  ];
  return (
    <Part
      title={t.performance}
      rows={rows}
      keyOf={([name]) => name}
      columns={[
        { key: 'figure', title: t.figure, render: ([name]) => name },
        { key: 'value', title: t.value, right: true, render: ([, value]) => value },
      ]}
    />
  );
}

function CaseList({
  title,
  cases: { edges, totalCount },
  money = false,
}: {
  readonly title: string;
  readonly cases: Cases;
  readonly money?: boolean;
}) {
  const t = useWords(recordSheetWords);
  type Node = (typeof edges)[number]['node'];
  return (
    <Part
      title={title}
      rows={edges.map(({ node }) => node)}
      keyOf={({ id }) => id}
      columns={[
        { key: 'on', title: t.on, render: ({ on }) => <Day on={on} /> },
        {
          key: 'what',
          title: t.what,
          render: (node: Node) => node.title || (node.deal?.title ?? t.withheld),
        },
        {
          key: 'number',
          title: t.number,
          render: (node: Node) => <span className="num">{node.number || node.deal?.code}</span>,
        },
        ...(money
          ? [
              {
                key: 'sum',
                title: t.sum,
                right: true,
                render: ({ amount }: Node) => <Money fen={amount} />,
              },
            ]
          : []),
      ]}
      after={totalCount > edges.length && <p className="quiet">{t.more(totalCount - edges.length)}</p>}
    />
  );
}
