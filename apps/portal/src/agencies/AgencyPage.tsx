import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useNameOf } from '../api/city.js';
import { useViewer } from '../api/viewer.js';
import { ActionRail } from '../design/ActionRail.js';
import { exactTime } from '../design/amounts.js';
import { DetailPage, Panel, Section } from '../design/DetailPage.js';
import { LoadedPage } from '../design/Loaded.js';
import { Notice } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Day } from '../design/Values.js';
import type { AgencyPageFragment } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { Pairs, TextSection } from '../listings/parts.js';
import { DesignationPart } from '../register/DesignationPart.js';
import { designationWords } from '../register/designationWords.js';
import { EntryHistory } from '../design/EntryHistory.js';
import { PerformancePart } from '../register/PerformancePart.js';
import { RatingFigures } from '../register/RatingFigures.js';
import { Standing } from '../register/Standing.js';
import { intermediaryServices, registerStates, registerTones } from '../register/terms.js';
import { registerWords } from '../register/words.js';
import { agencyPast } from './actionWords.js';
import { AgencyCases, StaffPart } from './AgencyParts.js';
import { AgencyDocument } from './documents.js';
import type { AgencyForm } from './reasons.js';
import { SupportsPart } from './SupportsPart.js';
import { useAgencyActions } from './useAgencyActions.js';
import { agencyWords } from './words.js';

const AgencyDialogs = lazy(() =>
  import('./AgencyDialogs.js').then((module) => ({ default: module.AgencyDialogs })),
);

/** One agency: what it offers and by whom, and, for those concerned, where the entry stands. */
export function AgencyPage() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({ query: AgencyDocument, variables: { id } });
  return (
    <LoadedPage
      result={result}
      value={result.data?.agency}
      cards={3}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
    >
      {(agency) => <Shown agency={agency} />}
    </LoadedPage>
  );
}

function Shown({ agency }: { agency: AgencyPageFragment }) {
  const t = useWords(agencyWords);
  const r = useWords(registerWords);
  const d = useWords(designationWords);
  const states = useWords(registerStates);
  const past = useWords(agencyPast);
  const [form, setForm] = useState<AgencyForm | null>(null);
  const specs = useAgencyActions(agency, setForm);
  return (
    <DetailPage
      title={agency.name}
      crumbs={[{ label: t.title, to: '/agencies' }]}
      eyebrow={
        <>
          <StatusTag tone={registerTones[agency.state]}>{states[agency.state]}</StatusTag>
          {agency.designation && <StatusTag tone="good">{d.badge}</StatusTag>}
        </>
      }
      facts={useFacts(agency)}
      actions={
        agency.availableActions.length > 0 && (
          <>
            <ActionRail available={agency.availableActions} specs={specs} />
            {form && (
              <Suspense>
                <AgencyDialogs agency={agency} form={form} onClose={() => setForm(null)} />
              </Suspense>
            )}
          </>
        )
      }
      aside={<Contact agency={agency} />}
    >
      {agency.mine && agency.state === 'REVIEW' && <Notice icon="clock">{r.waitingBureau}</Notice>}
      <Standing entry={agency} />
      <TextSection title={t.profile} text={agency.introduction} />
      {agency.qualifications !== '' && <TextSection title={t.qualifications} text={agency.qualifications} />}
      <DesignationPart entry={agency} />
      <SupportsPart agency={agency} onAct={setForm} />
      <StaffPart agency={agency} />
      <PerformancePart
        performance={agency.performance}
        cases={(figure) => <AgencyCases agencyId={agency.id} figure={figure} />}
      />
      <Section title={t.ratings} id="ratings">
        <RatingFigures summary={agency.ratingSummary} />
      </Section>
      <EntryHistory
        title={r.timeline}
        note={t.timelineNote}
        entries={agency.timeline}
        nameOf={(action) => past[action] ?? action}
      />
    </DetailPage>
  );
}

function useFacts(agency: AgencyPageFragment) {
  const r = useWords(registerWords);
  const services = useWords(intermediaryServices);
  const nameOf = useNameOf();
  const { list } = useWords(common);
  const names = (table: 'techFields' | 'clusters' | 'divisions', coded: AgencyPageFragment['clusters']) =>
    list(coded.map(({ code, name }) => nameOf(table, code, name)));
  return [
    { label: r.services, value: list(agency.services.map((service) => services[service])) },
    { label: r.techField, value: names('techFields', agency.techFields) },
    ...(agency.clusters.length > 0 ? [{ label: r.cluster, value: names('clusters', agency.clusters) }] : []),
    {
      label: r.divisions,
      value: agency.divisions.length === 0 ? r.wholeCity : names('divisions', agency.divisions),
    },
    ...(agency.admittedAt
      ? [{ label: r.admitted, value: <Day on={exactTime(agency.admittedAt).slice(0, 10)} /> }]
      : []),
  ];
}

function Contact({ agency: { contact, phone, email, address, website } }: { agency: AgencyPageFragment }) {
  const r = useWords(registerWords);
  const t = useWords(agencyWords);
  const { viewer } = useViewer();
  return (
    <Panel title={r.contact}>
      {!viewer && <p className="quiet">{r.signInForContact}</p>}
      <Pairs
        pairs={[
          contact !== '' && [t.contact, contact],
          phone !== '' && [r.phone, phone],
          email !== '' && [r.email, email],
          address !== '' && [t.address, address],
          website !== '' && [
            t.website,
            <a key="website" href={website} target="_blank" rel="noopener noreferrer nofollow">
              {website}
            </a>,
          ],
        ]}
      />
    </Panel>
  );
}

export { AgencyPage as Component };
