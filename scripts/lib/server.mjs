import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleOf } from './bundle.mjs';
import { Failure } from './failure.mjs';
import { ROOT, inRoot } from './paths.mjs';
import { freePort } from './ports.mjs';

/**
 * What node is told to run the server. The young generation may grow: a batch or a busy second leaves much that is soon
 * garbage, and copying it out of 16 MB again and again took a third of the processor time of a registration.
 */
export const serverWords = [
  '--enable-source-maps',
  '--max-semi-space-size=64',
  '--import',
  inRoot('scripts/lib/follow-parent.mjs'),
  bundleOf('apps/server'),
];

/**
 * @typedef {object} RunningServer
 * @property {string} url
 * @property {number} pid
 * @property {Promise<{ code: number | null, signal: string | null }>} ended how the process ended
 * @property {() => Promise<unknown>} stop ends it in good order
 * @property {() => Promise<unknown>} kill ends it as a power cut would
 */

/**
 * Starts the built server on a free port, for the demo and for tests; it ends with us. What it logs stands in
 * `<stateDir>/server.log`.
 * @param {{ databaseUrl: string, stateDir: string, env?: Record<string, string>, port?: number, quiet?: boolean }} options
 *   `port`: a free one where none is given; `quiet`: why it does not start is told in the log alone
 * @returns {Promise<RunningServer>} when /readyz answers
 * @throws {Failure} when it ends before, or says nothing new for two minutes and is not ready: a slow machine may take long
 */
export async function startServer({ databaseUrl, stateDir, env = {}, port: given, quiet = false }) {
  mkdirSync(stateDir, { recursive: true });
  const port = given ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const output = openSync(path.join(stateDir, 'server.log'), 'a');
  const server = spawn(process.execPath, serverWords, {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: databaseUrl,
      JIHUI_STATE_DIR: stateDir,
      PORT: String(port),
      PUBLIC_URL: url,
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', output, quiet ? output : 'inherit', 'ipc'],
  });
  closeSync(output);
  const ended = new Promise((resolve) => server.once('exit', (code, signal) => resolve({ code, signal })));
  const end = (signal) => () => {
    server.kill(signal);
    return ended;
  };
  const running = { url, pid: server.pid, ended, stop: end('SIGTERM'), kill: end('SIGKILL') };
  const moved = movement(path.join(stateDir, 'server.log'));
  while (Date.now() - moved() < LONGEST_STILL_MS) {
    if (server.exitCode !== null || server.signalCode !== null)
      throw new Failure('服务器没有启动成功，原因见上 (the server did not start; see above)');
    const ready = await fetch(`${url}/readyz`).catch(() => undefined);
    if (ready?.ok) return running;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await running.kill();
  throw new Failure(
    '服务器两分钟没有进展，也没有就绪 (the server was not ready, and did nothing new for two minutes)',
  );
}

const LONGEST_STILL_MS = 120_000;

/** Tells when the log last said something new: the same words with more seconds behind them are nothing new. */
function movement(log) {
  let [words, at] = ['', Date.now()];
  return () => {
    const now = readFileSync(log, 'utf8').replaceAll(/[\d.]+/g, '');
    const last = now.trimEnd().split('\n').at(-1) ?? '';
    if (last !== words) [words, at] = [last, Date.now()];
    return at;
  };
}
