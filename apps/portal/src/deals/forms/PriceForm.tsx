import { useCommand } from '../../api/command.js';
import { MoneyInput, PercentInput } from '../../design/AmountInputs.js';
import { Field, RadioButtons, SelectInput, TextArea, TextInput } from '../../design/Field.js';
import { FormDialog } from '../../design/FormDialog.js';
import { useKept } from '../../design/kept.js';
import { Term } from '../../design/Tip.js';
import type { CooperationMode, PaymentMode, PricingMethod } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom, cooperationModes } from '../../listings/terms.js';
import { actionWords, formWords } from '../actionWords.js';
import { ProposePriceDocument } from '../commands.js';
import { dealLabels } from '../labels.js';
import type { Deal, DealFormProps } from '../types.js';

interface PriceTerms {
  readonly cooperationMode: CooperationMode;
  readonly total: number | null;
  readonly technical: number | null;
  readonly method: PricingMethod;
  readonly methodEvidence: string;
  readonly basis: string;
  readonly paymentMode: PaymentMode;
  readonly paymentTerms: string;
  readonly rate: number | null;
  readonly base: string;
  readonly years: string;
  readonly minimum: number | null;
  readonly note: string;
}

/** The terms on the table to start from, so that a counter-proposal changes only what differs. */
function startFrom(deal: Deal): PriceTerms {
  const last = deal.openProposal ?? deal.priceProposals.at(-1);
  return {
    cooperationMode: last?.cooperationMode ?? deal.cooperationMode,
    total: last?.total ?? null,
    technical: last?.technical ?? null,
    method: last?.method ?? 'AGREEMENT',
    methodEvidence: last?.methodEvidence ?? '',
    basis: last?.basis ?? '',
    paymentMode: last?.paymentMode ?? 'LUMP_SUM',
    paymentTerms: last?.paymentTerms ?? '',
    rate: last?.royalty?.rateBasisPoints ?? null,
    base: last?.royalty?.base ?? '',
    years: last?.royalty ? String(last.royalty.years) : '',
    minimum: last?.royalty?.minimumPerYear ?? null,
    note: '',
  };
}

const withRoyalty = (mode: PaymentMode): boolean => mode === 'ROYALTY' || mode === 'ENTRY_FEE_ROYALTY';

export function PriceForm({ deal, onClose }: DealFormProps) {
  const t = useWords(formWords);
  const a = useWords(actionWords);
  const labels = useWords(dealLabels);
  const modes = useWords(cooperationModes);
  const propose = useCommand(ProposePriceDocument);
  const [terms, setTerms] = useKept('price', 'terms', () => startFrom(deal));
  const patch = (change: Partial<PriceTerms>): void => setTerms((before) => ({ ...before, ...change }));
  const submit = () =>
    propose.run({
      id: deal.id,
      expectedVersion: deal.version,
      cooperationMode: terms.cooperationMode,
      total: terms.total ?? 0,
      technical: terms.technical ?? 0,
      method: terms.method,
      methodEvidence: terms.methodEvidence,
      basis: terms.basis,
      paymentMode: terms.paymentMode,
      paymentTerms: terms.paymentTerms,
      royalty: withRoyalty(terms.paymentMode)
        ? {
            rateBasisPoints: terms.rate ?? 0,
            base: terms.base,
            years: Math.trunc(Number(terms.years)) || 0,
            minimumPerYear: terms.minimum,
          }
        : null,
      note: terms.note,
    });
  return (
    <FormDialog
      kept="price"
      title={deal.openProposal ? a.counterPrice : a.proposePrice}
      done={a.proposePriceDone}
      onClose={onClose}
      onSubmit={submit}
      disabled={terms.total === null || terms.technical === null}
    >
      <Field label={t.mode} path="cooperationMode" required>
        <SelectInput
          autoFocus
          value={terms.cooperationMode}
          choices={choicesFrom(modes)}
          onChange={(value) => patch({ cooperationMode: value as CooperationMode })}
        />
      </Field>
      <Field label={t.total} path="total" hint={t.totalHint} required>
        <MoneyInput value={terms.total} onChange={(total) => patch({ total })} />
      </Field>
      <Field label={t.technical} path="technical" hint={t.technicalHint} required>
        <MoneyInput value={terms.technical} onChange={(technical) => patch({ technical })} />
      </Field>
      <Field label={<Term explanation={t.methodTerm}>{t.method}</Term>} path="method" required group>
        <RadioButtons
          value={terms.method}
          choices={choicesFrom(labels.method)}
          onChange={(value) => patch({ method: value as PricingMethod })}
        />
      </Field>
      {terms.method !== 'AGREEMENT' && (
        <Field label={t.evidence} path="methodEvidence" required>
          <TextInput value={terms.methodEvidence} onChange={(methodEvidence) => patch({ methodEvidence })} />
        </Field>
      )}
      <Field label={t.basis} path="basis" hint={t.basisHint}>
        <TextArea value={terms.basis} max={1000} rows={2} onChange={(basis) => patch({ basis })} />
      </Field>
      <Field label={t.payment} path="paymentMode" required>
        <SelectInput
          value={terms.paymentMode}
          choices={choicesFrom(labels.payment)}
          onChange={(value) => patch({ paymentMode: value as PaymentMode })}
        />
      </Field>
      {withRoyalty(terms.paymentMode) && (
        <>
          <Field label={t.rate} path="royalty.rateBasisPoints" required>
            <PercentInput value={terms.rate} onChange={(rate) => patch({ rate })} />
          </Field>
          <Field label={t.royaltyBase} path="royalty.base" hint={t.royaltyBaseHint} required>
            <TextInput value={terms.base} onChange={(base) => patch({ base })} />
          </Field>
          <Field label={t.years} path="royalty.years" required>
            <TextInput
              inputMode="numeric"
              unit={t.yearsUnit}
              value={terms.years}
              onChange={(years) => patch({ years })}
            />
          </Field>
          <Field label={t.minimum} path="royalty.minimumPerYear" optional>
            <MoneyInput value={terms.minimum} onChange={(minimum) => patch({ minimum })} />
          </Field>
        </>
      )}
      <Field label={t.terms} path="paymentTerms" hint={t.termsHint}>
        <TextArea
          value={terms.paymentTerms}
          max={2000}
          rows={3}
          onChange={(paymentTerms) => patch({ paymentTerms })}
        />
      </Field>
      <Field label={t.note} path="note" hint={t.noteHint} optional>
        <TextArea value={terms.note} max={2000} rows={2} onChange={(note) => patch({ note })} />
      </Field>
    </FormDialog>
  );
}
