import {
  act,
  allow,
  defineLifecycle,
  deny,
  hasRole,
  Violations,
  type Actor,
  type Check,
  type Rule,
  type Violation,
} from '@jihui/kernel';
import {
  tiersAreValid,
  type Commission,
  type CommissionParty,
  type CommissionState,
  type CommissionTerms,
} from './commission.js';
import { DealCodes } from './errors.js';
import { joinedAgencies, officerSides } from './sight.js';
import { CONCLUDED, partyOf, type Deal, type Side } from './types.js';

export const COMMISSION_ACTIONS = [
  'agreeCommission',
  'declineCommission',
  'declareCommissionDue',
  'settleCommission',
  'becomeAgreed',
  'becomeDue',
  'voidCommission',
  'reverseCommission',
] as const;
export type CommissionAction = (typeof COMMISSION_ACTIONS)[number];

export const commissionLifecycle = defineLifecycle<CommissionState, CommissionAction>({
  name: 'commission',
  initial: 'PROPOSED',
  table: {
    PROPOSED: {
      agreeCommission: 'PROPOSED',
      becomeAgreed: 'AGREED',
      declineCommission: 'VOID',
      voidCommission: 'VOID',
    },
    AGREED: {
      declareCommissionDue: 'DUE',
      becomeDue: 'DUE',
      voidCommission: 'VOID',
      reverseCommission: 'REVERSED',
    },
    DUE: { settleCommission: 'SETTLED', reverseCommission: 'REVERSED' },
    SETTLED: { reverseCommission: 'REVERSED' },
    VOID: {},
    REVERSED: {},
  },
});

/** Parties of the commission for which the actor speaks: a payer's officer, a paid agency's broker. */
export const ownParties = (actor: Actor, commission: Commission): readonly CommissionParty[] =>
  commission.parties.filter((party) =>
    hasRole(actor, party.organisationId, party.role === 'BROKER' ? 'BROKER' : 'TRANSFER_OFFICER'),
  );

const byParty: Check<Commission> = (actor, commission) =>
  ownParties(actor, commission).length > 0 ? allow : deny('只有佣金约定的付款方和收款的经纪机构可以办理');
const byPayer: Check<Commission> = (actor, commission) =>
  ownParties(actor, commission).some((party) => party.role !== 'BROKER')
    ? allow
    : deny('由付款方确认触发条件已达成');
const byAgency: Check<Commission> = (actor, commission) =>
  ownParties(actor, commission).some((party) => party.role === 'BROKER')
    ? allow
    : deny('由收款的经纪机构确认收讫');
const systemOnly: Check<Commission> = (actor) =>
  actor.kind === 'system' ? allow : deny('随对接的进展自动更新');

const notAgreedYet: Rule<Commission> = (commission, { actor }) =>
  ownParties(actor, commission).every((party) => party.agreedAt !== null)
    ? [{ path: '', code: DealCodes.ALREADY_AGREED, message: '本单位已同意，请等待其他各方' }]
    : [];

const concluded: Rule<Commission> = ({ dealState }) =>
  CONCLUDED.includes(dealState)
    ? []
    : [
        {
          path: '',
          code: DealCodes.NOT_CONCLUDED,
          message: '合同尚未订立，不产生佣金；只能请求支付约定的必要费用',
          article: '民法典第九百六十四条',
        },
      ];

const declared: Rule<Commission> = ({ terms }) =>
  terms.trigger === 'FIRST_PAYMENT' || terms.trigger === 'ACCEPTANCE'
    ? []
    : [{ path: '', code: DealCodes.TRIGGER_AUTOMATIC, message: '该佣金在签署或登记后自动到期，无须确认' }];

export const commissionMachine = act<Commission, CommissionState, CommissionAction>({
  lifecycle: commissionLifecycle,
  stateOf: (commission) => commission.state,
  rules: {
    agreeCommission: [notAgreedYet],
    declineCommission: [],
    declareCommissionDue: [concluded, declared],
    settleCommission: [],
    becomeAgreed: [],
    becomeDue: [],
    voidCommission: [],
    reverseCommission: [],
  },
  policy: {
    agreeCommission: byParty,
    declineCommission: byParty,
    declareCommissionDue: byPayer,
    settleCommission: byAgency,
    becomeAgreed: systemOnly,
    becomeDue: systemOnly,
    voidCommission: systemOnly,
    reverseCommission: systemOnly,
  },
});

/** Everything that is wrong with proposed terms on this deal. */
export function checkCommission(actor: Actor, deal: Deal, terms: CommissionTerms): readonly Violation[] {
  const { splits, sellerShareBasisPoints: seller, buyerShareBasisPoints: buyer, minimum, maximum } = terms;
  const shares = splits.map((split) => split.shareBasisPoints);
  const agencies = splits.map((split) => split.organisationId);
  const found = new Violations()
    .when(
      !tiersAreValid(terms.tiers),
      'tiers',
      DealCodes.TIERS_INVALID,
      '分档上限应逐档升高，最后一档不设上限，费率在 0 到 100% 之间，最多 10 档',
    )
    .when(
      minimum !== null && maximum !== null && minimum > maximum,
      'maximum',
      DealCodes.RANGE_INVALID,
      '最高佣金低于最低佣金，请核对',
    )
    .when(
      seller < 0 || buyer < 0 || seller + buyer !== 10_000,
      'sellerShareBasisPoints',
      DealCodes.PAYERS_INVALID,
      '卖方与买方的承担比例之和应为 100%',
    )
    .when(
      splits.length < 1 ||
        splits.length > 10 ||
        new Set(agencies).size !== agencies.length ||
        shares.some((share) => share <= 0) ||
        shares.reduce((sum, share) => sum + share, 0) !== 10_000,
      'splits',
      DealCodes.SPLITS_INVALID,
      '经纪机构的份额之和应为 100%，每家机构只写一次，最多 10 家',
    );
  splits.forEach(({ organisationId }, index) =>
    found.when(
      !deal.brokers.some((broker) => broker.organisationId === organisationId && broker.state === 'JOINED'),
      `splits.${index}.organisationId`,
      DealCodes.SPLIT_NOT_JOINED,
      '该机构尚未加入本对接，请先邀请并由其接受',
    ),
  );
  const payers = payersOf(terms);
  for (const side of payers)
    found.when(
      !actsFor(deal, agencies, side),
      side === 'SELLER' ? 'sellerShareBasisPoints' : 'buyerShareBasisPoints',
      DealCodes.DUAL_CONSENT_MISSING,
      '收款机构只代表另一方；由双方承担佣金的，须先披露双方代理并经双方同意',
      '民法典第九百六十二条',
    );
  const concerned =
    officerSides(actor, deal).some((side) => payers.includes(side)) ||
    joinedAgencies(actor, deal).some((agency) => agencies.includes(agency));
  found.when(!concerned, '', DealCodes.NOT_CONCERNED, '只能提出由本单位支付或收取的佣金');
  return found.found;
}

/** Sides that pay a part. */
export const payersOf = (terms: CommissionTerms): readonly Side[] => [
  ...(terms.sellerShareBasisPoints > 0 ? (['SELLER'] as const) : []),
  ...(terms.buyerShareBasisPoints > 0 ? (['BUYER'] as const) : []),
];

/**
 * Whether one of the agencies acts for that side: represents it, both, or introduced the two without
 * representing either (an intermediary whom both pay, 民法典 art 963).
 */
const actsFor = (deal: Deal, agencies: readonly string[], side: Side): boolean =>
  deal.brokers
    .filter((broker) => broker.state === 'JOINED' && agencies.includes(broker.organisationId))
    .some(({ represents }) => represents === side || represents === 'BOTH' || represents === 'NONE');

/** Whose agreement the terms need. */
export const partiesOf = (
  deal: Deal,
  terms: CommissionTerms,
): readonly Omit<CommissionParty, 'agreedAt' | 'name'>[] => [
  ...payersOf(terms).map((side) => ({ organisationId: partyOf(deal, side).organisationId, role: side })),
  ...terms.splits.map(({ organisationId }) => ({ organisationId, role: 'BROKER' as const })),
];
