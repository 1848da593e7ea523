import type { Actor } from '@jihui/kernel';
import { isBureauOfficer, isOwnerMember, isSystem, type Owned } from './relation.js';
import type { Contact } from './types.js';
import type { VisibilityTier } from './vocabulary.js';

/**
 * How much of a listing that one may see is shown.
 * FULL: the owner's members and the bureau. OPEN: everything but the contact's digits.
 * NDA_PENDING: without what the NDA protects. TEASER: title, classification, the summary's beginning.
 */
export type Access = 'FULL' | 'OPEN' | 'NDA_PENDING' | 'TEASER';

/** Whether the viewer's organisation accepted the NDA that is in effect, only an older text of it, or none. */
export type NdaConsent = 'CURRENT' | 'OUTDATED' | 'NONE';

export function accessOf(actor: Actor, listing: Owned, visibility: VisibilityTier, nda: NdaConsent): Access {
  if (isSystem(actor) || isOwnerMember(actor, listing) || isBureauOfficer(actor, listing)) return 'FULL';
  if (visibility === 'PUBLIC') return 'OPEN';
  if (actor.kind === 'anonymous') return 'TEASER';
  return visibility === 'NDA' && nda !== 'CURRENT' ? 'NDA_PENDING' : 'OPEN';
}

/** Fields of a result that an NDA protects. */
export const RESULT_UNDER_NDA = ['keyPoints', 'innovation', 'comparison', 'attachments'] as const;
/** Fields of a result that a teaser leaves out besides those. */
export const RESULT_BEYOND_TEASER = [
  'problem',
  'scenes',
  'trlEvidence',
  'ipRights',
  'awards',
  'planSource',
  'planName',
  'unitApprovalDocument',
  'priceMin',
  'priceMax',
  'conditions',
  'investment',
  'expectedBenefit',
  'cases',
  'media',
  'team',
] as const;
/** Fields of a need that an NDA protects. */
export const NEED_UNDER_NDA = ['indicators', 'foundation', 'attachments'] as const;
/** Fields of a need that a teaser leaves out besides those. */
export const NEED_BEYOND_TEASER = [
  'budgetNegotiable',
  'budgetMin',
  'budgetMax',
  'payment',
  'ownerScale',
] as const;

/** Names of the fields that this access leaves out. Nobody learns a contact without signing in. */
export function hiddenFields(
  access: Access,
  signedIn: boolean,
  fields: { readonly underNda: readonly string[]; readonly beyondTeaser: readonly string[] },
): readonly string[] {
  const contact = signedIn ? [] : ['contact'];
  switch (access) {
    case 'FULL':
    case 'OPEN':
      return contact;
    case 'NDA_PENDING':
      return [...fields.underNda, ...contact];
    case 'TEASER':
      return [...fields.underNda, ...fields.beyondTeaser, ...contact];
  }
}

export interface AccessNotice {
  readonly code: 'SIGN_IN' | 'ACCEPT_NDA';
  readonly message: string;
}

export function accessNotice(access: Access, signedIn: boolean, nda: NdaConsent): AccessNotice | null {
  if (!signedIn)
    return access === 'TEASER'
      ? { code: 'SIGN_IN', message: '完整内容登录后可见' }
      : { code: 'SIGN_IN', message: '联系方式登录后可见' };
  if (access !== 'NDA_PENDING') return null;
  return {
    code: 'ACCEPT_NDA',
    message:
      nda === 'OUTDATED'
        ? '贵单位签署的保密协议已有新版本，技术要点与附件在签署新文本后可见，须由单位授权人员（转化专员或管理员）签署'
        : '技术要点与附件在签署保密协议后可见，须由单位授权人员（转化专员或管理员）签署',
  };
}

/** How much of a summary is shown to everybody. */
export const TEASER_LENGTH = 100;

export const teaserOf = (text: string): string => {
  const characters = [...text];
  return characters.length <= TEASER_LENGTH ? text : `${characters.slice(0, TEASER_LENGTH).join('')}…`;
};

/** 138****5678, and w***@example.cn. */
export const maskContact = (contact: Contact): Contact => ({
  name: contact.name,
  phone:
    contact.phone.length < 7
      ? contact.phone.replace(/./g, '*')
      : `${contact.phone.slice(0, 3)}****${contact.phone.slice(-4)}`,
  email: contact.email.replace(/^(.).*@/, '$1***@'),
});
