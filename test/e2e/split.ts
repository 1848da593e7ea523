import { queueOf, SERVICES, type Place } from '@jihui/testing';
import { startServer, type RunningServer } from '../../scripts/lib/server.mjs';
import { isSplit } from './city.js';

/** The city's address as people know it, which none of its processes has. */
export const PUBLIC_URL = 'http://jihui.example';

type Settings = Readonly<Record<string, string>>;

/** Several processes have no one id. */
export type RunningCity = Omit<RunningServer, 'pid'>;

export interface SplitCity extends RunningCity {
  readonly services: readonly RunningServer[];
  readonly workers: readonly RunningServer[];
}

interface SplitOptions {
  /** For every process. */
  readonly env?: Settings;
  readonly workers?: number;
  /** For the workers alone. */
  readonly ofWorkers?: Settings;
}

/** A process of the product on this place, with its queue where the run has it. */
export const startPart = async ({ databaseUrl, stateDir }: Place, env: Settings): Promise<RunningServer> =>
  startServer({
    databaseUrl,
    stateDir,
    env: { JIHUI_MODE: 'test', JOB_LOCK_MS: '1000', ...(await queueOf(databaseUrl)), ...env },
  });

/**
 * A city's services of the graph, workers and gateway, each a process of its own, on one database and one folder. `url` is
 * the gateway's, `ended` tells how the first worker ended.
 */
export async function startSplit(
  place: Place,
  { env = {}, workers: count = 2, ofWorkers = {} }: SplitOptions = {},
): Promise<SplitCity> {
  const start = (own: Settings): Promise<RunningServer> =>
    startPart(place, { DATABASE_POOL: '4', PUBLIC_URL, ...env, ...own });
  const services = await Promise.all(
    SERVICES.map((names) => start({ ROLES: 'graph', DOMAINS: names.join(',') })),
  );
  const addresses = SERVICES.flatMap((names, at) =>
    names.map((name) => `${name}=${services[at]?.url ?? ''}`),
  );
  const workers = await Promise.all(
    Array.from({ length: count }, () => start({ ROLES: 'worker', ...ofWorkers })),
  );
  const gateway = await start({ ROLES: 'gateway,portal', SERVICES: addresses.join(',') });
  const all = [...services, ...workers, gateway];
  const each = (end: (one: RunningServer) => Promise<unknown>) => () => Promise.all(all.map(end));
  return {
    url: gateway.url,
    services,
    workers,
    ended: (workers[0] ?? gateway).ended,
    stop: each((one) => one.stop()),
    kill: each((one) => one.kill()),
  };
}

/**
 * The whole city as it runs: one process, or with JIHUI_CITY=split those of {@link startSplit} with one worker, whose end is
 * the city's.
 * @param env besides what a test sets; JIHUI_CRASH_AT is the worker's
 */
export function startCity(place: Place, env: Settings): Promise<RunningCity> {
  if (!isSplit) return startPart(place, { ROLES: 'graph,worker', ...env });
  const { JIHUI_CRASH_AT: cut, ...rest } = env;
  return startSplit(place, {
    env: rest,
    workers: 1,
    ofWorkers: cut === undefined ? {} : { JIHUI_CRASH_AT: cut },
  });
}
