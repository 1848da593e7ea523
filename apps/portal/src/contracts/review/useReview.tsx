import { useCallback, useState, type ReactNode } from 'react';
import { useClient, type TypedDocumentNode } from 'urql';
import type { AvailableAction } from '../../api/actions.js';
import { useCommand, type Command, type Outcome } from '../../api/command.js';
import type { ActionSpecs } from '../../design/ActionRail.js';
import { useWords } from '../../i18n/index.js';
import { useSay } from '../../i18n/say.js';
import { ContractDocument } from '../documents.js';
import * as commands from '../reviewCommands.js';
import type { Contract } from '../types.js';
import { AssignForm } from '../workload/Assign.js';
import { ReturnForm } from './ReturnForm.js';
import {
  AttachForm,
  ConfirmForm,
  ExpertForm,
  GroundsForm,
  InviteForm,
  NationalNumberForm,
  OpinionForm,
  PanelForm,
} from './reviewForms.js';
import { isInvitable } from './InviteFields.js';
import { reviewWords } from './reviewWords.js';

/** A colleague was faster: what one saw is no longer so. */
const OVERTAKEN = ['STALE_VERSION', 'ILLEGAL_TRANSITION', 'CONTRACT.CLAIMED_BY_OTHER', 'NOT_FOUND'];

export type ReviewAct =
  | 'accept'
  | 'decline'
  | 'return'
  | 'lapse'
  | 'passFirst'
  | 'proposeRejection'
  | 'sendBack'
  | 'sendToExperts'
  | 'convene'
  | 'inviteExperts'
  | 'attachOpinion'
  | 'recordOpinion'
  | 'passSecond'
  | 'approve'
  | 'register'
  | 'reopen'
  | 'reject'
  | 'recordNationalNumber'
  | 'assign';

/** 邀请 is part of convening the panel: offered beside it once somebody can be written to. */
const withInvitations = ({ availableActions, experts }: Contract): Contract['availableActions'] =>
  availableActions.flatMap((entry) =>
    entry.action === 'convene' && experts.some(isInvitable)
      ? [entry, { ...entry, action: 'inviteExperts' }]
      : [entry],
  );

interface Target {
  readonly id: string;
  readonly expectedVersion: number;
}

/** One registrar's command on the contract as it is shown; whoever was overtaken is told and sees the latest. */
function useAct<D, I extends { clientMutationId: string } & Target>(
  document: TypedDocumentNode<D, { input: I }>,
  contract: Contract,
  watch: (outcome: Outcome<D>) => Outcome<D>,
): (rest: Omit<I, 'clientMutationId' | 'id' | 'expectedVersion'>) => Promise<Outcome<D>> {
  const command: Command<D, I> = useCommand(document);
  return async (rest) =>
    watch(
      await command.run({ ...rest, id: contract.id, expectedVersion: contract.version } as Omit<
        I,
        'clientMutationId'
      >),
    );
}

export interface Review {
  readonly specs: ActionSpecs;
  /** What is offered: nothing that is already so, and where all waits for one thing, that thing alone in `note`. */
  readonly available: readonly AvailableAction[];
  readonly note: string | null;
  /** Opens an act's form, also by the keyboard. */
  open(act: ReviewAct): void;
  /** The open form. */
  readonly dialog: ReactNode;
  /** Whether somebody else was faster. */
  readonly overtaken: boolean;
}

/** What a registrar can do with a contract: the buttons, their forms, and what happens when a colleague was faster. */
export function useReview(contract: Contract): Review {
  const t = useWords(reviewWords);
  const say = useSay();
  const client = useClient();
  const [form, setForm] = useState<ReviewAct | null>(null);
  const [overtakenAt, setOvertakenAt] = useState<string | null>(null);
  const reread = useCallback(
    () => client.query(ContractDocument, { id: contract.id }, { requestPolicy: 'network-only' }).toPromise(),
    [client, contract.id],
  );
  const reload = useCallback(() => void reread(), [reread]);
  const watch = <D,>(outcome: Outcome<D>): Outcome<D> => {
    if (!outcome.ok && OVERTAKEN.includes(outcome.failure.code)) {
      setOvertakenAt(contract.id);
      setForm(null);
    } else setOvertakenAt(null);
    return outcome;
  };
  const accept = useAct(commands.AcceptApplicationDocument, contract, watch);
  const decline = useAct(commands.DeclineApplicationDocument, contract, watch);
  const giveBack = useAct(commands.ReturnApplicationDocument, contract, watch);
  const lapse = useAct(commands.LapseApplicationDocument, contract, watch);
  const claim = useAct(commands.ClaimReviewDocument, contract, watch);
  const release = useAct(commands.ReleaseReviewDocument, contract, watch);
  const passFirst = useAct(commands.PassFirstReviewDocument, contract, watch);
  const propose = useAct(commands.ProposeRejectionDocument, contract, watch);
  const sendBack = useAct(commands.SendBackToFirstReviewDocument, contract, watch);
  const toExperts = useAct(commands.SendToExpertReviewDocument, contract, watch);
  const convene = useAct(commands.SaveExpertPanelDocument, contract, watch);
  const invite = useAct(commands.InviteExpertsDocument, contract, watch);
  const record = useAct(commands.RecordExpertOpinionDocument, contract, watch);
  const passSecond = useAct(commands.PassSecondReviewDocument, contract, watch);
  const reject = useAct(commands.RejectApplicationDocument, contract, watch);
  const approve = useAct(commands.ApproveRegistrationDocument, contract, watch);
  const reopen = useAct(commands.ReopenReviewDocument, contract, watch);
  const registerAll = useCommand(commands.RegisterContractsDocument);
  const national = useAct(commands.RecordNationalNumberDocument, contract, watch);

  const open = (act: ReviewAct): void => {
    setOvertakenAt(null);
    setForm(act);
  };
  const opens = (act: ReviewAct, tone?: 'primary' | 'danger') => ({
    label: t[act],
    ...(tone && { tone }),
    open: () => open(act),
  });
  const specs: ActionSpecs = {
    accept: opens('accept', 'primary'),
    claim: { label: t.claim, done: t.claimDone, run: () => claim({}) },
    passFirst: opens('passFirst', 'primary'),
    passSecond: opens('passSecond', 'primary'),
    register: opens('register', 'primary'),
    approve: opens('approve'),
    reopen: opens('reopen'),
    convene: opens('convene'),
    inviteExperts: opens('inviteExperts'),
    attachOpinion: opens('attachOpinion'),
    recordOpinion: opens('recordOpinion', 'primary'),
    return: opens('return'),
    lapse: opens('lapse', 'danger'),
    proposeRejection: opens('proposeRejection'),
    sendBack: opens('sendBack'),
    sendToExperts: opens('sendToExperts'),
    recordNationalNumber: opens('recordNationalNumber', 'primary'),
    assign: opens('assign'),
    release: { label: t.release, done: t.releaseDone, run: () => release({}) },
    decline: opens('decline', 'danger'),
    reject: opens('reject', 'danger'),
  };

  const common = (act: ReviewAct) => ({
    contract,
    kept: act,
    title: t[act],
    done: t[`${act}Done`],
    onClose: () => setForm(null),
  });
  const dialogs: Readonly<Record<ReviewAct, () => ReactNode>> = {
    accept: () => <ConfirmForm {...common('accept')} ask={t.acceptAsk} run={() => accept({})} />,
    decline: () => (
      <GroundsForm {...common('decline')} run={(grounds, opinion) => decline({ grounds, opinion })} />
    ),
    return: () => (
      <ReturnForm
        {...common('return')}
        run={(deficiencies, opinion) => giveBack({ deficiencies, opinion: opinion || null })}
      />
    ),
    lapse: () => <OpinionForm {...common('lapse')} ask={t.lapseAsk} run={(opinion) => lapse({ opinion })} />,
    passFirst: () => (
      <OpinionForm
        {...common('passFirst')}
        purpose="PASS_FIRST"
        fromChecklist
        run={(opinion) => passFirst({ opinion })}
      />
    ),
    proposeRejection: () => (
      <GroundsForm
        {...common('proposeRejection')}
        run={(grounds, opinion) => propose({ grounds, opinion })}
      />
    ),
    sendBack: () => <OpinionForm {...common('sendBack')} run={(opinion) => sendBack({ opinion })} />,
    sendToExperts: () => (
      <OpinionForm
        {...common('sendToExperts')}
        ask={t.sendToExpertsAsk}
        run={(opinion) => toExperts({ opinion })}
      />
    ),
    convene: () => (
      <PanelForm
        {...common('convene')}
        run={async (experts) => {
          const outcome = await convene({ experts });
          // Whoever opens the form again at once goes on from what was saved.
          if (outcome.ok) await reread();
          return outcome;
        }}
      />
    ),
    inviteExperts: () => <InviteForm {...common('inviteExperts')} run={invite} />,
    attachOpinion: () => <AttachForm {...common('attachOpinion')} reload={reload} />,
    recordOpinion: () => (
      <ExpertForm
        {...common('recordOpinion')}
        run={(favourable, opinion) => record({ favourable, opinion })}
      />
    ),
    passSecond: () => (
      <OpinionForm
        {...common('passSecond')}
        purpose="PASS_SECOND"
        ask={t.passSecondAsk}
        fromChecklist
        run={(opinion) => passSecond({ opinion })}
      />
    ),
    approve: () => (
      <OpinionForm
        {...common('approve')}
        purpose="PASS_SECOND"
        ask={t.approveAsk}
        fromChecklist
        run={(opinion) => approve({ opinion })}
      />
    ),
    register: () => (
      <ConfirmForm
        {...common('register')}
        ask={t.registerAsk}
        run={async () =>
          watch(
            await registerAll.run({ contracts: [{ id: contract.id, expectedVersion: contract.version }] }),
          )
        }
      />
    ),
    reopen: () => (
      <OpinionForm {...common('reopen')} ask={t.reopenAsk} run={(opinion) => reopen({ opinion })} />
    ),
    reject: () => (
      <GroundsForm {...common('reject')} run={(grounds, opinion) => reject({ grounds, opinion })} />
    ),
    assign: () => <AssignForm contract={contract} onClose={() => setForm(null)} />,
    recordNationalNumber: () => (
      <NationalNumberForm
        {...common('recordNationalNumber')}
        run={(nationalRegNo) => national({ nationalRegNo })}
      />
    ),
  };
  const offered = withInvitations(contract).filter(
    ({ action }) =>
      !(action === 'claim' && contract.claimedByMe) &&
      !(action === 'release' && !contract.claimedByName && !contract.claimedByMe),
  );
  const reasons = new Set(offered.map((entry) => (entry.enabled ? null : entry.reason)));
  const [only] = reasons;
  const blocked = offered.length > 1 && reasons.size === 1 && only ? only : null;
  return {
    specs,
    available: blocked ? [] : offered,
    note: blocked && say(blocked),
    open,
    dialog: form ? dialogs[form]() : null,
    overtaken: overtakenAt === contract.id,
  };
}
