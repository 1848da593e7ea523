import { classes } from '../design/classes.js';
import { Icon } from '../design/Icon.js';
import { Deadline } from '../design/Values.js';
import { exactTime } from '../design/amounts.js';
import type { DealState } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { dealLabels } from './labels.js';
import css from './StageSteps.module.css';
import type { Deal } from './types.js';
import { dealWords } from './words.js';

type StepKey = 'interest' | 'talks' | 'price' | 'disclosure' | 'signing' | 'registration';

const STATES_OF: Readonly<Record<StepKey, readonly DealState[]>> = {
  interest: ['LEAD', 'INTEREST'],
  talks: ['CONFIRMED'],
  price: ['NEGOTIATING', 'PRICED'],
  disclosure: ['DISCLOSING'],
  signing: ['READY_TO_SIGN', 'SIGNATURE_RECORDED'],
  registration: ['SIGNED'],
};
const OVER: readonly DealState[] = ['REGISTERED', 'CLOSED', 'ABANDONED'];

/** The way from interest to registration, where the deal stands, and whose turn it is. */
export function StageSteps({ deal }: { deal: Deal }) {
  const t = useWords(dealWords);
  const labels = useWords(dealLabels);
  const keys = (Object.keys(STATES_OF) as StepKey[]).filter(
    (key) => key !== 'disclosure' || deal.disclosureRequired || deal.disclosure,
  );
  const current = keys.findIndex((key) => STATES_OF[key].includes(deal.state));
  const over = OVER.includes(deal.state);
  const present = deal.stages.find((stage) => !stage.leftAt);
  const owner = present ? labels.owner[present.owner] : '';
  const enteredAt = (key: StepKey): string | undefined =>
    deal.stages.filter((stage) => STATES_OF[key].includes(stage.state)).at(-1)?.enteredAt;
  const statusOf = (key: StepKey, index: number): 'done' | 'now' | 'todo' => {
    if (index === current) return 'now';
    if (over ? enteredAt(key) !== undefined && deal.state !== 'ABANDONED' : index < current) return 'done';
    return 'todo';
  };
  return (
    <div className={css['box']}>
      <ol className={css['steps']} aria-label={t.progress}>
        {keys.map((key, index) => {
          const status = statusOf(key, index);
          const at = enteredAt(key);
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
                {t.steps[key]}
                <span className="vh">
                  {' '}
                  {status === 'done' ? t.stepDone : status === 'now' ? t.stepNow : t.stepTodo}
                </span>
              </span>
              {at && status !== 'todo' && (
                <time className={css['at']} dateTime={at}>
                  {exactTime(at).slice(0, 10)}
                </time>
              )}
            </li>
          );
        })}
      </ol>
      <div className={css['now']}>
        {owner !== '' && !over && <strong>{t.waitingFor(owner)}</strong>}
        <span>{t.next[deal.state]}</span>
        {present?.dueOn && !over && (
          <span className={css['due']}>
            {t.suggestedBy} <Deadline on={present.dueOn} />
          </span>
        )}
      </div>
    </div>
  );
}
