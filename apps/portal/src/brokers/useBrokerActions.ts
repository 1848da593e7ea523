import { useCommand } from '../api/command.js';
import type { ActionSpec, ActionSpecs } from '../design/ActionRail.js';
import type { BrokerPageFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { registerWords } from '../register/words.js';
import { brokerActions } from './actionWords.js';
import {
  AdmitBrokerDocument,
  ConfirmBrokerDocument,
  ReapplyBrokerDocument,
  RecallBrokerDocument,
  ResumeBrokerDocument,
  SubmitBrokerDocument,
  SubmitBrokerForAgencyDocument,
} from './commands.js';
import type { ReasonedAction } from './reasons.js';

const OPINION = 500;

/** The buttons of a broker's page, in the order in which they would be pressed. */
export function useBrokerActions(
  { id, version }: BrokerPageFragment,
  open: (action: ReasonedAction | 'designate') => void,
): ActionSpecs {
  const t = useWords(brokerActions);
  const r = useWords(registerWords);
  const submit = useCommand(SubmitBrokerDocument);
  const submitForAgency = useCommand(SubmitBrokerForAgencyDocument);
  const confirm = useCommand(ConfirmBrokerDocument);
  const admit = useCommand(AdmitBrokerDocument);
  const resume = useCommand(ResumeBrokerDocument);
  const recall = useCommand(RecallBrokerDocument);
  const reapply = useCommand(ReapplyBrokerDocument);
  const head = { id, expectedVersion: version };
  const form = (action: ReasonedAction | 'designate', tone: ActionSpec['tone'] = 'default'): ActionSpec => ({
    label: t[action],
    tone,
    open: () => open(action),
  });
  const decision = (action: 'confirm' | 'admit' | 'resume', command: typeof confirm): ActionSpec => ({
    label: t[action],
    tone: 'primary',
    reason: { label: r.opinion, path: 'note', max: OPINION },
    run: (input) => command.run({ ...head, note: input.reason }),
    done: r.done,
  });
  return {
    submit: {
      label: t.submit,
      tone: 'primary',
      confirm: t.submitAsk,
      run: () => submit.run(head),
      done: r.done,
    },
    submitForAgency: {
      label: t.submitForAgency,
      tone: 'primary',
      confirm: t.submitForAgencyAsk,
      run: () => submitForAgency.run(head),
      done: r.done,
    },
    confirm: decision('confirm', confirm),
    admit: decision('admit', admit as typeof confirm),
    resume: decision('resume', resume as typeof confirm),
    edit: { label: t.edit, to: '/brokers/mine' },
    decline: form('decline'),
    return: form('return'),
    recall: { label: t.recall, confirm: t.recallAsk, run: () => recall.run(head), done: r.done },
    reapply: { label: t.reapply, confirm: t.reapplyAsk, run: () => reapply.run(head), done: r.done },
    designate: form('designate'),
    suspend: form('suspend'),
    withdrawDesignation: form('withdrawDesignation', 'danger'),
    exit: form('exit', 'danger'),
    remove: form('remove', 'danger'),
  };
}
