import type { OrganisationKind, Violation } from '@jihui/kernel';
import type { Call } from '../calls/call.js';
import { MODES } from '../calls/modes.js';
import { ChallengeCodes } from '../errors.js';

/** What is known of who wants to bid. */
export interface Bidder {
  readonly id: string;
  readonly kind: string;
  readonly active: boolean;
  /** 失信禁入: the last day of one that is in force, `infinity` for good. */
  readonly bannedUntil?: string | null;
  /** People who belong to the bidder and to the call's owner. */
  readonly sharedPeople: readonly string[];
}

const KINDS: readonly OrganisationKind[] = ['UNIVERSITY', 'INSTITUTE', 'ENTERPRISE', 'OTHER'];
const B4 = '本市揭榜制揭榜方条件（参考 B4）';

const fault = (code: string, message: string): readonly Violation[] => [
  { path: 'organisationId', code, message, article: B4 },
];

/** Why an organisation can be no part of a bid on any call: bidder, lead or member. */
export function partyFaults(
  party: Pick<Bidder, 'kind' | 'active' | 'bannedUntil'> | undefined,
): readonly Violation[] {
  if (party === undefined || !party.active)
    return fault(ChallengeCodes.NOT_YET_KNOWN, '该单位尚未登记或已停用，不能揭榜');
  return [
    ...(KINDS.some((kind) => kind === party.kind)
      ? []
      : fault(ChallengeCodes.BIDDER_KIND, '主管部门和技术交易服务机构不能揭榜')),
    ...banFault(party),
  ];
}

const FOR_GOOD = 'infinity';

/** 失信禁入 (reference B8): blocked at submission. */
export function banFault({ bannedUntil = null }: Pick<Bidder, 'bannedUntil'>): readonly Violation[] {
  if (bannedUntil === null) return [];
  return fault(
    ChallengeCodes.BANNED,
    bannedUntil === FOR_GOOD
      ? '该单位因失信被永久禁入，不能参加揭榜'
      : `该单位因失信被禁入，至 ${bannedUntil} 止不能参加揭榜`,
  );
}

/** Why this organisation may undertake nothing of this owner, from the facts held. */
export function undertakingFaults(ownerId: string, bidder: Bidder | undefined): readonly Violation[] {
  if (bidder === undefined || !bidder.active) return partyFaults(bidder);
  return [
    ...partyFaults(bidder),
    ...(bidder.id === ownerId ? fault(ChallengeCodes.RELATED, '发榜方不能揭自己的榜') : []),
    ...(bidder.id !== ownerId && bidder.sharedPeople.length > 0
      ? fault(
          ChallengeCodes.RELATED,
          `揭榜方与发榜方有同一人员任职（${bidder.sharedPeople.join('、')}），属于关联单位，不能揭榜`,
        )
      : []),
  ];
}

/** Why this organisation may not bid on this call, from the facts held; nothing where it may. */
export function eligibilityFaults(
  call: Pick<Call, 'ownerId' | 'mode' | 'plan'>,
  bidder: Bidder | undefined,
): readonly Violation[] {
  if (bidder === undefined || !bidder.active) return partyFaults(bidder);
  return [
    ...undertakingFaults(call.ownerId, bidder),
    ...(MODES[call.mode].open || call.plan.undertakerId === bidder.id
      ? []
      : fault(ChallengeCodes.NOT_DESIGNATED, '该榜单定向委托给指定的承担单位')),
  ];
}
