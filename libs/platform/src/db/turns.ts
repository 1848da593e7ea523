/**
 * Statements of one transaction, one after the other: its connection answers one at a time, and what is asked for
 * meanwhile waits here rather than in the driver, which warns of it and will refuse it.
 */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  take<T>(ask: () => Promise<T>): Promise<T> {
    const turn = this.last.then(ask);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** When all that was asked for is answered: a statement that came after the end would stand outside the transaction. */
  async settled(): Promise<void> {
    for (let seen: unknown; seen !== this.last; await this.last) seen = this.last;
  }
}
