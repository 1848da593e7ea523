import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import css from './SubNav.module.css';

export interface SubNavItem {
  readonly to: string;
  readonly label: string;
  /** How many wait there; not shown when 0. */
  readonly count?: number;
  /** Current only on exactly this address. */
  readonly end?: boolean;
}

/** The parts of one thing or area, each with its own address; the present one is marked. */
export function SubNav({ items, label }: { items: readonly SubNavItem[]; label: string }) {
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the present part is scrolled to, sideways alone.
  useEffect(() => {
    const present = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (!nav.current || !present) return;
    nav.current.scrollLeft = present.offsetLeft - (nav.current.clientWidth - present.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav ref={nav} className={css['nav']} aria-label={label}>
      {items.map((item) => (
        <NavLink key={item.to} to={item.to} end={item.end ?? true} preventScrollReset>
          {item.label}
          {item.count ? <span className={css['count']}>{item.count}</span> : null}
        </NavLink>
      ))}
    </nav>
  );
}
