const PAUSE_MS = 60_000;
/** Messages kept apart; beyond that the oldest is forgotten and may be said again. */
const MOST = 100;

/**
 * What is away (database, queue, mail server) fails every request and every poll: once a minute is enough to say why,
 * and a log of gigabytes would fill the disk besides.
 */
export class Rarely {
  private readonly said = new Map<string, number>();

  constructor(private readonly pauseMs = PAUSE_MS) {}

  /** Whether this was not said within the pause; it counts as said then. */
  due(message: string, now = performance.now()): boolean {
    const last = this.said.get(message);
    if (last !== undefined && now - last < this.pauseMs) return false;
    this.said.delete(message);
    this.said.set(message, now);
    const [oldest] = this.said.keys();
    if (this.said.size > MOST && oldest !== undefined) this.said.delete(oldest);
    return true;
  }
}
