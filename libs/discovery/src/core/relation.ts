import {
  allow,
  deny,
  hasRole,
  isMember,
  isOfficerFor,
  type Actor,
  type Check,
  type Verdict,
} from '@jihui/kernel';

/** What policies and visibility need to know of what an organisation holds. */
export interface Held {
  readonly ownerId: string;
  /** Division of the bureau in charge: the holder's place, or the city where that lies outside it. */
  readonly scopeCode: string;
}

export const isSystem = (actor: Actor): boolean => actor.kind === 'system';
/** The holder's technology-transfer office, or an enterprise's business person. */
export const isOffice = (actor: Actor, { ownerId }: Pick<Held, 'ownerId'>): boolean =>
  hasRole(actor, ownerId, 'TRANSFER_OFFICER');
/** An officer of a bureau whose scope covers it. */
export const isBureau = (actor: Actor, { scopeCode }: Pick<Held, 'scopeCode'>): boolean =>
  isOfficerFor(actor, scopeCode, 'OFFICER');
/** Whether the actor reads everything of it: the holder's members, the bureau and programs. */
export const isInside = (actor: Actor, held: Held): boolean =>
  isSystem(actor) || isMember(actor, held.ownerId) || isBureau(actor, held);

export const verdict = (permitted: boolean, reason: string): Verdict => (permitted ? allow : deny(reason));

export const byOffice: Check<Held> = (actor, held) =>
  verdict(
    isOffice(actor, held) || isSystem(actor),
    '只有本单位负责成果转化的人员（转化专员或单位管理员）可以这样做',
  );
export const bySystem: Check<unknown> = (actor) => verdict(isSystem(actor), '这一步由系统自动完成');
