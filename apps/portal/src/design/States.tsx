import type { ReactNode } from 'react';
import type { Failure, Violation } from '../api/failure.js';
import { useTitle } from '../api/title.js';
import { common } from '../i18n/common.js';
import { useLanguage, useWords, words } from '../i18n/index.js';
import { useSay } from '../i18n/say.js';
import { Button } from './Button.js';
import { classes } from './classes.js';
import { Icon, type IconName } from './Icon.js';
import css from './States.module.css';

const failureWords = words(
  {
    title: '没有成功',
    OFFLINE: '设备当前没有联网。请检查网络后重试，已填写的内容仍在本页。',
    NETWORK: '暂时连不上服务器。请稍后重试，已填写的内容仍在本页。',
    UNAUTHENTICATED: '登录已过期或尚未登录，请登录后继续。',
    NOT_FOUND: '没有找到，可能已被撤下，或您没有查看权限。',
    UNKNOWN: '出现了意外情况。请重试；仍不成功时，请把下面的代码告诉平台管理员。',
    signIn: '去登录',
    home: '回到首页',
    basis: '依据：',
  },
  {
    title: 'That did not work',
    OFFLINE: 'This device is offline. Check the connection and try again; what you filled in is still here.',
    NETWORK: 'The server cannot be reached right now. Try again shortly; what you filled in is still here.',
    UNAUTHENTICATED: 'You are not signed in, or your session has ended. Sign in to go on.',
    NOT_FOUND: 'Nothing was found. It may have been taken down, or you may not view it.',
    UNKNOWN:
      'Something unexpected happened. Try again; if it persists, tell the administrator the code below.',
    signIn: 'Sign in',
    home: 'Back to home',
    basis: 'Basis: ',
  },
);

/** What went wrong and what to do, in one sentence. */
export function useFailureText(): (failure: Failure) => string {
  const t = useWords(failureWords);
  const say = useSay();
  return (failure) => {
    const { code, message } = failure;
    if (code === 'OFFLINE' || code === 'NETWORK' || code === 'UNAUTHENTICATED') return t[code];
    if (message) return say(failure);
    return code === 'NOT_FOUND' ? t.NOT_FOUND : t.UNKNOWN;
  };
}

/** A grey bone where text will stand. */
export const Bone = ({ width = '100%', height = 14 }: { width?: string; height?: number }) => (
  <span className={css['bone']} style={{ width, height }} />
);

/** Cards that are still loading. */
export function Skeleton({ cards = 4 }: { cards?: number }) {
  const { loading } = useWords(common);
  return (
    <div className={css['bones']} role="status" aria-label={loading}>
      {Array.from({ length: cards }, (_, index) => (
        <div key={index} className={classes(css['card'], css['bones'])}>
          <Bone width="46%" height={18} />
          <Bone />
          <Bone width="72%" />
        </div>
      ))}
    </div>
  );
}

function Titled({ title }: { title: string }) {
  useTitle(title);
  return null;
}

/** Nothing here, and the next step to take. */
export function Empty(props: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly icon?: IconName;
  /** It is all that the page shows: then it is the page's heading, and its title. */
  readonly page?: boolean;
}) {
  const Heading = props.page ? 'h1' : 'h2';
  return (
    <div className={css['state']}>
      {props.page && <Titled title={props.title} />}
      <span className={css['emblem']}>
        <Icon name={props.icon ?? 'search'} size={32} />
      </span>
      <Heading>{props.title}</Heading>
      {props.children && <p>{props.children}</p>}
      {props.action}
    </div>
  );
}

/** A page or list that could not be shown: what to do, and the code for whoever helps. */
export function FailureState({
  failure,
  onRetry,
  page = false,
}: {
  failure: Failure;
  onRetry?: () => void;
  /** It is all that the page shows. */
  page?: boolean;
}) {
  const t = useWords(failureWords);
  const c = useWords(common);
  const text = useFailureText();
  const here = `${location.pathname}${location.search}`;
  const Heading = page ? 'h1' : 'h2';
  return (
    <div className={css['state']} role="alert">
      {page && <Titled title={t.title} />}
      <span className={css['bad']}>
        <Icon name="warn" size={32} />
      </span>
      <Heading>{t.title}</Heading>
      <p>{text(failure)}</p>
      <p className={css['code']}>
        {c.code} <code className="mono">{failure.code}</code>
      </p>
      <div className="row">
        {failure.code === 'UNAUTHENTICATED' && (
          <Button tone="primary" to={`/sign-in?next=${encodeURIComponent(here)}`}>
            {t.signIn}
          </Button>
        )}
        {onRetry && <Button onClick={onRetry}>{c.retry}</Button>}
        {failure.code === 'NOT_FOUND' && <Button to="/">{t.home}</Button>}
      </div>
    </div>
  );
}

/** Everything that stands in the way, each with the article it rests on. */
export function Violations({ violations }: { violations: readonly Violation[] }) {
  const t = useWords(failureWords);
  const say = useSay();
  return (
    <ul>
      {violations.map((violation, index) => (
        <li key={`${violation.path}:${violation.code}:${index}`}>
          {violation.code === '' ? violation.message : say(violation)}
          {violation.article && <span className={css['article']}> {`${t.basis}${violation.article}`}</span>}
        </li>
      ))}
    </ul>
  );
}

/** A command that was refused, near the button that asked for it. */
export function Refusal({ failure }: { failure: Failure | null }) {
  const text = useFailureText();
  const { language } = useLanguage();
  if (!failure) return null;
  const others = failure.violations.filter((violation) => violation.message !== failure.message);
  return (
    <div className={css['refusal']} role="alert">
      <strong>{text(failure)}</strong>
      {others.length > 0 && <Violations violations={others} />}
      {language === 'en' && <span className={css['article']}>{failure.code}</span>}
    </div>
  );
}

/** Something to know before going on. */
export function Notice({
  tone = 'plain',
  icon = 'info',
  children,
}: {
  tone?: 'plain' | 'amber' | 'good';
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <div
      className={classes(
        css['notice'],
        tone === 'amber' && css['noticeAmber'],
        tone === 'good' && css['noticeGood'],
      )}
    >
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}
