import type { ContractProceedingQuery, TaxBenefit, Objector } from '../../gql/graphql.js';
import { formOf, inputOf, type ApplicationForm, type Open } from '../form/state.js';
import type { SaveProceedingDraftInput } from '../../gql/graphql.js';

/** A proceeding as its page reads it. */
export type Proceeding = NonNullable<ContractProceedingQuery['contractProceeding']>;
/** The same without its contract, as mutations answer it. */
export type Paper = Omit<Proceeding, 'contract'>;

export interface BenefitForm {
  readonly benefit: Open<TaxBenefit>;
  readonly amount: number | null;
  readonly usedOn: string | null;
  readonly note: string;
}
export const emptyBenefit: BenefitForm = { benefit: '', amount: null, usedOn: null, note: '' };

/** 提成到账 as it is typed. */
export interface ReceiptForm {
  readonly from: string | null;
  readonly until: string | null;
  readonly receivedOn: string | null;
  readonly rateBasisPoints: number | null;
  readonly base: number | null;
}

/** What its side writes, as it is typed. */
export interface PaperForm {
  readonly reason: string;
  /** 变更后的登记表; null for everything but a change. */
  readonly form: ApplicationForm | null;
  /** 提成到账, of a supplement. */
  readonly receipt: ReceiptForm;
  readonly grounds: readonly string[];
  readonly groundOn: string | null;
  readonly benefits: readonly BenefitForm[];
  readonly noBenefits: boolean;
  readonly objector: Open<Objector>;
  readonly objectorName: string;
  readonly documentNumber: string;
}

export const paperFormOf = (paper: Paper): PaperForm => ({
  reason: paper.reason ?? '',
  form: paper.kind === 'CHANGE' && paper.proposal ? formOf(paper.proposal) : null,
  receipt: {
    from: paper.receipt?.from ?? null,
    until: paper.receipt?.until ?? null,
    receivedOn: paper.receipt?.receivedOn ?? null,
    rateBasisPoints: paper.receipt?.rateBasisPoints ?? null,
    base: paper.receipt?.base ?? null,
  },
  grounds: paper.grounds.map(({ code }) => code),
  groundOn: paper.groundOn ?? null,
  benefits: paper.benefits.map(({ benefit, amount, usedOn, note }) => ({ benefit, amount, usedOn, note })),
  noBenefits: paper.noBenefits ?? false,
  objector: paper.objector ?? '',
  objectorName: paper.objectorName ?? '',
  documentNumber: paper.documentNumber ?? '',
});

/** Rows that are whole; one that is still being typed stays on the page until it is. */
export const wholeBenefits = (rows: readonly BenefitForm[]) =>
  rows.flatMap(({ benefit, amount, usedOn, note }) =>
    benefit === '' || amount === null || usedOn === null ? [] : [{ benefit, amount, usedOn, note }],
  );

/** The form as the mutation takes it: of each kind, what it asks for. */
export function paperInputOf(
  kind: Proceeding['kind'],
  form: PaperForm,
): Omit<SaveProceedingDraftInput, 'clientMutationId' | 'id' | 'expectedVersion'> {
  const { reason } = form;
  const benefits = { benefits: wholeBenefits(form.benefits), noBenefits: form.noBenefits };
  switch (kind) {
    case 'CHANGE': {
      if (form.form === null) return { reason, ...benefits };
      // Conditions of recognition are not answered anew: what was judged stays.
      const { checklist: _, ...terms } = inputOf(form.form);
      return { reason, ...benefits, form: terms };
    }
    case 'SUPPLEMENT':
      return { reason, receipt: form.receipt };
    case 'CANCELLATION':
      return { reason, ...benefits, grounds: [...form.grounds], groundOn: form.groundOn };
    case 'REVOCATION':
      return { reason, grounds: [...form.grounds], groundOn: form.groundOn };
    case 'OBJECTION':
      return {
        reason,
        objector: form.objector === '' ? null : form.objector,
        objectorName: form.objectorName || null,
        documentNumber: form.documentNumber || null,
      };
  }
}
