import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Settling, type Domain } from '@jihui/platform';

/**
 * Fills the demo city, domain by domain; every seed is idempotent, so a start that was killed in
 * the middle goes on where it was.
 */
export async function seedDemo(app: NestFastifyApplication, domains: readonly Domain[]): Promise<void> {
  for (const domain of domains)
    for (const Seed of domain.seeds ?? []) {
      await app.get(Seed, { strict: false }).run();
      // A later domain's seed reads the projections of the ones before.
      await app.get(Settling).settled(120_000);
    }
}
