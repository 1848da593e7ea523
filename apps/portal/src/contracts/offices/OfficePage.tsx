import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useCommand } from '../../api/command.js';
import { nameIn, useCity } from '../../api/city.js';
import { ActionRail } from '../../design/ActionRail.js';
import { DataTable } from '../../design/DataTable.js';
import { DetailPage, Section } from '../../design/DetailPage.js';
import { InlineActions } from '../../design/InlineActions.js';
import { Loaded } from '../../design/Loaded.js';
import { StatusTag } from '../../design/StatusTag.js';
import { Timeline } from '../../design/Timeline.js';
import { Day } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import { EndStandInDocument, OfficesDocument } from './documents.js';
import { DeputyForm, OfficeForm } from './officeForms.js';
import { officeActs, officeWords } from './officeWords.js';
import { Cap, Delegation, type Office } from './parts.js';
import { common } from '../../i18n/common.js';

type StandIn = Office['standIns'][number];

function End({ standIn }: { standIn: StandIn }) {
  const t = useWords(officeWords);
  const end = useCommand(EndStandInDocument);
  return (
    <InlineActions
      available={standIn.availableActions}
      specs={{
        end: { label: t.end, confirm: t.endAsk, done: t.ended, run: () => end.run({ id: standIn.id }) },
      }}
    />
  );
}

function StandIns({ office }: { office: Office }) {
  const t = useWords(officeWords);
  if (office.standIns.length === 0) return <p className="quiet">{t.noStandIns}</p>;
  return (
    <DataTable
      caption={t.standIns}
      rows={office.standIns}
      keyOf={(standIn) => standIn.id}
      columns={[
        {
          key: 'standing',
          title: t.standing,
          render: ({ current }) => (
            <StatusTag tone={current ? 'good' : 'moving'}>{current ? t.current : t.coming}</StatusTag>
          ),
        },
        { key: 'absent', title: t.absent, render: ({ absentName }) => absentName },
        { key: 'deputy', title: t.deputy, render: ({ deputyName }) => deputyName },
        { key: 'from', title: t.from, render: ({ from }) => <Day on={from} /> },
        { key: 'until', title: t.until, render: ({ until }) => <Day on={until} /> },
        { key: 'reason', title: t.reason, render: ({ reason }) => reason },
        { key: 'act', title: '', render: (standIn) => <End standIn={standIn} /> },
      ]}
    />
  );
}

function View({ office }: { office: Office }) {
  const t = useWords(officeWords);
  const { list } = useWords(common);
  const acts = useWords(officeActs);
  const city = useCity();
  const [form, setForm] = useState<'save' | 'nameDeputy' | null>(null);
  return (
    <DetailPage
      title={office.name}
      crumbs={[{ label: t.offices, to: '/registration/offices' }]}
      eyebrow={
        <StatusTag tone={office.takesToday ? 'good' : 'ended'}>
          {office.takesToday ? t.takes : t.takesNot}
        </StatusTag>
      }
      facts={[
        { label: t.division, value: nameIn(city?.divisions, office.divisionCode) },
        { label: t.prefix, value: <span className="mono">{office.numberPrefix}</span> },
        { label: t.cap, value: <Cap office={office} /> },
        { label: t.delegation, value: <Delegation office={office} /> },
        { label: t.basis, value: office.basis },
      ]}
      actions={
        <ActionRail
          available={office.availableActions}
          specs={{
            save: { label: t.save, tone: 'primary', open: () => setForm('save') },
            nameDeputy: { label: t.nameDeputy, open: () => setForm('nameDeputy') },
          }}
        />
      }
    >
      <Section title={t.registrars} id="registrars">
        {office.registrars.length === 0 ? (
          <p className="quiet">{t.noRegistrars}</p>
        ) : (
          <p>{list(office.registrars.map(({ name }) => name))}</p>
        )}
      </Section>
      <Section title={t.standIns} id="stand-ins">
        <p className="quiet">{t.standInsIntro}</p>
        <StandIns office={office} />
      </Section>
      <Section title={t.history} id="history">
        <Timeline entries={office.timeline} nameOf={(action) => acts[action] ?? action} />
      </Section>
      {form === 'save' && <OfficeForm office={office} onClose={() => setForm(null)} />}
      {form === 'nameDeputy' && <DeputyForm office={office} onClose={() => setForm(null)} />}
    </DetailPage>
  );
}

/** One registry: its entry, its registrars, who stands in for whom, and who changed what. */
export function Component() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({ query: OfficesDocument, requestPolicy: 'cache-and-network' });
  const offices = result.data?.registrationOffices;
  const office = offices && (offices.find((entry) => entry.id === id) ?? null);
  return (
    <div className={office ? undefined : 'wrap'}>
      <Loaded result={result} value={office} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(found) => <View office={found} />}
      </Loaded>
    </div>
  );
}
