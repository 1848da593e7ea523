import type { ReactNode } from 'react';
import type { CooperationMode } from '../../gql/graphql.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/index.js';
import { Labels, Modes, Pairs } from '../parts.js';
import { formWords } from './words.js';

/** What the listing says so far, as a list would show it. */
export function FormSummary(props: {
  readonly title: string | null | undefined;
  readonly keywords: readonly string[];
  readonly modes: readonly CooperationMode[];
  /** What its price or budget is called. */
  readonly priceLabel: string;
  /** Null until something is said of it. */
  readonly price: ReactNode;
}) {
  const t = useWords(formWords);
  const c = useWords(common);
  return (
    <Pairs
      pairs={[
        [t.title, props.title || c.notStated],
        props.keywords.length > 0 && [t.keywords, <Labels key="k" values={props.keywords} />],
        props.modes.length > 0 && [t.modes, <Modes key="m" modes={props.modes} />],
        [props.priceLabel, props.price ?? c.notStated],
      ]}
    />
  );
}
