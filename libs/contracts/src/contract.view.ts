import {
  CONTRACT_CLASSES,
  CONTRACT_SUBCLASSES,
  PARTY_NATURES,
  PLAN_SOURCES,
  TECH_FIELDS,
  type Actor,
} from '@jihui/kernel';
import { isOpenEnded, technicalAmount } from './core/amounts.js';
import {
  classOf,
  EMPTY_FORM,
  type Content,
  type Contract,
  type ContractForm,
  type Money,
  type Party,
} from './core/contract.js';
import { EDITABLE, OPEN_AT_REGISTRY } from './core/lifecycle.js';
import { holderOf } from './core/reviewers.js';
import { seesFindings, sightOf, type Sight } from './core/sight.js';

type Table = Readonly<Record<string, string>>;
/** The code's name; an unknown code stands for itself. */
export const named = (table: Table, code: string | null): string | null =>
  code === null ? null : (table[code] ?? code);

/** Who a party is stands on the certificate; how to reach and pay it is for those who handle the case. */
const partyView = (party: Party, whole: boolean) => ({
  ...(whole
    ? party
    : {
        organisationId: party.organisationId,
        name: party.name,
        identifierKind: party.identifierKind,
        country: party.country,
        divisionCode: party.divisionCode,
        nature: party.nature,
      }),
  natureName: named(PARTY_NATURES, party.nature),
});

const contentView = (content: Content) => ({
  ...content,
  techFieldName: named(TECH_FIELDS, content.techField),
  planSourceName: named(PLAN_SOURCES, content.planSource),
});

const moneyView = (money: Money, whole: boolean) => ({
  ...(whole
    ? money
    : {
        ...EMPTY_FORM.money,
        total: money.total,
        technical: money.technical,
        paymentMode: money.paymentMode,
      }),
  technicalComputed:
    !whole || money.total === null ? null : Math.max(0, technicalAmount(money.total, money.deductions)),
  amountOpen: isOpenEnded(money),
});

/** What the form holds, as far as it may be read: of a contract, or of what is to take its place. */
export function termsView(form: ContractForm, whole: boolean) {
  const contractClass = classOf(form.subclass);
  return {
    title: form.title,
    contractNumber: whole ? form.contractNumber : null,
    subclass: form.subclass,
    subclassName: named(CONTRACT_SUBCLASSES, form.subclass),
    contractClass,
    className: named(CONTRACT_CLASSES, contractClass),
    licenceMode: form.licenceMode,
    sellers: form.sellers.map((party) => partyView(party, whole)),
    buyers: form.buyers.map((party) => partyView(party, whole)),
    brokers: form.brokers.map((broker) => (whole ? broker : { ...broker, fee: null, payer: null })),
    signedOn: form.signedOn,
    signedAt: form.signedAt,
    effectiveFrom: form.effectiveFrom,
    effectiveTo: form.effectiveTo,
    modelText: form.modelText,
    electronic: form.electronic,
    language: form.language,
    content: contentView(
      whole
        ? form.content
        : { ...EMPTY_FORM.content, techField: form.content.techField, ipKind: form.content.ipKind },
    ),
    money: moneyView(form.money, whole),
    flags: whole ? form.flags : EMPTY_FORM.flags,
    declaration: whole ? form.declaration : null,
  };
}

/** A contract as one viewer may see it: what the sight does not cover is null or empty. */
export function viewOf(actor: Actor, contract: Contract) {
  const sight: Sight = sightOf(actor, contract);
  const whole = seesFindings(sight);
  const { form } = contract;
  return {
    __typename: 'Contract' as const,
    /** The whole, for the fields that are resolved apart. */
    contract,
    id: contract.id,
    version: contract.version,
    state: contract.state,
    sight,
    ...termsView(form, whole),
    deficiencies: whole ? contract.deficiencies : [],
    correctionDueOn: whole ? contract.correctionDueOn : null,
    decisionOpinion: whole ? contract.decisionOpinion : null,
    registry: contract.registry && {
      divisionCode: contract.registry.divisionCode,
      name: contract.registry.name,
    },
    acceptanceNumber: contract.acceptanceNumber,
    submittedAt: contract.submittedAt,
    acceptedOn: contract.acceptedOn,
    dueOn: contract.dueOn,
    claimedByMe: actor.kind === 'person' && holderOf(contract) === actor.personId,
    registrationNumber: contract.registrationNumber,
    nationalRegNo: contract.nationalRegNo,
    registeredOn: contract.registeredOn,
    applicantOrganisation: { __typename: 'Organisation' as const, id: contract.applicantOrganisationId },
    deal: contract.dealId && { __typename: 'Deal' as const, id: contract.dealId },
    result: contract.resultId && { __typename: 'Result' as const, id: contract.resultId },
    need: contract.needId && { __typename: 'Need' as const, id: contract.needId },
    createdAt: contract.createdAt,
    updatedAt: contract.updatedAt,
  };
}
export type ContractView = ReturnType<typeof viewOf>;

/** Rules speak to those who can still act on what they say. */
export const hasFindings = ({ sight, contract }: ContractView): boolean =>
  seesFindings(sight) && [...EDITABLE, ...OPEN_AT_REGISTRY].includes(contract.state);
