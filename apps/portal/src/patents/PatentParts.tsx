import { useState } from 'react';
import { Link } from 'react-router';
import { findAction } from '../api/actions.js';
import { Button } from '../design/Button.js';
import { DataTable, type Column } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { Notice } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Day, useYuanText } from '../design/Values.js';
import type { PatentPageFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { useSay } from '../i18n/say.js';
import { Pairs } from '../listings/parts.js';
import { patentActions } from './actionWords.js';
import type { PatentForm } from './forms.js';
import {
  feeStates,
  feeTones,
  licenceKinds,
  OVERDUE,
  patentStates,
  patentTones,
  warningKinds,
} from './terms.js';
import { patentWords } from './words.js';

interface Part {
  readonly patent: PatentPageFragment;
}
interface ActingPart extends Part {
  readonly onAct: (form: PatentForm) => void;
}

/** What the holder should see to, first on the page. */
export function Warnings({ patent }: Part) {
  const t = useWords(patentWords);
  const kinds = useWords(warningKinds);
  const say = useSay();
  if (!patent.warnings || patent.warnings.length === 0) return null;
  return (
    <Section title={t.warnings} id="warnings">
      <div className="stack">
        {patent.warnings.map(({ kind, dueOn, message }) => (
          <Notice key={`${kind}:${dueOn}`} tone="amber" icon={OVERDUE.includes(kind) ? 'warn' : 'clock'}>
            <strong>{kinds[kind]}</strong>
            <p>{say(message)}</p>
          </Notice>
        ))}
      </div>
    </Section>
  );
}

const NEXT_YEARS = 6;

export function FeeCalendar({ patent }: Part) {
  const t = useWords(patentWords);
  const states = useWords(feeStates);
  const money = useYuanText();
  const [all, setAll] = useState(false);
  const years = patent.feeCalendar ?? [];
  if (years.length === 0) return null;
  const open = years.findIndex(({ state }) => !['PAID', 'WITH_GRANT', 'NOT_REPORTED'].includes(state));
  const from = Math.max(0, (open < 0 ? years.length : open) - 1);
  const shown = all ? years : years.slice(from, from + NEXT_YEARS);
  return (
    <Section title={t.fees} id="fees">
      <DataTable
        caption={t.fees}
        rows={shown}
        keyOf={({ year }) => String(year)}
        columns={[
          {
            key: 'year',
            title: t.feeYear,
            render: ({ year }) => <span className="num">{t.yearNumber(year)}</span>,
          },
          { key: 'due', title: t.feeDue, render: ({ dueOn }) => <Day on={dueOn} /> },
          { key: 'late', title: t.feeLate, render: ({ lateUntil }) => <Day on={lateUntil} /> },
          {
            key: 'amount',
            title: t.feeAmount,
            render: ({ amount, surcharge }) => (
              <>
                <span className="num">{money(amount)}</span>{' '}
                {surcharge > 0 && <span className="quiet">{t.surcharge(money(surcharge))}</span>}
              </>
            ),
          },
          {
            key: 'state',
            title: t.feeState,
            render: ({ state }) => <StatusTag tone={feeTones[state]}>{states[state]}</StatusTag>,
          },
        ]}
      />
      <div className="spread">
        <p className="quiet">{t.feeSource}</p>
        {years.length > NEXT_YEARS && (
          <Button size="small" onClick={() => setAll(!all)}>
            {all ? t.fewerYears : t.allYears}
          </Button>
        )}
      </div>
    </Section>
  );
}

export function Licences({ patent, onAct }: ActingPart) {
  const t = useWords(patentWords);
  const a = useWords(patentActions);
  const kinds = useWords(licenceKinds);
  if (patent.licences.length === 0) return null;
  const may = (action: string): boolean => findAction(patent.availableActions, action)?.enabled === true;
  const columns: Column<PatentPageFragment['licences'][number]>[] = [
    { key: 'who', title: t.licensee, render: ({ licensee }) => licensee },
    { key: 'kind', title: t.licenceKind, render: ({ kind }) => kinds[kind] },
    {
      key: 'term',
      title: t.term,
      render: ({ effectiveOn, endsOn, endedOn, territory }) => (
        <span className="num">
          {effectiveOn} — {endsOn} {territory} {endedOn && t.ended(endedOn)}
        </span>
      ),
    },
    {
      key: 'filing',
      title: t.filing,
      render: ({ filedOn, filingNumber, fileBy }) =>
        filedOn ? t.filedAs(filingNumber, filedOn) : t.fileBy(fileBy),
    },
    {
      key: 'contract',
      title: t.contract,
      render: ({ contract }) =>
        contract ? <Link to={`/contracts/${contract.id}`}>{contract.title}</Link> : '—',
    },
    {
      key: 'act',
      title: a.act,
      render: ({ id, filedOn, endedOn }) => (
        <span className="row">
          {filedOn === null && may('fileLicence') && (
            <Button size="small" onClick={() => onAct({ kind: 'fileLicence', id })}>
              {a.fileLicence}
            </Button>
          )}
          {endedOn === null && may('endLicence') && (
            <Button size="small" onClick={() => onAct({ kind: 'endLicence', id })}>
              {a.endLicence}
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <Section title={t.licences} id="licences">
      <DataTable
        caption={t.licences}
        rows={patent.licences}
        keyOf={({ id }) => id}
        columns={may('endLicence') ? columns : columns.filter(({ key }) => key !== 'act')}
      />
    </Section>
  );
}

export function Pledges({ patent, onAct }: ActingPart) {
  const t = useWords(patentWords);
  const a = useWords(patentActions);
  if (patent.pledges.length === 0) return null;
  const may = findAction(patent.availableActions, 'releasePledge')?.enabled === true;
  return (
    <Section title={t.pledges}>
      <DataTable
        caption={t.pledges}
        rows={patent.pledges}
        keyOf={({ id }) => id}
        columns={[
          { key: 'who', title: t.pledgee, render: ({ pledgee }) => pledgee },
          { key: 'number', title: t.pledgeNumber, render: ({ registrationNumber }) => registrationNumber },
          { key: 'on', title: t.pledged, render: ({ registeredOn }) => <Day on={registeredOn} /> },
          {
            key: 'off',
            title: t.released,
            render: ({ id, releasedOn }) =>
              releasedOn ? (
                <Day on={releasedOn} />
              ) : may ? (
                <Button size="small" onClick={() => onAct({ kind: 'releasePledge', id })}>
                  {a.releasePledge}
                </Button>
              ) : (
                t.stands
              ),
          },
        ]}
      />
    </Section>
  );
}

export function OpenLicence({ patent: { openLicence: open } }: Part) {
  const t = useWords(patentWords);
  if (!open) return null;
  return (
    <Section title={t.openTitle} id="open-licence">
      <Pairs
        pairs={[
          [
            t.openFee,
            <span key="f" className="prose">
              {open.feeStandard}
            </span>,
          ],
          [t.openTerm, <Day key="e" on={open.endsOn} />],
          open.announcement !== '' && [t.announcement, open.announcement],
          open.evaluationReport !== '' && [t.evaluation, open.evaluationReport],
        ]}
      />
      <p className="quiet">{open.withdrawnOn ? t.openWithdrawn(open.withdrawnOn) : t.openHow}</p>
    </Section>
  );
}

export function History({ patent }: Part) {
  const t = useWords(patentWords);
  const states = useWords(patentStates);
  return (
    <Section title={t.history}>
      <DataTable
        caption={t.history}
        rows={patent.history}
        keyOf={({ state }, index) => `${state}:${index}`}
        columns={[
          {
            key: 'state',
            title: t.state,
            render: ({ state }) => <StatusTag tone={patentTones[state]}>{states[state]}</StatusTag>,
          },
          { key: 'on', title: t.since, render: ({ on }) => (on ? <Day on={on} /> : '—') },
          { key: 'note', title: t.note, render: ({ note }) => note || '—' },
        ]}
      />
    </Section>
  );
}

export function Family({ patent: { family } }: Part) {
  const t = useWords(patentWords);
  if (family.length === 0) return null;
  return (
    <Section title={t.family}>
      <DataTable
        caption={t.family}
        rows={family}
        keyOf={({ number }, index) => `${number}:${index}`}
        columns={[
          { key: 'office', title: t.office, render: ({ office }) => office },
          { key: 'number', title: t.number, render: ({ number }) => <span className="num">{number}</span> },
          { key: 'title', title: t.name, render: ({ title }) => title },
        ]}
      />
    </Section>
  );
}

export function Uses({ patent: { uses } }: Part) {
  const t = useWords(patentWords);
  if (uses.length === 0) return null;
  return (
    <Section title={t.uses}>
      <ul className="stack">
        {uses.map(({ result, title }, index) => (
          <li key={index}>{result ? <Link to={`/results/${result.id}`}>{title}</Link> : title}</li>
        ))}
      </ul>
    </Section>
  );
}
