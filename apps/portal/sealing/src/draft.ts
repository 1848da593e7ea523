/** What is typed, by name, in this browser alone. */
export class Draft {
  private readonly values: Record<string, string>;

  constructor(private readonly key: string) {
    this.values = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string>;
  }

  get(name: string): string {
    return this.values[name] ?? '';
  }

  set(name: string, value: string): void {
    this.values[name] = value;
    localStorage.setItem(this.key, JSON.stringify(this.values));
  }

  /** The field shows what was kept, and keeps what is typed. */
  bind<E extends HTMLInputElement | HTMLTextAreaElement>(name: string, element: E): E {
    element.value = this.get(name);
    element.addEventListener('input', () => this.set(name, element.value));
    return element;
  }

  forget(): void {
    localStorage.removeItem(this.key);
  }
}
