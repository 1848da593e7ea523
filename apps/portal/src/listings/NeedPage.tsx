import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { LoadedPage } from '../design/Loaded.js';
import { Skeleton } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { NeedDetail } from './NeedDetail.js';
import { detail } from './detailWords.js';
import { listings } from './words.js';
import { useViewer } from '../api/viewer.js';
import { ActionRail } from '../design/ActionRail.js';
import { Button } from '../design/Button.js';
import { Section } from '../design/DetailPage.js';
import { EntryHistory } from '../design/EntryHistory.js';
import type { NeedPageFragment } from '../gql/graphql.js';
import { InterestButton } from '../matches/InterestButton.js';
import { matchWords } from '../matches/words.js';
import { AccessPanel } from './AccessPanel.js';
import { pastActions } from './actionWords.js';
import { useNeedActions } from './useNeedActions.js';
import { NeedDocument } from './need.fragment.js';

const ExpertsForNeed = lazy(() =>
  import('../matches/ExpertMatches.js').then((module) => ({ default: module.ExpertsForNeed })),
);
const PatentsForNeed = lazy(() =>
  import('../matches/PatentMatches.js').then((module) => ({ default: module.PatentsForNeed })),
);
const Vitality = lazy(() => import('./Vitality.js').then((module) => ({ default: module.Vitality })));
const WhyNot = lazy(() => import('../matches/WhyNot.js').then((module) => ({ default: module.WhyNot })));
const Matches = lazy(() => import('../matches/Matches.js').then((module) => ({ default: module.Matches })));
const AmendNeedDialog = lazy(() =>
  import('./AmendDialog.js').then((module) => ({ default: module.AmendNeedDialog })),
);

/** One need: what is wanted, what one can do with it, what happened to it. */
export function NeedPage() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({ query: NeedDocument, variables: { id } });
  return (
    <LoadedPage
      result={result}
      value={result.data?.need}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      cards={3}
    >
      {(need) => <Shown need={need} />}
    </LoadedPage>
  );
}

function Shown({ need }: { need: NeedPageFragment }) {
  const t = useWords(listings);
  const d = useWords(detail);
  const m = useWords(matchWords);
  const past = useWords(pastActions);
  const [amending, setAmending] = useState(false);
  const specs = useNeedActions(need, () => setAmending(true));
  const { may } = useViewer();
  const inside = need.timeline !== null && need.timeline !== undefined;
  return (
    <NeedDetail
      need={need}
      crumbs={[{ label: t.needs, to: '/needs' }]}
      actions={
        <>
          <ActionRail
            available={need.availableActions}
            specs={specs}
            extra={
              need.online && (
                <>
                  <InterestButton
                    ownerId={need.owner?.id}
                    subject={{ needId: need.id, title: need.title, modes: need.cooperationModes }}
                  />
                  {may('BROKER_DEAL') && (
                    <Button block to={`/needs/${need.id}/matches`}>
                      {m.matches}
                    </Button>
                  )}
                </>
              )
            }
          />
          {amending && (
            <Suspense>
              <AmendNeedDialog need={need} onClose={() => setAmending(false)} />
            </Suspense>
          )}
        </>
      }
      notice={<AccessPanel notice={need.accessNotice} listingId={need.id} />}
    >
      {inside && (
        <Suspense>
          <Vitality kind="need" id={need.id} />
        </Suspense>
      )}
      {inside && need.online && (
        <Section title={m.matchedResults} id="matches">
          <Suspense fallback={<Skeleton cards={2} />}>
            <Matches kind="need" listing={need} mayRead />
          </Suspense>
        </Section>
      )}
      {inside && need.online && (
        <Section title={m.matchedExperts} id="experts">
          <Suspense fallback={<Skeleton cards={2} />}>
            <ExpertsForNeed id={need.id} />
          </Suspense>
        </Section>
      )}
      {inside && need.online && (
        <Section title={m.matchedPatents} id="patents">
          <Suspense fallback={<Skeleton cards={2} />}>
            <PatentsForNeed id={need.id} />
            <WhyNot id={need.id} kinds={['result', 'expert', 'patent']} />
          </Suspense>
        </Section>
      )}
      <EntryHistory
        title={d.history}
        note={d.timeline}
        entries={need.timeline}
        nameOf={(action) => past[action] ?? action}
      />
    </NeedDetail>
  );
}

export { NeedPage as Component };
