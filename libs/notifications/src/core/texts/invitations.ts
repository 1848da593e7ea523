import type { InvitationFact } from '../facts.js';
import { quoted, type Text, type Texts } from './text.js';

const forExpert = ({ expertId }: InvitationFact): string => `/experts/${expertId}#invitations`;
const onNeed = ({ needId }: InvitationFact): string => `/needs/${needId}#experts`;

const MOST = 100;

const said = ({ message }: InvitationFact): string => {
  const characters = [...(message ?? '')];
  if (characters.length === 0) return '';
  return `说明：${characters.length > MOST ? `${characters.slice(0, MOST).join('')}…` : characters.join('')}。`;
};

/** What is told of invitations of experts. */
export const INVITATION_TEXTS = {
  invited: (invitation: InvitationFact): Text => ({
    title: `${invitation.inviterName}邀请您就需求${quoted(invitation.needTitle)}提供咨询`,
    body: `${said(invitation)}请接受，或说明谢绝的原因。`,
    link: forExpert(invitation),
  }),
  invitedForYou: (invitation: InvitationFact): Text => ({
    title: `已为需求${quoted(invitation.needTitle)}邀请一位专家`,
    body: `由${invitation.inviterName}邀请，专家答复后会通知您。`,
    link: onNeed(invitation),
  }),
  accepted: (invitation: InvitationFact): Text => ({
    title: `专家接受了关于需求${quoted(invitation.needTitle)}的咨询邀请`,
    body: `${said(invitation)}请在需求页查看答复，并继续对接。`,
    link: onNeed(invitation),
  }),
  declined: (invitation: InvitationFact): Text => ({
    title: `专家谢绝了关于需求${quoted(invitation.needTitle)}的咨询邀请`,
    body: `${said(invitation)}可以另邀其他专家。`,
    link: onNeed(invitation),
  }),
  withdrawn: (invitation: InvitationFact): Text => ({
    title: `关于需求${quoted(invitation.needTitle)}的咨询邀请已撤回`,
    body: '您无需答复。',
    link: forExpert(invitation),
  }),
} satisfies Texts<InvitationFact>;
