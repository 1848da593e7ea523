import { lazy, Suspense } from 'react';
import { useCommand } from '../api/command.js';
import type { Call } from '../calls/terms.js';
import { InlineActions } from '../design/InlineActions.js';
import type { CallReviewFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import * as documents from './documents.js';
import { reviewWords } from './words.js';

const Deliberation = lazy(() =>
  import('./Deliberation.js').then((module) => ({ default: module.Deliberation })),
);

const SiteCheckForm = lazy(() =>
  import('./SiteCheckForm.js').then((module) => ({ default: module.SiteCheckForm })),
);

/** What the bureau does from the opening to the award, with what still stands in the way. */
export function ReviewActions({
  call,
  standings,
}: {
  readonly call: Call;
  readonly standings: CallReviewFieldsFragment['standings'];
}) {
  const t = useWords(reviewWords);
  const publish = useCommand(documents.PublishBidQualificationDocument);
  const draw = useCommand(documents.DrawReviewExpertsDocument);
  const redraw = useCommand(documents.RedrawReviewExpertsDocument);
  const start = useCommand(documents.StartCallReviewDocument);
  const advance = useCommand(documents.AdvanceCallReviewDocument);
  const conclude = useCommand(documents.ConcludeCallReviewDocument);
  const reopen = useCommand(documents.ReopenCallReviewDocument);
  const complete = useCommand(documents.CompleteCallAwardDocument);
  const target = { id: call.id, expectedVersion: call.version };
  const reason = { label: t.reason, hint: t.disqualifyHint, required: true, max: 2_000 };
  const drawing = call.availableActions.find(({ action }) => action === 'drawExperts');
  const available = drawing
    ? [...call.availableActions, { ...drawing, action: 'drawWide' }]
    : call.availableActions;
  const checking = call.availableActions.find(({ action }) => action === 'checkSite');
  const deliberation = call.availableActions.find(({ action }) => action === 'deliberate');
  return (
    <>
      <InlineActions
        available={available}
        specs={{
          publishQualification: {
            ...{ label: t.publishQualification, tone: 'primary', done: t.qualificationPublished },
            run: () => publish.run(target),
          },
          drawExperts: {
            ...{ label: t.drawExperts, tone: 'primary', done: t.drawBegun },
            run: () => draw.run({ ...target, wide: false }),
          },
          drawWide: {
            ...{ label: t.drawWide, confirm: t.drawWideAsk, done: t.drawBegun },
            run: () => draw.run({ ...target, wide: true }),
          },
          startReview: {
            ...{ label: t.startReview, tone: 'primary', done: t.reviewStarted },
            run: () => start.run(target),
          },
          ...(call.plan?.secondStage && {
            advanceReview: {
              ...{ label: t.advance, tone: 'primary' as const, confirm: t.advanceAsk, done: t.advanceDone },
              run: () => advance.run(target),
            },
          }),
          concludeReview: {
            ...{ label: t.concludeReview, tone: 'primary', confirm: t.concludeAsk, done: t.concluded },
            run: () => conclude.run(target),
          },
          completeAward: {
            ...{ label: t.completeAward, tone: 'primary', done: t.awardCompleted },
            run: () => complete.run(target),
          },
          redraw: {
            ...{ label: t.redraw, reason, done: t.redrawn },
            run: (input) => redraw.run({ ...target, ...input }),
          },
          reopenReview: {
            ...{ label: t.reopen, reason, done: t.reopened },
            run: (input) => reopen.run({ ...target, ...input }),
          },
        }}
      />
      {checking?.enabled === true && (
        <Suspense>
          <SiteCheckForm
            call={call}
            bids={standings
              .filter(({ place }) => place != null)
              .map(({ bidId, organisationName }) => ({ value: bidId, label: organisationName ?? bidId }))}
          />
        </Suspense>
      )}
      {deliberation && (
        <Suspense>
          <Deliberation call={call} action={deliberation} standings={standings} />
        </Suspense>
      )}
    </>
  );
}
