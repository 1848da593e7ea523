/** Whether a key belongs to a field, a dialog or the browser, and is no shortcut of the page. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const field = target?.closest(
    'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true]',
  );
  return Boolean(field) || document.querySelector('dialog[open]') !== null;
}
