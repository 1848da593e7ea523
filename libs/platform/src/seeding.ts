import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { Config } from './config/config.js';
import type { Domain } from './domain.js';
import { Settling } from './outbox/settling.js';

/** Spells SEED: one process fills the city, however many start. */
const SEED_LOCK = 0x53454544;

/**
 * Fills the demo city, domain by domain; every seed is idempotent, so a start that was killed in
 * the middle goes on where it was. The application must run the workers. A process that starts beside another waits
 * until that has filled it: each looks whether a thing is there before it writes it, which two at once would both find
 * missing.
 * @param onProgress is told each domain before its seed runs.
 */
export async function seedDemo(
  app: NestFastifyApplication,
  domains: readonly Domain[],
  onProgress: (domain: string) => void = () => undefined,
): Promise<void> {
  const client = new Client({ connectionString: app.get(Config).databaseUrl });
  // A connection that is cut fails the query that waits on it; without a listener it would end the process first.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [SEED_LOCK]);
    await fill(app, domains, onProgress);
  } finally {
    await client.end();
  }
}

async function fill(
  app: NestFastifyApplication,
  domains: readonly Domain[],
  onProgress: (domain: string) => void,
): Promise<void> {
  // What a copy that came with this release is told of first, a seed may read.
  await app.get(Settling).settled(120_000);
  for (const domain of domains)
    for (const Seed of domain.seeds ?? []) {
      onProgress(domain.name);
      await app.get(Seed, { strict: false }).run();
      // A later domain's seed reads the projections of the ones before.
      await app.get(Settling).settled(120_000);
    }
}

/** The same step of a seed has the same request id on every run: one that was killed goes on and does nothing twice. */
export function seedRequestId(...step: readonly string[]): string {
  const hex = createHash('sha256').update(step.join('/')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
