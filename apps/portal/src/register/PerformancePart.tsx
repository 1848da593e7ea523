import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useViewer } from '../api/viewer.js';
import { Section } from '../design/DetailPage.js';
import { Figure, Figures } from '../design/Figure.js';
import { Money } from '../design/Values.js';
import type { BrokerPageFragment, PerformanceFigure } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { performanceFigures, performanceWords } from './performanceWords.js';

const FIGURES: readonly PerformanceFigure[] = ['INTRODUCTIONS', 'DEALS', 'SIGNED', 'CONTRACTS', 'COMMISSION'];

/** 业绩: each figure opens its cases, for whoever signed in. */
export function PerformancePart({
  performance,
  cases,
}: {
  readonly performance: BrokerPageFragment['performance'];
  /** The cases of one figure. */
  readonly cases: (figure: PerformanceFigure) => ReactNode;
}) {
  const t = useWords(performanceWords);
  const names = useWords(performanceFigures);
  const { viewer } = useViewer();
  const [params] = useSearchParams();
  const figure = FIGURES.find((one) => one === params.get('figure'));
  const opens = (one: PerformanceFigure, count: number | null | undefined): string | undefined =>
    viewer && count ? `?figure=${one}` : undefined;
  const hidden = <span className="quiet">{t.hidden}</span>;
  const withheld = performance.contractAmount == null;
  return (
    <Section title={t.title} id="performance">
      <Figures>
        <Figure
          label={names.INTRODUCTIONS}
          value={performance.introductions}
          to={opens('INTRODUCTIONS', performance.introductions)}
        />
        <Figure label={names.DEALS} value={performance.deals} to={opens('DEALS', performance.deals)} />
        <Figure label={names.SIGNED} value={performance.signed} to={opens('SIGNED', performance.signed)} />
        <Figure
          label={names.CONTRACTS}
          value={performance.contracts}
          to={opens('CONTRACTS', performance.contracts)}
        />
        <Figure label={t.amount} value={withheld ? hidden : <Money fen={performance.contractAmount} />} />
        <Figure label={t.technical} value={withheld ? hidden : <Money fen={performance.technicalAmount} />} />
        {performance.commission != null && (
          <Figure
            label={t.commission}
            value={<Money fen={performance.commission} />}
            note={t.commissionNote}
            to={opens('COMMISSION', performance.commission)}
          />
        )}
      </Figures>
      <p className="quiet">
        {t.note}
        {withheld && ` ${t.hiddenNote(performance.amountsFrom)}`}
      </p>
      {figure && viewer && cases(figure)}
    </Section>
  );
}
