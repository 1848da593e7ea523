import { h } from './dom.js';

/** Where the page says what it does and what went wrong; read out by screen readers. */
export class Status {
  private readonly bar = h('progress', { max: '1', hidden: true });
  private readonly line = h('p', { class: 'status', role: 'status' });
  readonly element = h('div', {}, this.bar, this.line);

  /** @param done how much of it, from 0 to 1, where that is known */
  say(text: string, done?: number): void {
    this.bar.hidden = done === undefined;
    if (done !== undefined) {
      this.bar.value = done;
      this.bar.setAttribute('aria-label', text);
    }
    this.line.className = 'status';
    this.line.textContent = text;
  }

  fail(error: unknown): void {
    this.bar.hidden = true;
    this.line.className = 'status wrong';
    this.line.textContent = error instanceof Error ? error.message : String(error);
  }
}

let working = 0;
addEventListener('beforeunload', (event) => {
  if (working > 0) event.preventDefault();
});

/** A button that does one thing at a time, says how it failed, and keeps the page from being left meanwhile. */
export function button(
  label: string,
  status: Status,
  work: () => Promise<void>,
  look: 'primary' | 'plain' | '' = '',
): HTMLButtonElement {
  const element = h('button', { type: 'button', class: look }, label);
  element.addEventListener('click', () => {
    element.disabled = true;
    working += 1;
    work()
      .catch((error: unknown) => status.fail(error))
      .finally(() => {
        working -= 1;
        element.disabled = false;
      });
  });
  return element;
}
