import { Card } from '../design/Card.js';
import { StatusTag } from '../design/StatusTag.js';
import type { PatentCardFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { Marked, type Highlights } from '../searches/Found.js';
import { patentKinds, patentStates, patentTones } from './terms.js';
import { patentWords } from './words.js';
import { common } from '../i18n/common.js';

/** A patent in a list. */
export function PatentItem({
  patent,
  level,
  highlights,
}: {
  patent: PatentCardFragment;
  level?: 'h2' | 'h3';
  /** What was looked for, marked. */
  highlights?: Highlights;
}) {
  const t = useWords(patentWords);
  const { list } = useWords(common);
  const kinds = useWords(patentKinds);
  const states = useWords(patentStates);
  const due = patent.warnings?.length ?? 0;
  return (
    <Card
      to={`/patents/${patent.id}`}
      title={<Marked text={patent.title} field="title" in={highlights} />}
      level={level}
      text={<Marked text={patent.summary} field="summary" in={highlights} />}
      corner={
        <span className="row" style={{ gap: 8 }}>
          {due > 0 && <StatusTag tone="attention">{t.due(due)}</StatusTag>}
          {patent.openLicence?.active && <StatusTag tone="moving">{t.openLicence}</StatusTag>}
          <StatusTag tone={patentTones[patent.state]}>{states[patent.state]}</StatusTag>
        </span>
      }
      meta={[
        <span key="number" className="num">
          {patent.displayNumber}
        </span>,
        <span key="kind">{kinds[patent.kind]}</span>,
        <span key="owners">{list(patent.owners)}</span>,
        patent.ipc[0] && (
          <span key="ipc" className="num">
            {patent.ipc[0]}
          </span>
        ),
        <span key="filed">
          {t.filed} <span className="num">{patent.filedOn}</span>
        </span>,
      ]}
    />
  );
}
