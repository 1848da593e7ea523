import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useNameOf } from '../api/city.js';
import { useViewer } from '../api/viewer.js';
import { ActionRail } from '../design/ActionRail.js';
import { exactTime } from '../design/amounts.js';
import { DetailPage, Panel } from '../design/DetailPage.js';
import { LoadedPage } from '../design/Loaded.js';
import { Notice } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Day } from '../design/Values.js';
import type { BrokerPageFragment } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { Pairs, TextSection } from '../listings/parts.js';
import { EntryHistory } from '../design/EntryHistory.js';
import { DesignationPart } from '../register/DesignationPart.js';
import { designationWords } from '../register/designationWords.js';
import { PerformancePart } from '../register/PerformancePart.js';
import { Standing } from '../register/Standing.js';
import { intermediaryServices, registerStates, registerTones } from '../register/terms.js';
import { registerWords } from '../register/words.js';
import { brokerPast } from './actionWords.js';
import { BrokerDocument } from './documents.js';
import { BrokerCases } from './BrokerCases.js';
import { RatingsPart } from './RatingsPart.js';
import type { BrokerForm } from './brokerForms.js';
import { CredentialsPart, TrainingsPart } from './RecordsPart.js';
import { brokerLevels } from './recordWords.js';
import { recordSheetWords } from './recordSheetWords.js';
import { useBrokerActions } from './useBrokerActions.js';
import { brokerWords } from './words.js';

const BrokerDialogs = lazy(() =>
  import('./BrokerDialogs.js').then((module) => ({ default: module.BrokerDialogs })),
);

/** One broker: what they do and for whom, and, for those concerned, where the entry stands. */
export function BrokerPage() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({ query: BrokerDocument, variables: { id } });
  return (
    <LoadedPage
      result={result}
      value={result.data?.broker}
      cards={3}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
    >
      {(broker) => <Shown broker={broker} />}
    </LoadedPage>
  );
}

function Shown({ broker }: { broker: BrokerPageFragment }) {
  const t = useWords(brokerWords);
  const r = useWords(registerWords);
  const states = useWords(registerStates);
  const levels = useWords(brokerLevels);
  const services = useWords(intermediaryServices);
  const d = useWords(designationWords);
  const past = useWords(brokerPast);
  const nameOf = useNameOf();
  const { list } = useWords(common);
  const [form, setForm] = useState<BrokerForm | null>(null);
  const specs = useBrokerActions(broker, (kind) => setForm({ kind }));
  const names = (table: 'techFields' | 'clusters' | 'divisions', coded: BrokerPageFragment['clusters']) =>
    list(coded.map(({ code, name }) => nameOf(table, code, name)));
  return (
    <DetailPage
      title={broker.name}
      crumbs={[{ label: t.title, to: '/brokers' }]}
      eyebrow={
        <>
          <StatusTag tone={registerTones[broker.state]}>{states[broker.state]}</StatusTag>
          {broker.designation && <StatusTag tone="good">{d.badge}</StatusTag>}
          {broker.level && <strong>{levels[broker.level]}</strong>}
          {broker.partTime && <span>{t.partTime}</span>}
        </>
      }
      lead={[broker.organisationName, broker.position].filter(Boolean).join(' · ')}
      facts={[
        { label: r.services, value: list(broker.services.map((service) => services[service])) },
        {
          label: r.techField,
          value: names('techFields', broker.techFields),
        },
        ...(broker.clusters.length > 0
          ? [{ label: r.cluster, value: names('clusters', broker.clusters) }]
          : []),
        {
          label: r.divisions,
          value: broker.divisions.length === 0 ? r.wholeCity : names('divisions', broker.divisions),
        },
        ...(broker.admittedAt
          ? [{ label: r.admitted, value: <Day on={exactTime(broker.admittedAt).slice(0, 10)} /> }]
          : []),
      ]}
      actions={
        broker.availableActions.length > 0 && (
          <>
            <ActionRail available={broker.availableActions} specs={specs} />
            {form && (
              <Suspense>
                <BrokerDialogs broker={broker} form={form} onClose={() => setForm(null)} />
              </Suspense>
            )}
          </>
        )
      }
      aside={
        <>
          <Contact broker={broker} />
          <RecordSheet broker={broker} />
        </>
      }
    >
      {broker.mine && broker.state === 'CONSENT' && <Notice icon="clock">{t.waitingAgency}</Notice>}
      {broker.mine && broker.state === 'REVIEW' && <Notice icon="clock">{r.waitingBureau}</Notice>}
      <Standing entry={broker} />
      <TextSection title={t.profile} text={broker.introduction} />
      <CredentialsPart broker={broker} onAct={setForm} />
      <DesignationPart entry={broker} />
      <PerformancePart
        performance={broker.performance}
        cases={(figure) => <BrokerCases brokerId={broker.id} figure={figure} />}
      />
      <RatingsPart broker={broker} />
      <TrainingsPart broker={broker} onAct={setForm} />
      <EntryHistory
        title={r.timeline}
        note={t.timelineNote}
        entries={broker.timeline}
        nameOf={(action) => past[action] ?? action}
      />
    </DetailPage>
  );
}

/** 业绩材料, for whoever may read what it rests on. */
function RecordSheet({ broker: { id, timeline } }: { broker: BrokerPageFragment }) {
  const t = useWords(recordSheetWords);
  if (!timeline) return null;
  return (
    <Panel title={t.panel}>
      <p className="quiet">{t.panelText}</p>
      <Link to={`/brokers/${id}/record`}>{t.open}</Link>
    </Panel>
  );
}

function Contact({ broker: { phone, email } }: { broker: BrokerPageFragment }) {
  const r = useWords(registerWords);
  const { viewer } = useViewer();
  return (
    <Panel title={r.contact}>
      {!viewer && <p className="quiet">{r.signInForContact}</p>}
      <Pairs pairs={[phone !== '' && [r.phone, phone], email !== '' && [r.email, email]]} />
    </Panel>
  );
}

export { BrokerPage as Component };
