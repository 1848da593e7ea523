import { act, allow, defineLifecycle, deny, hasRole, type Actor, type Check, type Rule } from '@jihui/kernel';
import { DealCodes } from './errors.js';
import { isOver, type BrokerageState, type DealState, type Represents, type Side } from './types.js';

/** 经纪机构参与 in one deal, with what its rules need of the deal. */
export interface Brokerage {
  readonly id: string;
  readonly version: number;
  readonly dealId: string;
  readonly state: BrokerageState;
  readonly organisationId: string;
  readonly organisationName: string;
  /** Who handles it; null before the agency accepted, unless the invitation named somebody. */
  readonly personId: string | null;
  readonly represents: Represents;
  readonly invitedBy: Side | null;
  readonly message: string;
  readonly dualDisclosedAt: Date | null;
  readonly sellerConsentedAt: Date | null;
  readonly buyerConsentedAt: Date | null;
  readonly endReason: string | null;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly dealState: DealState;
}

export const BROKERAGE_ACTIONS = [
  'acceptBrokerage',
  'declineBrokerage',
  'endBrokerage',
  'discloseDualAgency',
  'consentDualAgency',
] as const;
export type BrokerageAction = (typeof BROKERAGE_ACTIONS)[number];

export const brokerageLifecycle = defineLifecycle<BrokerageState, BrokerageAction>({
  name: 'brokerage',
  initial: 'INVITED',
  table: {
    INVITED: { acceptBrokerage: 'JOINED', declineBrokerage: 'DECLINED', endBrokerage: 'ENDED' },
    JOINED: { discloseDualAgency: 'JOINED', consentDualAgency: 'JOINED', endBrokerage: 'ENDED' },
    DECLINED: {},
    ENDED: {},
  },
});

const organisationOfSide = (brokerage: Brokerage, side: Side): string =>
  side === 'SELLER' ? brokerage.sellerId : brokerage.buyerId;

/** Sides for which the actor may consent or end: TRANSFER_OFFICER or ORG_ADMIN there. */
export const consentingSides = (actor: Actor, brokerage: Brokerage): readonly Side[] =>
  (['SELLER', 'BUYER'] as const).filter((side) =>
    hasRole(actor, organisationOfSide(brokerage, side), 'TRANSFER_OFFICER'),
  );

const consentOf = (brokerage: Brokerage, side: Side): Date | null =>
  side === 'SELLER' ? brokerage.sellerConsentedAt : brokerage.buyerConsentedAt;

/** The side on whose behalf the actor consents: one that has not yet. */
export const consentingSide = (actor: Actor, brokerage: Brokerage): Side | undefined =>
  consentingSides(actor, brokerage).find((side) => consentOf(brokerage, side) === null);

const isAgency = (actor: Actor, brokerage: Brokerage): boolean =>
  hasRole(actor, brokerage.organisationId, 'BROKER');

const byAgency: Check<Brokerage> = (actor, brokerage) =>
  isAgency(actor, brokerage) ? allow : deny('只有该经纪机构的技术经纪人、单位管理员可以办理');

const bySide: Check<Brokerage> = (actor, brokerage) =>
  consentingSides(actor, brokerage).length > 0
    ? allow
    : deny('只有卖方或买方单位的转移转化负责人、单位管理员可以办理');

/** The agency itself, or a side that it acts for; either side for one that acts for none. */
const byPrincipal: Check<Brokerage> = (actor, brokerage) => {
  if (isAgency(actor, brokerage)) return allow;
  const { represents } = brokerage;
  const principals: readonly Side[] =
    represents === 'SELLER' || represents === 'BUYER' ? [represents] : ['SELLER', 'BUYER'];
  return consentingSides(actor, brokerage).some((side) => principals.includes(side))
    ? allow
    : deny('只有经纪机构或其所代表的一方可以终止委托');
};

const dealOpen: Rule<Brokerage> = ({ dealState }) =>
  isOver(dealState) ? [{ path: '', code: DealCodes.DEAL_OVER, message: '该对接已结束，不能再办理' }] : [];

const notDisclosed: Rule<Brokerage> = ({ dualDisclosedAt }) =>
  dualDisclosedAt === null
    ? []
    : [{ path: '', code: DealCodes.DUAL_ALREADY_DISCLOSED, message: '已披露双方代理，请等待双方同意' }];

const consentMissing: Rule<Brokerage> = (brokerage, { actor }) => {
  if (brokerage.dualDisclosedAt === null)
    return [{ path: '', code: DealCodes.DUAL_NOT_DISCLOSED, message: '经纪机构尚未披露双方代理，无须同意' }];
  return consentingSide(actor, brokerage) === undefined
    ? [{ path: '', code: DealCodes.DUAL_ALREADY_CONSENTED, message: '本单位已同意，请等待对方' }]
    : [];
};

/** Who does what to a brokerage (duties: reference D4). */
export const brokerageMachine = act<Brokerage, BrokerageState, BrokerageAction>({
  lifecycle: brokerageLifecycle,
  stateOf: (brokerage) => brokerage.state,
  rules: {
    acceptBrokerage: [dealOpen],
    declineBrokerage: [dealOpen],
    endBrokerage: [dealOpen],
    discloseDualAgency: [dealOpen, notDisclosed],
    consentDualAgency: [dealOpen, consentMissing],
  },
  policy: {
    acceptBrokerage: byAgency,
    declineBrokerage: byAgency,
    endBrokerage: byPrincipal,
    discloseDualAgency: byAgency,
    consentDualAgency: bySide,
  },
});

/** Whom the agency represents once that side has consented: both only after both did. */
export function representsAfterConsent(brokerage: Brokerage, side: Side): Represents {
  const other = side === 'SELLER' ? brokerage.buyerConsentedAt : brokerage.sellerConsentedAt;
  return other === null ? brokerage.represents : 'BOTH';
}
