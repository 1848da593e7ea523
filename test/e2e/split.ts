import type { Place } from '@jihui/testing';
import { startServer, type RunningServer } from '../../scripts/lib/server.mjs';

/** Which domains stand together in one service. */
export const SERVICES = [
  ['identity', 'law', 'notifications'],
  ['listings', 'matching'],
  ['deals', 'contracts'],
  ['discovery', 'challenges'],
] as const;
const WORKERS = 2;

/** The city's address as people know it, which none of its processes has. */
export const PUBLIC_URL = 'http://jihui.example';

export interface SplitCity {
  /** The gateway's. */
  readonly url: string;
  readonly services: readonly RunningServer[];
  stop(): Promise<void>;
}

/** A city's services of the graph, workers and gateway, each a process of its own, on one database and one folder. */
export async function startSplit({ databaseUrl, stateDir }: Place): Promise<SplitCity> {
  const start = (env: Record<string, string>): Promise<RunningServer> =>
    startServer({
      databaseUrl,
      stateDir,
      env: { JIHUI_MODE: 'test', DATABASE_POOL: '4', JOB_LOCK_MS: '1000', PUBLIC_URL, ...env },
    });
  const services = await Promise.all(
    SERVICES.map((names) => start({ ROLES: 'graph', DOMAINS: names.join(',') })),
  );
  const addresses = SERVICES.flatMap((names, at) =>
    names.map((name) => `${name}=${services[at]?.url ?? ''}`),
  );
  const workers = await Promise.all(Array.from({ length: WORKERS }, () => start({ ROLES: 'worker' })));
  const gateway = await start({ ROLES: 'gateway,portal', SERVICES: addresses.join(',') });
  const all = [...services, ...workers, gateway];
  return {
    url: gateway.url,
    services,
    stop: async () => {
      await Promise.all(all.map((one) => one.stop()));
    },
  };
}
