import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CombinedError } from 'urql';
import { failureOf } from '../api/failure.js';
import { Empty, FailureState, Notice, Skeleton } from '../design/States.js';
import { classes } from '../design/classes.js';
import type { SearchAllQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { AgencyItem } from '../agencies/AgencyItem.js';
import { BrokerItem } from '../brokers/BrokerItem.js';
import { ExpertItem } from '../experts/ExpertItem.js';
import { NeedItem, ResultItem } from '../listings/cards.js';
import { listings } from '../listings/words.js';
import { PatentItem } from '../patents/PatentItem.js';
import { AboutSearch, breadthIn, type Breadth } from '../searches/Found.js';
import { KINDS, searchAddress, type Kind } from './kinds.js';
import { OrganisationItem } from './OrganisationItem.js';
import css from './Search.module.css';
import { commonSearch } from './words.js';

interface Found extends Breadth {
  readonly count: number;
  readonly items: readonly (readonly [id: string, item: ReactNode])[];
}

const foundIn = (data: SearchAllQuery): Readonly<Record<Kind, Found>> => ({
  result: {
    count: data.results.totalCount,
    loose: data.results.loose,
    widened: data.results.widened,
    items: data.results.edges.map(({ node, highlights }) => [
      node.id,
      <ResultItem key={node.id} result={node} highlights={highlights} level="h3" />,
    ]),
  },
  need: {
    count: data.needs.totalCount,
    loose: data.needs.loose,
    widened: data.needs.widened,
    items: data.needs.edges.map(({ node, highlights }) => [
      node.id,
      <NeedItem key={node.id} need={node} highlights={highlights} level="h3" />,
    ]),
  },
  expert: {
    count: data.experts.totalCount,
    loose: data.experts.loose,
    widened: data.experts.widened,
    items: data.experts.edges.map(({ node, highlights }) => [
      node.id,
      <ExpertItem key={node.id} expert={node} highlights={highlights} level="h3" />,
    ]),
  },
  patent: {
    count: data.patents.totalCount,
    loose: data.patents.loose,
    widened: data.patents.widened,
    items: data.patents.edges.map(({ node, highlights }) => [
      node.id,
      <PatentItem key={node.id} patent={node} highlights={highlights} level="h3" />,
    ]),
  },
  broker: {
    count: data.brokers.totalCount,
    loose: data.brokers.loose,
    widened: data.brokers.widened,
    items: data.brokers.edges.map(({ node, highlights }) => [
      node.id,
      <BrokerItem key={node.id} broker={node} highlights={highlights} level="h3" />,
    ]),
  },
  agency: {
    count: data.agencies.totalCount,
    loose: data.agencies.loose,
    widened: data.agencies.widened,
    items: data.agencies.edges.map(({ node, highlights }) => [
      node.id,
      <AgencyItem key={node.id} agency={node} highlights={highlights} level="h3" />,
    ]),
  },
  organisation: {
    count: data.organisations.totalCount,
    loose: data.organisations.loose,
    widened: data.organisations.widened,
    items: data.organisations.edges.map(({ node, highlights }) => [
      node.id,
      <OrganisationItem key={node.id} organisation={node} highlights={highlights} level="h3" />,
    ]),
  },
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
  if (error && !data) return <FailureState failure={failureOf(error)} onRetry={onRetry} />;
  if (!data) return <Skeleton />;
  const found = foundIn(data);
  const kinds = KINDS.filter((kind) => found[kind].items.length > 0);
  const { results, needs, experts, patents, brokers, agencies, organisations } = data;
  const [suggestion] = [results, needs, experts, patents, brokers, agencies, organisations].flatMap(
    (list) => list.suggestion ?? [],
  );
  const busy = fetching || stale;
  return (
    <div className={classes(css['sections'], busy && css['stale'])} aria-busy={busy || undefined}>
      <AboutSearch suggestion={suggestion} addressOf={searchAddress} />
      {kinds.length === 0 && <Empty title={t.none}>{t.noneText}</Empty>}
      {kinds.map((kind) => (
        <FoundSection key={kind} kind={kind} found={found[kind]} text={text} />
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
