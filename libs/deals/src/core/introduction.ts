import { addMonths, type LegalDay } from '@jihui/kernel';

/** 引荐证明: what the hash is taken over, as RFC 8785 JSON. Ids, so that a change of name changes nothing. */
export interface IntroductionContent {
  readonly kind: 'INTRODUCED' | 'JOINED';
  readonly dealId: string;
  readonly brokerId: string;
  readonly personId: string;
  readonly sellerId: string;
  /** Null while the buyer is anonymous: the need then stands for it. */
  readonly buyerId: string | null;
  readonly resultId: string | null;
  readonly needId: string | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** A registered contract as far as looking for a bypass goes. */
export interface RegisteredContract {
  readonly sellerId: string;
  readonly buyerIds: readonly string[];
  readonly brokerNames: readonly string[];
  readonly registeredOn: LegalDay;
}

const sameName = (a: string, b: string): boolean => a.normalize('NFKC').trim() === b.normalize('NFKC').trim();

/**
 * 绕单 (民法典 art 965; reference D4): the two whom a broker introduced registered a contract within
 * the window, in either direction, and the broker is not on it.
 */
export function isBypass(
  introduction: {
    readonly brokerName: string;
    readonly sellerId: string;
    readonly buyerId: string;
    readonly on: LegalDay;
  },
  contract: RegisteredContract,
  windowMonths: number,
): boolean {
  const { sellerId, buyerIds, brokerNames, registeredOn } = contract;
  const sameParties =
    (sellerId === introduction.sellerId && buyerIds.includes(introduction.buyerId)) ||
    (sellerId === introduction.buyerId && buyerIds.includes(introduction.sellerId));
  return (
    sameParties &&
    registeredOn >= introduction.on &&
    registeredOn <= addMonths(introduction.on, windowMonths) &&
    !brokerNames.some((name) => sameName(name, introduction.brokerName))
  );
}
