import type { EventMap, EventType } from './event-map.js';

/** One fact that left its domain: the row of the owner's event table as consumers see it. */
export interface DomainEvent<K extends EventType = EventType> {
  readonly id: string;
  readonly type: K;
  readonly aggregateId: string;
  /** The entity's version after the change: a projection ignores what is older than it holds. */
  readonly version: number;
  /** The verb that was done, e.g. `publish`; `republish` when a projection is being rebuilt. */
  readonly action: string;
  /** Instant of the change, ISO 8601 in UTC. */
  readonly at: string;
  /** The person's id, or `system:<name>`. */
  readonly actorId: string;
  readonly payload: EventMap[K];
}
