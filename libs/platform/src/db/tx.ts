import type { EventMap, EventType, JobMap, JobType } from '@jihui/events';
import type { AuditRecord, Coming } from '../audit/audit.js';
import type { Sql } from './sql.js';

export interface EmittedEvent<K extends EventType> {
  readonly aggregateId: string;
  readonly version: number;
  readonly action: string;
  readonly payload: EventMap[K];
}

/**
 * What a command does besides changing rows; all of it commits or vanishes with the transaction. It is
 * collected and written together when the command's work is done, in two statements however much it is.
 */
export interface Tx {
  /** Business time at the transaction's start: the only source of time in a service. */
  readonly now: Date;
  emit<K extends EventType>(type: K, event: EmittedEvent<K>): Promise<void>;
  audit(record: AuditRecord): Promise<void>;
  /** One entry to each of several streams, for commands that change many things at once. */
  auditAll(records: readonly AuditRecord[]): Promise<void>;
  addJob<J extends JobType>(type: J, payload: JobMap[J], options?: { readonly runAt?: Date }): Promise<void>;
  /**
   * A statement that writes rows nobody reads before the commit; it is sent with the effects, in the same
   * round trip.
   */
  alongside(statement: Sql): void;
  /**
   * What the database already does for the command while its effects are put together: waited for before they are
   * sent. What it throws undoes the transaction.
   */
  meanwhile(work: Promise<unknown>): void;
  /**
   * Looks up the ends of the records' streams now and writes down what was before, so that nothing but the writing is
   * left for later: to be called before something is taken for which others wait.
   */
  prepareAudit(records: readonly Coming[]): Promise<void>;
}
