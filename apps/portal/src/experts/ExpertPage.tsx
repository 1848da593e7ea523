import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { nameIn, useCodeTables, useNameOf } from '../api/city.js';
import { ActionRail } from '../design/ActionRail.js';
import { exactTime } from '../design/amounts.js';
import { DetailPage, Panel, Section } from '../design/DetailPage.js';
import { LoadedPage } from '../design/Loaded.js';
import { Notice, Skeleton } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Day } from '../design/Values.js';
import type { ExpertPageFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { Labels, Pairs, TextSection } from '../listings/parts.js';
import { invitationWords } from '../matches/invitationWords.js';
import { matchWords } from '../matches/words.js';
import { EntryHistory } from '../design/EntryHistory.js';
import { expertPast } from './actionWords.js';
import { ExpertDocument } from './documents.js';
import { Outputs, Relations } from './ExpertParts.js';
import type { ExpertForm } from './forms.js';
import {
  expertAvailabilities,
  expertModes,
  expertReaders,
  expertReasons,
  expertStates,
  expertTones,
} from './terms.js';
import { useExpertActions } from './useExpertActions.js';
import { expertWords } from './words.js';
import { common } from '../i18n/common.js';

const NeedsForExpert = lazy(() =>
  import('../matches/ExpertMatches.js').then((module) => ({ default: module.NeedsForExpert })),
);
const MyInvitations = lazy(() =>
  import('./MyInvitations.js').then((module) => ({ default: module.MyInvitations })),
);
const ExpertDialogs = lazy(() =>
  import('./ExpertDialogs.js').then((module) => ({ default: module.ExpertDialogs })),
);

/** One expert: what they work on, how to work with them, and, for those concerned, where they stand. */
export function ExpertPage() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({ query: ExpertDocument, variables: { id } });
  return (
    <LoadedPage
      result={result}
      value={result.data?.expert}
      cards={3}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
    >
      {(expert) => <Shown expert={expert} />}
    </LoadedPage>
  );
}

function Shown({ expert }: { expert: ExpertPageFragment }) {
  const t = useWords(expertWords);
  const m = useWords(matchWords);
  const i = useWords(invitationWords);
  const { list } = useWords(common);
  const nameOf = useNameOf();
  const states = useWords(expertStates);
  const modes = useWords(expertModes);
  const availabilities = useWords(expertAvailabilities);
  const past = useWords(expertPast);
  const tables = useCodeTables();
  const [form, setForm] = useState<ExpertForm | null>(null);
  const specs = useExpertActions(expert, setForm);
  const disciplines = expert.disciplines.map(({ code, name }) => nameIn(tables?.disciplines, code) || name);
  return (
    <DetailPage
      title={expert.name}
      crumbs={[{ label: t.title, to: '/experts' }]}
      eyebrow={
        <>
          <StatusTag tone={expertTones[expert.state]}>{states[expert.state]}</StatusTag>
          {expert.state === 'ACTIVE' && <span>{availabilities[expert.availability]}</span>}
          {expert.availabilityNote && <span className="quiet">{expert.availabilityNote}</span>}
        </>
      }
      lead={[expert.unitName, expert.position, expert.title].filter(Boolean).join(' · ')}
      facts={[
        {
          label: t.techField,
          value: list(expert.techFields.map(({ code, name }) => nameIn(tables?.techFields, code) || name)),
        },
        ...(expert.clusters.length > 0
          ? [
              {
                label: t.cluster,
                value: list(expert.clusters.map(({ code, name }) => nameOf('clusters', code, name))),
              },
            ]
          : []),
        ...(disciplines.length > 0 ? [{ label: t.disciplines, value: list(disciplines) }] : []),
        ...(expert.modes.length > 0
          ? [{ label: t.mode, value: list(expert.modes.map((mode) => modes[mode])) }]
          : []),
        ...(expert.degree ? [{ label: t.degree, value: expert.degree }] : []),
        ...(expert.admittedAt
          ? [{ label: t.admitted, value: <Day on={exactTime(expert.admittedAt).slice(0, 10)} /> }]
          : []),
      ]}
      actions={
        expert.availableActions.length > 0 && (
          <>
            <ActionRail available={expert.availableActions} specs={specs} />
            {form && (
              <Suspense>
                <ExpertDialogs expert={expert} form={form} onClose={() => setForm(null)} />
              </Suspense>
            )}
          </>
        )
      }
      aside={<Contact expert={expert} />}
    >
      <Standing expert={expert} />
      {expert.keywords.length > 0 && (
        <Section title={t.keywords}>
          <Labels values={expert.keywords} />
        </Section>
      )}
      <TextSection title={t.introduction} text={expert.introduction} />
      <TextSection title={t.achievements} text={expert.achievements} />
      {expert.mine && expert.admittedAt && (
        <Section title={i.mine} id="invitations">
          <Suspense fallback={<Skeleton cards={1} />}>
            <MyInvitations id={expert.id} />
          </Suspense>
        </Section>
      )}
      {expert.mine && expert.state === 'ACTIVE' && expert.visibility !== 'OFFICERS' && (
        <Section title={m.needsForMe} id="needs">
          <Suspense fallback={<Skeleton cards={2} />}>
            <NeedsForExpert id={expert.id} />
          </Suspense>
        </Section>
      )}
      <Outputs expert={expert} />
      <Relations expert={expert} onAct={setForm} />
      <EntryHistory
        title={t.timeline}
        note={t.timelineNote}
        entries={expert.timeline}
        nameOf={(action) => past[action] ?? action}
      />
    </DetailPage>
  );
}

/** Where the profile stands and why, for those whom it concerns. */
function Standing({ expert }: { expert: ExpertPageFragment }) {
  const t = useWords(expertWords);
  const reasons = useWords(expertReasons);
  if (expert.mine && expert.state === 'UNIT_CONSENT') return <Notice icon="clock">{t.waitingUnit}</Notice>;
  if (expert.mine && expert.state === 'REVIEW') return <Notice icon="clock">{t.waitingBureau}</Notice>;
  if (!expert.stateReason) return null;
  return (
    <Notice tone="amber" icon="warn">
      <strong>
        {t.reason}：{reasons[expert.stateReason]}
      </strong>
      {expert.stateNote && <p>{expert.stateNote}</p>}
      {expert.barredUntil && <p>{t.barred(expert.barredUntil)}</p>}
    </Notice>
  );
}

function Contact({ expert }: { expert: ExpertPageFragment }) {
  const t = useWords(expertWords);
  const readers = useWords(expertReaders);
  const hidden = expert.hidden.filter((field) => field !== 'phone' && field !== 'email').length;
  return (
    <Panel title={t.contact}>
      {expert.phone === '' && expert.email === '' && <p className="quiet">{t.contactHidden}</p>}
      <Pairs
        pairs={[
          expert.phone !== '' && [t.phone, expert.phone],
          expert.email !== '' && [t.email, expert.email],
          expert.privacy && [t.visibility, readers[expert.visibility]],
        ]}
      />
      {hidden > 0 && <p className="quiet">{t.hiddenNote(hidden)}</p>}
    </Panel>
  );
}

export { ExpertPage as Component };
