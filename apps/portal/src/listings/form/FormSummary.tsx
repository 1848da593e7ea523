import { MoneyRange } from '../../design/Values.js';
import type { CooperationMode } from '../../gql/graphql.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/index.js';
import { Labels, Modes, Pairs } from '../parts.js';
import { listings } from '../words.js';
import { formWords } from './words.js';

/** What the listing says so far, as a list would show it. */
export function FormSummary(props: {
  readonly title: string | null | undefined;
  readonly keywords: readonly string[];
  readonly modes: readonly CooperationMode[];
  readonly min: number | null | undefined;
  readonly max: number | null | undefined;
  readonly budget?: boolean;
}) {
  const t = useWords(formWords);
  const l = useWords(listings);
  const c = useWords(common);
  return (
    <Pairs
      pairs={[
        [t.title, props.title || c.notStated],
        props.keywords.length > 0 && [t.keywords, <Labels key="k" values={props.keywords} />],
        props.modes.length > 0 && [t.modes, <Modes key="m" modes={props.modes} />],
        [props.budget ? l.budget : l.price, <MoneyRange key="p" min={props.min} max={props.max} />],
      ]}
    />
  );
}
