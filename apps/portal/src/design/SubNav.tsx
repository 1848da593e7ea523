import { useEffect, useRef } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import css from './SubNav.module.css';

export interface SubNavItem {
  readonly to: string;
  readonly label: string;
  /** How many wait there; not shown when 0, unless `current` is said. */
  readonly count?: number;
  /** Current only on exactly this address. */
  readonly end?: boolean;
  /** Whether it is the present part, where the parts of one address differ in the query string. */
  readonly current?: boolean;
}

/** The parts of one thing or area, each with its own address; the present one is marked. */
export function SubNav({ items, label }: { items: readonly SubNavItem[]; label: string }) {
  const { pathname, search } = useLocation();
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the present part is scrolled to, sideways alone.
  useEffect(() => {
    const present = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (!nav.current || !present) return;
    nav.current.scrollLeft = present.offsetLeft - (nav.current.clientWidth - present.offsetWidth) / 2;
  }, [pathname, search]);
  return (
    <nav ref={nav} className={css['nav']} aria-label={label}>
      {items.map((item) =>
        item.current === undefined ? (
          <NavLink key={item.to} to={item.to} end={item.end ?? true} preventScrollReset>
            <Named item={item} />
          </NavLink>
        ) : (
          <Link
            key={item.to}
            to={item.to}
            aria-current={item.current ? 'page' : undefined}
            preventScrollReset
          >
            <Named item={item} />
          </Link>
        ),
      )}
    </nav>
  );
}

const Named = ({ item: { label, count, current } }: { item: SubNavItem }) => (
  <>
    {label}
    {count || (count === 0 && current !== undefined) ? (
      <span className={css['count']}>{count.toLocaleString('en-US')}</span>
    ) : null}
  </>
);
