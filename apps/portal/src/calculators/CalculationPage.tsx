import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useTitle } from '../api/title.js';
import { Button } from '../design/Button.js';
import { Crumbs } from '../design/DetailPage.js';
import { Loaded } from '../design/Loaded.js';
import { useWords } from '../i18n/index.js';
import css from './Calculators.module.css';
import { CalculationView } from './CalculationView.js';
import { CalculationDocument, type Calculation } from './documents.js';
import { calculatorWords } from './words.js';

/** A kept calculation, as it was. */
export function Component() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({ query: CalculationDocument, variables: { id } });
  return (
    <div className="wrap">
      <Loaded
        page
        result={result}
        value={result.data?.calculation}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      >
        {(calculation) => <Kept calculation={calculation} />}
      </Loaded>
    </div>
  );
}

function Kept({ calculation }: { calculation: Calculation }) {
  const t = useWords(calculatorWords);
  useTitle(calculation.title ?? t.title);
  return (
    <div className={css['page']}>
      <Crumbs crumbs={[{ label: t.mine, to: '/calculations' }]} />
      <div className="spread">
        <h1>{calculation.title}</h1>
        <span className="no-print">
          <Button
            to={`/calculators/${calculation.calculator.id}?from=${calculation.id ?? ''}`}
            icon="refresh"
          >
            {t.again}
          </Button>
        </span>
      </div>
      <p className="quiet">{calculation.calculator.title}</p>
      <CalculationView calculation={calculation} />
    </div>
  );
}
