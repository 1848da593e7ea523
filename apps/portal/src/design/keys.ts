import { useLayoutEffect } from 'react';

/** Whether a key belongs to a field, a dialog or the browser, and is no shortcut of the page. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const field = target?.closest(
    'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true]',
  );
  return Boolean(field) || document.querySelector('dialog[open]') !== null;
}

/**
 * Hears the keys that are pressed anywhere on the page. It begins in the moment in which the page shows, and each
 * drawing of the page is heard by its own `onKey`: no press falls between what one sees and what hears it.
 */
export function useKeys(onKey: (event: KeyboardEvent) => void): void {
  useLayoutEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
