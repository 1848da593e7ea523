import { useEffect, useRef, useState } from 'react';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import css from './DetailPage.module.css';

interface Entry {
  readonly id: string;
  readonly title: string;
}

const sameAs = (one: readonly Entry[], other: readonly Entry[]): boolean =>
  one.length === other.length &&
  one.every(({ id, title }, at) => id === other[at]?.id && title === other[at].title);

/**
 * Where the parts of a long page stand, at its side: those that have an id, as they come. Parts that load later, or show
 * to some readers alone, are there once they are on the page.
 */
export function Contents() {
  const c = useWords(common);
  const nav = useRef<HTMLElement>(null);
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  useEffect(() => {
    const page = nav.current?.closest('article');
    if (!page) return;
    const read = (): void => {
      const found = [...page.querySelectorAll<HTMLElement>('section[id]')].flatMap((section): Entry[] => {
        const title = section.querySelector('h2')?.textContent ?? '';
        return title === '' ? [] : [{ id: section.id, title }];
      });
      setEntries((before) => (sameAs(before, found) ? before : found));
    };
    read();
    const observer = new MutationObserver(read);
    observer.observe(page, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, []);
  return (
    <nav ref={nav} className={css['contents']} aria-label={c.contents} hidden={entries.length < 3}>
      <ul>
        {entries.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
