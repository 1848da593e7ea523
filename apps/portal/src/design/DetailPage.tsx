import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useTitle } from '../api/title.js';
import { classes } from './classes.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import css from './DetailPage.module.css';

export interface Fact {
  readonly label: ReactNode;
  readonly value: ReactNode;
}

/** One thing on one page: the summary in the first screen, what one can do at the right, history and documents below. */
export function DetailPage(props: {
  /** The document's title; also the heading where `heading` is not given. */
  readonly title: string;
  readonly heading?: ReactNode;
  readonly crumbs?: readonly { readonly label: string; readonly to: string }[];
  /** Status, number and date above the heading. */
  readonly eyebrow?: ReactNode;
  readonly lead?: ReactNode;
  readonly facts?: readonly Fact[];
  /** The action rail. */
  readonly actions?: ReactNode;
  /** Panels below the rail. */
  readonly aside?: ReactNode;
  /** Beside a list, in a split review: one column, the buttons above the facts, no address of its own. */
  readonly embedded?: boolean;
  readonly children: ReactNode;
}) {
  useTitle(props.embedded ? undefined : props.title);
  const Headline = props.embedded ? 'h2' : 'h1';
  const head = (
    <header className={css['head']}>
      {props.eyebrow && <div className={css['eyebrow']}>{props.eyebrow}</div>}
      <Headline>{props.heading ?? props.title}</Headline>
      {props.lead && <div className={css['lead']}>{props.lead}</div>}
    </header>
  );
  const facts = props.facts && props.facts.length > 0 && <Facts facts={props.facts} />;
  if (props.embedded)
    return (
      <article className={css['embedded']}>
        {head}
        {props.actions && <div className={css['rowRail']}>{props.actions}</div>}
        {facts}
        <div className={css['sections']}>
          {props.children}
          {props.aside && <div className={css['embeddedAside']}>{props.aside}</div>}
        </div>
      </article>
    );
  return (
    <article className="wrap">
      {props.crumbs && <Crumbs crumbs={props.crumbs} />}
      <div className={css['grid']}>
        <div>
          {head}
          {facts}
          <div className={css['sections']}>{props.children}</div>
        </div>
        <aside className={css['aside']}>
          {props.actions && <div className={classes(css['panel'], css['railPanel'])}>{props.actions}</div>}
          {props.aside}
        </aside>
      </div>
    </article>
  );
}

export function Crumbs({ crumbs }: { crumbs: readonly { readonly label: string; readonly to: string }[] }) {
  const c = useWords(common);
  return (
    <nav aria-label={c.crumbs}>
      <ol className={css['crumbs']}>
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={css['facts']}>
      {facts.map((fact, index) => (
        <div key={index}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A titled part of a detail page; an address that names it leads to it, though it is drawn later than the page. */
export function Section({
  title,
  id,
  extra,
  children,
}: {
  title: ReactNode;
  id?: string;
  extra?: ReactNode;
  children: ReactNode;
}) {
  const element = useRef<HTMLElement>(null);
  const { hash, key } = useLocation();
  useEffect(() => {
    if (id !== undefined && hash === `#${id}`) element.current?.scrollIntoView();
  }, [id, hash, key]);
  return (
    <section ref={element} className={css['section']} id={id}>
      {extra ? (
        // Beside the heading, not in it: a button is no part of what the section is called.
        <div className={classes(css['titled'], 'spread')}>
          <h2>{title}</h2>
          {extra}
        </div>
      ) : (
        <h2>{title}</h2>
      )}
      {children}
    </section>
  );
}

/** A box at the side of a page. */
export function Panel({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <section className={css['panel']}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}
