import { useCommand } from '../api/command.js';
import type { ActionSpecs } from '../design/ActionRail.js';
import { useWords } from '../i18n/index.js';
import { actionWords } from './actionWords.js';
import { AcceptBrokerageDocument, DeclineBrokerageDocument } from './brokerCommands.js';

/** How an agency answers the invitation to a deal: the same beside the deal and in the list of its brokers. */
export function useBrokerageAnswers(invitation: {
  readonly id: string;
  readonly expectedVersion: number;
}): ActionSpecs {
  const a = useWords(actionWords);
  const accept = useCommand(AcceptBrokerageDocument);
  const decline = useCommand(DeclineBrokerageDocument);
  return {
    acceptBrokerage: {
      label: a.acceptBrokerage,
      tone: 'primary',
      confirm: a.acceptBrokerageAsk,
      done: a.acceptBrokerageDone,
      run: () => accept.run(invitation),
    },
    declineBrokerage: {
      label: a.declineBrokerage,
      reason: { label: a.declineReason, required: true, max: 1000 },
      done: a.declineBrokerageDone,
      run: ({ reason }) => decline.run({ ...invitation, reason }),
    },
  };
}
