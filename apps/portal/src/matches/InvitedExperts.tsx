import { Link } from 'react-router';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { Refusal } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { useToast } from '../design/Toast.js';
import { When } from '../design/Values.js';
import type { InvitationFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { invitationTones, WithdrawConsultationDocument } from './invitations.js';
import { invitationWords } from './invitationWords.js';
import css from './Invitations.module.css';

/** Whom one's need has invited, and what they answered. */
export function InvitedExperts({
  invitations,
  onChange,
}: {
  invitations: readonly InvitationFieldsFragment[];
  onChange: () => void;
}) {
  const t = useWords(invitationWords);
  if (invitations.length === 0) return null;
  return (
    <section>
      <h3 className={css['heading']}>{t.invited}</h3>
      <ul className={css['list']}>
        {invitations.map((invitation) => (
          <li key={invitation.id} className={css['item']}>
            <Invited invitation={invitation} onChange={onChange} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Invited({ invitation, onChange }: { invitation: InvitationFieldsFragment; onChange: () => void }) {
  const t = useWords(invitationWords);
  const toast = useToast();
  const withdraw = useCommand(WithdrawConsultationDocument);
  const { expert, state, answer, deal, byBroker, inviterName } = invitation;
  const mayWithdraw = invitation.availableActions.some(({ action }) => action === 'withdrawConsultation');
  const send = async (): Promise<void> => {
    const outcome = await withdraw.run({ id: invitation.id, expectedVersion: invitation.version });
    if (!outcome.ok) return;
    toast(t.withdrawn);
    onChange();
  };
  return (
    <>
      <p className="row">
        {expert ? <Link to={`/experts/${expert.id}`}>{expert.name}</Link> : <span>{t.someExpert}</span>}
        <StatusTag tone={invitationTones[state]}>{t[state]}</StatusTag>
        <span className="quiet">
          {byBroker && `${t.by(inviterName)} · `}
          <When at={invitation.createdAt} />
        </span>
      </p>
      {answer !== '' && <p>{t.answer(answer)}</p>}
      {state === 'ACCEPTED' && !deal && <p className="quiet">{t.noTalks}</p>}
      <div className="row">
        {deal && (
          <Button size="small" to={`/deals/${deal.id}`}>
            {t.talks}
          </Button>
        )}
        {mayWithdraw && (
          <Button size="small" busy={withdraw.busy} onClick={() => void send()}>
            {t.withdraw}
          </Button>
        )}
      </div>
      <Refusal failure={withdraw.failure} />
    </>
  );
}
