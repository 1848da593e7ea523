import { Steps, type StepStatus } from '../design/Steps.js';
import { Deadline } from '../design/Values.js';
import type { DealState } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { dealLabels } from './labels.js';
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
  const statusOf = (key: StepKey, index: number): StepStatus => {
    if (index === current) return 'now';
    if (over ? enteredAt(key) !== undefined && deal.state !== 'ABANDONED' : index < current) return 'done';
    return 'todo';
  };
  const steps = keys.map((key, index) => {
    const status = statusOf(key, index);
    return { key, name: t.steps[key], status, at: status === 'todo' ? undefined : enteredAt(key) };
  });
  return (
    <Steps label={t.progress} steps={steps}>
      {owner !== '' && !over && <strong>{t.waitingFor(owner)}</strong>}
      <span>{t.next[deal.state]}</span>
      {present?.dueOn && !over && (
        <span className="quiet">
          {t.suggestedBy} <Deadline on={present.dueOn} />
        </span>
      )}
    </Steps>
  );
}
