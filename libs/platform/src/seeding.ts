import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Domain } from './domain.js';
import { Settling } from './outbox/settling.js';

/**
 * Fills the demo city, domain by domain; every seed is idempotent, so a start that was killed in
 * the middle goes on where it was. The application must run the workers.
 * @param onProgress is told each domain before its seed runs.
 */
export async function seedDemo(
  app: NestFastifyApplication,
  domains: readonly Domain[],
  onProgress: (domain: string) => void = () => undefined,
): Promise<void> {
  for (const domain of domains)
    for (const Seed of domain.seeds ?? []) {
      onProgress(domain.name);
      await app.get(Seed, { strict: false }).run();
      // A later domain's seed reads the projections of the ones before.
      await app.get(Settling).settled(120_000);
    }
}
