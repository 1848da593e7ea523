/** The few things that these pages need of the browser: no framework, so that what is served can be read and compared. */

type Child = Node | string | null | undefined | false;

/** An element with attributes, listeners (`on…`) and children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | boolean | EventListener>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false) element.setAttribute(key, value);
  }
  for (const child of children) if (child != null && child !== false) element.append(child);
  return element;
}

export const show = (into: Element, ...children: readonly Child[]): void =>
  into.replaceChildren(
    ...children.filter((child): child is Node | string => child != null && child !== false),
  );

const english = (): boolean => {
  const chosen = localStorage.getItem('jihui.language');
  return chosen === null ? !navigator.language.startsWith('zh') : chosen === 'en';
};

/** One text in the reader's language. */
export const t = (chinese: string, inEnglish: string): string => (english() ? inEnglish : chinese);

/** Names the page in the reader's language, and shows it light or dark as the reader chose in the portal. */
export function titled(chinese: string, inEnglish: string): void {
  document.title = t(chinese, inEnglish);
  document.documentElement.lang = t('zh-CN', 'en-GB');
  const device = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    const chosen = localStorage.getItem('jihui.theme');
    const theme = chosen === 'light' || chosen === 'dark' ? chosen : device.matches ? 'dark' : 'light';
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.style.colorScheme = theme;
  };
  apply();
  device.addEventListener('change', apply);
}

/** A moment as the city's clocks show it, wherever the reader is. */
export const moment = (iso: string): string =>
  new Date(iso).toLocaleString(english() ? 'en-GB' : 'zh-CN', {
    ...{ timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' },
  }) + t('（北京时间）', ' (Beijing time)');

/** Names and values, one under the other. */
export const facts = (...pairs: readonly (readonly [string, Child] | null)[]): HTMLElement =>
  h(
    'dl',
    { class: 'facts' },
    ...pairs.flatMap((pair) => (pair === null ? [] : [h('dt', {}, pair[0]), h('dd', {}, pair[1])])),
  );

export const buttons = (...children: readonly Child[]): HTMLElement =>
  h('div', { class: 'buttons' }, ...children);

export function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export const saveJson = (name: string, value: unknown): void =>
  save(name, new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }));

/** Asks before what is done at once. @returns whether to go on */
export function confirmed(question: string, act: string): Promise<boolean> {
  return new Promise((answer) => {
    const dialog = h(
      'dialog',
      {},
      h('p', { id: 'question' }, question),
      buttons(
        h('button', { type: 'button', class: 'primary', onclick: () => dialog.close('yes') }, act),
        h('button', { type: 'button', onclick: () => dialog.close() }, t('取消', 'Cancel')),
      ),
    );
    dialog.setAttribute('aria-labelledby', 'question');
    dialog.addEventListener('close', () => {
      dialog.remove();
      answer(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
