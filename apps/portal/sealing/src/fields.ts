import { h, t } from './dom.js';

/** What is wrong with one field; its place is the field's name. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** Something typed cannot stand; each fault is shown beside its field. */
export class WrongFields extends Error {
  constructor(readonly faults: readonly FieldFault[]) {
    super(
      t(`有 ${faults.length} 处需要修改，见各栏下方`, `${faults.length} to be mended, said below each field`),
    );
  }
}

/** The fields of a form by name, so that what is wrong can be said beside each. */
export class Fields {
  private readonly known = new Map<string, { readonly input: HTMLElement; readonly fault: HTMLElement }>();

  /** A labelled field; the label stands above, a hint and what is wrong below. */
  add(name: string, label: string, input: HTMLElement, hint = '', around: HTMLElement = input): HTMLElement {
    input.id = `field-${name}`;
    const fault = this.faultOf(name, input);
    return h(
      'div',
      { class: 'field' },
      h('label', { for: input.id }, label),
      around,
      hint !== '' && h('small', {}, hint),
      fault,
    );
  }

  /** Where the fault of something stands that has no label of its own above it. */
  faultOf(name: string, input: HTMLElement): HTMLElement {
    const fault = h('p', { class: 'fault', role: 'alert', id: `fault-${name}` });
    input.setAttribute('aria-describedby', fault.id);
    input.addEventListener('input', () => this.say(name, ''));
    this.known.set(name, { input, fault });
    return fault;
  }

  /** Says what is wrong, clears what was said before, and leads to the first. */
  tell(faults: readonly FieldFault[]): void {
    for (const name of this.known.keys())
      this.say(name, faults.find(({ field }) => field === name)?.message ?? '');
    const first = [...this.known].find(([name]) => faults.some(({ field }) => field === name));
    first?.[1].input.focus();
  }

  private say(name: string, message: string): void {
    const field = this.known.get(name);
    if (field === undefined) return;
    field.fault.textContent = message;
    if (message === '') field.input.removeAttribute('aria-invalid');
    else field.input.setAttribute('aria-invalid', 'true');
  }
}
