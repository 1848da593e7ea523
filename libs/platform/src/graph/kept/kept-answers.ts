/** An answer as it went out. */
export interface KeptAnswer {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is kept at most, in bytes, of one answer and of all. */
const MOST = { one: 256 * 1024, all: 16 * 1024 * 1024 };

/**
 * Answers to visitors, until something is written. While nobody tells of writes nothing is kept; what began to be read
 * before the last change is not taken, since it may have been read before it.
 */
export class KeptAnswers {
  private readonly known = new Map<string, { readonly until: number; readonly answer: KeptAnswer }>();
  private size = 0;
  private changes = 0;
  private isTold = false;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** How many changes there were so far: what is read from now on is read after them. */
  get change(): number {
    return this.changes;
  }

  get(key: string): KeptAnswer | undefined {
    const found = this.known.get(key);
    if (found === undefined || found.until > this.now()) return found?.answer;
    this.known.delete(key);
    this.size -= sizeOf(key, found.answer);
    return undefined;
  }

  /**
   * @param since {@link change} as it was before anything was read
   * @param milliseconds how long at most
   */
  keep(key: string, since: number, milliseconds: number, answer: KeptAnswer): void {
    const size = sizeOf(key, answer);
    if (!this.isTold || since !== this.changes || size > MOST.one) return;
    // Another may have asked the same at the same time.
    if (this.known.has(key)) return;
    if (this.size + size > MOST.all) this.forget();
    this.known.set(key, { until: this.now() + milliseconds, answer });
    this.size += size;
  }

  /** Something was written. */
  forget(): void {
    this.changes += 1;
    this.known.clear();
    this.size = 0;
  }

  /** From now on writes are told of: what was written before is not known. */
  begin(): void {
    this.forget();
    this.isTold = true;
  }

  /** Writes are not told of any more. */
  pause(): void {
    this.isTold = false;
    this.forget();
  }
}

const sizeOf = (key: string, { body }: KeptAnswer): number => Buffer.byteLength(key) + body.length;
