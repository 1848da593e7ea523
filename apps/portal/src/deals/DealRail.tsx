import { useState } from 'react';
import type { AvailableAction } from '../api/actions.js';
import { useCommand } from '../api/command.js';
import { ActionRail, type ActionSpecs } from '../design/ActionRail.js';
import { Button } from '../design/Button.js';
import { useWords } from '../i18n/index.js';
import { actionWords } from './actionWords.js';
import {
  AcceptPriceDocument,
  CloseDealDocument,
  CompleteDisclosureDocument,
  ConfirmDealDocument,
  ProceedToSigningDocument,
  RejectSignatureDocument,
  ReopenPriceDocument,
} from './commands.js';
import { CommissionForm } from './forms/CommissionForm.js';
import { DisclosureForm } from './forms/DisclosureForm.js';
import { InviteBrokerForm } from './forms/InviteBrokerForm.js';
import { PriceForm } from './forms/PriceForm.js';
import { ConfirmSignatureForm, RecordSignatureForm } from './forms/SignatureForms.js';
import { AbandonForm, AddPersonForm, NdaForm } from './forms/SmallForms.js';
import { ProposalFacts } from './ProposalFacts.js';
import type { Deal, DealFormProps } from './types.js';
import { useBrokerageAnswers } from './useBrokerageAnswers.js';
import { dealWords } from './words.js';

const forms = {
  signNda: NdaForm,
  proposePrice: PriceForm,
  startDisclosure: DisclosureForm,
  recordSignature: RecordSignatureForm,
  confirmSignature: ConfirmSignatureForm,
  inviteBroker: InviteBrokerForm,
  proposeCommission: CommissionForm,
  addDealPerson: AddPersonForm,
  abandonDeal: AbandonForm,
} satisfies Record<string, (props: DealFormProps) => unknown>;
type FormName = keyof typeof forms;

/** What the acts that need no form of their own do. */
function useActs(deal: Deal) {
  const confirm = useCommand(ConfirmDealDocument);
  const accept = useCommand(AcceptPriceDocument);
  const reopen = useCommand(ReopenPriceDocument);
  const complete = useCommand(CompleteDisclosureDocument);
  const proceed = useCommand(ProceedToSigningDocument);
  const reject = useCommand(RejectSignatureDocument);
  const close = useCommand(CloseDealDocument);
  const target = { id: deal.id, expectedVersion: deal.version };
  return {
    confirmDeal: () => confirm.run(target),
    acceptPrice: () => accept.run({ ...target, proposalId: deal.openProposal?.id ?? '' }),
    reopenPrice: (reason: string) => reopen.run({ ...target, reason }),
    completeDisclosure: () => complete.run(target),
    proceedToSigning: () => proceed.run(target),
    rejectSignature: (reason: string) => reject.run({ ...target, reason }),
    closeDeal: (summary: string) => close.run({ ...target, summary }),
  };
}

/** The deal's action rail: what I can do now, in the order in which it usually comes. */
export function DealRail({ deal }: { deal: Deal }) {
  const a = useWords(actionWords);
  const t = useWords(dealWords);
  const acts = useActs(deal);
  const [form, setForm] = useState<FormName | null>(null);
  const open = (name: FormName) => () => setForm(name);
  const invited = deal.brokerages.find((entry) =>
    entry.availableActions.some(({ action }) => action === 'acceptBrokerage'),
  );
  const answers = useBrokerageAnswers({ id: invited?.id ?? '', expectedVersion: invited?.version ?? 0 });

  const specs: ActionSpecs = {
    apply: { label: t.apply, tone: 'primary', to: `/contracts/new?deal=${deal.id}` },
    ...answers,
    confirmDeal: {
      label: a.confirmDeal,
      tone: 'primary',
      confirm: a.confirmDealAsk,
      done: a.confirmDealDone,
      run: acts.confirmDeal,
    },
    acceptPrice: {
      label: a.acceptPrice,
      tone: 'primary',
      confirm: (
        <div className="stack">
          <p>{a.acceptPriceAsk}</p>
          {deal.openProposal && <ProposalFacts proposal={deal.openProposal} />}
        </div>
      ),
      done: a.acceptPriceDone,
      run: acts.acceptPrice,
    },
    confirmSignature: { label: a.confirmSignature, tone: 'primary', open: open('confirmSignature') },
    completeDisclosure: {
      label: a.completeDisclosure,
      tone: 'primary',
      confirm: a.completeDisclosureAsk,
      done: a.completeDisclosureDone,
      run: acts.completeDisclosure,
    },
    startDisclosure: { label: a.startDisclosure, tone: 'primary', open: open('startDisclosure') },
    proceedToSigning: {
      label: a.proceedToSigning,
      tone: 'primary',
      confirm: a.proceedToSigningAsk,
      done: a.proceedToSigningDone,
      run: acts.proceedToSigning,
    },
    recordSignature: { label: a.recordSignature, tone: 'primary', open: open('recordSignature') },
    rejectSignature: {
      label: a.rejectSignature,
      confirm: a.rejectSignatureAsk,
      reason: { label: a.rejectSignatureReason, required: true, max: 1000 },
      done: a.rejectSignatureDone,
      run: ({ reason }) => acts.rejectSignature(reason),
    },
    proposePrice: { label: deal.openProposal ? a.counterPrice : a.proposePrice, open: open('proposePrice') },
    signNda: { label: a.signNda, open: open('signNda') },
    inviteBroker: { label: a.inviteBroker, open: open('inviteBroker') },
    proposeCommission: { label: a.proposeCommission, open: open('proposeCommission') },
    addDealPerson: { label: a.addDealPerson, open: open('addDealPerson') },
    reopenPrice: {
      label: a.reopenPrice,
      confirm: a.reopenPriceAsk,
      reason: { label: a.reopenPriceReason, required: true, max: 1000 },
      done: a.reopenPriceDone,
      run: ({ reason }) => acts.reopenPrice(reason),
    },
    closeDeal: {
      label: a.closeDeal,
      confirm: a.closeDealAsk,
      reason: { label: a.closeDealSummary, hint: a.closeDealHint, required: true, max: 2000 },
      done: a.closeDealDone,
      run: ({ reason }) => acts.closeDeal(reason),
    },
    abandonDeal: { label: a.abandonDeal, tone: 'danger', open: open('abandonDeal') },
  };
  const Form = form ? forms[form] : null;
  return (
    <>
      <ActionRail
        available={offered(deal, invited?.availableActions ?? [])}
        specs={specs}
        extra={
          deal.contract && (
            <Button block icon="file" to={`/contracts/${deal.contract.id}`}>
              {t.openApplication}
            </Button>
          )
        }
      />
      {Form && <Form deal={deal} onClose={() => setForm(null)} />}
    </>
  );
}

/** What is offered, without what only says that it was done or is not needed: those words stand in the page itself. */
function offered(deal: Deal, invited: readonly AvailableAction[]): AvailableAction[] {
  const signed = deal.myRole === 'SELLER' ? deal.nda?.sellerSignedAt : deal.nda?.buyerSignedAt;
  const hidden: Readonly<Record<string, boolean>> = {
    signNda: Boolean(signed),
    proceedToSigning: deal.disclosureRequired,
    startDisclosure: !deal.disclosureRequired,
  };
  const apply = deal.state === 'SIGNED' && deal.myRole === 'SELLER' && !deal.contract;
  return [
    ...(apply ? [{ action: 'apply', enabled: true, reason: null, violations: [] }] : []),
    ...[...deal.availableActions, ...invited].filter(({ action, enabled }) => enabled || !hidden[action]),
  ];
}
