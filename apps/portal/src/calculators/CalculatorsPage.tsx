import { useLocation } from 'react-router';
import { useQuery } from 'urql';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Card } from '../design/Card.js';
import { Heading } from '../design/ListPage.js';
import { Loaded } from '../design/Loaded.js';
import { useLanguage, useWords } from '../i18n/index.js';
import { useTitle } from '../api/title.js';
import css from './Calculators.module.css';
import { CalculatorsDocument } from './documents.js';
import { englishCalculator } from './english.js';
import { calculatorWords } from './words.js';

/** 测算: what tax and reward would come to, before anything is filed. */
export function Component() {
  const t = useWords(calculatorWords);
  const { language } = useLanguage();
  const { viewer } = useViewer();
  // From a contract's page: each calculator is filled in from it.
  const { search } = useLocation();
  useTitle(t.title);
  const [result, ask] = useQuery({ query: CalculatorsDocument });
  return (
    <div className="wrap">
      <div className="spread">
        <Heading title={t.title} intro={t.intro} />
        {viewer && <Button to="/calculations">{t.mine}</Button>}
      </div>
      <Loaded
        result={result}
        value={result.data?.calculators}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      >
        {(calculators) => (
          <div className={css['cards']}>
            {calculators.map((calculator) => {
              const english = language === 'en' ? englishCalculator(calculator.id) : undefined;
              return (
                <Card
                  key={calculator.id}
                  to={`/calculators/${calculator.id}${search}`}
                  title={english?.title ?? calculator.title}
                  text={english?.summary ?? calculator.summary}
                  meta={[calculator.sources[0]]}
                />
              );
            })}
          </div>
        )}
      </Loaded>
    </div>
  );
}
