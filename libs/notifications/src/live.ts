import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { InboxStore } from './store/inbox.store.js';

/** Where one reader's events are written. */
export interface Channel {
  send(event: string, data: unknown): void;
  /** A comment that keeps proxies from closing an idle connection. */
  beat(): void;
  end(): void;
}

interface Listener {
  readonly personId: string;
  readonly channel: Channel;
  /** What was told last; -1 before anything was. */
  count: number;
}

/** How often the counts are looked at: one statement for everybody who is listening in this process. */
const LOOK_MS = 2_000;
const BEAT_EVERY = 10;
/** Then the reader connects anew, and is authenticated anew. */
const LOOKS_A_CONNECTION = 300;

/**
 * Tells open portals how many notices are unread. It asks the database rather than the process that
 * wrote, so that any number of processes may write.
 */
@Injectable()
export class Live implements BeforeApplicationShutdown {
  private readonly log = new Logger('Live');
  private readonly listeners = new Map<Listener, number>();
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly inbox: InboxStore) {}

  /** @returns a function that stops telling. */
  listen(personId: string, channel: Channel): () => void {
    if (this.stopped) {
      channel.end();
      return () => undefined;
    }
    const listener: Listener = { personId, channel, count: -1 };
    this.listeners.set(listener, 0);
    this.timer ??= setInterval(() => this.look(), LOOK_MS);
    this.look();
    return () => this.drop(listener);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    for (const listener of [...this.listeners.keys()]) {
      listener.channel.end();
      this.drop(listener);
    }
    await this.looking;
  }

  private drop(listener: Listener): void {
    this.listeners.delete(listener);
    if (this.listeners.size > 0 || this.timer === null) return;
    clearInterval(this.timer);
    this.timer = null;
  }

  private look(): void {
    this.looking = this.looking
      .then(() => this.tellChanges())
      .catch((error: unknown) => this.log.warn(`unread counts wait: ${String(error)}`));
  }

  private async tellChanges(): Promise<void> {
    const listeners = [...this.listeners];
    if (listeners.length === 0) return;
    const counts = await this.inbox.unread([...new Set(listeners.map(([{ personId }]) => personId))]);
    for (const [listener, looks] of listeners) {
      if (!this.listeners.has(listener)) continue;
      const count = counts.get(listener.personId) ?? 0;
      if (count !== listener.count) listener.channel.send('unread', { count });
      else if (looks % BEAT_EVERY === 0) listener.channel.beat();
      listener.count = count;
      if (looks >= LOOKS_A_CONNECTION) listener.channel.end();
      this.listeners.set(listener, looks + 1);
    }
  }
}
