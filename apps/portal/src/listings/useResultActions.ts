import { useCommand } from '../api/command.js';
import type { ActionSpecs } from '../design/ActionRail.js';
import { useWords } from '../i18n/index.js';
import { actionWords } from './actionWords.js';
import {
  ApproveResultByUnitDocument,
  DiscardResultDocument,
  PublishResultDocument,
  RecallResultDocument,
  ReinstateResultDocument,
  RelistResultDocument,
  RenewResultDocument,
  ReturnResultDocument,
  ReviseResultDocument,
  SubmitResultDocument,
  TakeDownResultDocument,
  WithdrawResultDocument,
} from './result.documents.js';
import { useListingActions } from './useListingActions.js';

/** The buttons of a result, for its page and for the review desk. */
export function useResultActions(
  result: { readonly id: string; readonly version: number },
  openAmend?: () => void,
): ActionSpecs {
  const t = useWords(actionWords);
  const approve = useCommand(ApproveResultByUnitDocument);
  const withdraw = useCommand(WithdrawResultDocument);
  const shared = useListingActions(
    result,
    'results',
    {
      submit: useCommand(SubmitResultDocument),
      publish: useCommand(PublishResultDocument),
      giveBack: useCommand(ReturnResultDocument),
      renew: useCommand(RenewResultDocument),
      relist: useCommand(RelistResultDocument),
      revise: useCommand(ReviseResultDocument),
      recall: useCommand(RecallResultDocument),
      reinstate: useCommand(ReinstateResultDocument),
      takeDown: useCommand(TakeDownResultDocument),
      discard: useCommand(DiscardResultDocument),
    },
    openAmend,
  );
  return {
    submit: shared.submitting(t.submitResult, t.confirmSubmitResult),
    approveByUnit: {
      label: t.approveByUnit,
      tone: 'primary',
      reason: { label: t.approvalDocument, max: 100 },
      run: ({ reason }) => approve.run({ ...shared.at, approvalDocument: reason || null }),
      done: t.doneApprove,
    },
    ...shared.reviewing,
    ...shared.writing,
    ...shared.keeping,
    reinstate: shared.reinstate,
    withdraw: shared.reasoned(withdraw, { label: t.withdraw, tone: 'danger', done: t.doneWithdraw }),
    ...shared.ending,
  };
}
