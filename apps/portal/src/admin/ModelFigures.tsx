import { StatusTag, type StatusTone } from '../design/StatusTag.js';
import type { MatchingModelState } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { matchingWords } from './matchingWords.js';

const tones: Readonly<Record<MatchingModelState, StatusTone>> = {
  ACTIVE: 'good',
  CANDIDATE: 'attention',
  RETIRED: 'ended',
};

export function StateOf({ state }: { state: MatchingModelState }) {
  const t = useWords(matchingWords);
  return <StatusTag tone={tones[state]}>{t.states[state]}</StatusTag>;
}

/** Four digits, or that there is nothing to compare by. */
export function Share({ value }: { value: number | null | undefined }) {
  const t = useWords(matchingWords);
  if (value === null || value === undefined) return <span className="quiet">{t.unknown}</span>;
  return <span className="num">{value.toFixed(4)}</span>;
}
