import { SetMetadata } from '@nestjs/common';
import type { DomainEvent, EventType, HandlerName, JobMap, JobType } from '@jihui/events';
import type { Tx } from '../db/tx.js';

export const EVENT_HANDLER = 'jihui:event-handler';
export const JOB_HANDLER = 'jihui:job-handler';
export const SCHEDULE = 'jihui:schedule';

export interface EventHandlerMark {
  readonly type: EventType;
  readonly name: HandlerName;
}
export interface JobHandlerMark {
  readonly type: JobType;
  /** False for long jobs that open their own transactions; they must be idempotent themselves. */
  readonly transaction: boolean;
  /** Runs once the queue has lost what it held, to ask again for what rows tell is left to do. */
  readonly afterLoss: boolean;
}
export interface ScheduleMark {
  readonly pattern: string;
}

type Method<F> = <T extends F>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<T>,
) => void;

/**
 * The method handles an event. It runs in one transaction with the mark that it ran, so that its
 * effects happen once however often the event is delivered. The name stands in CONSUMERS.
 */
export const OnEvent = <K extends EventType>(
  type: K,
  name: HandlerName,
): Method<(event: DomainEvent<K>, tx: Tx) => Promise<void>> =>
  SetMetadata(EVENT_HANDLER, { type, name } satisfies EventHandlerMark);

/** The method runs a job; every job type has exactly one. */
export const OnJob = <J extends JobType>(
  type: J,
  options: Partial<Omit<JobHandlerMark, 'type'>> = {},
): Method<(payload: JobMap[J], tx: Tx) => Promise<void>> =>
  SetMetadata(JOB_HANDLER, {
    type,
    transaction: options.transaction ?? true,
    afterLoss: options.afterLoss ?? false,
  } satisfies JobHandlerMark);

/** The job also runs by this cron pattern, in legal time. Put it on the same method as {@link OnJob}. */
export const Every = <J extends JobType>(_type: J, pattern: string): MethodDecorator =>
  SetMetadata(SCHEDULE, { pattern } satisfies ScheduleMark);
