import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { Heading } from '../../design/ListPage.js';
import { Loaded } from '../../design/Loaded.js';
import type { MarketHealthQuery } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { useSay } from '../../i18n/say.js';
import css from './Workbench.module.css';
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
          <div className={css['figures']}>
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
  const say = useSay();
  const { name, value, unit, of, definition, query } = figure;
  return (
    <section className={css['figure']} aria-label={t[name]}>
      <h2>{t[name]}</h2>
      {typeof value === 'number' ? (
        <p className={css['value']}>{t[unit](value)}</p>
      ) : (
        <p className={css['none']}>{t.nothing}</p>
      )}
      <p className="quiet">
        {say(definition)} {t.of(of)}
      </p>
      <details>
        <summary>{t.query}</summary>
        <pre tabIndex={0} aria-label={t.query}>
          <code>{query}</code>
        </pre>
      </details>
    </section>
  );
}
