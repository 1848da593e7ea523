import type { Fen, LegalDay } from '@jihui/kernel';
import {
  EMPTY_FORM,
  type ContractForm,
  type ContractIpRight,
  type IpKind,
  type LicenceMode,
  type MainIpKind,
  type Party,
  type PaymentMode,
  type PricingMethod,
} from './contract.js';
import { partyOf } from './form-patch.js';

/** What is known of one side from its organisation. */
export interface KnownParty {
  readonly organisationId: string;
  readonly name: string;
  readonly uscc: string;
  readonly divisionCode: string;
  readonly nature: string;
  readonly legalRepresentative: string;
  readonly contactName: string;
  readonly contactPhone: string;
}

/** What a signed deal and its result tell of the contract. */
export interface SignedDeal {
  readonly title: string;
  readonly seller: KnownParty;
  readonly buyer: KnownParty;
  readonly brokers: readonly { readonly organisationId: string; readonly name: string }[];
  readonly cooperationMode: string;
  readonly price: {
    readonly total: Fen;
    readonly technical: Fen;
    readonly method: PricingMethod;
    readonly paymentMode: PaymentMode;
  } | null;
  readonly signedOn: LegalDay;
  readonly place: string;
  readonly effectiveFrom: LegalDay;
  readonly effectiveTo: LegalDay;
  readonly result: {
    readonly summary: string;
    readonly techField: string | null;
    readonly trl: number | null;
    readonly ipRights: readonly ContractIpRight[];
  } | null;
}

const KNOWN_PARTY = (party: KnownParty): Party =>
  partyOf({ ...party, identifier: party.uscc, identifierKind: 'USCC' });

/** 转让与许可的子类 by the main right; a pending patent is transferred as an application. */
const SUBCLASS_OF_KIND: { readonly [kind in IpKind]: readonly [transfer: string, licence: string] } = {
  INVENTION_PATENT: ['21', '31'],
  UTILITY_MODEL: ['21', '31'],
  DESIGN_PATENT: ['21', '31'],
  KNOW_HOW: ['23', '32'],
  SOFTWARE_COPYRIGHT: ['24', '33'],
  IC_LAYOUT: ['25', '34'],
  PLANT_VARIETY: ['26', '35'],
  BIO_MEDICINE_VARIETY: ['27', '36'],
  DESIGN_COPYRIGHT: ['29', '39'],
};
const LICENCE_MODE: { readonly [mode in string]?: LicenceMode } = {
  LICENCE_ORDINARY: 'ORDINARY',
  LICENCE_SOLE: 'SOLE',
  LICENCE_EXCLUSIVE: 'EXCLUSIVE',
  LICENCE_OPEN: 'OPEN',
};
const PLAIN_SUBCLASS: { readonly [mode in string]?: string } = {
  EQUITY: '28',
  COMMISSIONED_RND: '11',
  JOINT_RND: '12',
  SERVICE: '51',
  CONSULTING: '40',
};

/** The subclass that the way of cooperation points to; null where the applicant must say. */
export function suggestSubclass(mode: string, main: ContractIpRight | undefined): string | null {
  const kind = main === undefined || main.kind === 'NONE' ? 'KNOW_HOW' : main.kind;
  const [transfer, licence] = SUBCLASS_OF_KIND[kind];
  if (mode === 'TRANSFER') return transfer === '21' && main?.status === 'PENDING' ? '22' : transfer;
  if (mode in LICENCE_MODE) return licence === '31' && main?.status === 'PENDING' ? '32' : licence;
  return PLAIN_SUBCLASS[mode] ?? null;
}

/** The strongest right first: what is granted, then what stands first in the result. */
const mainRight = (rights: readonly ContractIpRight[]): ContractIpRight | undefined =>
  rights.find(({ status }) => status === 'GRANTED') ?? rights[0];

/** An application filled in from a signed deal: a proposal that the applicant reads and completes. */
export function prefill(deal: SignedDeal): ContractForm {
  const rights = deal.result?.ipRights ?? [];
  const main = mainRight(rights);
  const ipKind: MainIpKind = main?.kind ?? (deal.cooperationMode.startsWith('LICENCE') ? 'KNOW_HOW' : 'NONE');
  const { price } = deal;
  const rest = price === null ? 0 : price.total - price.technical;
  return {
    ...EMPTY_FORM,
    title: deal.title,
    subclass: suggestSubclass(deal.cooperationMode, main),
    licenceMode: LICENCE_MODE[deal.cooperationMode] ?? null,
    sellers: [KNOWN_PARTY(deal.seller)],
    buyers: [KNOWN_PARTY(deal.buyer)],
    brokers: deal.brokers.map((broker) => ({ ...broker, fee: null, payer: null })),
    signedOn: deal.signedOn,
    signedAt: deal.place === '' ? null : deal.place,
    effectiveFrom: deal.effectiveFrom,
    effectiveTo: deal.effectiveTo,
    content: {
      ...EMPTY_FORM.content,
      summary: deal.result?.summary ?? null,
      techField: deal.result?.techField ?? null,
      trl: deal.result?.trl ?? null,
      ipKind,
      ipRights: rights,
    },
    money: {
      ...EMPTY_FORM.money,
      total: price?.total ?? null,
      technical: price?.technical ?? null,
      paymentMode: price?.paymentMode ?? null,
      // The deal knows only the sum; the applicant says what it is made of and by which clause.
      deductions: rest > 0 ? [{ kind: 'OTHER', name: '', amount: rest, clause: '' }] : [],
    },
    flags: { ...EMPTY_FORM.flags, pricingMethod: price?.method ?? null },
  };
}
