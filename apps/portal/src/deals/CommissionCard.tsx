import { useState } from 'react';
import { Link } from 'react-router';
import { useCommand } from '../api/command.js';
import { DataTable } from '../design/DataTable.js';
import { DateInput } from '../design/DateInput.js';
import { Facts, type Fact } from '../design/DetailPage.js';
import { Field, TextArea } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import { InlineActions } from '../design/InlineActions.js';
import { StatusTag, type StatusTone } from '../design/StatusTag.js';
import { Day, Money, useMoneyText, When } from '../design/Values.js';
import type { CommissionState } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { useNoted } from '../i18n/say.js';
import {
  AgreeCommissionDocument,
  DeclareCommissionDueDocument,
  DeclineCommissionDocument,
  SettleCommissionDocument,
} from './brokerCommands.js';
import { brokerWords } from './brokerWords.js';
import css from './Deal.module.css';
import { dealLabels } from './labels.js';
import { percent } from './ProposalFacts.js';
import type { DealCommission } from './types.js';

const tones: Readonly<Record<CommissionState, StatusTone>> = {
  PROPOSED: 'attention',
  AGREED: 'moving',
  DUE: 'attention',
  SETTLED: 'good',
  VOID: 'ended',
  REVERSED: 'refused',
};

/** The tiers in words: 50 万元 以内部分 3%；超过 50 万元 部分 2%. */
function useTierText(): (tiers: DealCommission['tiers']) => string {
  const t = useWords(brokerWords);
  const money = useMoneyText();
  return (tiers) =>
    tiers
      .map((tier, index) => {
        const rate = percent(tier.rateBasisPoints);
        const from = tiers[index - 1]?.upTo ?? null;
        const upTo = tier.upTo ?? null;
        if (from === null) return upTo === null ? t.tierOnly(rate) : t.tierFirst(money(upTo), rate);
        return upTo === null ? t.tierLast(money(from), rate) : t.tierNext(money(from), money(upTo), rate);
      })
      .join('；');
}

function DueForm({ commission, onClose }: { commission: DealCommission; onClose: () => void }) {
  const t = useWords(brokerWords);
  const declare = useCommand(DeclareCommissionDueDocument);
  const [day, setDay] = useKept<string | null>(`due/${commission.id}`, 'day', null);
  const [evidence, setEvidence] = useKept(`due/${commission.id}`, 'evidence', '');
  const submit = () =>
    declare.run({ id: commission.id, expectedVersion: commission.version, happenedOn: day ?? '', evidence });
  return (
    <FormDialog
      kept={`due/${commission.id}`}
      title={t.declareDue}
      done={t.done}
      onClose={onClose}
      onSubmit={submit}
      disabled={!day}
    >
      <Field label={t.happenedOn} path="happenedOn" required>
        <DateInput value={day} onChange={setDay} />
      </Field>
      <Field label={t.evidence} path="evidence" required>
        <TextArea value={evidence} max={1000} onChange={setEvidence} />
      </Field>
    </FormDialog>
  );
}

function SettleForm({ commission, onClose }: { commission: DealCommission; onClose: () => void }) {
  const t = useWords(brokerWords);
  const settle = useCommand(SettleCommissionDocument);
  const [day, setDay] = useKept<string | null>(`settle/${commission.id}`, 'day', null);
  const submit = () =>
    settle.run({ id: commission.id, expectedVersion: commission.version, receivedOn: day ?? '' });
  return (
    <FormDialog
      kept={`settle/${commission.id}`}
      title={t.settle}
      done={t.done}
      onClose={onClose}
      onSubmit={submit}
      disabled={!day}
    >
      <Field label={t.receivedOn} path="receivedOn" required>
        <DateInput value={day} onChange={setDay} />
      </Field>
    </FormDialog>
  );
}

/** One 佣金约定: terms, formula, split, who agreed. With `dealId` it stands in the ledger and links to its deal. */
export function CommissionCard({
  commission,
  dealId,
}: {
  commission: DealCommission;
  dealId?: string | undefined;
}) {
  const t = useWords(brokerWords);
  const labels = useWords(dealLabels);
  const noted = useNoted();
  const money = useMoneyText();
  const tierText = useTierText();
  const agree = useCommand(AgreeCommissionDocument);
  const decline = useCommand(DeclineCommissionDocument);
  const [form, setForm] = useState<'due' | 'settle' | null>(null);
  const target = { id: commission.id, expectedVersion: commission.version };
  const { computed } = commission;
  // In the ledger it follows the page's heading.
  const Title = dealId ? 'h2' : 'h3';
  const limits = [
    commission.minimum ? t.atLeast(money(commission.minimum)) : '',
    commission.maximum ? t.atMost(money(commission.maximum)) : '',
  ].filter(Boolean);
  const facts: Fact[] = [
    { label: t.base, value: labels.base[commission.base] },
    { label: t.tiers, value: tierText(commission.tiers) },
    {
      label: t.payers,
      value: `${labels.side.SELLER} ${percent(commission.sellerShareBasisPoints)} · ${labels.side.BUYER} ${percent(commission.buyerShareBasisPoints)}`,
    },
    { label: t.trigger, value: labels.trigger[commission.trigger] },
    { label: t.tax, value: commission.taxIncluded ? t.taxIncluded : t.taxExcluded },
  ];
  if (limits.length > 0) facts.push({ label: t.limits, value: limits.join('，') });
  if (commission.dueSince) facts.push({ label: t.dueSince, value: <Day on={commission.dueSince} /> });
  if (commission.settledOn) facts.push({ label: t.settledOn, value: <Day on={commission.settledOn} /> });
  if (commission.endReason) facts.push({ label: t.ended, value: noted(commission.endReason) });
  return (
    <li className={css['card']}>
      <div className="spread">
        <Title className={css['cardTitle']}>
          {dealId ? (
            <Link to={`/deals/${dealId}/brokers`}>{commission.dealTitle}</Link>
          ) : (
            <When at={commission.proposedAt} />
          )}
        </Title>
        <StatusTag tone={tones[commission.state]}>{labels.commission[commission.state]}</StatusTag>
      </div>
      {computed && (
        <p className={css['formula']}>
          <strong>
            <Money fen={computed.amount} />
          </strong>
          <span className="num">{computed.formula}</span>
          <span className="quiet">{computed.final ? t.final : t.estimate}</span>
          <span className="quiet">
            {t.sellerPays} <Money fen={computed.sellerPays} /> · {t.buyerPays}{' '}
            <Money fen={computed.buyerPays} />
          </span>
        </p>
      )}
      <Facts facts={facts} />
      <DataTable
        caption={t.splits}
        rows={commission.splits}
        keyOf={(split) => split.organisation.id}
        columns={[
          { key: 'name', title: t.agency, render: (split) => split.name },
          { key: 'share', title: t.share, right: true, render: (split) => percent(split.shareBasisPoints) },
          { key: 'amount', title: t.amount, right: true, render: (split) => <Money fen={split.amount} /> },
        ]}
      />
      {commission.state === 'PROPOSED' && (
        <p>
          {t.agreements}：
          {commission.agreements
            .map((entry) => `${entry.name} ${entry.agreedAt ? t.agreed : t.notYet}`)
            .join('；')}
        </p>
      )}
      <InlineActions
        available={commission.availableActions}
        specs={{
          agreeCommission: {
            label: t.agree,
            tone: 'primary',
            confirm: t.agreeAsk,
            done: t.done,
            run: () => agree.run(target),
          },
          declineCommission: {
            label: t.disagree,
            reason: { label: t.disagreeReason, required: true, max: 1000 },
            done: t.done,
            run: ({ reason }) => decline.run({ ...target, reason }),
          },
          declareCommissionDue: { label: t.declareDue, tone: 'primary', open: () => setForm('due') },
          settleCommission: { label: t.settle, tone: 'primary', open: () => setForm('settle') },
        }}
      />
      {form === 'due' && <DueForm commission={commission} onClose={() => setForm(null)} />}
      {form === 'settle' && <SettleForm commission={commission} onClose={() => setForm(null)} />}
    </li>
  );
}
