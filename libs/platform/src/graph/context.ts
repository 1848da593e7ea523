import DataLoader from 'dataloader';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '@jihui/kernel';

type Batch<V> = (ids: readonly string[]) => Promise<ReadonlyMap<string, V> | readonly (V | undefined)[]>;

/** What lives as long as one request, and no longer (OpenCTI-Platform/opencti#2878). */
export class GraphContext {
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  constructor(
    private present: Actor,
    readonly request: FastifyRequest,
    /** For cookies: signing in sets one, signing out clears it. */
    readonly reply: FastifyReply,
  ) {}

  get actor(): Actor {
    return this.present;
  }

  /** Signing in or out changes the actor in the middle of a request: its answer is the new one's. */
  become(actor: Actor): void {
    this.present = actor;
    this.loaders.clear();
  }

  /**
   * One of many, loaded together: the ids asked for in one tick go to `batch` at once.
   * @param name one name a batch function, e.g. `listings.result`.
   */
  load<V>(name: string, batch: Batch<V>, id: string): Promise<V | undefined> {
    let loader = this.loaders.get(name);
    if (loader === undefined) {
      loader = new DataLoader<string, unknown>(async (ids) => {
        const found = await batch(ids);
        return Array.isArray(found)
          ? (found as unknown[])
          : ids.map((key) => (found as ReadonlyMap<string, unknown>).get(key));
      });
      this.loaders.set(name, loader);
    }
    return loader.load(id) as Promise<V | undefined>;
  }
}
