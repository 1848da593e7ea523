import { AsyncLocalStorage } from 'node:async_hooks';
import { settled, type Outcome } from './work.js';

interface Waiting<I, T> {
  readonly item: I;
  readonly resolve: (answer: T) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupBounds<I> {
  /** Transactions that are open at once. */
  readonly lanes: number;
  /** What a transaction takes at most, unless one item is heavier. */
  readonly most: number;
  weightOf(item: I): number;
  /** What no two items of a transaction may share: the second must see what the first has done. */
  keysOf(item: I): readonly string[];
}

/**
 * Commands that come while others commit, carried out together in the next transaction: those that would wait for the
 * same lock one after the other wait once for all of them. Each has its own outcome. Where the transaction itself
 * fails, each is tried again alone, so that the one at fault harms no other.
 */
export class GroupCommit<I, T> {
  private waiting: Waiting<I, T>[] = [];
  private open = 0;
  private isDue = false;
  /** No request's transaction or log lines: what is carried out together belongs to none of them. */
  private readonly outside = AsyncLocalStorage.snapshot();

  constructor(
    private readonly carryOut: (items: readonly I[]) => Promise<readonly Outcome<T>[]>,
    private readonly bounds: GroupBounds<I>,
  ) {}

  /** @throws what the item is refused with. */
  run(item: I): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.wake();
    });
  }

  /** What comes in one turn of the event loop goes together. */
  private wake(): void {
    if (this.isDue) return;
    this.isDue = true;
    this.outside(() => setImmediate(() => this.start()));
  }

  private start(): void {
    this.isDue = false;
    while (this.waiting.length > 0 && this.open < this.bounds.lanes) {
      this.open += 1;
      void this.send(this.take()).finally(() => {
        this.open -= 1;
        if (this.waiting.length > 0) this.wake();
      });
    }
  }

  /** The first that wait, in their order, as many as fit; what shares a key with one of them stays for the next. */
  private take(): readonly Waiting<I, T>[] {
    const taken: Waiting<I, T>[] = [];
    const left: Waiting<I, T>[] = [];
    const keys = new Set<string>();
    let weight = 0;
    for (const each of this.waiting) {
      const own = this.bounds.keysOf(each.item);
      weight += this.bounds.weightOf(each.item);
      const fits = taken.length === 0 || weight <= this.bounds.most;
      (fits && !own.some((key) => keys.has(key)) ? taken : left).push(each);
      // Also those of what stays: whatever comes after it waits with it.
      for (const key of own) keys.add(key);
    }
    this.waiting = left;
    return taken;
  }

  private async send(group: readonly Waiting<I, T>[]): Promise<void> {
    try {
      const outcomes = await this.carryOut(group.map(({ item }) => item));
      group.forEach((each, index) => conclude(each, outcomes[index]));
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      else await Promise.all(group.map((each) => this.send([each])));
    }
  }
}

function conclude<I, T>({ resolve, reject }: Waiting<I, T>, outcome: Outcome<T> | undefined): void {
  try {
    if (outcome === undefined) throw new Error('a command was given no outcome');
    resolve(settled(outcome));
  } catch (error) {
    reject(error);
  }
}
