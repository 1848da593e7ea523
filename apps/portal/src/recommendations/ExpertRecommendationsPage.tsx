import { Link } from 'react-router';
import { useQuery } from 'urql';
import { legalDay } from '../design/amounts.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import type { ExpertRecommendationFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { ExpertFeedback } from '../matches/ExpertFeedback.js';
import css from '../matches/Matches.module.css';
import { MatchScore, MatchWhy } from '../matches/MatchWhy.js';
import { WithTerms } from '../matches/WithTerms.js';
import { ExpertRecommendationsDocument } from './documents.js';
import { RecommendationTabs } from './RecommendationTabs.js';
import { recommendationWords } from './words.js';

const SORTS = ['NEWEST'] as const;

/** Experts recommended for one's needs, and needs recommended to oneself as an expert. */
export function ExpertRecommendationsPage() {
  const t = useWords(recommendationWords);
  const state = useListState(SORTS);
  const [result, ask] = useQuery({
    query: ExpertRecommendationsDocument,
    variables: state.paging,
    requestPolicy: 'cache-and-network',
  });
  return (
    <ListPage
      tabs={<RecommendationTabs />}
      title={t.title}
      intro={t.expertsIntro}
      state={state}
      result={result}
      connection={result.data?.expertRecommendations}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      renderItem={(pair) => <Item key={pair.id} pair={pair} />}
      keyOf={({ id }) => id}
      empty={<Empty title={t.noneExperts}>{t.noneExpertsText}</Empty>}
    />
  );
}

function Item({ pair }: { readonly pair: ExpertRecommendationFieldsFragment }) {
  const t = useWords(recommendationWords);
  const { need, expert } = pair;
  const toMe = expert?.mine ?? false;
  return (
    <article className={css['match']}>
      <MatchScore match={pair} />
      <div className={css['body']}>
        <h2 className={css['title']}>{toMe ? <NeedLink pair={pair} /> : <ExpertLink pair={pair} />}</h2>
        <p className="quiet">
          {!toMe && [expert?.unitName, expert?.title, expert?.position].filter(Boolean).join(' · ')}{' '}
          {t.on(legalDay(pair.createdAt))}
        </p>
        {toMe ? (
          <p>
            <Link to={`/experts/${pair.expertId}`}>{t.forMe}</Link>
          </p>
        ) : (
          need && (
            <p>
              {t.mine.NEED}：<NeedLink pair={pair} />
            </p>
          )
        )}
        <MatchWhy match={{ ...pair, cautions: [], cautionParts: [] }} />
        {need && expert && (
          <div className={css['foot']}>
            <ExpertFeedback match={pair} asExpert={toMe} />
          </div>
        )}
      </div>
    </article>
  );
}

interface Named {
  readonly pair: ExpertRecommendationFieldsFragment;
}

function NeedLink({ pair: { need, needId, sharedTerms } }: Named) {
  const t = useWords(recommendationWords);
  if (!need) return <span className="quiet">{t.gone}</span>;
  return (
    <Link to={`/needs/${needId}`}>
      <WithTerms text={need.title} terms={sharedTerms} />
    </Link>
  );
}

function ExpertLink({ pair: { expert, expertId } }: Named) {
  const t = useWords(recommendationWords);
  if (!expert) return <span className="quiet">{t.gone}</span>;
  return <Link to={`/experts/${expertId}`}>{expert.name}</Link>;
}

export { ExpertRecommendationsPage as Component };
