import { useState } from 'react';
import { Link } from 'react-router';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { Facts, Section, type Fact } from '../design/DetailPage.js';
import { Field, RadioButtons, TextArea } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import { Notice, Violations } from '../design/States.js';
import { StatusTag, type StatusTone } from '../design/StatusTag.js';
import { Term } from '../design/Tip.js';
import { Day, Money, When } from '../design/Values.js';
import type { DisclosureState, ObjectionOutcome } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { useNoted } from '../i18n/say.js';
import { cardWords } from './cardWords.js';
import { DecideObjectionDocument } from './commands.js';
import css from './Deal.module.css';
import { dealLabels } from './labels.js';
import type { Deal, DealDisclosure } from './types.js';
import { common } from '../i18n/common.js';

const tones: Readonly<Record<DisclosureState, StatusTone>> = {
  RUNNING: 'moving',
  OBJECTED: 'attention',
  COMPLETED: 'good',
  ANNULLED: 'refused',
};

type DealObjection = DealDisclosure['objections'][number];

function DecideForm({ objection, onClose }: { objection: DealObjection; onClose: () => void }) {
  const t = useWords(cardWords);
  const decide = useCommand(DecideObjectionDocument);
  const [outcome, setOutcome] = useKept(`decide/${objection.id}`, 'outcome', '');
  const [reason, setReason] = useKept(`decide/${objection.id}`, 'reason', '');
  const submit = () =>
    decide.run({
      id: objection.id,
      expectedVersion: objection.version,
      outcome: outcome as ObjectionOutcome,
      reason,
    });
  return (
    <FormDialog
      kept={`decide/${objection.id}`}
      title={t.decide}
      done={t.decideDone}
      onClose={onClose}
      onSubmit={submit}
      disabled={outcome === ''}
    >
      <blockquote className={css['quote']}>{objection.reason}</blockquote>
      <Field label={t.outcome} path="outcome" required group>
        <RadioButtons
          value={outcome}
          choices={[
            { value: 'REJECTED', label: t.rejected },
            { value: 'SUSTAINED', label: t.sustained },
          ]}
          onChange={setOutcome}
        />
      </Field>
      <Field label={t.decision} path="reason" required>
        <TextArea value={reason} max={2000} onChange={setReason} />
      </Field>
    </FormDialog>
  );
}

function Objection({ objection, onDecide }: { objection: DealObjection; onDecide: () => void }) {
  const t = useWords(cardWords);
  const labels = useWords(dealLabels);
  const decide = objection.availableActions.find(({ action }) => action === 'decideObjection');
  return (
    <li className={css['card']}>
      <div className="spread">
        <span>
          {t.by(objection.name, objection.contact)} · <When at={objection.raisedAt} />
        </span>
        <StatusTag
          tone={
            objection.state === 'OPEN' ? 'attention' : objection.state === 'SUSTAINED' ? 'refused' : 'ended'
          }
        >
          {labels.objection[objection.state]}
        </StatusTag>
      </div>
      <p className="prose">{objection.reason}</p>
      {objection.decision && (
        <p className="prose">
          <strong>{t.decision}</strong> {objection.decision}
        </p>
      )}
      {decide && (
        <div>
          <Button size="small" disabled={!decide.enabled} onClick={onDecide}>
            {t.decide}
          </Button>
          {!decide.enabled && <Violations violations={decide.violations} />}
        </div>
      )}
    </li>
  );
}

/** 协议定价公示: the notice with its days, and the objections to decide. */
export function DisclosureCard({ deal }: { deal: Deal }) {
  const t = useWords(cardWords);
  const { list } = useWords(common);
  const labels = useWords(dealLabels);
  const noted = useNoted();
  const [deciding, setDeciding] = useState<DealObjection | null>(null);
  const { disclosure } = deal;
  const title = <Term explanation={t.disclosureTerm}>{t.disclosure}</Term>;
  if (!disclosure)
    return (
      <Section title={title} id="disclosure">
        <p className="quiet">{deal.disclosureRequired ? t.requiredLater : t.notRequired}</p>
      </Section>
    );
  const running = disclosure.state === 'RUNNING' || disclosure.state === 'OBJECTED';
  const facts: Fact[] = [
    {
      label: t.period,
      value: (
        <>
          <Day on={disclosure.startsOn} /> {t.to} <Day on={disclosure.endsOn} />
        </>
      ),
    },
    {
      label: t.required(disclosure.requiredDays),
      value: t.days(disclosure.days, disclosure.dayKind === 'NATURAL' ? t.natural : t.working),
    },
    { label: t.price, value: <Money fen={disclosure.price} /> },
    { label: t.transferee, value: disclosure.transfereeName },
    { label: t.related, value: disclosure.relatedParty ? t.relatedYes(disclosure.relation) : t.no },
    { label: t.channels, value: list(disclosure.channels) },
    { label: t.office, value: `${disclosure.objectionOffice} ${disclosure.objectionPhone}` },
  ];
  if (disclosure.completedAt)
    facts.push({ label: t.completedAt, value: <When at={disclosure.completedAt} /> });
  if (disclosure.annulledReason) facts.push({ label: t.annulled, value: noted(disclosure.annulledReason) });
  return (
    <Section title={title} id="disclosure">
      <div className="spread">
        <div className="row">
          <StatusTag tone={tones[disclosure.state]}>{labels.disclosure[disclosure.state]}</StatusTag>
          {running && <strong>{disclosure.daysLeft > 0 ? t.daysLeft(disclosure.daysLeft) : t.over}</strong>}
        </div>
        <Link to={`/disclosures/${disclosure.id}`}>
          {disclosure.code} · {t.publicPage}
        </Link>
      </div>
      {disclosure.openObjectionCount > 0 && (
        <Notice tone="amber" icon="warn">
          {t.openObjections(disclosure.openObjectionCount)}
        </Notice>
      )}
      <Facts facts={facts} />
      {disclosure.objections.length > 0 ? (
        <>
          <h3>{t.objections}</h3>
          <ul className={css['rows']}>
            {disclosure.objections.map((objection) => (
              <Objection key={objection.id} objection={objection} onDecide={() => setDeciding(objection)} />
            ))}
          </ul>
        </>
      ) : (
        disclosure.objectionCount === 0 && <p className="quiet">{t.noObjections}</p>
      )}
      {deciding && <DecideForm objection={deciding} onClose={() => setDeciding(null)} />}
    </Section>
  );
}
