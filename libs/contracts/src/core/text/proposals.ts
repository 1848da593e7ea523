import type { Fen, LegalDay } from '@jihui/kernel';
import {
  rightNumberOf,
  type ContractForm,
  type DeductionKind,
  type IpKind,
  type LicenceMode,
  type PaymentMode,
  type RoyaltyBase,
} from '../contract.js';
import type { FormPatch } from '../form-patch.js';
import type { Place } from './place.js';

export interface ProposedParty {
  readonly name: string;
  /** 统一社会信用代码, where it stands beside the name. */
  readonly identifier: string | null;
}
export interface ProposedDeduction {
  readonly kind: DeductionKind;
  readonly name: string;
  readonly amount: Fen;
  readonly clause: string;
}
export interface ProposedRight {
  readonly kind: IpKind;
  readonly title: string;
  readonly number: string;
}

/** What can be proposed, by the path in the form, with the type of its value. */
export interface ProposalValues {
  readonly title: string;
  readonly subclass: string;
  readonly licenceMode: LicenceMode;
  readonly sellers: ProposedParty;
  readonly buyers: ProposedParty;
  readonly signedOn: LegalDay;
  readonly signedAt: string;
  readonly effectiveFrom: LegalDay;
  readonly effectiveTo: LegalDay;
  readonly 'money.total': Fen;
  readonly 'money.technical': Fen;
  readonly 'money.deductions': ProposedDeduction;
  readonly 'money.paymentMode': PaymentMode;
  readonly 'money.royalty.rateBasisPoints': number;
  readonly 'money.royalty.years': number;
  readonly 'money.royalty.entryFee': Fen;
  readonly 'money.royalty.base': RoyaltyBase;
  readonly 'content.ipRights': ProposedRight;
  readonly 'content.projectNumber': string;
  readonly 'content.ownershipClause': string;
  readonly 'content.confidentialityClause': string;
  readonly 'content.acceptanceClause': string;
}
export type ProposalField = keyof ProposalValues;

/** A value that the text gives for a field. Nothing is taken over until the applicant says so. */
export type Proposal = {
  readonly [field in ProposalField]: ProposalOf<field>;
}[ProposalField];
export interface ProposalOf<F extends ProposalField> {
  readonly field: F;
  readonly value: ProposalValues[F];
  readonly place: Place;
  /** As people cite it; empty before the first heading. */
  readonly clause: string;
  /** The words it was taken from. */
  readonly quote: string;
  readonly note: ProposalNote | null;
}
/** What the applicant should know before accepting. */
export const PROPOSAL_NOTES = {
  CAPITALS_DIFFER: '大写与小写金额不一致，此处按大写，请核对原文',
  COMPUTED: '按约定的期限推算，请核对起算日',
  LAST_DAY_IN_TEXT: '取自合同末尾的日期，请核对是否为签订日期',
} as const;
export type ProposalNote = keyof typeof PROPOSAL_NOTES;

/** Whether the form already says what is proposed. */
export function agrees({ field, value }: Pick<Proposal, 'field' | 'value'>, form: ContractForm): boolean {
  const proposal = { field, value } as Proposal;
  switch (proposal.field) {
    case 'sellers':
    case 'buyers':
      return form[proposal.field].some((party) => isSameParty(party, proposal.value));
    case 'money.deductions':
      return form.money.deductions.some(
        ({ kind, amount }) => kind === proposal.value.kind && amount === proposal.value.amount,
      );
    case 'content.ipRights':
      return form.content.ipRights.some((right) => rightNumberOf(right) === proposal.value.number);
    case 'money.royalty.rateBasisPoints':
      return form.money.royalty?.rateBasisPoints === proposal.value;
    case 'money.royalty.years':
      return form.money.royalty?.years === proposal.value;
    case 'money.royalty.entryFee':
      return form.money.royalty?.entryFee === proposal.value;
    case 'money.royalty.base':
      return form.money.royalty?.base === proposal.value;
    case 'money.total':
      return form.money.total === proposal.value;
    case 'money.technical':
      return form.money.technical === proposal.value;
    case 'money.paymentMode':
      return form.money.paymentMode === proposal.value;
    case 'content.projectNumber':
      return form.content.projectNumber === proposal.value;
    case 'content.ownershipClause':
      return form.content.ownershipClause === proposal.value;
    case 'content.confidentialityClause':
      return form.content.confidentialityClause === proposal.value;
    case 'content.acceptanceClause':
      return form.content.acceptanceClause === proposal.value;
    case 'title':
    case 'subclass':
    case 'licenceMode':
    case 'signedOn':
    case 'signedAt':
    case 'effectiveFrom':
    case 'effectiveTo':
      return form[proposal.field] === proposal.value;
  }
}

const isSameParty = (
  party: { readonly name: string; readonly identifier: string | null },
  proposed: ProposedParty,
): boolean =>
  party.name === proposed.name || (proposed.identifier !== null && party.identifier === proposed.identifier);

/** What accepting the proposal changes in the form; a party or a row is added to those that are there. */
export function patchOf(proposal: Pick<Proposal, 'field' | 'value'>, form: ContractForm): FormPatch {
  const whole = proposal as Proposal;
  switch (whole.field) {
    case 'sellers':
      return { sellers: withParty(form.sellers, whole.value) };
    case 'buyers':
      return { buyers: withParty(form.buyers, whole.value) };
    case 'money.deductions':
      return { money: { deductions: [...filled(form.money.deductions), whole.value] } };
    case 'content.ipRights':
      return { content: { ipRights: [...form.content.ipRights, { ...whole.value, owners: [] }] } };
    default: {
      const [group, ...rest] = whole.field.split('.');
      return { [group ?? '']: nested(rest, whole.value) };
    }
  }
}

const nested = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);

/** Rows that a deal pre-filled without a name or a clause give way to what the contract says. */
const filled = (deductions: ContractForm['money']['deductions']): ContractForm['money']['deductions'] =>
  deductions.filter(({ name, clause }) => name !== '' || clause !== '');

function withParty(parties: ContractForm['sellers'], proposed: ProposedParty): FormPatch['sellers'] {
  const blank = parties.findIndex(({ name, identifier }) => name === '' && identifier === null);
  if (blank < 0) return [...parties, { ...proposed }];
  return parties.map((party, index) => (index === blank ? { ...party, ...proposed } : party));
}
