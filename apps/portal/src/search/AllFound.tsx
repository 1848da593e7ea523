import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CombinedError } from 'urql';
import { failureOf } from '../api/failure.js';
import { Empty, FailureState, Notice, Skeleton } from '../design/States.js';
import { classes } from '../design/classes.js';
import { common } from '../i18n/common.js';
import type { SearchAllQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { AgencyItem } from '../agencies/AgencyItem.js';
import { BrokerItem } from '../brokers/BrokerItem.js';
import { ExpertItem } from '../experts/ExpertItem.js';
import { NeedItem, ResultItem } from '../listings/cards.js';
import { listings } from '../listings/words.js';
import { PatentItem } from '../patents/PatentItem.js';
import { AboutSearch, breadthIn, type Breadth, type Highlights } from '../searches/Found.js';
import { KINDS, searchAddress, type Kind } from './kinds.js';
import { OrganisationItem } from './OrganisationItem.js';
import css from './Search.module.css';
import { commonSearch } from './words.js';

interface Found extends Breadth {
  readonly count: number;
  readonly items: readonly (readonly [id: string, item: ReactNode])[];
}

interface List<N> {
  readonly totalCount: number;
  readonly loose: boolean;
  readonly widened: boolean;
  readonly edges: readonly { readonly node: N; readonly highlights: Highlights }[];
}

const found = <N extends { readonly id: string }>(
  { totalCount: count, loose, widened, edges }: List<N>,
  itemOf: (node: N, highlights: Highlights) => ReactNode,
): Found => ({
  count,
  loose,
  widened,
  items: edges.map(({ node, highlights }) => [node.id, itemOf(node, highlights)]),
});

const foundIn = (data: SearchAllQuery): Readonly<Record<Kind, Found>> => ({
  result: found(data.results, (node, highlights) => (
    <ResultItem result={node} highlights={highlights} level="h3" />
  )),
  need: found(data.needs, (node, highlights) => <NeedItem need={node} highlights={highlights} level="h3" />),
  expert: found(data.experts, (node, highlights) => (
    <ExpertItem expert={node} highlights={highlights} level="h3" />
  )),
  patent: found(data.patents, (node, highlights) => (
    <PatentItem patent={node} highlights={highlights} level="h3" />
  )),
  broker: found(data.brokers, (node, highlights) => (
    <BrokerItem broker={node} highlights={highlights} level="h3" />
  )),
  agency: found(data.agencies, (node, highlights) => (
    <AgencyItem agency={node} highlights={highlights} level="h3" />
  )),
  organisation: found(data.organisations, (node, highlights) => (
    <OrganisationItem organisation={node} highlights={highlights} level="h3" />
  )),
});

/** The first of each kind, one kind below the other; a kind of which nothing is found is left out. */
export function AllFound({
  result: { data, error, fetching, stale },
  text,
  onRetry,
}: {
  result: {
    readonly data?: SearchAllQuery;
    readonly error?: CombinedError;
    readonly fetching: boolean;
    readonly stale: boolean;
  };
  text: string;
  onRetry: () => void;
}) {
  const t = useWords(commonSearch);
  const c = useWords(common);
  if (error && !data) return <FailureState failure={failureOf(error)} onRetry={onRetry} />;
  if (!data) return <Skeleton />;
  const all = foundIn(data);
  const kinds = KINDS.filter((kind) => all[kind].items.length > 0);
  const { results, needs, experts, patents, brokers, agencies, organisations } = data;
  const [suggestion] = [results, needs, experts, patents, brokers, agencies, organisations].flatMap(
    (list) => list.suggestion ?? [],
  );
  const total = KINDS.reduce((sum, kind) => sum + all[kind].count, 0);
  const busy = fetching || stale;
  return (
    <div className={classes(css['sections'], busy && css['stale'])} aria-busy={busy || undefined}>
      <span className="vh" role="status">
        {!busy && c.total(total)}
      </span>
      <AboutSearch suggestion={suggestion} addressOf={searchAddress} />
      {kinds.length === 0 && <Empty title={t.none}>{t.noneText}</Empty>}
      {kinds.map((kind) => (
        <FoundSection key={kind} kind={kind} found={all[kind]} text={text} />
      ))}
    </div>
  );
}

function FoundSection({ kind, found, text }: { kind: Kind; found: Found; text: string }) {
  const t = useWords(commonSearch);
  const breadth = breadthIn(found, useWords(listings));
  return (
    <section>
      <div className={css['head']}>
        <h2>{t.found(t[kind], found.count)}</h2>
        {found.count > found.items.length && (
          <Link to={searchAddress(text, kind)}>{t.showAll(t[kind], found.count)}</Link>
        )}
      </div>
      {breadth && <Notice>{breadth}</Notice>}
      <ul className={css['items']}>
        {found.items.map(([id, item]) => (
          <li key={id}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
