import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery, type TypedDocumentNode } from 'urql';
import { failureOf } from '../api/failure.js';
import { graphql } from '../api/graphql.js';
import { useNameOf } from '../api/city.js';
import { Button } from '../design/Button.js';
import { Empty, FailureState, Skeleton } from '../design/States.js';
import { useUntilDone } from '../design/useUntilDone.js';
import type { ExpertMatchFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { NeedOwner } from '../listings/cards.js';
import { ExpertFeedback } from './ExpertFeedback.js';
import css from './Matches.module.css';
import { MatchScore, MatchWhy } from './MatchWhy.js';
import { useAsShown } from './useAsShown.js';
import { WithTerms } from './WithTerms.js';
import { matchWords } from './words.js';

export const ExpertMatchFields = graphql(`
  fragment ExpertMatchFields on ExpertMatch {
    id
    needId
    expertId
    score
    parts {
      name
      value
      weight
      points
      note
      code
      facts
    }
    sharedTerms
    reasons
    reasonParts
    cautions
    cautionParts
    modelVersion
    myFeedback {
      verdict
      reason
      causes
    }
    need {
      ...NeedCard
    }
    expert {
      id
      name
      unitName
      title
      position
    }
  }
`);

const ExpertsForNeedDocument = graphql(`
  query ExpertsForNeed($id: ID!, $first: Int!) {
    need(id: $id) {
      id
      expertMatches(first: $first) {
        totalCount
        edges {
          node {
            ...ExpertMatchFields
          }
        }
      }
    }
  }
`);

const NeedsForExpertDocument = graphql(`
  query NeedsForExpert($id: ID!, $first: Int!) {
    expert(id: $id) {
      id
      needMatches(first: $first) {
        totalCount
        edges {
          node {
            ...ExpertMatchFields
          }
        }
      }
    }
  }
`);

const FIRST = 5;
const MOST = 50;

/** Experts of the bank for one's need, each with its score and its reasons. */
export function ExpertsForNeed({ id }: { id: string }) {
  return (
    <Matched
      id={id}
      document={ExpertsForNeedDocument}
      listIn={({ need }) => need?.expertMatches}
      nodeOf={(match) => <ExpertNamed match={match} />}
    />
  );
}

/** Needs that an expert could help with, for the expert. */
export function NeedsForExpert({ id }: { id: string }) {
  return (
    <Matched
      id={id}
      asExpert
      document={NeedsForExpertDocument}
      listIn={({ expert }) => expert?.needMatches}
      nodeOf={(match) => <NeedNamed match={match} />}
    />
  );
}

interface List {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: ExpertMatchFieldsFragment }[];
}

function Matched<D>({
  id,
  document,
  listIn,
  nodeOf,
  asExpert = false,
}: {
  id: string;
  /** Whether the reader is the expert. */
  asExpert?: boolean;
  document: TypedDocumentNode<D, { id: string; first: number }>;
  /** Null while matching does not know of the need or the expert yet. */
  listIn: (data: D) => List | null | undefined;
  nodeOf: (match: ExpertMatchFieldsFragment) => ReactNode;
}) {
  const t = useWords(matchWords);
  const [first, setFirst] = useState(FIRST);
  const [result, ask] = useQuery({ query: document, variables: { id, first } });
  const list = result.data && listIn(result.data);
  // A verdict changes the list as it is read from then on; on the page it stays under the reader's hand.
  const shown = useAsShown(list?.edges);
  useUntilDone(result.data !== undefined && !list, ask);
  if (result.error && !list)
    return (
      <FailureState
        failure={failureOf(result.error)}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      />
    );
  if (!result.data) return <Skeleton cards={2} />;
  if (!list)
    return (
      <div role="status">
        <Empty title={t.matching}>{t.matchingText}</Empty>
      </div>
    );
  const matches = shown.filter(({ need, expert }) => need && expert);
  if (matches.length === 0) return <Empty title={t.none}>{t.noneExpertText}</Empty>;
  return (
    <div className="stack">
      {matches.map((node) => (
        <article key={node.id} className={css['match']}>
          <MatchScore match={node} />
          <div className={css['body']}>
            {nodeOf(node)}
            <MatchWhy match={node} />
            <div className={css['foot']}>
              <ExpertFeedback match={node} asExpert={asExpert} />
            </div>
          </div>
        </article>
      ))}
      {list.totalCount > list.edges.length && first < MOST && (
        <div>
          <Button onClick={() => setFirst(Math.min(MOST, first + 10))}>{t.more}</Button>
        </div>
      )}
    </div>
  );
}

function ExpertNamed({ match: { expertId, expert } }: { match: ExpertMatchFieldsFragment }) {
  return (
    <>
      <h3 className={css['title']}>
        <Link to={`/experts/${expertId}`}>{expert?.name}</Link>
      </h3>
      <p className="quiet">
        {[expert?.unitName, expert?.title, expert?.position].filter(Boolean).join(' · ')}
      </p>
    </>
  );
}

function NeedNamed({ match: { needId, need, sharedTerms } }: { match: ExpertMatchFieldsFragment }) {
  const nameOf = useNameOf();
  return (
    <>
      <h3 className={css['title']}>
        <Link to={`/needs/${needId}`}>
          <WithTerms text={need?.title ?? ''} terms={sharedTerms} />
        </Link>
      </h3>
      {need && (
        <p className="quiet">
          <NeedOwner need={need} /> · {nameOf('divisions', need.divisionCode, need.divisionName)}
        </p>
      )}
    </>
  );
}
