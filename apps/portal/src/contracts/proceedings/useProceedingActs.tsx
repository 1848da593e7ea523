import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { TypedDocumentNode } from 'urql';
import { useCommand, type Outcome } from '../../api/command.js';
import type { ActionSpecs } from '../../design/ActionRail.js';
import { useWords } from '../../i18n/index.js';
import { DecisionForm, DefendForm, ExamineForm, ReturnRequestForm } from './actForms.js';
import { proceedingActWords } from './actWords.js';
import * as commands from './commands.js';
import type { Proceeding } from './types.js';

type Decision =
  | 'approveChange'
  | 'approveSupplement'
  | 'approveCancellation'
  | 'refuseRequest'
  | 'revoke'
  | 'dropRevocation'
  | 'keepDecision'
  | 'redetermine'
  | 'setAside';
type Dialogue = Decision | 'examine' | 'returnRequest' | 'defend';

interface Target {
  readonly id: string;
  readonly expectedVersion: number;
}

/** One command on the paper as it is shown. */
function useAct<D, I extends { clientMutationId: string } & Target>(
  document: TypedDocumentNode<D, { input: I }>,
  { id, version }: Proceeding,
): (rest: Omit<I, 'clientMutationId' | 'id' | 'expectedVersion'>) => Promise<Outcome<D>> {
  const command = useCommand(document);
  return (rest) => command.run({ ...rest, id, expectedVersion: version } as Omit<I, 'clientMutationId'>);
}

/** What either side can do with a proceeding that was handed in: the buttons and their forms. */
export function useProceedingActs(
  proceeding: Proceeding,
  reload: () => void,
): { readonly specs: ActionSpecs; readonly dialog: ReactNode } {
  const t = useWords(proceedingActWords);
  const navigate = useNavigate();
  const [open, setOpen] = useState<Dialogue | null>(null);
  const examine = useAct(commands.ExamineProceedingDocument, proceeding);
  const giveBack = useAct(commands.ReturnProceedingDocument, proceeding);
  const defend = useAct(commands.SubmitDefenceDocument, proceeding);
  const withdraw = useAct(commands.WithdrawProceedingDocument, proceeding);
  const approveChange = useAct(commands.ApproveContractChangeDocument, proceeding);
  const approveSupplement = useAct(commands.ApproveRoyaltySupplementDocument, proceeding);
  const redetermine = useAct(commands.RedetermineContractDocument, proceeding);
  const approveCancellation = useAct(commands.ApproveContractCancellationDocument, proceeding);
  const refuse = useAct(commands.RefuseContractRequestDocument, proceeding);
  const revoke = useAct(commands.RevokeRegistrationDocument, proceeding);
  const drop = useAct(commands.DropRevocationDocument, proceeding);
  const keep = useAct(commands.KeepContractDecisionDocument, proceeding);
  const setAside = useAct(commands.ReopenContractReviewDocument, proceeding);
  const start = useCommand(commands.StartProceedingDocument);

  const opens = (name: Dialogue, tone?: 'primary' | 'danger') => ({
    label: t[name],
    ...(tone && { tone }),
    open: () => setOpen(name),
  });
  const specs: ActionSpecs = {
    defend: opens('defend', 'primary'),
    examine: opens('examine', proceeding.examination ? undefined : 'primary'),
    approveChange: opens('approveChange', 'primary'),
    approveSupplement: opens('approveSupplement', 'primary'),
    approveCancellation: opens('approveCancellation', 'primary'),
    redetermine: opens('redetermine', 'primary'),
    setAside: opens('setAside', 'primary'),
    keepDecision: opens('keepDecision'),
    dropRevocation: opens('dropRevocation'),
    returnRequest: opens('returnRequest'),
    refuseRequest: opens('refuseRequest', 'danger'),
    revoke: opens('revoke', 'danger'),
    noticeRevocation: {
      label: t.noticeRevocation,
      tone: 'danger',
      run: async () => {
        const outcome = await start.run({ contractId: proceeding.contract.id, kind: 'REVOCATION' });
        if (outcome.ok) void navigate(`/proceedings/${outcome.data.startProceeding.proceeding.id}`);
        return outcome;
      },
    },
    withdrawProceeding: {
      label: t.withdrawProceeding,
      tone: 'danger',
      confirm: t.withdrawAsk,
      reason: { label: t.withdrawReason, required: true, max: 500 },
      done: t.withdrawDone,
      run: withdraw,
    },
  };

  const common = (name: Dialogue, done: string) => ({
    proceeding,
    kept: name,
    title: t[name],
    done,
    onClose: () => setOpen(null),
  });
  const decision = (name: Decision) => common(name, t.decided);
  const dialogs: Readonly<Record<Dialogue, () => ReactNode>> = {
    defend: () => (
      <DefendForm
        {...common('defend', t.defendDone)}
        onUploaded={reload}
        run={(statement, final) => defend({ statement, final })}
      />
    ),
    examine: () => <ExamineForm {...common('examine', t.examineDone)} run={examine} />,
    returnRequest: () => (
      <ReturnRequestForm
        {...common('returnRequest', t.returnDone)}
        run={(deficiencies) => giveBack({ deficiencies })}
      />
    ),
    approveChange: () => (
      <DecisionForm
        {...decision('approveChange')}
        ask={t.approveChangeAsk}
        amounts
        run={(opinion, amounts) => approveChange({ opinion, ...amounts })}
      />
    ),
    approveSupplement: () => (
      <DecisionForm
        {...decision('approveSupplement')}
        ask={t.approveSupplementAsk}
        amounts
        run={(opinion, amounts) => approveSupplement({ opinion, ...amounts })}
      />
    ),
    redetermine: () => (
      <DecisionForm
        {...decision('redetermine')}
        ask={t.redetermineAsk}
        amounts
        run={(opinion, amounts) => redetermine({ opinion, ...amounts })}
      />
    ),
    approveCancellation: () => (
      <DecisionForm
        {...decision('approveCancellation')}
        ask={t.approveCancellationAsk}
        run={(opinion) => approveCancellation({ opinion })}
      />
    ),
    refuseRequest: () => (
      <DecisionForm {...decision('refuseRequest')} danger run={(opinion) => refuse({ opinion })} />
    ),
    revoke: () => (
      <DecisionForm {...decision('revoke')} danger ask={t.revokeAsk} run={(opinion) => revoke({ opinion })} />
    ),
    dropRevocation: () => (
      <DecisionForm {...decision('dropRevocation')} run={(opinion) => drop({ opinion })} />
    ),
    keepDecision: () => <DecisionForm {...decision('keepDecision')} run={(opinion) => keep({ opinion })} />,
    setAside: () => (
      <DecisionForm {...decision('setAside')} ask={t.setAsideAsk} run={(opinion) => setAside({ opinion })} />
    ),
  };
  return { specs, dialog: open ? dialogs[open]() : null };
}
