import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Db } from '../db/db.js';
import { sql } from '../db/sql.js';
import { Queues } from '../queue/queues.js';

/** Whether what this process needs answers. */
export type PartState = 'ok' | 'away';

export interface Readiness {
  /** `degraded`: something that is asked here goes unanswered, and the rest does not wait for it. */
  readonly status: 'ok' | 'degraded' | 'unavailable';
  /** `database`, `queue`, and at a gateway each domain by its name: whether its service is ready. */
  readonly parts: Readonly<Record<string, PartState>>;
}

/** How long a service may take to say that it is ready, in milliseconds: less than a probe waits for us. */
const PROMPTLY_MS = 2_000;

/**
 * What this process needs, each part by its name. A gateway is ready once every service was, so that one with a wrong address
 * takes nobody's place; after that it goes on while any of them answers: it is the way to all, and must not close for one.
 */
@Injectable()
export class Parts {
  private looking: Promise<Readiness> | null = null;
  private hasMetAll = false;

  constructor(
    private readonly db: Db,
    private readonly queues: Queues,
    private readonly config: Config,
  ) {}

  /** Whoever asks while somebody looks is told the same. */
  look(): Promise<Readiness> {
    this.looking ??= this.lookOnce().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  private async lookOnce(): Promise<Readiness> {
    const [database, queue, services] = await Promise.all([
      stateOf(this.db.query(sql`select platform.business_now()`)),
      stateOf(this.queues.ping()),
      this.services(),
    ]);
    const parts = { database, queue, ...services };
    const own = [database, queue].every(isOk);
    const others = Object.values(services);
    if (others.every(isOk)) {
      this.hasMetAll = true;
      return { status: own ? 'ok' : 'unavailable', parts };
    }
    const goesOn = own && this.hasMetAll && others.some(isOk);
    return { status: goesOn ? 'degraded' : 'unavailable', parts };
  }

  /** Each address is asked once, whichever domains stand there. */
  private async services(): Promise<Record<string, PartState>> {
    const addresses = [...new Set(this.config.services.values())];
    const states = new Map(
      await Promise.all(addresses.map(async (address) => [address, await stateOf(ready(address))] as const)),
    );
    return Object.fromEntries(
      [...this.config.services].map(([name, address]) => [name, states.get(address) ?? 'away']),
    );
  }
}

const isOk = (state: PartState): boolean => state === 'ok';

const stateOf = (asked: Promise<unknown>): Promise<PartState> =>
  asked.then(
    () => 'ok' as const,
    () => 'away' as const,
  );

/** @throws Error where the service does not say so in time. */
async function ready(address: string): Promise<void> {
  const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(PROMPTLY_MS) });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
}
