import { useState, type ReactNode } from 'react';
import { useQuery, type TypedDocumentNode } from 'urql';
import { failureOf } from '../api/failure.js';
import { Button } from '../design/Button.js';
import { Empty, FailureState, Skeleton } from '../design/States.js';
import { useUntilDone } from '../design/useUntilDone.js';
import { useWords } from '../i18n/index.js';
import css from './Matches.module.css';
import { MatchScore, MatchWhy, type Scored } from './MatchWhy.js';
import { useAsShown } from './useAsShown.js';
import { matchWords } from './words.js';

const FIRST = 5;
const MOST = 50;

interface List<M> {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: M }[];
}

/** Pairs of a need with experts or with patents, for either side: each with its score and its reasons. */
export function Matched<D, M extends Scored & { readonly id: string }>({
  id,
  document,
  listIn,
  isWhole,
  none,
  nodeOf,
  footOf,
}: {
  id: string;
  document: TypedDocumentNode<D, { id: string; first: number }>;
  /** Null while matching does not know of one side yet. */
  listIn: (data: D) => List<M> | null | undefined;
  /** Whether both sides of the pair may still be read. */
  isWhole: (match: M) => boolean;
  none: string;
  nodeOf: (match: M) => ReactNode;
  footOf?: (match: M) => ReactNode;
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
  const matches = shown.filter(isWhole);
  if (matches.length === 0) return <Empty title={t.none}>{none}</Empty>;
  return (
    <div className="stack">
      {matches.map((match) => (
        <article key={match.id} className={css['match']}>
          <MatchScore match={match} />
          <div className={css['body']}>
            {nodeOf(match)}
            <MatchWhy match={match} />
            {footOf && <div className={css['foot']}>{footOf(match)}</div>}
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
