import { NavLink } from 'react-router';
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
  return (
    <nav className={css['nav']} aria-label={label}>
      {items.map((item) => (
        <NavLink key={item.to} to={item.to} end={item.end ?? true} preventScrollReset>
          {item.label}
          {item.count ? <span className={css['count']}>{item.count}</span> : null}
        </NavLink>
      ))}
    </nav>
  );
}
