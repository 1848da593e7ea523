import { StatusTag } from '../../design/StatusTag.js';
import { Tip } from '../../design/Tip.js';
import type { DeadlineColour } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { colourTones, contractLabels } from '../labels.js';
import { contractWords } from '../words.js';

/** 办理期限: the day, and by word, shape and colour what is left of it in working days. */
export function DeadlineTag({ deadline }: { deadline: { readonly dueOn: string; readonly workingDaysLeft: number; readonly colour: DeadlineColour } }) {
  const t = useWords(contractWords);
  const labels = useWords(contractLabels);
  return (
    <Tip text={`${deadline.dueOn} · ${labels.colour[deadline.colour]}`}>
      <StatusTag tone={colourTones[deadline.colour]}>{t.workingDays(deadline.workingDaysLeft)}</StatusTag>
    </Tip>
  );
}
