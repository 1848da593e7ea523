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
import { useListingActions } from './useListingActions.js';

/** The buttons of a need, for its page and for the review desk. */
export function useNeedActions(
  need: { readonly id: string; readonly version: number },
  openAmend?: () => void,
): ActionSpecs {
  const t = useWords(actionWords);
  const close = useCommand(CloseNeedDocument);
  const solve = useCommand(SolveNeedDocument);
  const convert = useCommand(ConvertNeedDocument);
  const shared = useListingActions(
    need,
    'needs',
    {
      submit: useCommand(SubmitNeedDocument),
      publish: useCommand(PublishNeedDocument),
      giveBack: useCommand(ReturnNeedDocument),
      renew: useCommand(RenewNeedDocument),
      relist: useCommand(RelistNeedDocument),
      revise: useCommand(ReviseNeedDocument),
      recall: useCommand(RecallNeedDocument),
      reinstate: useCommand(ReinstateNeedDocument),
      takeDown: useCommand(TakeDownNeedDocument),
      discard: useCommand(DiscardNeedDocument),
    },
    openAmend,
  );
  return {
    submit: shared.submitting(t.submitNeed, t.confirmSubmitNeed),
    ...shared.reviewing,
    ...shared.writing,
    solve: shared.reasoned(solve, { label: t.solve, done: t.doneSolve }, { label: t.howSolved }),
    ...shared.keeping,
    convert: shared.reasoned(convert, { label: t.convert, done: t.doneConvert }),
    reinstate: shared.reinstate,
    close: shared.reasoned(close, { label: t.close, tone: 'danger', done: t.doneClose }),
    ...shared.ending,
  };
}
