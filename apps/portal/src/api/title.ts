import { useEffect } from 'react';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';

/** Sets the document's title while the page is shown. */
export function useTitle(title: string | undefined): void {
  const { product } = useWords(common);
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product;
  }, [title, product]);
}
