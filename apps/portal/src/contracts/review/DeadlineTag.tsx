import { StatusTag } from '../../design/StatusTag.js';
import { Tip } from '../../design/Tip.js';
import type { DeadlineColour } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { colourTones, contractLabels } from '../labels.js';
import { contractWords } from '../words.js';

interface Limit {
  readonly dueOn: string;
  readonly workingDaysLeft: number;
  readonly colour: DeadlineColour;
}

/** 办理期限: by word, shape and colour what is left in working days. `plain` stands inside a link, without the day on hover. */
export function DeadlineTag({ deadline, plain = false }: { deadline: Limit; plain?: boolean }) {
  const t = useWords(contractWords);
  const labels = useWords(contractLabels);
  const tag = (
    <StatusTag tone={colourTones[deadline.colour]}>{t.workingDays(deadline.workingDaysLeft)}</StatusTag>
  );
  return plain ? tag : <Tip text={`${deadline.dueOn} · ${labels.colour[deadline.colour]}`}>{tag}</Tip>;
}
