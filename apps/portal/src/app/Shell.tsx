import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation, useMatches, useNavigation } from 'react-router';
import { classes } from '../design/classes.js';
import { useCity } from '../api/city.js';
import { useWords } from '../i18n/index.js';
import { Header } from './Header.js';
import { ProofAsked } from './ProofAsked.js';
import { SessionEnd } from './SessionEnd.js';
import css from './Shell.module.css';
import { shell } from './words.js';

function subscribeOnline(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** What a route may say of itself: `flush` draws its own bands from edge to edge. */
export interface RouteHandle {
  readonly flush?: boolean;
}

/** The frame of every page: skip link, header, main, footer. A new page takes the focus, so that it is announced. */
export function Shell() {
  const t = useWords(shell);
  const city = useCity();
  const { pathname } = useLocation();
  const { state } = useNavigation();
  const flush = useMatches().some((match) => (match.handle as RouteHandle | undefined)?.flush);
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  // Together with the new page: later it would take the focus from what one has begun to type there. Where the page
  // stays and only its address changes, as with a form's first saving, the focus stays in its field.
  useLayoutEffect(() => {
    if (first.current) first.current = false;
    else if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className={css['page']}>
      <a className={css['skip']} href="#main">
        {t.skip}
      </a>
      {state === 'loading' && <div className={css['progress']} />}
      <Header />
      {!online && (
        <div className={css['offline']} role="status">
          {t.offline}
        </div>
      )}
      <main id="main" ref={main} tabIndex={-1} className={classes(css['main'], flush && css['flush'])}>
        <Outlet />
      </main>
      <footer className={css['footer']}>
        <div className="wrap spread">
          <span>
            {t.footer(city?.name ?? '')} · <Link to="/calculators">{t.calculators}</Link> ·{' '}
            <Link to="/report-misconduct">{t.misconduct}</Link>
          </span>
          <span>{t.footerNote}</span>
        </div>
      </footer>
      <SessionEnd />
      <ProofAsked />
      <ScrollRestoration />
    </div>
  );
}
