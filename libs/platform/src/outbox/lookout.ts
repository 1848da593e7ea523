import type { Logger } from '@nestjs/common';
import { notedOutage } from '../outage.js';

/** Looks for something again and again, one look at a time; what hinders one is said, and the next finds the rest. */
export class Lookout {
  private looking: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;

  /** @param what is looked at, as the log names it */
  constructor(
    private readonly log: Logger,
    private readonly what: string,
    private readonly lookOnce: () => Promise<void>,
  ) {}

  /** Whoever asks while it looks waits for the same look. */
  look(): Promise<void> {
    this.looking ??= this.lookOnce()
      .catch((error: unknown) => this.waits(error))
      .finally(() => (this.looking = null));
    return this.looking;
  }

  /** @param tick is done each time instead of a look */
  every(milliseconds: number, tick: () => void = () => void this.look()): void {
    this.timer = setInterval(tick, milliseconds);
  }

  /** Done once nothing is looked at any more. */
  async end(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.looking;
  }

  private waits(error: unknown): void {
    if (!notedOutage(error, (line) => this.log.warn(line))) this.log.warn(`${this.what}: ${String(error)}`);
  }
}
