import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Programs that a test may need besides what npm installs, and the schemas of OCDS, which are not ours to pass on; without
 * one its tests count as skipped, by name.
 */
export type Part = 'redis-server' | 'meilisearch' | 'pdftotext' | 'faketime' | 'ocds-schema';

/** The program's path, if it is installed. */
export const pathOf = (part: Part): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, part))
    .find(existsSync);

/** A server that runs already, at MEILI_URL. */
const givenMeilisearch = (part: Part): string | undefined =>
  part === 'meilisearch' ? process.env['MEILI_URL'] : undefined;

/** The folder with the schemas of OCDS 1.1.5, where OCDS_SCHEMA_DIR names one. */
export const ocdsSchemas = (): string | undefined => {
  const folder = process.env['OCDS_SCHEMA_DIR'];
  return folder !== undefined && existsSync(join(folder, 'release-schema.json')) ? folder : undefined;
};

const isThere = (part: Part): boolean =>
  (part === 'ocds-schema' ? ocdsSchemas() : (pathOf(part) ?? givenMeilisearch(part))) !== undefined;

/** `describe`, skipped where the part is missing; scripts/test.mjs reads the name of the part from the title. */
export function describeWith(part: Part, title: string, body: () => void): void {
  if (isThere(part)) describe(title, body);
  else describe.skip(`${title} [needs ${part}]`, body);
}

export interface RunningPart {
  readonly url: string;
  /** Of a program that was started here; absent of one that ran already. */
  readonly pid?: number;
  stop(): Promise<void>;
}

/** A Redis of one's own that keeps nothing; inside `describeWith('redis-server', …)`. */
export async function startRedis(): Promise<RunningPart> {
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  return launch('redis-server', port, `redis://127.0.0.1:${port}`, (folder) => [...options, '--dir', folder]);
}

/** A Meilisearch of one's own, or the one at MEILI_URL; inside `describeWith('meilisearch', …)`. */
export async function startMeilisearch(): Promise<RunningPart> {
  const given = givenMeilisearch('meilisearch');
  if (given !== undefined) return { url: given, stop: () => Promise.resolve() };
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  return launch('meilisearch', port, `http://${address}`, (folder) => [
    '--http-addr',
    address,
    '--db-path',
    join(folder, 'data'),
    '--no-analytics',
    // It takes two thirds of the machine's memory otherwise, and seconds to lay it out, for each change however small.
    '--max-indexing-memory',
    '128MiB',
    '--max-indexing-threads',
    '1',
  ]);
}

async function launch(
  part: Part,
  port: number,
  url: string,
  words: (folder: string) => readonly string[],
): Promise<RunningPart> {
  const folder = await mkdtemp(join(tmpdir(), `jihui-${part}-`));
  const child = spawn(pathOf(part) ?? part, words(folder), { cwd: folder, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (child.exitCode !== null || tries > 500) throw new Error(`${part} did not start`);
    await sleep(20);
  }
  return {
    url,
    ...(child.pid !== undefined && { pid: child.pid }),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
