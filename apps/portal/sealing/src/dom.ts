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

/** A labelled field; the label stands above and what is wrong below. */
export function field(label: string, input: HTMLElement, hint = ''): HTMLElement {
  const id = input.id === '' ? `f${(count += 1)}` : input.id;
  input.id = id;
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    input,
    hint !== '' && h('small', {}, hint),
  );
}
let count = 0;

export function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export const saveJson = (name: string, value: unknown): void =>
  save(name, new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }));

/** Where the page says what it does and what went wrong; read out by screen readers. */
export class Status {
  readonly element = h('p', { class: 'status', role: 'status' });

  say(text: string): void {
    this.element.className = 'status';
    this.element.textContent = text;
  }

  fail(error: unknown): void {
    this.element.className = 'status wrong';
    this.element.textContent = error instanceof Error ? error.message : String(error);
  }
}

/** A button that does one thing at a time and says how it failed. */
export function button(label: string, status: Status, work: () => Promise<void>): HTMLButtonElement {
  const element = h('button', { type: 'button' }, label);
  element.addEventListener('click', () => {
    element.disabled = true;
    work()
      .catch((error: unknown) => status.fail(error))
      .finally(() => {
        element.disabled = false;
      });
  });
  return element;
}
