import { allow, deny, hasRole, isMember, isOfficerFor, type Actor, type Verdict } from '@jihui/kernel';

/** What policies and visibility need to know of a listing. */
export interface Owned {
  readonly ownerId: string;
  readonly createdBy: string;
  /** Division of the bureau in charge. */
  readonly scopeCode: string;
}

export const isSystem = (actor: Actor): boolean => actor.kind === 'system';

/** The owner's technology-transfer office, or an enterprise's business person. */
export const isTransferOfficer = (actor: Actor, { ownerId }: Owned): boolean =>
  hasRole(actor, ownerId, 'TRANSFER_OFFICER');

/** The researcher whose draft it is, for as long as the membership lasts. */
export const isAuthor = (actor: Actor, { ownerId, createdBy }: Owned): boolean =>
  actor.kind === 'person' && actor.personId === createdBy && hasRole(actor, ownerId, 'RESEARCHER');

/** An officer of a bureau whose scope covers the listing's place. */
export const isBureauOfficer = (actor: Actor, { scopeCode }: Owned): boolean =>
  isOfficerFor(actor, scopeCode, 'OFFICER');

export const isOwnerMember = (actor: Actor, { ownerId }: Owned): boolean => isMember(actor, ownerId);

const verdict = (permitted: boolean, reason: string): Verdict => (permitted ? allow : deny(reason));

export const byAuthorOrTransferOfficer = (actor: Actor, listing: Owned): Verdict =>
  verdict(
    isAuthor(actor, listing) || isTransferOfficer(actor, listing) || isSystem(actor),
    '只有起草人和本单位负责成果转化的人员可以这样做',
  );
export const byTransferOfficer = (actor: Actor, listing: Owned): Verdict =>
  verdict(
    isTransferOfficer(actor, listing) || isSystem(actor),
    '只有本单位负责成果转化的人员（转化专员或单位管理员）可以这样做',
  );
export const byBureau = (actor: Actor, listing: Owned): Verdict =>
  verdict(isBureauOfficer(actor, listing) || isSystem(actor), '只有所在市、县科技部门的工作人员可以这样做');
export const bySystem = (actor: Actor): Verdict => verdict(isSystem(actor), '这一步由系统自动完成');
