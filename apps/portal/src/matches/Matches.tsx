import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { failureOf } from '../api/failure.js';
import { graphql } from '../api/graphql.js';
import './partFields.js';
import { Button } from '../design/Button.js';
import { Empty, FailureState, Skeleton } from '../design/States.js';
import { useUntilDone } from '../design/useUntilDone.js';
import type { MatchFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { NeedOwner, Price } from '../listings/cards.js';
import { InterestButton } from './InterestButton.js';
import { Introduce } from './Introduce.js';
import { Feedback } from './Feedback.js';
import css from './Matches.module.css';
import { MatchScore, MatchWhy } from './MatchWhy.js';
import { useAsShown } from './useAsShown.js';
import { WithTerms } from './WithTerms.js';
import { matchWords } from './words.js';
import { useNameOf } from '../api/city.js';

export const MatchFields = graphql(`
  fragment MatchFields on Match {
    id
    needId
    resultId
    score
    probability
    parts {
      ...MatchPartFields
    }
    sharedTerms
    reasons
    reasonParts
    cautions
    cautionParts
    modelVersion
    manual {
      id
      reason
      agency {
        id
        name
      }
    }
    myFeedback {
      verdict
      causes
    }
    need {
      ...NeedCard
    }
    result {
      ...ResultCard
    }
  }
`);

const MatchesForNeedDocument = graphql(`
  query MatchesForNeed($id: ID!, $first: Int!) {
    matchesForNeed(needId: $id, first: $first) {
      totalCount
      listingVersion
      edges {
        node {
          ...MatchFields
        }
      }
    }
  }
`);

const MatchesForResultDocument = graphql(`
  query MatchesForResult($id: ID!, $first: Int!) {
    matchesForResult(resultId: $id, first: $first) {
      totalCount
      listingVersion
      edges {
        node {
          ...MatchFields
        }
      }
    }
  }
`);

const FIRST = 5;
const MOST = 50;

interface Asking {
  readonly kind: 'need' | 'result';
  readonly listing: {
    readonly id: string;
    readonly version: number;
    readonly online: boolean;
  };
  /** The viewer may read the list: where the server does not find it, the listing is not known to matching yet. */
  readonly mayRead: boolean;
  /** How many at first. */
  readonly first?: number;
}

/**
 * The best counterparts of one's need or result, each with its score, its parts and its reasons. A verdict changes the
 * list as it is read from then on; on the page it stays as it was, so that the reasons of a refusal can still be said.
 */
export const Matches = (asking: Asking) => (
  <MatchList key={`${asking.kind} ${asking.listing.id}`} {...asking} />
);

function MatchList({ kind, listing, mayRead, first: shown = FIRST }: Asking) {
  const { id } = listing;
  const t = useWords(matchWords);
  const [first, setFirst] = useState(shown);
  const [forNeed, askNeed] = useQuery({
    query: MatchesForNeedDocument,
    variables: { id, first },
    pause: kind !== 'need',
  });
  const [forResult, askResult] = useQuery({
    query: MatchesForResultDocument,
    variables: { id, first },
    pause: kind !== 'result',
  });
  const result = kind === 'need' ? forNeed : forResult;
  const connection = kind === 'need' ? forNeed.data?.matchesForNeed : forResult.data?.matchesForResult;
  const matches = useAsShown(connection?.edges);
  const ask = kind === 'need' ? askNeed : askResult;
  const failure = result.error && failureOf(result.error);
  const notYet = mayRead && failure?.code === 'NOT_FOUND';
  // What was published or changed a moment ago comes to matching in the background; what is being written does not.
  const behind = notYet || (connection !== undefined && connection.listingVersion < listing.version);
  const waiting = listing.online && behind;
  useUntilDone(waiting, ask);
  if (failure && !notYet && matches.length === 0)
    return <FailureState failure={failure} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!connection && !notYet && matches.length === 0) return <Skeleton cards={2} />;
  if (matches.length === 0 && waiting)
    return (
      <div role="status">
        <Empty title={t.matching}>{t.matchingText}</Empty>
      </div>
    );
  if (matches.length === 0)
    return <Empty title={t.none}>{listing.online ? t.noneText : t.notOnlineText}</Empty>;
  return (
    <div className="stack">
      {matches.map((match) => (
        <MatchItem key={match.id} match={match} kind={kind} />
      ))}
      {(connection?.totalCount ?? 0) > matches.length && first < MOST && (
        <div>
          <Button onClick={() => setFirst(Math.min(MOST, first + 10))}>{t.more}</Button>
        </div>
      )}
    </div>
  );
}

function MatchItem({ match, kind }: { match: MatchFieldsFragment; kind: 'need' | 'result' }) {
  const t = useWords(matchWords);
  const nameOf = useNameOf();
  const { need, result } = match;
  const counterpart = kind === 'need' ? result : need;
  if (!counterpart) return null;
  const to = kind === 'need' ? `/results/${match.resultId}` : `/needs/${match.needId}`;
  return (
    <article className={css['match']}>
      <MatchScore match={match} />
      <div className={css['body']}>
        <h3 className={css['title']}>
          <Link to={to}>
            <WithTerms text={counterpart.title} terms={match.sharedTerms} />
          </Link>
        </h3>
        <p className="quiet">
          {kind === 'need' && result ? (
            <>
              {result.ownerName} · {nameOf('divisions', result.divisionCode, result.divisionName)} ·{' '}
              <Price result={result} />
            </>
          ) : (
            need && (
              <>
                <NeedOwner need={need} /> · {nameOf('divisions', need.divisionCode, need.divisionName)}
              </>
            )
          )}
        </p>
        {match.manual && (
          <p>
            {t.manual(match.manual.agency.name)}：{match.manual.reason}
          </p>
        )}
        <MatchWhy match={match} />
        <div className={css['foot']}>
          <Introduce match={match} />
          <InterestButton
            size="small"
            subject={{
              resultId: match.resultId,
              needId: match.needId,
              title: counterpart.title,
              modes: counterpart.cooperationModes,
            }}
          />
          <Feedback match={match} />
        </div>
      </div>
    </article>
  );
}
