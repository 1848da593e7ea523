import { cleanText, normaliseUscc, sectionOfDivision, type LegalDay } from '@jihui/kernel';
import {
  CHINA,
  EMPTY_FORM,
  classOf,
  type Broker,
  type Carrier,
  type ChecklistEntry,
  type Content,
  type ContractForm,
  type ContractIpRight,
  type Declaration,
  type Deduction,
  type Flags,
  type Money,
  type Party,
  type Royalty,
} from './contract.js';

/** What may come from a form: a field left out stays as it is, null clears it. */
type Loose<T> = { readonly [key in keyof T]?: T[key] | null };
type Items<T> = readonly Loose<T>[] | null;

export interface FormPatch extends Omit<
  Loose<ContractForm>,
  'sellers' | 'buyers' | 'brokers' | 'content' | 'money' | 'flags' | 'checklist' | 'declaration'
> {
  readonly sellers?: Items<Party>;
  readonly buyers?: Items<Party>;
  readonly brokers?: Items<Broker>;
  readonly content?:
    (Omit<Loose<Content>, 'ipRights'> & { readonly ipRights?: Items<ContractIpRight> }) | null;
  readonly money?:
    | (Omit<Loose<Money>, 'deductions' | 'carriers' | 'royalty'> & {
        readonly deductions?: Items<Deduction>;
        readonly carriers?: Items<Carrier>;
        readonly royalty?: Loose<Royalty> | null;
      })
    | null;
  readonly flags?: Loose<Flags> | null;
  readonly checklist?: Items<ChecklistEntry>;
  readonly declaration?: Pick<Loose<Declaration>, 'truthful' | 'signatory'> | null;
}

const text = (value: string | null | undefined): string | null => {
  const clean = cleanText(value ?? '');
  return clean === '' ? null : clean;
};
/** Cleans every text of a flat object; other values stay. */
const cleaned = <T extends object>(value: T): T =>
  Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, typeof entry === 'string' ? text(entry) : entry]),
  ) as T;
/** The patch's own keys over the base's; `undefined` changes nothing. */
const over = <T extends object>(base: T, patch: object | null | undefined): T => {
  const given = Object.entries(cleaned(patch ?? {})).filter(
    ([key, value]) => value !== undefined && Object.hasOwn(base, key),
  );
  return { ...base, ...Object.fromEntries(given) };
};

const EMPTY_PARTY: Party = {
  organisationId: null,
  name: '',
  identifier: null,
  identifierKind: 'USCC',
  country: CHINA,
  divisionCode: null,
  nature: null,
  legalRepresentative: null,
  contactName: null,
  contactPhone: null,
  bankName: null,
  bankAccount: null,
  highTech: null,
  technologySme: null,
  listed: null,
  controller: null,
};

export function partyOf(input: Loose<Party>): Party {
  const party = over(EMPTY_PARTY, input);
  return {
    ...party,
    name: party.name ?? '',
    identifier: party.identifier === null ? null : normaliseUscc(party.identifier),
    identifierKind: party.identifierKind ?? 'USCC',
    country: party.country ?? CHINA,
  };
}

const brokerOf = (input: Loose<Broker>): Broker => {
  const broker = over<Broker>({ organisationId: null, name: '', fee: null, payer: null }, input);
  return { ...broker, name: broker.name ?? '' };
};
const ipRightOf = (input: Loose<ContractIpRight>): ContractIpRight => ({
  kind: input.kind ?? 'NONE',
  title: text(input.title) ?? '',
  number: text(input.number),
  status: input.status ?? 'GRANTED',
  filedOn: input.filedOn ?? null,
  expiresOn: input.expiresOn ?? null,
  owners: (input.owners ?? []).flatMap((owner) => text(owner) ?? []),
});
const deductionOf = (input: Loose<Deduction>): Deduction => ({
  kind: input.kind ?? 'OTHER',
  name: text(input.name) ?? '',
  amount: input.amount ?? 0,
  clause: text(input.clause) ?? '',
});
const carrierOf = (input: Loose<Carrier>): Carrier => ({
  kind: input.kind ?? 'SAMPLE',
  name: text(input.name) ?? '',
  quantity: input.quantity ?? 0,
  cost: input.cost ?? 0,
});

const checklistEntryOf = (input: Loose<ChecklistEntry>): ChecklistEntry => ({
  item: text(input.item) ?? '',
  met: input.met ?? null,
  page: input.page ?? null,
  clause: text(input.clause),
});

const EMPTY_ROYALTY: Royalty = {
  base: null,
  trend: null,
  rateBasisPoints: null,
  years: null,
  entryFee: null,
  cap: null,
  floor: null,
};

/** A list that is given replaces the old one whole. */
const list = <I, T>(
  old: readonly T[],
  items: readonly I[] | null | undefined,
  make: (item: I) => T,
): readonly T[] => (items === undefined ? old : (items ?? []).map(make));

const declarationOf = (
  old: Declaration | null,
  patch: FormPatch['declaration'],
  today: LegalDay,
): Declaration | null => {
  if (patch === undefined) return old;
  if (patch === null) return null;
  const truthful = patch.truthful ?? old?.truthful ?? false;
  const kept = old?.truthful === true && old.signedOn !== null ? old.signedOn : today;
  return {
    truthful,
    signatory: (patch.signatory === undefined ? old?.signatory : text(patch.signatory)) ?? '',
    signedOn: truthful ? kept : null,
  };
};

/** A stored form with the fields that it had not yet when it was stored. */
export const wholeForm = (stored: ContractForm): ContractForm => ({
  ...EMPTY_FORM,
  ...stored,
  sellers: stored.sellers.map((party) => ({ ...EMPTY_PARTY, ...party })),
  buyers: stored.buyers.map((party) => ({ ...EMPTY_PARTY, ...party })),
  content: { ...EMPTY_FORM.content, ...stored.content },
  money: { ...EMPTY_FORM.money, ...stored.money },
  flags: { ...EMPTY_FORM.flags, ...stored.flags },
});

/** The section follows from the division where one is stated. */
const withSection = (content: Content): Content => ({
  ...content,
  industry:
    content.industryDivision === null
      ? content.industry
      : (sectionOfDivision(content.industryDivision) ?? content.industry),
});

/** The form after a save. Texts are cleaned, and what does not go with the class is dropped. */
export function mergeForm(form: ContractForm, patch: FormPatch, today: LegalDay): ContractForm {
  const { sellers, buyers, brokers, content, money, flags, checklist, declaration, ...scalars } = patch;
  const merged = over(form, scalars);
  const { ipRights, ...contentScalars } = content ?? {};
  const { deductions, carriers, royalty, ...moneyScalars } = money ?? {};
  return {
    ...merged,
    title: merged.title ?? '',
    licenceMode: classOf(merged.subclass) === '3' ? merged.licenceMode : null,
    sellers: list(form.sellers, sellers, partyOf),
    buyers: list(form.buyers, buyers, partyOf),
    brokers: list(form.brokers, brokers, brokerOf),
    content: {
      ...withSection(over(form.content, contentScalars)),
      ipRights: list(form.content.ipRights, ipRights, ipRightOf),
    },
    money: {
      ...over(form.money, moneyScalars),
      deductions: list(form.money.deductions, deductions, deductionOf),
      carriers: list(form.money.carriers, carriers, carrierOf),
      royalty:
        royalty === undefined
          ? form.money.royalty
          : royalty && over(form.money.royalty ?? EMPTY_ROYALTY, royalty),
    },
    flags: {
      ...over(form.flags, flags),
      taxBenefits: [
        ...new Set(flags?.taxBenefits ?? (flags?.taxBenefits === null ? [] : form.flags.taxBenefits)),
      ],
    },
    checklist: list(form.checklist, checklist, checklistEntryOf),
    declaration: declarationOf(form.declaration, declaration, today),
  };
}

/**
 * Says which organisations of the platform the parties are: by their code, never by what a form claims.
 * A broker keeps the organisation that the deal gave it and gets none otherwise.
 */
export function bindOrganisations(
  form: ContractForm,
  idByUscc: ReadonlyMap<string, string>,
  knownBrokers: readonly Broker[],
): ContractForm {
  const bound = (party: Party): Party => ({
    ...party,
    organisationId: party.identifierKind === 'USCC' ? (idByUscc.get(party.identifier ?? '') ?? null) : null,
  });
  return {
    ...form,
    sellers: form.sellers.map(bound),
    buyers: form.buyers.map(bound),
    brokers: form.brokers.map((broker) => ({
      ...broker,
      organisationId: knownBrokers.find(({ name }) => name === broker.name)?.organisationId ?? null,
    })),
  };
}
