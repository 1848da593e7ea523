import { findAction } from '../api/actions.js';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { Figure, Figures } from '../design/Figure.js';
import { StatusTag } from '../design/StatusTag.js';
import { FileLink } from '../design/UploadList.js';
import { Day } from '../design/Values.js';
import type { BrokerPageFragment, RecordState } from '../gql/graphql.js';
import { useSource } from '../design/useSource.js';
import { useWords } from '../i18n/index.js';
import type { BrokerForm } from './brokerForms.js';
import { brokerLevels, recordStates, recordTones, recordWords } from './recordWords.js';

type Credential = BrokerPageFragment['credentials'][number];

interface Part {
  readonly broker: BrokerPageFragment;
  readonly onAct: (form: BrokerForm) => void;
}

const may = ({ availableActions }: BrokerPageFragment, action: string): boolean =>
  findAction(availableActions, action)?.enabled ?? false;

/** 等级证书: those confirmed; for oneself and the bureau all. */
export function CredentialsPart({ broker, onAct }: Part) {
  const t = useWords(recordWords);
  const levels = useWords(brokerLevels);
  const { credentials } = broker;
  const adds = may(broker, 'addCredential');
  if (credentials.length === 0 && !adds) return null;
  return (
    <Section title={t.credentials} id="credentials">
      {credentials.length === 0 ? (
        <p className="quiet">{t.noCredentials}</p>
      ) : (
        <DataTable
          caption={t.credentials}
          rows={credentials}
          keyOf={({ id }) => id}
          columns={[
            { key: 'level', title: t.level, render: ({ level }) => levels[level] },
            { key: 'number', title: t.number, render: ({ number }) => <span className="num">{number}</span> },
            { key: 'issuer', title: t.issuer, render: ({ issuer }) => issuer },
            { key: 'issued', title: t.issuedOn, render: ({ issuedOn }) => <Day on={issuedOn} /> },
            {
              key: 'valid',
              title: t.validTo,
              render: ({ validTo }) => (validTo ? <Day on={validTo} /> : t.noTerm),
            },
            ...(credentials.some(({ scan }) => scan)
              ? [
                  {
                    key: 'scan',
                    title: t.scan,
                    render: ({ scan }: Credential) =>
                      scan ? (
                        <FileLink href={scan.url}>{scan.name}</FileLink>
                      ) : (
                        <span className="quiet">{t.noScan}</span>
                      ),
                  },
                ]
              : []),
            {
              key: 'state',
              title: t.state,
              render: (one) => (
                <RecordStanding broker={broker} record={one} name={one.number} onAct={onAct} />
              ),
            },
          ]}
        />
      )}
      <p className="quiet">{t.credentialsNote}</p>
      {adds && (
        <div>
          <Button size="small" icon="plus" onClick={() => onAct({ kind: 'addCredential' })}>
            {t.addCredential}
          </Button>
        </div>
      )}
    </Section>
  );
}

/** 继续教育: the years' sums for everybody, the courses for oneself and the bureau. */
export function TrainingsPart({ broker, onAct }: Part) {
  const t = useWords(recordWords);
  const sourceOf = useSource();
  const { trainings, trainingYears } = broker;
  const adds = may(broker, 'addTraining');
  const [thisYear] = trainingYears;
  if (!trainings && trainingYears.every(({ confirmed }) => confirmed === 0)) return null;
  return (
    <Section title={t.trainings} id="trainings">
      <Figures>
        {trainingYears.slice(0, 3).map(({ year, confirmed, pending, required }) => (
          <Figure
            key={year}
            label={t.year(year)}
            value={t.hoursOf(confirmed, required)}
            unit={t.hoursUnit}
            note={[
              confirmed >= required ? t.enough : t.lacking(required - confirmed),
              pending > 0 && t.pendingHours(pending),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </Figures>
      {thisYear && <p className="quiet">{t.trainingsNote(sourceOf(thisYear.source))}</p>}
      {trainings && trainings.length === 0 && <p className="quiet">{t.noTrainings}</p>}
      {trainings && trainings.length > 0 && (
        <DataTable
          caption={t.trainings}
          rows={trainings}
          keyOf={({ id }) => id}
          columns={[
            { key: 'course', title: t.course, render: ({ course }) => course },
            { key: 'provider', title: t.provider, render: ({ provider }) => provider },
            { key: 'hours', title: t.hours, render: ({ hours }) => <span className="num">{hours}</span> },
            { key: 'ended', title: t.endedOn, render: ({ endedOn }) => <Day on={endedOn} /> },
            {
              key: 'certificate',
              title: t.certificate,
              render: ({ certificate }) => <span className="num">{certificate}</span>,
            },
            {
              key: 'state',
              title: t.state,
              render: (one) => (
                <RecordStanding broker={broker} record={one} name={one.course} onAct={onAct} />
              ),
            },
          ]}
        />
      )}
      {adds && (
        <div>
          <Button size="small" icon="plus" onClick={() => onAct({ kind: 'addTraining' })}>
            {t.addTraining}
          </Button>
        </div>
      )}
    </Section>
  );
}

/** Where a record stands, and what may be done with it. */
function RecordStanding({
  broker,
  record: { id, state, note },
  name,
  onAct,
}: Part & {
  readonly record: { readonly id: string; readonly state: RecordState; readonly note: string };
  readonly name: string;
}) {
  const t = useWords(recordWords);
  const states = useWords(recordStates);
  return (
    <span className="row" style={{ gap: '4px 8px' }}>
      <StatusTag tone={recordTones[state]}>{states[state]}</StatusTag>
      {note && <span className="quiet">{note}</span>}
      {state === 'PENDING' && may(broker, 'checkRecord') && (
        <Button
          size="small"
          label={`${t.check} ${name}`}
          onClick={() => onAct({ kind: 'checkRecord', id, name })}
        >
          {t.check}
        </Button>
      )}
      {state !== 'CONFIRMED' && may(broker, 'withdrawRecord') && (
        <Button
          size="small"
          label={`${t.withdraw} ${name}`}
          onClick={() => onAct({ kind: 'withdrawRecord', id, name })}
        >
          {t.withdraw}
        </Button>
      )}
    </span>
  );
}
