import type { JobMap } from '@jihui/events';
import { Limits } from './core/limits.js';
import type { LinkMail, NoticeMail } from './correspondence.js';

interface Text {
  readonly subject: string;
  readonly text: string;
}

const mail = (subject: string, lines: readonly string[]): Text => ({
  subject: `【技汇】${subject}`,
  text: `${lines.join('\n\n')}\n\n—— 技汇 科技成果转化平台\n本邮件由系统发出，请勿直接回复。\n`,
});

/** The mail of a link; nothing when there is nobody to have it. `token` is the link's own. */
export function linkText(link: LinkMail, base: string, token: string): Text | undefined {
  switch (link.purpose) {
    case 'REGISTER':
      return link.account === undefined
        ? confirmation(base, token)
        : alreadyRegistered(link.account.displayName, base);
    case 'RESET':
      return link.account === undefined ? undefined : reset(link.account.displayName, base, token);
    case 'INVITE':
      return invitation(link, base, token);
  }
}

const confirmation = (base: string, token: string): Text =>
  mail('请确认您的邮箱', [
    '您好：',
    '有人用这个邮箱注册了技汇账号。是您本人的话，请打开下面的链接，并输入注册时设置的密码完成确认：',
    `${base}confirm?token=${token}`,
    `链接 ${Limits.confirmationLinkHours} 小时内有效。不是您本人注册的，不必理会，账号不会开通。`,
  ]);

const alreadyRegistered = (name: string, base: string): Text =>
  mail('您已有账号', [
    `${name}，您好：`,
    '有人用这个邮箱再次注册技汇账号。您已有账号，可以直接登录；忘记密码时请在登录页选择“找回密码”：',
    `${base}sign-in`,
    '不是您本人操作的，不必理会，您的账号没有变化。',
  ]);

const reset = (name: string, base: string, token: string): Text =>
  mail('重置密码', [
    `${name}，您好：`,
    '请打开下面的链接设置新密码。设置后，所有设备需要重新登录：',
    `${base}reset?token=${token}`,
    `链接 ${Limits.resetLinkHours} 小时内有效，只能使用一次。不是您本人申请的，不必理会，密码没有变化。`,
  ]);

const invitation = (link: LinkMail, base: string, token: string): Text =>
  mail(`“${link.organisationName ?? ''}”邀请您加入`, [
    '您好：',
    `“${link.organisationName ?? ''}”邀请您成为其在技汇平台的成员。请打开下面的链接接受或谢绝：`,
    `${base}invitation?token=${token}`,
    link.account === undefined
      ? `还没有账号的话，请先用本邮箱（${link.email}）注册。邀请 ${Limits.invitationDays} 天内有效。`
      : `请用本邮箱（${link.email}）的账号登录。邀请 ${Limits.invitationDays} 天内有效。`,
  ]);

/** The mail about an account or a membership. */
export function noticeText(
  kind: JobMap['identity.sendNotice']['notice'],
  notice: NoticeMail,
  publicUrl: string,
): Text {
  const hello = `${notice.displayName}，您好：`;
  const organisation = `“${notice.organisationName}”`;
  switch (kind) {
    case 'PASSWORD_CHANGED':
      return mail('密码已修改', [
        hello,
        '您的技汇账号刚刚修改了密码，其他设备已退出登录。',
        `不是您本人操作的，请立即找回密码，并在“登录设备与访问令牌”中核对：${publicUrl}/account`,
      ]);
    case 'SECOND_FACTOR_ON':
      return mail('两步验证已启用', [
        hello,
        '您的技汇账号刚刚启用了两步验证，其他设备已退出登录。今后登录时，在密码之后还要输入身份验证器应用中的验证码。',
        `请妥善保存恢复码。不是您本人操作的，请立即联系平台管理员，并修改密码：${publicUrl}/account`,
      ]);
    case 'SECOND_FACTOR_OFF':
      return mail('两步验证已关闭', [
        hello,
        '您的技汇账号刚刚关闭了两步验证，其他设备已退出登录。今后只用密码或短信验证码即可登录。',
        `不是您本人操作的，请立即修改密码，并重新启用两步验证：${publicUrl}/account`,
      ]);
    case 'SECOND_FACTOR_RESET':
      return mail('两步验证已由平台管理员重置', [
        hello,
        `平台管理员重置了您的技汇账号的两步验证，理由：${notice.reason}`,
        `各处已退出登录，原来的验证码和恢复码不再有效。请用密码登录后重新启用：${publicUrl}/account/second-factor`,
        '您没有提出过这样的请求的，请立即修改密码，并向平台管理员核实。',
      ]);
    case 'OIDC_LINKED':
      return mail('账号关联了统一身份认证', [
        hello,
        '您的技汇账号刚刚关联了统一身份认证，今后也可以用它登录。',
        `不是您本人操作的，请立即解除关联并修改密码：${publicUrl}/account`,
      ]);
    case 'OIDC_UNLINKED':
      return mail('账号解除了统一身份认证的关联', [
        hello,
        '您的技汇账号刚刚解除了与统一身份认证的关联，今后不能再用它登录。',
        `不是您本人操作的，请立即修改密码：${publicUrl}/account`,
      ]);
    case 'MEMBERSHIP_REQUESTED':
      return mail(`${notice.applicantName}申请加入${organisation}`, [
        hello,
        `${notice.applicantName}申请加入${organisation}。请核实身份后办理：`,
        `${publicUrl}/account/organisations`,
      ]);
    case 'MEMBERSHIP_APPROVED':
      return mail(`您已加入${organisation}`, [
        hello,
        `${organisation}的管理员同意了您的申请。`,
        `${publicUrl}/workspace`,
      ]);
    case 'MEMBERSHIP_REFUSED':
      return mail(`加入${organisation}的申请未通过`, [
        hello,
        `${organisation}的管理员没有同意您的申请，理由：${notice.reason}`,
        '如有疑问请与该单位联系，之后可以重新申请。',
      ]);
  }
}

export const phoneCodeText = (code: string): string =>
  `【技汇】验证码 ${code}，${Limits.phoneCodeMinutes} 分钟内有效。请勿告诉他人。`;
