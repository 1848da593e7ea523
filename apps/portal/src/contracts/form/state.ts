import type {
  BrokerPayer,
  CarrierKind,
  ContractFormInput,
  ContractIpKind,
  ContractIpStatus,
  DeductionKind,
  DocumentBasis,
  ForeignMode,
  LicenceMode,
  PartyIdentifierKind,
  PaymentMode,
  PricingMethod,
  RoyaltyBase,
  RoyaltyTrend,
  TaxBenefit,
} from '../../gql/graphql.js';
import type { ContractFields, ContractTerms, Party } from '../types.js';

/** A choice that may still be open. */
export type Open<T extends string> = T | '';

export interface PartyForm {
  readonly name: string;
  readonly identifier: string;
  readonly identifierKind: PartyIdentifierKind;
  readonly country: string;
  readonly divisionCode: string;
  readonly nature: string;
  readonly legalRepresentative: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly bankName: string;
  readonly bankAccount: string;
  readonly highTech: boolean;
  readonly technologySme: boolean;
  readonly listed: boolean;
  readonly controller: string;
}
export interface BrokerForm {
  readonly name: string;
  readonly fee: number | null;
  readonly payer: Open<BrokerPayer>;
}
export interface RightForm {
  readonly kind: ContractIpKind;
  readonly title: string;
  readonly number: string;
  readonly status: ContractIpStatus;
  readonly filedOn: string | null;
  readonly expiresOn: string | null;
  /** One owner a line. */
  readonly owners: string;
}
export interface DeductionForm {
  readonly kind: DeductionKind;
  readonly name: string;
  readonly amount: number | null;
  readonly clause: string;
}
export interface CarrierForm {
  readonly kind: CarrierKind;
  readonly name: string;
  readonly quantity: string;
  readonly cost: number | null;
}
export interface ContentForm {
  readonly summary: string;
  readonly techField: string;
  readonly ipKind: Open<ContractIpKind>;
  readonly ipRights: readonly RightForm[];
  readonly planSource: string;
  readonly projectNumber: string;
  readonly industry: string;
  readonly industryDivision: string;
  readonly socioEconomicGoal: string;
  readonly trl: string;
  readonly ownershipClause: string;
  readonly confidentialityClause: string;
  readonly acceptanceClause: string;
}
export interface RoyaltyForm {
  readonly base: Open<RoyaltyBase>;
  readonly trend: Open<RoyaltyTrend>;
  readonly rate: number | null;
  readonly years: string;
  readonly entryFee: number | null;
  readonly cap: number | null;
  readonly floor: number | null;
}
export interface MoneyForm {
  readonly total: number | null;
  readonly technical: number | null;
  readonly deductions: readonly DeductionForm[];
  readonly carriers: readonly CarrierForm[];
  readonly paymentMode: Open<PaymentMode>;
  readonly royalty: RoyaltyForm;
  readonly expectedInvestment: number | null;
  readonly expectedOutput: number | null;
  readonly lowRatioReason: string;
}
export interface FlagsForm {
  readonly foreign: Open<ForeignMode>;
  readonly foreignLicenceNumber: string;
  readonly secret: boolean | null;
  readonly relatedParties: boolean | null;
  readonly taxBenefits: readonly TaxBenefit[];
  readonly planProject: boolean | null;
  readonly challengeCall: boolean | null;
  readonly challengeNumber: string;
  readonly resultRegistrationNumber: string;
  readonly pricingMethod: Open<PricingMethod>;
  readonly mixed: boolean | null;
  readonly documentBasis: Open<DocumentBasis>;
  readonly translationFaithful: boolean;
}
/** One condition of recognition as the applicant answers it. */
export interface ConditionForm {
  readonly item: string;
  readonly met: boolean | null;
  readonly page: string;
  readonly clause: string;
}
/** The application as it is typed: texts are never null, an open choice is empty. */
export interface ApplicationForm {
  readonly title: string;
  readonly contractNumber: string;
  readonly subclass: string;
  readonly licenceMode: Open<LicenceMode>;
  readonly signedOn: string | null;
  readonly signedAt: string;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly modelText: boolean | null;
  readonly electronic: boolean | null;
  readonly language: string;
  readonly sellers: readonly PartyForm[];
  readonly buyers: readonly PartyForm[];
  readonly brokers: readonly BrokerForm[];
  readonly content: ContentForm;
  readonly money: MoneyForm;
  readonly flags: FlagsForm;
  readonly checklist: readonly ConditionForm[];
  readonly declaration: { readonly truthful: boolean; readonly signatory: string };
}

/** What a form of one part of the application gets. */
export interface PartProps {
  readonly form: ApplicationForm;
  readonly patch: (change: Partial<ApplicationForm>) => void;
}

export const emptyParty: PartyForm = {
  name: '',
  identifier: '',
  identifierKind: 'USCC',
  country: '142',
  divisionCode: '',
  nature: '',
  legalRepresentative: '',
  contactName: '',
  contactPhone: '',
  bankName: '',
  bankAccount: '',
  highTech: false,
  technologySme: false,
  listed: false,
  controller: '',
};
export const emptyRight: RightForm = {
  kind: 'INVENTION_PATENT',
  title: '',
  number: '',
  status: 'GRANTED',
  filedOn: null,
  expiresOn: null,
  owners: '',
};

export const withRoyalty = (mode: string): boolean => mode === 'ROYALTY' || mode === 'ENTRY_FEE_ROYALTY';

const text = (value: string | null | undefined): string => value ?? '';
const number = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

const partyForm = (party: Party): PartyForm => ({
  name: party.name,
  identifier: text(party.identifier),
  identifierKind: party.identifierKind,
  country: party.country,
  divisionCode: text(party.divisionCode),
  nature: text(party.nature),
  legalRepresentative: text(party.legalRepresentative),
  contactName: text(party.contactName),
  contactPhone: text(party.contactPhone),
  bankName: text(party.bankName),
  bankAccount: text(party.bankAccount),
  highTech: party.highTech ?? false,
  technologySme: party.technologySme ?? false,
  listed: party.listed ?? false,
  controller: text(party.controller),
});

/** The stored application, or what a change proposes, as a form. */
export function formOf(
  contract: ContractTerms & Partial<Pick<ContractFields, 'checklist'>>,
): ApplicationForm {
  const { content, money, flags } = contract;
  return {
    title: contract.title,
    contractNumber: text(contract.contractNumber),
    subclass: text(contract.subclass),
    licenceMode: contract.licenceMode ?? '',
    signedOn: contract.signedOn ?? null,
    signedAt: text(contract.signedAt),
    effectiveFrom: contract.effectiveFrom ?? null,
    effectiveTo: contract.effectiveTo ?? null,
    modelText: contract.modelText ?? null,
    electronic: contract.electronic ?? null,
    language: text(contract.language),
    sellers: contract.sellers.map(partyForm),
    buyers: contract.buyers.map(partyForm),
    brokers: contract.brokers.map((broker) => ({
      name: broker.name,
      fee: broker.fee ?? null,
      payer: broker.payer ?? '',
    })),
    content: {
      summary: text(content.summary),
      techField: text(content.techField),
      ipKind: content.ipKind ?? '',
      ipRights: content.ipRights.map((right) => ({
        kind: right.kind,
        title: right.title,
        number: text(right.number),
        status: right.status,
        filedOn: right.filedOn ?? null,
        expiresOn: right.expiresOn ?? null,
        owners: right.owners.join('\n'),
      })),
      planSource: text(content.planSource),
      projectNumber: text(content.projectNumber),
      industry: text(content.industry),
      industryDivision: text(content.industryDivision),
      socioEconomicGoal: text(content.socioEconomicGoal),
      trl: number(content.trl),
      ownershipClause: text(content.ownershipClause),
      confidentialityClause: text(content.confidentialityClause),
      acceptanceClause: text(content.acceptanceClause),
    },
    money: {
      total: money.total ?? null,
      technical: money.technical ?? null,
      deductions: money.deductions.map(({ kind, name, amount, clause }) => ({ kind, name, amount, clause })),
      carriers: money.carriers.map(({ kind, name, quantity, cost }) => ({
        kind,
        name,
        quantity: String(quantity),
        cost,
      })),
      paymentMode: money.paymentMode ?? '',
      royalty: {
        base: money.royalty?.base ?? '',
        trend: money.royalty?.trend ?? '',
        rate: money.royalty?.rateBasisPoints ?? null,
        years: number(money.royalty?.years),
        entryFee: money.royalty?.entryFee ?? null,
        cap: money.royalty?.cap ?? null,
        floor: money.royalty?.floor ?? null,
      },
      expectedInvestment: money.expectedInvestment ?? null,
      expectedOutput: money.expectedOutput ?? null,
      lowRatioReason: text(money.lowRatioReason),
    },
    flags: {
      foreign: flags.foreign ?? '',
      foreignLicenceNumber: text(flags.foreignLicenceNumber),
      secret: flags.secret ?? null,
      relatedParties: flags.relatedParties ?? null,
      taxBenefits: flags.taxBenefits,
      planProject: flags.planProject ?? null,
      challengeCall: flags.challengeCall ?? null,
      challengeNumber: text(flags.challengeNumber),
      resultRegistrationNumber: text(flags.resultRegistrationNumber),
      pricingMethod: flags.pricingMethod ?? '',
      mixed: flags.mixed ?? null,
      documentBasis: flags.documentBasis ?? '',
      translationFaithful: flags.translationFaithful ?? false,
    },
    checklist: (contract.checklist ?? [])
      .filter(({ byApplicant }) => byApplicant)
      .map(({ id, met, page, clause }) => ({
        item: id,
        met: met ?? null,
        page: number(page),
        clause: text(clause),
      })),
    declaration: {
      truthful: contract.declaration?.truthful ?? false,
      signatory: text(contract.declaration?.signatory),
    },
  };
}

const blank = <T extends string>(value: T | ''): T | null => (value === '' ? null : value);
const whole = (value: string): number | null => {
  const parsed = Number(value.normalize('NFKC').trim());
  return value.trim() === '' || !Number.isInteger(parsed) ? null : parsed;
};
const linesOf = (value: string): string[] =>
  value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The form as the mutation takes it: the whole of it, so that what was emptied is cleared. */
export function inputOf(form: ApplicationForm): ContractFormInput {
  const { content, money, flags, declaration } = form;
  return {
    title: form.title,
    contractNumber: blank(form.contractNumber),
    subclass: blank(form.subclass),
    licenceMode: blank(form.licenceMode),
    sellers: form.sellers.map(partyInput),
    buyers: form.buyers.map(partyInput),
    brokers: form.brokers.map((broker) => ({
      name: broker.name,
      fee: broker.fee,
      payer: blank(broker.payer),
    })),
    signedOn: form.signedOn,
    signedAt: blank(form.signedAt),
    effectiveFrom: form.effectiveFrom,
    effectiveTo: form.effectiveTo,
    modelText: form.modelText,
    electronic: form.electronic,
    language: blank(form.language),
    content: {
      summary: blank(content.summary),
      techField: blank(content.techField),
      ipKind: blank(content.ipKind),
      ipRights: content.ipRights.map((right) => ({ ...right, owners: linesOf(right.owners) })),
      planSource: blank(content.planSource),
      projectNumber: blank(content.projectNumber),
      industry: blank(content.industry),
      industryDivision: blank(content.industryDivision),
      socioEconomicGoal: blank(content.socioEconomicGoal),
      trl: whole(content.trl),
      ownershipClause: blank(content.ownershipClause),
      confidentialityClause: blank(content.confidentialityClause),
      acceptanceClause: blank(content.acceptanceClause),
    },
    money: {
      total: money.total,
      technical: money.technical,
      deductions: money.deductions.map((deduction) => ({ ...deduction, amount: deduction.amount ?? 0 })),
      carriers: money.carriers.map((carrier) => ({
        ...carrier,
        quantity: whole(carrier.quantity) ?? 0,
        cost: carrier.cost ?? 0,
      })),
      paymentMode: blank(money.paymentMode),
      royalty: withRoyalty(money.paymentMode)
        ? {
            base: blank(money.royalty.base),
            trend: blank(money.royalty.trend),
            rateBasisPoints: money.royalty.rate,
            years: whole(money.royalty.years),
            entryFee: money.royalty.entryFee,
            cap: money.royalty.cap,
            floor: money.royalty.floor,
          }
        : null,
      expectedInvestment: money.expectedInvestment,
      expectedOutput: money.expectedOutput,
      lowRatioReason: blank(money.lowRatioReason),
    },
    flags: {
      foreign: blank(flags.foreign),
      foreignLicenceNumber: blank(flags.foreignLicenceNumber),
      secret: flags.secret,
      relatedParties: flags.relatedParties,
      taxBenefits: [...flags.taxBenefits],
      planProject: flags.planProject,
      challengeCall: flags.challengeCall,
      challengeNumber: blank(flags.challengeNumber),
      resultRegistrationNumber: blank(flags.resultRegistrationNumber),
      pricingMethod: blank(flags.pricingMethod),
      mixed: flags.mixed,
      documentBasis: blank(flags.documentBasis),
      translationFaithful: flags.translationFaithful,
    },
    checklist: form.checklist.map(({ item, met, page, clause }) => ({
      item,
      met,
      page: whole(page),
      clause: blank(clause),
    })),
    declaration,
  };
}

const partyInput = (party: PartyForm) => ({
  ...party,
  divisionCode: blank(party.divisionCode),
  nature: blank(party.nature),
});
