import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Relay, Settling, type Domain } from '@jihui/platform';
import { bootApp, speakingTo, type TestApp, type TestAppOptions } from './app.js';

/** Which domains stand together in one service. */
export const SERVICES = [
  ['identity', 'law', 'notifications'],
  ['listings', 'matching'],
  ['deals', 'contracts'],
  ['discovery', 'challenges'],
] as const;
const WORKERS = 2;

/** A question that every service has a part in, and the header in which the gateway names them. */
const OF_ALL =
  '{ lawParameters { totalCount } results { totalCount } registeredContractsStatistics { totals { count } } calls { totalCount } }';
const SERVED_BY = 'x-served-by';

type Place = Required<Pick<TestAppOptions, 'databaseUrl' | 'stateDir'>> & TestAppOptions;

/**
 * The domains as services of the graph, workers and a gateway, each an application with a port, a pool and a configuration of
 * its own, on one database and one folder. They share this process, so that a test can look at what each asks of the database;
 * test/e2e/split.ts starts the same as processes.
 * @param domains all of them
 */
export async function splitApp(domains: readonly Domain[], place: Place): Promise<TestApp> {
  const boot = (
    served: readonly Domain[],
    settings: Readonly<Record<string, string>>,
  ): Promise<NestFastifyApplication> =>
    bootApp(served, {
      ...place,
      settings: { ...place.settings, DATABASE_POOL: '4', JOB_LOCK_MS: '1000', ...settings },
    });
  const named = (names: readonly string[]): Domain[] => domains.filter(({ name }) => names.includes(name));
  const apps: NestFastifyApplication[] = [];
  const addresses: string[] = [];
  for (const names of SERVICES) {
    const service = await boot(named(names), { ROLES: 'graph', DOMAINS: names.join(',') });
    const url = await service.getUrl();
    apps.push(service);
    addresses.push(...names.map((name) => `${name}=${url.replace('[::1]', '127.0.0.1')}`));
  }
  const workers: NestFastifyApplication[] = [];
  for (let count = 0; count < WORKERS; count += 1) workers.push(await boot(domains, { ROLES: 'worker' }));
  const gateway = await boot(named(['identity']), { ROLES: 'gateway', SERVICES: addresses.join(',') });
  const [first, ...others] = workers as [NestFastifyApplication, ...NestFastifyApplication[]];
  const spoken = await speakingTo(gateway);
  await namedBy(spoken.url);
  return {
    ...spoken,
    ...place,
    apps: [gateway, ...apps, ...workers],
    // The workers alone have all that there is.
    get: (token) => first.get(token, { strict: false }),
    settle: () => settled(first, others),
    close: async () => {
      for (const app of [gateway, ...workers, ...apps]) await app.close();
    },
  };
}

/** What one worker sees as done may be on its way through another: nothing may have been moved there meanwhile. */
async function settled(
  first: NestFastifyApplication,
  others: readonly NestFastifyApplication[],
): Promise<void> {
  const moved = (): number => others.reduce((sum, app) => sum + app.get(Relay, { strict: false }).moved, 0);
  for (;;) {
    const before = moved();
    await first.get(Settling, { strict: false }).settled();
    if (moved() === before) return;
  }
}

/** @throws Error where the gateway does not name a service that took part */
async function namedBy(url: string): Promise<void> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: OF_ALL }),
  });
  const { errors } = (await answer.json()) as { readonly errors?: unknown };
  const served = (answer.headers.get(SERVED_BY) ?? '').split(', ');
  const silent = SERVICES.filter((names) => !names.some((name) => served.includes(name)));
  if (errors !== undefined || silent.length > 0)
    throw new Error(`not answered by ${silent.join(' / ')}: ${JSON.stringify(errors)}`);
}
