import { Money } from '../design/Values.js';
import type { AnnualReportUnit } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { reportWords } from './words.js';

/** A figure with its unit. */
export function FigureValue({ value, unit }: { value: number; unit: AnnualReportUnit }) {
  const t = useWords(reportWords);
  if (unit === 'FEN') return <Money fen={value} />;
  return (
    <span className="num">
      {value.toLocaleString('en-US')} {t.units[unit]}
    </span>
  );
}
