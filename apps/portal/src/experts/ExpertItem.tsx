import { useCodeTables, nameIn } from '../api/city.js';
import { Card } from '../design/Card.js';
import { StatusTag } from '../design/StatusTag.js';
import type { ExpertCardFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { Labels } from '../listings/parts.js';
import { Marked, type Highlights } from '../searches/Found.js';
import { expertAvailabilities, expertModes, expertStates, expertTones } from './terms.js';
import { common } from '../i18n/common.js';

/** An expert in a list; `bank` shows the state, which is one and the same elsewhere. */
export function ExpertItem({
  expert,
  bank = false,
  level,
  highlights,
}: {
  expert: ExpertCardFragment;
  bank?: boolean;
  level?: 'h2' | 'h3';
  /** What was looked for, marked. */
  highlights?: Highlights;
}) {
  const states = useWords(expertStates);
  const { list } = useWords(common);
  const modes = useWords(expertModes);
  const availabilities = useWords(expertAvailabilities);
  const tables = useCodeTables();
  return (
    <Card
      to={`/experts/${expert.id}`}
      title={<Marked text={expert.name} field="name" in={highlights} />}
      level={level}
      text={<Marked text={expert.introduction} field="introduction" in={highlights} />}
      corner={
        bank ? (
          <StatusTag tone={expertTones[expert.state]}>{states[expert.state]}</StatusTag>
        ) : (
          <StatusTag tone={expert.availability === 'OPEN' ? 'good' : 'rest'}>
            {availabilities[expert.availability]}
          </StatusTag>
        )
      }
      meta={[
        <span key="unit">
          <Marked text={expert.unitName} field="unit" in={highlights} />
        </span>,
        <span key="title">{list([expert.title, expert.position].filter(Boolean))}</span>,
        expert.techFields.length > 0 && (
          <span key="fields">
            {list(expert.techFields.map(({ code, name }) => nameIn(tables?.techFields, code) || name))}
          </span>
        ),
        expert.modes.length > 0 && <span key="modes">{list(expert.modes.map((mode) => modes[mode]))}</span>,
        expert.keywords.length > 0 && <Labels key="keywords" values={expert.keywords.slice(0, 6)} />,
      ]}
    />
  );
}
