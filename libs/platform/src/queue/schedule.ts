import { defaultRepeatStrategy, type Queue } from 'bullmq';
import { LEGAL_TIME_ZONE } from '@jihui/kernel';
import { RETRIES } from './backend.js';

/** A start waits for what is due; what was missed before it can wait for the start. */
const AFTER_START_MS = 10_000;
/** Clocks of two machines differ by less, and a run that comes a moment early has the next one planned already. */
export const SKEW_MS = 60_000;

/** What comes again within the hour is not tried for days: its next run does what this one left. */
const retriesOf = (pattern: string) => {
  const [, hour = '*'] = pattern.split(' ');
  return hour.startsWith('*') ? { ...RETRIES, attempts: 3 } : RETRIES;
};

const inLegalTime = (pattern: string) => ({ pattern, tz: LEGAL_TIME_ZONE });

/**
 * Has a job run by the clock (a cron pattern, in legal time). What fell due while no process was there runs once, soon
 * after the start: setting a scheduler throws its overdue run away, and the next one of a nightly job is a day later.
 */
export async function keepSchedule(queue: Queue, type: string, pattern: string): Promise<void> {
  const known = await queue.getJobScheduler(type);
  const opts = retriesOf(pattern);
  if (known?.next !== undefined && known.next <= Date.now())
    // One id: a start that is killed before the next statement has it run once.
    await queue.add(type, {}, { ...opts, jobId: `${type}.${known.next}`, delay: AFTER_START_MS });
  await queue.upsertJobScheduler(type, inLegalTime(pattern), {
    name: type,
    data: {},
    opts: { ...opts, removeOnComplete: 100 },
  });
}

/** Whether some job of the queue that runs by the clock is planned for later than its pattern says. */
export async function isPlannedLate(queue: Queue): Promise<boolean> {
  const soon = Date.now() + SKEW_MS;
  const planned = await queue.getJobSchedulers();
  return planned.some(({ pattern, next = 0 }) => {
    const due = pattern === undefined ? undefined : defaultRepeatStrategy(soon, inLegalTime(pattern));
    return due !== undefined && next > due;
  });
}
