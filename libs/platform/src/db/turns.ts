/**
 * Statements of one transaction, one after the other: its connection answers one at a time, and what is asked for
 * meanwhile waits here rather than in the driver, which warns of it and will refuse it.
 */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private isOver = false;

  take<T>(ask: () => Promise<T>): Promise<T> {
    if (this.isOver) return Promise.reject(new Error('asked for when the transaction is over'));
    const turn = this.last.then(ask);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Waits until all that was asked for is answered, and takes nothing from then on: a statement that came later would
   * stand outside the transaction, or in that of whoever has the connection next.
   */
  async end(): Promise<void> {
    for (let seen: unknown; seen !== this.last; await this.last) seen = this.last;
    this.isOver = true;
  }
}
