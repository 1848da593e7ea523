import { Codes, DomainError, invalid, type Actor } from '@jihui/kernel';
import { checkIds } from '@jihui/platform';
import { ListingCodes } from './core/errors.js';

/** @throws DomainError UNAUTHENTICATED for whoever has not signed in: nobody changes anything unnamed. */
export function requireSignedIn(actor: Actor): void {
  if (actor.kind === 'anonymous') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
}

/** The organisation's approval has not reached this domain yet; asking again a moment later helps. */
export const ownerNotYetKnown = (): DomainError =>
  new DomainError(ListingCodes.OWNER_NOT_YET_KNOWN, '单位信息尚未同步或单位尚未通过审核，请稍后再试');

/** The owner that a new draft names. @throws DomainError INVALID_INPUT without one, NOT_FOUND for no id. */
export function givenOwner(ownerId: string | null | undefined): string {
  if (ownerId == null)
    throw invalid([{ path: 'ownerId', code: 'REQUIRED', message: '请选择以哪个单位的名义填写' }]);
  checkIds(ownerId);
  return ownerId;
}
