import { useNavigate } from 'react-router';
import { useCommand } from '../api/command.js';
import type { ActionSpecs } from '../design/ActionRail.js';
import { useWords } from '../i18n/index.js';
import { actionWords } from './actionWords.js';
import {
  CloseNeedDocument,
  ConvertNeedDocument,
  DiscardNeedDocument,
  PublishNeedDocument,
  RecallNeedDocument,
  ReinstateNeedDocument,
  RelistNeedDocument,
  RenewNeedDocument,
  ReturnNeedDocument,
  ReviseNeedDocument,
  SolveNeedDocument,
  SubmitNeedDocument,
  TakeDownNeedDocument,
} from './need.documents.js';

/** The buttons of a need, for its page and for the review desk. */
export function useNeedActions(
  need: { readonly id: string; readonly version: number },
  openAmend?: () => void,
): ActionSpecs {
  const t = useWords(actionWords);
  const navigate = useNavigate();
  const submit = useCommand(SubmitNeedDocument);
  const recall = useCommand(RecallNeedDocument);
  const discard = useCommand(DiscardNeedDocument);
  const giveBack = useCommand(ReturnNeedDocument);
  const publish = useCommand(PublishNeedDocument);
  const revise = useCommand(ReviseNeedDocument);
  const close = useCommand(CloseNeedDocument);
  const relist = useCommand(RelistNeedDocument);
  const renew = useCommand(RenewNeedDocument);
  const solve = useCommand(SolveNeedDocument);
  const convert = useCommand(ConvertNeedDocument);
  const takeDown = useCommand(TakeDownNeedDocument);
  const reinstate = useCommand(ReinstateNeedDocument);
  const at = { id: need.id, expectedVersion: need.version };
  const edit = `/listings/needs/${need.id}/edit`;
  const because = { label: t.reason, hint: t.reasonHint, required: true, max: 1000 };
  return {
    submit: {
      label: t.submitNeed,
      tone: 'primary',
      confirm: t.confirmSubmitNeed,
      run: () => submit.run(at),
      done: t.doneSubmit,
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
    solve: {
      label: t.solve,
      reason: { ...because, label: t.howSolved },
      run: ({ reason }) => solve.run({ ...at, reason }),
      done: t.doneSolve,
    },
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
    convert: {
      label: t.convert,
      reason: because,
      run: ({ reason }) => convert.run({ ...at, reason }),
      done: t.doneConvert,
    },
    reinstate: {
      label: t.reinstate,
      reason: because,
      run: ({ reason }) => reinstate.run({ ...at, reason }),
      done: t.doneReinstate,
    },
    close: {
      label: t.close,
      tone: 'danger',
      reason: because,
      run: ({ reason }) => close.run({ ...at, reason }),
      done: t.doneClose,
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
