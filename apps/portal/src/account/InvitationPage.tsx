import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { failureOf } from '../api/failure.js';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../api/viewer.js';
import { useSession } from '../app/session.js';
import { exactTime } from '../design/amounts.js';
import { Button } from '../design/Button.js';
import { Empty, FailureState, Notice, Refusal, Skeleton } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import { useWords } from '../i18n/index.js';
import { Pairs } from '../listings/parts.js';
import { Narrow } from './Narrow.js';
import { roleNames } from './terms.js';
import { accountWords } from './words.js';
import { common } from '../i18n/common.js';

const InvitationDocument = graphql(`
  query Invitation($token: String!) {
    invitation(token: $token) {
      membershipId
      version
      organisationName
      email
      roles
      invitedUntil
    }
  }
`);

const AcceptInvitationDocument = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      membership {
        id
      }
      clientMutationId
    }
  }
`);

const DeclineInvitationDocument = graphql(`
  mutation DeclineInvitation($input: DeclineInvitationInput!) {
    declineInvitation(input: $input) {
      membership {
        id
      }
      clientMutationId
    }
  }
`);

/** Where the mailed invitation leads: accepted with the account of the invited address. */
export function InvitationPage() {
  const t = useWords(accountWords);
  const { list } = useWords(common);
  const names = useWords(roleNames);
  const [params] = useSearchParams();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const toast = useToast();
  const { viewer } = useViewer();
  const { restart } = useSession();
  const [result] = useQuery({ query: InvitationDocument, variables: { token: params.get('token') ?? '' } });
  const accept = useCommand(AcceptInvitationDocument);
  const decline = useCommand(DeclineInvitationDocument);
  if (result.fetching)
    return (
      <div className="wrap">
        <Skeleton cards={1} />
      </div>
    );
  if (result.error) return <FailureState page failure={failureOf(result.error)} />;
  const invitation = result.data?.invitation;
  if (!invitation)
    return (
      <Empty page title={t.invitationGone} icon="warn">
        {t.invitationGoneText}
      </Empty>
    );
  const at = { membershipId: invitation.membershipId, expectedVersion: invitation.version };
  const finish = (message: string): void => {
    toast(message);
    restart();
    void navigate('/workspace', { replace: true });
  };
  const mine = viewer?.person.email?.toLowerCase() === invitation.email.toLowerCase();
  return (
    <Narrow
      title={t.invitationTitle}
      intro={t.invitationIntro(invitation.organisationName)}
      onSubmit={() => void accept.run(at).then((outcome) => outcome.ok && finish(t.accepted))}
    >
      <Pairs
        pairs={[
          [t.invitedEmail, invitation.email],
          [t.invitedAs, list(invitation.roles.map((role) => names[role]))],
          [
            t.invitedUntil,
            <span key="u" className="num">
              {exactTime(invitation.invitedUntil)}
            </span>,
          ],
        ]}
      />
      {viewer && !mine && <Notice tone="amber">{t.otherAccount(invitation.email)}</Notice>}
      {!viewer && (
        <div className="row">
          <Button tone="primary" to={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>
            {t.signInToAccept}
          </Button>
          <Button to="/register">{t.registerToAccept}</Button>
        </div>
      )}
      {viewer && mine && (
        <div className="row">
          <Button type="submit" tone="primary" busy={accept.busy}>
            {t.accept}
          </Button>
          <Button
            busy={decline.busy}
            onClick={() => void decline.run(at).then((outcome) => outcome.ok && finish(t.declined))}
          >
            {t.decline}
          </Button>
        </div>
      )}
      <Refusal failure={accept.failure ?? decline.failure} />
    </Narrow>
  );
}

export { InvitationPage as Component };
