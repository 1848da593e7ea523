/** How old a public figure may be, in milliseconds; the schema says so where it holds. */
const MAX_AGE = 5_000;
const MAX_KEYS = 500;

/**
 * Public figures that everybody asks for: counted once in five seconds. Only for what is the same
 * for all visitors; what depends on who asks is counted each time.
 */
export class Recent<T> {
  private readonly known = new Map<string, { readonly until: number; readonly value: Promise<T> }>();

  get(key: string, count: () => Promise<T>): Promise<T> {
    const now = performance.now();
    const found = this.known.get(key);
    if (found !== undefined && found.until > now) return found.value;
    if (this.known.size >= MAX_KEYS) this.known.clear();
    const value = count();
    this.known.set(key, { until: now + MAX_AGE, value });
    // A failure is not kept: the next visitor asks again.
    value.catch(() => this.known.delete(key));
    return value;
  }
}
