import { useState, type SubmitEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { useCity, useNameOf, useToday } from '../api/city.js';
import { failureOf } from '../api/failure.js';
import { graphql } from '../api/graphql.js';
import { useTitle } from '../api/title.js';
import { Button } from '../design/Button.js';
import { classes } from '../design/classes.js';
import { Figure, Figures } from '../design/Figure.js';
import { FailureState, Skeleton } from '../design/States.js';
import { DisclosureItem } from '../disclosures/DisclosureItem.js';
import type { HomeQuery } from '../gql/graphql.js';
import { useLanguage, useWords, type Language } from '../i18n/index.js';
import { NeedItem, ResultItem } from '../listings/cards.js';
import { listings } from '../listings/words.js';
import css from './Home.module.css';
import { KINDS, searchAddress } from '../search/kinds.js';
import { SuggestInput } from '../search/SuggestInput.js';
import { commonSearch } from '../search/words.js';
import { home } from './words.js';

const HomeDocument = graphql(`
  query Home {
    listingStatistics {
      results
      needs
      byCluster {
        cluster
        name
        priority
        results
        needs
      }
      newestResults {
        ...ResultCard
      }
      newestNeeds {
        ...NeedCard
      }
    }
    registeredContractsStatistics {
      totals {
        count
        total
        technical
      }
    }
    disclosures(filter: { states: [RUNNING, OBJECTED] }, first: 4) {
      edges {
        node {
          ...DisclosureCard
        }
      }
    }
  }
`);

const NEWEST = 4;

/** The first page: search, the city's clusters, what is new, and the figures of this year. */
export function HomePage() {
  const city = useCity();
  const t = useWords(home);
  const l = useWords(listings);
  useTitle(undefined);
  const [result, ask] = useQuery({ query: HomeDocument });
  const data = result.data;
  return (
    <>
      <section className={css['hero']}>
        <div className="wrap">
          <h1>{t.title(city?.name ?? '')}</h1>
          <p>{t.intro}</p>
          <Search />
          <div className={css['asks']}>
            <Link to="/listings/results/new/edit">{t.iAmOwner}</Link>
            <Link to="/listings/needs/new/edit">{t.iAmEnterprise}</Link>
            <Link to="/verify">{t.iVerify}</Link>
          </div>
        </div>
      </section>
      <div className={classes('wrap', css['figures'])}>
        <Numbers data={data} />
      </div>
      <div className={classes('wrap', css['sections'])}>
        {result.error && !data && (
          <FailureState
            failure={failureOf(result.error)}
            onRetry={() => ask({ requestPolicy: 'network-only' })}
          />
        )}
        {!data && result.fetching && <Skeleton cards={3} />}
        {data && (
          <>
            <Clusters data={data} />
            <div className={css['columns']}>
              <section>
                <div className={css['head']}>
                  <h2>{l.newestResults}</h2>
                  <Link to="/results">{l.allResults}</Link>
                </div>
                <ul className={css['items']}>
                  {data.listingStatistics.newestResults.slice(0, NEWEST).map((entry) => (
                    <li key={entry.id}>
                      <ResultItem result={entry} level="h3" />
                    </li>
                  ))}
                </ul>
                {data.listingStatistics.newestResults.length === 0 && (
                  <p className="quiet">{l.noResultsText}</p>
                )}
              </section>
              <section>
                <div className={css['head']}>
                  <h2>{l.newestNeeds}</h2>
                  <Link to="/needs">{l.allNeeds}</Link>
                </div>
                <ul className={css['items']}>
                  {data.listingStatistics.newestNeeds.slice(0, NEWEST).map((entry) => (
                    <li key={entry.id}>
                      <NeedItem need={entry} level="h3" />
                    </li>
                  ))}
                </ul>
                {data.listingStatistics.newestNeeds.length === 0 && <p className="quiet">{l.noNeedsText}</p>}
              </section>
            </div>
            {data.disclosures.edges.length > 0 && (
              <section>
                <div className={css['head']}>
                  <h2>{t.running}</h2>
                  <Link to="/disclosures">{t.allDisclosures}</Link>
                </div>
                <ul className={css['items']}>
                  {data.disclosures.edges.map(({ node }) => (
                    <li key={node.id}>
                      <DisclosureItem disclosure={node} level="h3" />
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
        <section>
          <div className={css['head']}>
            <h2>{t.how}</h2>
          </div>
          <ol className={css['thread']}>
            {t.steps.map(([title, text]) => (
              <li key={title}>
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </>
  );
}

function Search() {
  const t = useWords(home);
  const navigate = useNavigate();
  const k = useWords(commonSearch);
  const [place, setPlace] = useState('');
  const [text, setText] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void navigate(searchAddress(text, KINDS.find((kind) => kind === place) ?? null));
  };
  return (
    <form className={css['search']} role="search" aria-label={t.searchIn} onSubmit={submit}>
      <select aria-label={t.searchIn} value={place} onChange={(event) => setPlace(event.target.value)}>
        <option value="">{k.all}</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {k[kind]}
          </option>
        ))}
      </select>
      <SuggestInput value={text} onChange={setText} label={t.placeholder} />
      <Button type="submit" tone="primary" size="large">
        {t.search}
      </Button>
    </form>
  );
}

const FEN_PER_WAN = 1_000_000;
const FEN_PER_YI = 10_000_000_000;
const FEN_PER_MILLION = 100_000_000;

/** A large sum in 万元, or in 亿元 from one 亿 on; in English in millions of yuan. */
function sum(fen: number, language: Language): { readonly value: string; readonly unit: string } {
  const [size, unit] =
    language === 'en'
      ? ([FEN_PER_MILLION, 'M CNY'] as const)
      : fen >= FEN_PER_YI
        ? ([FEN_PER_YI, '亿元'] as const)
        : ([FEN_PER_WAN, '万元'] as const);
  return { value: (fen / size).toLocaleString('en-US', { maximumFractionDigits: 2 }), unit };
}

function Numbers({ data }: { data: HomeQuery | undefined }) {
  const t = useWords(home);
  const { language } = useLanguage();
  const year = useToday().slice(0, 4);
  const totals = data?.registeredContractsStatistics.totals;
  const amount = totals && sum(totals.total, language);
  const technical = totals && sum(totals.technical, language);
  const waiting = data ? undefined : '–';
  return (
    <Figures>
      <Figure
        label={t.onlineResults}
        value={data?.listingStatistics.results.toLocaleString('en-US') ?? waiting}
        unit={t.items}
        to="/results"
      />
      <Figure
        label={t.onlineNeeds}
        value={data?.listingStatistics.needs.toLocaleString('en-US') ?? waiting}
        unit={t.items}
        to="/needs"
      />
      <Figure
        label={t.contracts(year)}
        value={totals?.count.toLocaleString('en-US') ?? waiting}
        unit={t.items}
        to="/data"
      />
      <Figure label={t.amount} value={amount?.value ?? waiting} unit={amount?.unit} to="/data" />
      <Figure label={t.technical} value={technical?.value ?? waiting} unit={technical?.unit} to="/data" />
    </Figures>
  );
}

function Clusters({ data }: { data: HomeQuery }) {
  const t = useWords(home);
  const nameOf = useNameOf();
  return (
    <section>
      <div className={css['head']}>
        <h2>{t.clusters}</h2>
        <span className="quiet">{t.clustersNote}</span>
      </div>
      <ul className={css['clusters']}>
        {data.listingStatistics.byCluster.map((entry) => (
          <li key={entry.cluster}>
            <Link
              className={classes(css['cluster'], entry.priority && css['priority'])}
              to={`/results?cluster=${encodeURIComponent(entry.cluster)}`}
            >
              <strong>
                {nameOf('clusters', entry.cluster, entry.name)}
                {entry.priority && <span className={css['flag']}>{t.priority}</span>}
              </strong>
              <span className={classes(css['counts'], 'num')}>{t.counts(entry.results, entry.needs)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export { HomePage as Component };
