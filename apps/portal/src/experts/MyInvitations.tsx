import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { Field, TextArea } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import { Loaded } from '../design/Loaded.js';
import { Empty } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { When } from '../design/Values.js';
import type { InvitationFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import css from '../matches/Invitations.module.css';
import {
  AcceptConsultationDocument,
  DeclineConsultationDocument,
  ExpertInvitationsDocument,
  invitationTones,
} from '../matches/invitations.js';
import { invitationWords } from '../matches/invitationWords.js';

type Answer = 'acceptConsultation' | 'declineConsultation';

/** What the expert is asked for, to be accepted or declined. */
export function MyInvitations({ id }: { id: string }) {
  const t = useWords(invitationWords);
  const [result, ask] = useQuery({ query: ExpertInvitationsDocument, variables: { id } });
  return (
    <Loaded
      result={result}
      value={result.data?.expert}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
    >
      {({ consultationInvitations: invitations }) =>
        invitations.length === 0 ? (
          <Empty title={t.none}>{t.noneText}</Empty>
        ) : (
          <ul className={css['list']}>
            {invitations.map((invitation) => (
              <li key={invitation.id} className={css['item']}>
                <Invitation invitation={invitation} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function Invitation({ invitation }: { invitation: InvitationFieldsFragment }) {
  const t = useWords(invitationWords);
  const [answering, setAnswering] = useState<Answer | null>(null);
  const { need, needTitle, state, inviterName, message, answer, deal } = invitation;
  const names = { SENT: t.waiting, ACCEPTED: t.accepted, DECLINED: t.declined, WITHDRAWN: t.WITHDRAWN };
  const may = (wanted: Answer): boolean =>
    invitation.availableActions.some(({ action }) => action === wanted);
  return (
    <>
      <p className="row">
        {need ? <Link to={`/needs/${need.id}`}>{needTitle}</Link> : <strong>{needTitle}</strong>}
        <StatusTag tone={invitationTones[state]}>{names[state]}</StatusTag>
        <span className="quiet">
          {t.by(inviterName)} · <When at={invitation.createdAt} />
        </span>
      </p>
      <p className={css['said']}>{message}</p>
      {answer !== '' && <p className="quiet">{t.myAnswer(answer)}</p>}
      <div className="row">
        {may('acceptConsultation') && (
          <Button size="small" tone="primary" onClick={() => setAnswering('acceptConsultation')}>
            {t.accept}
          </Button>
        )}
        {may('declineConsultation') && (
          <Button size="small" onClick={() => setAnswering('declineConsultation')}>
            {t.decline}
          </Button>
        )}
        {deal && (
          <Button size="small" to={`/deals/${deal.id}`}>
            {t.talks}
          </Button>
        )}
      </div>
      {answering === 'acceptConsultation' && (
        <AcceptDialog invitation={invitation} onClose={() => setAnswering(null)} />
      )}
      {answering === 'declineConsultation' && (
        <DeclineDialog invitation={invitation} onClose={() => setAnswering(null)} />
      )}
    </>
  );
}

interface Asked {
  readonly invitation: InvitationFieldsFragment;
  readonly onClose: () => void;
}

function AcceptDialog({ invitation: { id, version, needTitle }, onClose }: Asked) {
  const t = useWords(invitationWords);
  const { run } = useCommand(AcceptConsultationDocument);
  const form = `accept-consultation/${id}`;
  const [answer, setAnswer] = useKept(form, 'answer', '');
  return (
    <FormDialog
      title={t.accept}
      done={t.acceptDone}
      kept={form}
      onClose={onClose}
      onSubmit={() => run({ id, expectedVersion: version, answer: answer.trim() })}
    >
      <p>{needTitle}</p>
      <p className="quiet">{t.acceptNote}</p>
      <Field label={t.acceptAnswer} path="answer" hint={t.acceptHint}>
        <TextArea value={answer} onChange={setAnswer} max={1000} />
      </Field>
    </FormDialog>
  );
}

function DeclineDialog({ invitation: { id, version, needTitle }, onClose }: Asked) {
  const t = useWords(invitationWords);
  const { run } = useCommand(DeclineConsultationDocument);
  const form = `decline-consultation/${id}`;
  const [answer, setAnswer] = useKept(form, 'answer', '');
  return (
    <FormDialog
      title={t.decline}
      done={t.declineDone}
      kept={form}
      onClose={onClose}
      onSubmit={() => run({ id, expectedVersion: version, answer: answer.trim() })}
    >
      <p>{needTitle}</p>
      <Field label={t.reason} path="answer" hint={t.reasonHint} required>
        <TextArea value={answer} onChange={setAnswer} max={1000} />
      </Field>
    </FormDialog>
  );
}
