import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery, type TypedDocumentNode } from 'urql';
import { useNameOf } from '../api/city.js';
import { failureOf } from '../api/failure.js';
import { graphql } from '../api/graphql.js';
import { Button } from '../design/Button.js';
import { Empty, FailureState, Skeleton } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { useUntilDone } from '../design/useUntilDone.js';
import type { PatentMatchFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { NeedOwner } from '../listings/cards.js';
import css from './Matches.module.css';
import { MatchScore, MatchWhy } from './MatchWhy.js';
import { WithTerms } from './WithTerms.js';
import { matchWords } from './words.js';

export const PatentMatchFields = graphql(`
  fragment PatentMatchFields on PatentMatch {
    id
    needId
    patentId
    score
    parts {
      name
      label
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
    openToAll
    modelVersion
    need {
      ...NeedCard
    }
    patent {
      id
      title
      displayNumber
      applicants
    }
  }
`);

const PatentsForNeedDocument = graphql(`
  query PatentsForNeed($id: ID!, $first: Int!) {
    need(id: $id) {
      id
      patentMatches(first: $first) {
        totalCount
        edges {
          node {
            ...PatentMatchFields
          }
        }
      }
    }
  }
`);

const NeedsForPatentDocument = graphql(`
  query NeedsForPatent($id: ID!, $first: Int!) {
    patent(id: $id) {
      id
      needMatches(first: $first) {
        totalCount
        edges {
          node {
            ...PatentMatchFields
          }
        }
      }
    }
  }
`);

const FIRST = 5;
const MOST = 50;

/** Patents of others for one's need, what is openly licensed first. */
export function PatentsForNeed({ id }: { id: string }) {
  const t = useWords(matchWords);
  return (
    <Matched
      id={id}
      document={PatentsForNeedDocument}
      listIn={({ need }) => need?.patentMatches}
      none={t.nonePatentText}
      nodeOf={(match) => <PatentNamed match={match} />}
    />
  );
}

/** Needs that one's patent could serve. */
export function NeedsForPatent({ id }: { id: string }) {
  const t = useWords(matchWords);
  return (
    <Matched
      id={id}
      document={NeedsForPatentDocument}
      listIn={({ patent }) => patent?.needMatches}
      none={t.nonePatentNeedsText}
      nodeOf={(match) => <NeedNamed match={match} />}
    />
  );
}

interface List {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: PatentMatchFieldsFragment }[];
}

function Matched<D>({
  id,
  document,
  listIn,
  none,
  nodeOf,
}: {
  id: string;
  document: TypedDocumentNode<D, { id: string; first: number }>;
  /** Null while matching does not know of the need or the patent yet. */
  listIn: (data: D) => List | null | undefined;
  none: string;
  nodeOf: (match: PatentMatchFieldsFragment) => ReactNode;
}) {
  const t = useWords(matchWords);
  const [first, setFirst] = useState(FIRST);
  const [result, ask] = useQuery({ query: document, variables: { id, first } });
  const list = result.data && listIn(result.data);
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
  const matches = list.edges.filter(({ node }) => node.need && node.patent);
  if (matches.length === 0) return <Empty title={t.none}>{none}</Empty>;
  return (
    <div className="stack">
      {matches.map(({ node }) => (
        <article key={node.id} className={css['match']}>
          <MatchScore match={node} />
          <div className={css['body']}>
            {nodeOf(node)}
            <MatchWhy match={node} />
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

function PatentNamed({ match }: { match: PatentMatchFieldsFragment }) {
  const t = useWords(matchWords);
  const { patentId, patent, sharedTerms, openToAll } = match;
  return (
    <>
      <h3 className={css['title']}>
        <Link to={`/patents/${patentId}`}>
          <WithTerms text={patent?.title ?? ''} terms={sharedTerms} />
        </Link>
      </h3>
      <p className="quiet">
        {openToAll && <StatusTag tone="good">{t.openToAll}</StatusTag>}{' '}
        {[patent?.displayNumber, ...(patent?.applicants ?? [])].filter(Boolean).join(' · ')}
      </p>
    </>
  );
}

function NeedNamed({ match: { needId, need, sharedTerms } }: { match: PatentMatchFieldsFragment }) {
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
