import { useNavigate } from 'react-router';
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

/** The buttons of a result, for its page and for the review desk. */
export function useResultActions(
  result: { readonly id: string; readonly version: number },
  openAmend?: () => void,
): ActionSpecs {
  const t = useWords(actionWords);
  const navigate = useNavigate();
  const submit = useCommand(SubmitResultDocument);
  const recall = useCommand(RecallResultDocument);
  const discard = useCommand(DiscardResultDocument);
  const approve = useCommand(ApproveResultByUnitDocument);
  const giveBack = useCommand(ReturnResultDocument);
  const publish = useCommand(PublishResultDocument);
  const revise = useCommand(ReviseResultDocument);
  const withdraw = useCommand(WithdrawResultDocument);
  const relist = useCommand(RelistResultDocument);
  const renew = useCommand(RenewResultDocument);
  const takeDown = useCommand(TakeDownResultDocument);
  const reinstate = useCommand(ReinstateResultDocument);
  const at = { id: result.id, expectedVersion: result.version };
  const edit = `/listings/results/${result.id}/edit`;
  const because = { label: t.reason, hint: t.reasonHint, required: true, max: 1000 };
  return {
    submit: {
      label: t.submitResult,
      tone: 'primary',
      confirm: t.confirmSubmitResult,
      run: () => submit.run(at),
      done: t.doneSubmit,
    },
    approveByUnit: {
      label: t.approveByUnit,
      tone: 'primary',
      reason: { label: t.approvalDocument, max: 100 },
      run: ({ reason }) => approve.run({ ...at, approvalDocument: reason || null }),
      done: t.doneApprove,
    },
    publish: {
      label: t.publish,
      tone: 'primary',
      confirm: t.confirmPublish,
      run: () => publish.run(at),
      done: t.donePublish,
    },
    return: {
      label: t.return,
      reason: { ...because, hint: t.returnHint },
      run: ({ reason }) => giveBack.run({ ...at, reason }),
      done: t.doneReturn,
    },
    edit: { label: t.edit, to: edit },
    ...(openAmend && { amend: { label: t.amend, open: openAmend } }),
    renew: { label: t.renew, confirm: t.confirmRenew, run: () => renew.run(at), done: t.doneRenew },
    relist: {
      label: t.relist,
      tone: 'primary',
      confirm: t.confirmRelist,
      run: () => relist.run(at),
      done: t.doneRelist,
    },
    revise: {
      label: t.revise,
      confirm: t.confirmRevise,
      done: t.doneRevise,
      run: async () => {
        const outcome = await revise.run(at);
        if (outcome.ok) void navigate(edit);
        return outcome;
      },
    },
    recall: { label: t.recall, confirm: t.confirmRecall, run: () => recall.run(at), done: t.doneRecall },
    reinstate: {
      label: t.reinstate,
      reason: because,
      run: ({ reason }) => reinstate.run({ ...at, reason }),
      done: t.doneReinstate,
    },
    withdraw: {
      label: t.withdraw,
      tone: 'danger',
      reason: because,
      run: ({ reason }) => withdraw.run({ ...at, reason }),
      done: t.doneWithdraw,
    },
    takeDown: {
      label: t.takeDown,
      tone: 'danger',
      reason: because,
      run: ({ reason }) => takeDown.run({ ...at, reason }),
      done: t.doneTakeDown,
    },
    discard: {
      label: t.discard,
      tone: 'danger',
      confirm: t.confirmDiscard,
      run: () => discard.run(at),
      done: t.doneDiscard,
    },
  };
}
