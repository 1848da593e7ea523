import { useToday } from '../api/city.js';
import { StatusTag } from '../design/StatusTag.js';
import { Day } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { reportWords } from './words.js';

/** The last day of a report that was not handed in, and whether it has passed. */
export function Due({ on }: { on: string }) {
  const t = useWords(reportWords);
  const isOver = useToday() > on;
  return (
    <>
      <Day on={on} /> {isOver && <StatusTag tone="refused">{t.overdue}</StatusTag>}
    </>
  );
}
