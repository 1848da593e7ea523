import { useEffect } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { Call } from '../calls/terms.js';
import { CallReviewDocument } from './documents.js';
import { useWords } from '../i18n/index.js';
import { DrawPart } from './DrawPart.js';
import { PanelPart } from './PanelPart.js';
import { QualificationPart } from './QualificationPart.js';
import { ReviewActions } from './ReviewActions.js';
import { reviewWords } from './words.js';

/** How often the board of a running review is asked anew, milliseconds. */
const EVERY = 20_000;

/** From the opening to the award: qualification, draw, the panel's board, what the bureau does next. */
export function ReviewParts({ call }: { readonly call: Call }) {
  const t = useWords(reviewWords);
  const [{ data }, ask] = useQuery({
    query: CallReviewDocument,
    variables: { callId: call.id },
    requestPolicy: 'cache-and-network',
  });
  const runs = call.state === 'QUALIFIED' || call.state === 'REVIEWING';
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => ask({ requestPolicy: 'network-only' }), EVERY);
    return () => clearInterval(timer);
  }, [runs, ask]);
  if (!data) return null;
  return (
    <>
      <QualificationPart call={call} checks={data.bidChecks} drawn={data.expertDraw != null} />
      {data.expertDraw && <DrawPart draw={data.expertDraw} />}
      {data.callReview && (
        <PanelPart
          review={data.callReview}
          bids={data.bidChecks
            .filter(({ verdict }) => verdict === 'QUALIFIED')
            .map(({ bidId, organisationName }) => ({ value: bidId, label: organisationName ?? bidId }))}
          apart={(call.plan?.panelTimes ?? 1) > 1}
        />
      )}
      <ReviewActions call={call} standings={data.callReview?.standings ?? []} />
      {(call.state === 'AWARDED' || call.state === 'FINISHED') && (
        <p>
          <Link to={`/call-projects?q=${encodeURIComponent(call.code)}`}>{t.projects}</Link>
        </p>
      )}
    </>
  );
}
