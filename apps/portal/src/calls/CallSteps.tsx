import { exactTime } from '../design/amounts.js';
import { classes } from '../design/classes.js';
import { Icon } from '../design/Icon.js';
import type { CallState } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import css from '../deals/StageSteps.module.css';
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
  const statusOf = (index: number): 'done' | 'now' | 'todo' =>
    index === current ? 'now' : index < current ? 'done' : 'todo';
  return (
    <div className={css['box']}>
      {current >= 0 && (
        <ol className={css['steps']} aria-label={t.progress}>
          {KEYS.map((key, index) => {
            const status = statusOf(index);
            const at = status === 'done' ? leftAt(key) : undefined;
            return (
              <li
                key={key}
                className={classes(css['step'], css[status])}
                aria-current={status === 'now' ? 'step' : undefined}
              >
                <span className={css['mark']}>
                  <Icon name={status === 'done' ? 'check' : status === 'now' ? 'half' : 'ring'} size={16} />
                </span>
                <span className={css['name']}>
                  {t.stages[key]}
                  <span className="vh">
                    {' '}
                    {status === 'done' ? t.stageDone : status === 'now' ? t.stageNow : t.stageTodo}
                  </span>
                </span>
                {at && (
                  <time className={css['at']} dateTime={at}>
                    {exactTime(at).slice(0, 10)}
                  </time>
                )}
              </li>
            );
          })}
        </ol>
      )}
      <div className={css['now']}>
        <span>{t.next[call.state]}</span>
      </div>
    </div>
  );
}
