import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { LoadedPage } from '../design/Loaded.js';
import { Skeleton } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { ResultDetail } from './ResultDetail.js';
import { detail } from './detailWords.js';
import { listings } from './words.js';
import { useViewer } from '../api/viewer.js';
import { ActionRail } from '../design/ActionRail.js';
import { Button } from '../design/Button.js';
import { Section } from '../design/DetailPage.js';
import { EntryHistory } from '../design/EntryHistory.js';
import type { ResultPageFragment } from '../gql/graphql.js';
import { InterestButton } from '../matches/InterestButton.js';
import { matchWords } from '../matches/words.js';
import { AccessPanel } from './AccessPanel.js';
import { pastActions } from './actionWords.js';
import { useResultActions } from './useResultActions.js';
import { ResultDocument } from './result.fragment.js';

const Vitality = lazy(() => import('./Vitality.js').then((module) => ({ default: module.Vitality })));
const WhyNot = lazy(() => import('../matches/WhyNot.js').then((module) => ({ default: module.WhyNot })));
const Matches = lazy(() => import('../matches/Matches.js').then((module) => ({ default: module.Matches })));
const AmendResultDialog = lazy(() =>
  import('./AmendDialog.js').then((module) => ({ default: module.AmendResultDialog })),
);

/** One result: what it is, what one can do with it, what happened to it. */
export function ResultPage() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({ query: ResultDocument, variables: { id } });
  return (
    <LoadedPage
      result={result}
      value={result.data?.result}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      cards={3}
    >
      {(found) => <Shown result={found} />}
    </LoadedPage>
  );
}

function Shown({ result }: { result: ResultPageFragment }) {
  const t = useWords(listings);
  const d = useWords(detail);
  const m = useWords(matchWords);
  const past = useWords(pastActions);
  const [amending, setAmending] = useState(false);
  const specs = useResultActions(result, () => setAmending(true));
  const { may } = useViewer();
  const inside = result.timeline !== null && result.timeline !== undefined;
  return (
    <ResultDetail
      result={result}
      crumbs={[{ label: t.results, to: '/results' }]}
      actions={
        <>
          <ActionRail
            available={result.availableActions}
            specs={specs}
            extra={
              result.online && (
                <>
                  <InterestButton
                    ownerId={result.owner.id}
                    subject={{ resultId: result.id, title: result.title, modes: result.cooperationModes }}
                  />
                  {may('BROKER_DEAL') && (
                    <Button block to={`/results/${result.id}/matches`}>
                      {m.matches}
                    </Button>
                  )}
                </>
              )
            }
          />
          {amending && (
            <Suspense>
              <AmendResultDialog result={result} onClose={() => setAmending(false)} />
            </Suspense>
          )}
        </>
      }
      notice={<AccessPanel notice={result.accessNotice} listingId={result.id} />}
    >
      {inside && (
        <Suspense>
          <Vitality kind="result" id={result.id} />
        </Suspense>
      )}
      {inside && result.online && (
        <Section title={m.matchedNeeds} id="matches">
          <Suspense fallback={<Skeleton cards={2} />}>
            <Matches kind="result" listing={result} mayRead />
            <WhyNot id={result.id} kinds={['need']} />
          </Suspense>
        </Section>
      )}
      <EntryHistory
        title={d.history}
        note={d.timeline}
        entries={result.timeline}
        nameOf={(action) => past[action] ?? action}
      />
    </ResultDetail>
  );
}

export { ResultPage as Component };
