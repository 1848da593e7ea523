import { Steps } from '../design/Steps.js';
import type { CallState } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import type { Call } from './terms.js';
import { callWords } from './words.js';

const STAGES = {
  demand: ['DRAFT', 'RETURNED'],
  recommend: ['SUBMITTED'],
  check: ['RECOMMENDED'],
  argue: ['FORM_CHECKED'],
  approve: ['CANDIDATE'],
  notice: ['APPROVED', 'NOTICED'],
  publish: ['CLEARED', 'PUBLISHED'],
  bidding: ['BIDDING', 'BIDS_CLOSED', 'FAILED'],
  qualify: ['BIDS_OPENED', 'QUALIFIED'],
  review: ['REVIEWING', 'REVIEWED'],
  award: ['AWARD_NOTICED', 'AWARDED', 'FINISHED'],
} as const satisfies Readonly<Record<string, readonly CallState[]>>;
type Stage = keyof typeof STAGES;
const KEYS = Object.keys(STAGES) as Stage[];
const isOf = (stage: Stage, state: string): boolean => (STAGES[stage] as readonly string[]).includes(state);

/** The way from the demand to the bids, where the call stands, and what comes next. */
export function CallSteps({ call }: { call: Call }) {
  const t = useWords(callWords);
  const current = KEYS.findIndex((key) => isOf(key, call.state));
  /** When the call left the stage for good, as its history tells those who read it. */
  const leftAt = (key: Stage): string | undefined =>
    call.timeline.filter(({ from, to }) => isOf(key, from ?? '') && !isOf(key, to ?? '')).at(-1)?.at;
  const steps = KEYS.map((key, index) => {
    const done = index < current;
    const status = index === current ? ('now' as const) : done ? ('done' as const) : ('todo' as const);
    return { key, name: t.stages[key], status, at: done ? leftAt(key) : undefined };
  });
  return (
    <Steps label={t.progress} steps={current < 0 ? [] : steps}>
      <span>{t.next[call.state]}</span>
    </Steps>
  );
}
