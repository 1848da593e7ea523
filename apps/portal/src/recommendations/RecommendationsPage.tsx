import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useNameOf } from '../api/city.js';
import { useViewer } from '../api/viewer.js';
import { legalDay } from '../design/amounts.js';
import { Button } from '../design/Button.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import type { RecommendationFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { NeedOwner, Price } from '../listings/cards.js';
import { choicesFrom } from '../listings/terms.js';
import { Feedback } from '../matches/Feedback.js';
import { InterestButton } from '../matches/InterestButton.js';
import css from '../matches/Matches.module.css';
import { MatchScore, MatchWhy } from '../matches/MatchWhy.js';
import { WithTerms } from '../matches/WithTerms.js';
import { RecommendationsDocument } from './documents.js';
import { RecommendationTabs } from './RecommendationTabs.js';
import { recommendationSides, recommendationVerdicts, recommendationWords } from './words.js';

const SORTS = ['NEWEST'] as const;

/** 推荐给我: what fits the results and needs of one's organisations, as it was told, to be judged. */
export function RecommendationsPage() {
  const t = useWords(recommendationWords);
  const sides = useWords(recommendationSides);
  const verdicts = useWords(recommendationVerdicts);
  const { may } = useViewer();
  const state = useListState(SORTS);
  const [side] = state.among('side', sides);
  const chosen = state.among('verdict', verdicts);
  const [result, ask] = useQuery({
    query: RecommendationsDocument,
    variables: {
      ...state.paging,
      filter: { side: side ?? null, verdicts: chosen.length > 0 ? chosen : null },
    },
    requestPolicy: 'cache-and-network',
  });
  return (
    <ListPage
      tabs={<RecommendationTabs />}
      title={t.title}
      intro={t.intro}
      state={state}
      facets={[
        { name: 'side', label: t.side, single: true, options: choicesFrom(sides) },
        { name: 'verdict', label: t.verdict, options: choicesFrom(verdicts) },
      ]}
      result={result}
      connection={result.data?.recommendations}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      renderItem={(pair) => <RecommendationItem key={pair.id} pair={pair} />}
      keyOf={({ id }) => id}
      empty={
        <Empty
          title={t.none}
          action={
            <>
              {may('DRAFT_RESULT') && (
                <Button icon="plus" to="/listings/results/new/edit">
                  {t.publishResult}
                </Button>
              )}
              {may('POST_NEED') && (
                <Button icon="plus" to="/listings/needs/new/edit">
                  {t.postNeed}
                </Button>
              )}
            </>
          }
        >
          {t.noneText}
        </Empty>
      }
    />
  );
}

function RecommendationItem({ pair }: { readonly pair: RecommendationFieldsFragment }) {
  const t = useWords(recommendationWords);
  const { need, result, mySide } = pair;
  const mine = mySide === 'NEED' ? need : result;
  const other = mySide === 'NEED' ? result : need;
  const place = mySide === 'NEED' ? '/needs/' : '/results/';
  const otherPlace = mySide === 'NEED' ? `/results/${pair.resultId}` : `/needs/${pair.needId}`;
  return (
    <article className={css['match']}>
      <MatchScore match={pair} />
      <div className={css['body']}>
        <h2 className={css['title']}>
          {other ? (
            <Link to={otherPlace}>
              <WithTerms text={other.title} terms={pair.sharedTerms} />
            </Link>
          ) : (
            <span className="quiet">{t.gone}</span>
          )}
        </h2>
        <p className="quiet">
          <Whose pair={pair} />
          <span className="nowrap">{t.on(legalDay(pair.createdAt))}</span>
        </p>
        {mine && (
          <p>
            {t.mine[mySide]}：<Link to={`${place}${mine.id}`}>{mine.title}</Link>
          </p>
        )}
        <MatchWhy match={pair} />
        <div className={css['foot']}>
          {other && (
            <InterestButton
              size="small"
              subject={{
                resultId: pair.resultId,
                needId: pair.needId,
                title: other.title,
                modes: other.cooperationModes,
              }}
            />
          )}
          {need && result && <Feedback match={pair} />}
          {mine && (
            <Link to={`${place}${mine.id}/matches`} className="quiet">
              {t.compare}
            </Link>
          )}
        </div>
      </div>
    </article>
  );
}

/** The other side's owner and place, and its price. */
function Whose({ pair: { need, result, mySide } }: { readonly pair: RecommendationFieldsFragment }) {
  const nameOf = useNameOf();
  if (mySide === 'NEED')
    return (
      result && (
        <>
          {result.ownerName} · {nameOf('divisions', result.divisionCode, result.divisionName)} ·{' '}
          <Price result={result} /> ·{' '}
        </>
      )
    );
  return (
    need && (
      <>
        <NeedOwner need={need} /> · {nameOf('divisions', need.divisionCode, need.divisionName)} ·{' '}
      </>
    )
  );
}

export { RecommendationsPage as Component };
