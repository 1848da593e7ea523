import { useEffect, useId, useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { classes } from '../design/classes.js';
import { Dialog } from '../design/Dialog.js';
import { useTheme } from '../design/Theme.js';
import { common } from '../i18n/common.js';
import { useLanguage, useWords } from '../i18n/index.js';
import { AccountMenu } from './AccountMenu.js';
import { HeadSearch, HeadSearchButton } from './HeadSearch.js';
import css from './Shell.module.css';
import { shell } from './words.js';

const UnreadDocument = graphql(`
  query UnreadCount {
    unreadNotificationCount
  }
`);

/** Addresses that belong to a place besides its own: its other tabs. */
const BESIDES: Readonly<Record<string, string>> = {
  '/calls': '/call-projects',
  '/experts': '/projects',
  '/brokers': '/agencies',
};

const isBelow = (pathname: string, place: string | undefined): boolean =>
  place !== undefined && (pathname === place || pathname.startsWith(`${place}/`));

function usePlaces(): readonly (readonly [string, string])[] {
  const t = useWords(shell);
  return [
    ['/results', t.results],
    ['/needs', t.needs],
    ['/calls', t.calls],
    ['/experts', t.experts],
    ['/brokers', t.brokers],
    ['/patents', t.patents],
    ['/disclosures', t.disclosures],
    ['/data', t.data],
    ['/verify', t.verify],
  ];
}

/** The number of unread messages: asked once, then told by the server as it changes. */
function Bell() {
  const t = useWords(shell);
  const [result] = useQuery({ query: UnreadDocument });
  const [live, setLive] = useState<number | null>(null);
  useEffect(() => {
    const stream = new EventSource('/events/stream');
    stream.addEventListener('unread', (event: MessageEvent<string>) =>
      setLive((JSON.parse(event.data) as { count: number }).count),
    );
    return () => stream.close();
  }, []);
  const count = live ?? result.data?.unreadNotificationCount ?? 0;
  return (
    <span className={css['bell']}>
      <Button tone="quiet" icon="bell" to="/inbox" label={count > 0 ? t.unread(count) : t.inbox} />
      {count > 0 && (
        <span className={css['count']} aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </span>
  );
}

export function Header() {
  const t = useWords(shell);
  const c = useWords(common);
  const { viewer, loading } = useViewer();
  const { theme, toggle } = useTheme();
  const { language, choose } = useLanguage();
  const { pathname } = useLocation();
  const places = usePlaces();
  const [drawer, setDrawer] = useState(false);
  const menuId = useId();
  useEffect(() => setDrawer(false), [pathname]);
  const links = places.map(([to, label]) => (
    <Link
      key={to}
      to={to}
      aria-current={isBelow(pathname, to) || isBelow(pathname, BESIDES[to]) ? 'page' : undefined}
    >
      {label}
    </Link>
  ));
  return (
    <header className={css['header']}>
      <div className={classes('wrap', css['bar'])}>
        <span className={css['narrow']}>
          <Button tone="quiet" icon="menu" label={c.openMenu} onClick={() => setDrawer(true)} />
        </span>
        <Link to="/" className={css['brand']} title={t.home}>
          <img src="/mark.svg" width={28} height={28} alt="" />
          {c.product}
        </Link>
        <nav className={classes(css['nav'], css['wide'])} aria-label={t.mainNav}>
          {links}
        </nav>
        <div
          className={classes(css['wide'], css['search'])}
          style={{ display: pathname === '/' ? 'none' : undefined }}
        >
          <HeadSearch />
        </div>
        <div className={css['tools']} style={pathname === '/' ? { marginLeft: 'auto' } : undefined}>
          <span className={css['narrow']}>
            <HeadSearchButton />
          </span>
          <span className={css['wide']}>
            <span className="row" style={{ gap: 2 }}>
              <Button
                tone="quiet"
                icon={theme === 'light' ? 'moon' : 'sun'}
                label={theme === 'light' ? t.toDark : t.toLight}
                onClick={toggle}
              />
              <Button tone="quiet" size="small" onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>
                {t.switchLanguage}
              </Button>
            </span>
          </span>
          {viewer ? (
            <>
              <Bell />
              <span className={css['wide']}>
                <Button icon="desk" to="/workspace">
                  {t.desk}
                </Button>
              </span>
              <Button tone="quiet" icon="user" label={t.account} popoverTarget={menuId} />
              <AccountMenu id={menuId} viewer={viewer} />
            </>
          ) : (
            !loading && (
              <>
                <span className={css['wide']}>
                  <Button tone="quiet" to="/register">
                    {t.register}
                  </Button>
                </span>
                <Button
                  tone="primary"
                  to={pathname === '/sign-in' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(pathname)}`}
                >
                  {t.signIn}
                </Button>
              </>
            )
          )}
        </div>
      </div>
      <Dialog open={drawer} onClose={() => setDrawer(false)} title={c.product} side="left">
        <nav className={css['drawerNav']} aria-label={t.mainNav}>
          <NavLink to="/" end>
            {t.home}
          </NavLink>
          {links}
          {viewer && <NavLink to="/workspace">{t.desk}</NavLink>}
          {!viewer && <NavLink to="/register">{t.register}</NavLink>}
        </nav>
        <div className="row">
          <Button icon={theme === 'light' ? 'moon' : 'sun'} onClick={toggle}>
            {theme === 'light' ? t.toDark : t.toLight}
          </Button>
          <Button icon="globe" onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>
            {t.switchLanguage}
          </Button>
        </div>
      </Dialog>
    </header>
  );
}
