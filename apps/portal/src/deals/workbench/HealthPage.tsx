import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { Heading } from '../../design/ListPage.js';
import { Loaded } from '../../design/Loaded.js';
import type { MarketHealthQuery } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { workbenchWords } from './words.js';

const MarketHealthDocument = graphql(`
  query MarketHealth {
    marketHealth {
      name
      value
      unit
      of
      definition
      query
    }
  }
`);

/** 市场活力: public, each figure with what it counts and the statement that counted it. */
export function Component() {
  const t = useWords(workbenchWords);
  const [result, ask] = useQuery({ query: MarketHealthDocument });
  return (
    <div className="wrap">
      <Heading title={t.health} intro={t.healthIntro} />
      <Loaded result={result} value={result.data} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ marketHealth }) => (
          <div className="stack">
            {marketHealth.map((figure) => (
              <Figure key={figure.name} figure={figure} />
            ))}
          </div>
        )}
      </Loaded>
    </div>
  );
}

function Figure({ figure }: { figure: MarketHealthQuery['marketHealth'][number] }) {
  const t = useWords(workbenchWords);
  const { name, value, unit, of, definition, query } = figure;
  return (
    <section aria-label={t[name]}>
      <h2>
        {t[name]} <strong className="num">{typeof value === 'number' ? t[unit](value) : t.nothing}</strong>
      </h2>
      <p className="quiet">
        {definition} {t.of(of)}
      </p>
      <details>
        <summary>{t.query}</summary>
        <pre className="scroll">
          <code>{query}</code>
        </pre>
      </details>
    </section>
  );
}
