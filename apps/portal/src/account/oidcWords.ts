import { words } from '../i18n/index.js';

/** 统一身份认证: signing in by an issuer's word. */
export const oidcWords = words(
  {
    title: '统一身份认证',
    or: '或',
    signInBy: (issuer: string) => `用“${issuer}”登录`,
    intro: (issuers: readonly string[]) =>
      `关联以后，可以用${issuers.map((issuer) => `“${issuer}”`).join('或')}登录本账号。平台不从那里取得姓名、邮箱等资料。`,
    link: (issuer: string) => `关联“${issuer}”`,
    unlink: '解除关联',
    linked: '关联时间',
    used: '最近使用',
    never: '还没有用过',
    issuer: '认证服务',
    linkedNow: '已关联',
    unlinked: '已解除关联',
    wait: '请稍候，完成后自动进入下一页。',
    returning: '正在完成登录',
    linking: '正在关联',
    notSignedIn: '登录没有完成',
    notLinked: '关联没有完成',
    again: '回到登录页',
    toAccount: '回到我的账户',
  },
  {
    title: 'Single sign-on',
    or: 'or',
    signInBy: (issuer: string) => `Sign in with ${issuer}`,
    intro: (issuers: readonly string[]) =>
      `Once linked, you can sign in to this account with ${issuers.join(' or ')}. Neither your name nor your e-mail is taken from there.`,
    link: (issuer: string) => `Link ${issuer}`,
    unlink: 'Unlink',
    linked: 'Linked',
    used: 'Last used',
    never: 'Not yet',
    issuer: 'Issuer',
    linkedNow: 'Linked',
    unlinked: 'Unlinked',
    wait: 'One moment; the next page comes by itself.',
    returning: 'Signing in',
    linking: 'Linking',
    notSignedIn: 'Not signed in',
    notLinked: 'Not linked',
    again: 'Back to signing in',
    toAccount: 'Back to my account',
  },
);
