import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { NarrowPage } from '../account/Narrow.js';
import { useCommand } from '../api/command.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Loaded } from '../design/Loaded.js';
import { Empty, Notice, Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import { Day } from '../design/Values.js';
import type { ExpertInvitationQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { Pairs } from '../listings/parts.js';
import { ExpertInvitationDocument, JoinExpertReviewDocument } from './documents.js';
import { expertReviewWords } from './words.js';

type Invitation = NonNullable<ExpertInvitationQuery['expertInvitation']>;

/** Where the mailed invitation leads: the seat is taken with the account of the invited name. */
export function Component() {
  const t = useWords(expertReviewWords);
  const [params] = useSearchParams();
  const token = params.get('token') ?? '';
  const [result, ask] = useQuery({
    query: ExpertInvitationDocument,
    variables: { token },
    requestPolicy: 'network-only',
  });
  const invitation = result.data?.expertInvitation;
  if (result.data && !invitation)
    return (
      <Empty page title={t.invitationGone} icon="warn">
        {t.invitationGoneText}
      </Empty>
    );
  return (
    <Loaded page result={result} value={invitation} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {(found) => <InvitationCard invitation={found} token={token} />}
    </Loaded>
  );
}

function InvitationCard({ invitation, token }: { invitation: Invitation; token: string }) {
  const t = useWords(expertReviewWords);
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const toast = useToast();
  const { viewer } = useViewer();
  const join = useCommand(JoinExpertReviewDocument);
  const accept = async (): Promise<void> => {
    const outcome = await join.run({ token });
    if (!outcome.ok) return;
    toast(t.accepted);
    void navigate(`/expert-reviews/${outcome.data.joinExpertReview.expertReview.id}`, { replace: true });
  };
  return (
    <NarrowPage title={t.invitation} intro={t.invitationIntro(invitation.registryName)}>
      <Pairs
        pairs={[
          [t.invited, invitation.expertName],
          [t.answerBy, <Day key="day" on={invitation.answerBy} />],
        ]}
      />
      {invitation.reviewId ? (
        <Button tone="primary" to={`/expert-reviews/${invitation.reviewId}`}>
          {t.toReview}
        </Button>
      ) : !invitation.open ? (
        <Notice tone="amber">{t.invitationOver}</Notice>
      ) : (
        <>
          <p className="quiet">{t.nameRule(invitation.expertName)}</p>
          {viewer ? (
            <Button tone="primary" busy={join.busy} onClick={() => void accept()}>
              {t.accept}
            </Button>
          ) : (
            <div className="row">
              <Button tone="primary" to={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>
                {t.signIn}
              </Button>
              <Button to="/register">{t.register}</Button>
            </div>
          )}
        </>
      )}
      <Refusal failure={join.failure} />
    </NarrowPage>
  );
}
