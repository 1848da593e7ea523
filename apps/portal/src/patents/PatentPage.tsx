import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useNameOf } from '../api/city.js';
import { ActionRail } from '../design/ActionRail.js';
import { DetailPage, Panel, Section } from '../design/DetailPage.js';
import { LoadedPage } from '../design/Loaded.js';
import { Notice, Skeleton } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { EntryHistory } from '../design/EntryHistory.js';
import { Term } from '../design/Tip.js';
import { Day } from '../design/Values.js';
import type { PatentPageFragment } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { Labels, Pairs, TextSection } from '../listings/parts.js';
import { matchWords } from '../matches/words.js';
import { patentPast } from './actionWords.js';
import { PatentDocument } from './documents.js';
import type { PatentForm } from './forms.js';
import {
  Family,
  FeeCalendar,
  History,
  Licences,
  OpenLicence,
  Pledges,
  Uses,
  Warnings,
} from './PatentParts.js';
import { patentKinds, patentStates, patentTones } from './terms.js';
import { usePatentActions } from './usePatentActions.js';
import { patentWords } from './words.js';

const NeedsForPatent = lazy(() =>
  import('../matches/PatentMatches.js').then((module) => ({ default: module.NeedsForPatent })),
);
const PatentDialogs = lazy(() =>
  import('./PatentDialogs.js').then((module) => ({ default: module.PatentDialogs })),
);

/** One patent: what it is, where it stands, what is due, and who may use it. */
export function PatentPage() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({ query: PatentDocument, variables: { id } });
  return (
    <LoadedPage
      result={result}
      value={result.data?.patent}
      cards={3}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
    >
      {(patent) => <Shown patent={patent} />}
    </LoadedPage>
  );
}

function Shown({ patent }: { patent: PatentPageFragment }) {
  const t = useWords(patentWords);
  const c = useWords(common);
  const kinds = useWords(patentKinds);
  const states = useWords(patentStates);
  const m = useWords(matchWords);
  const past = useWords(patentPast);
  const nameOf = useNameOf();
  const [form, setForm] = useState<PatentForm | null>(null);
  const specs = usePatentActions(patent, setForm);
  return (
    <DetailPage
      title={patent.title}
      crumbs={[{ label: t.title, to: '/patents' }]}
      eyebrow={
        <>
          <StatusTag tone={patentTones[patent.state]}>{states[patent.state]}</StatusTag>
          {patent.openLicence?.active && <StatusTag tone="moving">{t.openLicence}</StatusTag>}
          <span className="num">{patent.displayNumber}</span>
          <span>{kinds[patent.kind]}</span>
        </>
      }
      facts={[
        { label: t.owners, value: c.list(patent.owners) },
        { label: t.inventors, value: c.list(patent.inventors) },
        { label: t.filed, value: <Day on={patent.filedOn} /> },
        { label: t.granted, value: patent.grantedOn ? <Day on={patent.grantedOn} /> : '—' },
        {
          label: <Term explanation={t.termExplanation}>{t.expires}</Term>,
          value: <Day on={patent.expiresOn} />,
        },
        { label: t.holder, value: patent.holderName },
      ]}
      actions={
        patent.availableActions.length > 0 && (
          <>
            <ActionRail available={patent.availableActions} specs={specs} />
            {form && (
              <Suspense>
                <PatentDialogs patent={patent} form={form} onClose={() => setForm(null)} />
              </Suspense>
            )}
          </>
        )
      }
      aside={
        <Panel title={t.reference}>
          <Pairs
            pairs={[
              [t.applicants, c.list(patent.applicants)],
              patent.ipc.length > 0 && [
                t.ipc,
                <span key="ipc" className="num">
                  {c.list(patent.ipc)}
                </span>,
              ],
              [t.published, patent.publishedOn ? <Day key="p" on={patent.publishedOn} /> : '—'],
              patent.publicationNumber !== '' && [t.publication, patent.publicationNumber],
              patent.termNote !== '' && [t.termNote, patent.termNote],
              patent.keywords.length > 0 && [t.keywords, <Labels key="k" values={patent.keywords} />],
              [t.techField, nameOf('techFields', patent.techField, patent.techFieldName) ?? c.notStated],
              [t.cluster, nameOf('clusters', patent.cluster, patent.clusterName) ?? c.notStated],
              [t.place, nameOf('divisions', patent.divisionCode, patent.divisionName)],
            ]}
          />
        </Panel>
      }
    >
      {!patent.open && <Notice icon="shield">{t.unpublished}</Notice>}
      <Warnings patent={patent} />
      <TextSection title={t.summary} text={patent.summary} />
      <OpenLicence patent={patent} />
      <FeeCalendar patent={patent} />
      <Licences patent={patent} onAct={setForm} />
      <Pledges patent={patent} onAct={setForm} />
      <History patent={patent} />
      <Family patent={patent} />
      <Uses patent={patent} />
      {patent.open && patent.timeline && (
        <Section title={m.matchedNeeds} id="needs">
          <Suspense fallback={<Skeleton cards={2} />}>
            <NeedsForPatent id={patent.id} />
          </Suspense>
        </Section>
      )}
      <EntryHistory
        title={t.timeline}
        note={t.timelineNote}
        entries={patent.timeline}
        nameOf={(action) => past[action] ?? action}
      />
    </DetailPage>
  );
}

export { PatentPage as Component };
