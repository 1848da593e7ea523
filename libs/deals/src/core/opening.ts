import { DomainError, say, violation, Violations, type Violation } from '@jihui/kernel';
import { DealCodes } from './errors.js';

/** A result or need as far as opening a deal looks at it. */
export interface Listing {
  readonly id: string;
  readonly title: string;
  readonly ownerId: string;
  readonly createdBy: string;
  readonly online: boolean;
  /** Nobody but its members sees what a suspended owner has listed. */
  readonly ownerActive: boolean;
  /** Only needs can be. */
  readonly anonymous: boolean;
}

/** An organisation as far as opening a deal looks at it. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly active: boolean;
}

export interface OpeningTexts {
  readonly title: string | null;
  readonly message: string;
}

export interface Parties {
  readonly sellerId: string;
  readonly buyerId: string;
}

/** Something the sender names and this domain does not know, or the sender may not see: the two look alike. */
export const notYetKnown = (what: string): DomainError =>
  new DomainError(DealCodes.NOT_YET_KNOWN, say`平台尚未收到${what}的信息，或它已不可见，请稍后再试`);

export const checkTexts = (found: Violations, { title, message }: OpeningTexts): Violations =>
  found.optionalText('title', '标题', title, 200).text('message', '留言', message, { max: 2_000 });

/**
 * The two sides of a deal that an organisation opens: on a result its owner sells, on a need its
 * owner buys, and the organisation is the other side or one of the two owners.
 * @param askedId whom the owner of the need asks, where no result says it
 */
export function partiesFor(
  organisationId: string,
  result: Listing | null,
  need: Listing | null,
  askedId: string | null = null,
): Parties | Violation {
  if (askedId !== null) return partiesAsked(organisationId, result, need, askedId);
  if (result !== null && need !== null) {
    if (result.ownerId === organisationId || need.ownerId === organisationId)
      return { sellerId: result.ownerId, buyerId: need.ownerId };
    return {
      path: 'organisationId',
      code: DealCodes.NOT_A_PARTY,
      message: '该成果和需求都不属于所选单位；引荐他人请以经纪机构身份发起引荐',
    };
  }
  if (result !== null) return { sellerId: result.ownerId, buyerId: organisationId };
  if (need !== null) return { sellerId: organisationId, buyerId: need.ownerId };
  return { path: '', code: DealCodes.NO_LISTING, message: '请选择一项成果或需求' };
}

/** The owner of a need asks somebody by name: with a result that is its owner and nobody else. */
function partiesAsked(
  organisationId: string,
  result: Listing | null,
  need: Listing | null,
  askedId: string,
): Parties | Violation {
  if (need?.ownerId !== organisationId)
    return violation('sellerId', DealCodes.NOT_A_PARTY, '只有需求单位可以就自己的需求指定对方');
  if (result !== null && result.ownerId !== askedId)
    return violation('sellerId', DealCodes.OWNER_MISMATCH, '指定的单位不是该成果的发布单位');
  return { sellerId: askedId, buyerId: organisationId };
}

/**
 * The two sides that a broker introduces: owners of the listings, or named where there is none.
 * An anonymous need's owner is never compared with a name, so that nobody finds out by trying.
 */
export function introducedParties(
  named: { readonly sellerId: string | null; readonly buyerId: string | null },
  result: Listing | null,
  need: Listing | null,
): Partial<Parties> & { readonly violations: readonly Violation[] } {
  const found = new Violations().when(
    result === null && need === null,
    '',
    DealCodes.NO_LISTING,
    '请选择一项成果或需求',
  );
  const sellerId = result?.ownerId ?? named.sellerId ?? undefined;
  const buyerId = need?.ownerId ?? named.buyerId ?? undefined;
  const mismatch = (path: string, listing: Listing | null, name: string | null): Violations =>
    found.when(
      listing !== null && name !== null && (listing.anonymous || listing.ownerId !== name),
      path,
      DealCodes.OWNER_MISMATCH,
      '所选成果或需求已确定了这一方，请不要另填',
    );
  mismatch('sellerId', result, named.sellerId);
  mismatch('buyerId', need, named.buyerId);
  found
    .when(sellerId === undefined, 'sellerId', DealCodes.PARTY_MISSING, '请选择卖方单位，或选择一项成果')
    .when(buyerId === undefined, 'buyerId', DealCodes.PARTY_MISSING, '请选择买方单位，或选择一项需求');
  return { sellerId, buyerId, violations: found.found };
}

/**
 * What stands in the way of a deal between these two on these listings. Whoever introduces an anonymous need's
 * owner to itself is not told so, or a broker would learn who it is by trying one seller after another: that deal
 * is made like any other, and goes nowhere (`notItself`).
 */
export function checkOpening(parties: {
  readonly seller: Organisation;
  readonly buyer: Organisation;
  readonly result: Listing | null;
  readonly need: Listing | null;
  readonly introduced: boolean;
}): readonly Violation[] {
  const { seller, buyer, result, need, introduced } = parties;
  const offline = (path: string, listing: Listing | null): Violation[] =>
    listing !== null && !listing.online
      ? [violation(path, DealCodes.LISTING_NOT_ONLINE, say`“${listing.title}”未上线或已下架，不能发起对接`)]
      : [];
  const inactive = (path: string, organisation: Organisation): Violation[] =>
    organisation.active
      ? []
      : [
          violation(
            path,
            DealCodes.PARTY_NOT_ACTIVE,
            say`${organisation.name}未通过审核或已停用，不能参与对接`,
          ),
        ];
  const same: Violation[] =
    seller.id === buyer.id && !(introduced && need?.anonymous === true)
      ? [{ path: '', code: DealCodes.SAME_PARTY, message: '买卖双方是同一单位，不能对接' }]
      : [];
  return [
    ...same,
    ...offline('resultId', result),
    ...offline('needId', need),
    ...inactive('seller', seller),
    ...inactive('buyer', buyer),
  ];
}
