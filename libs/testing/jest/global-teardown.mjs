import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dropLeftovers } from './global-setup.mjs';

/** Jest: removes what the run made once for all its files, then ends the server that global-setup.mjs started, unless another run uses it. */
export default async function globalTeardown() {
  const run = process.env.JIHUI_TEST_RUN;
  await dropLeftovers(process.env.TEST_DATABASE_URL, `${run}_`);
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(`jihui-test-${run}-`)))
    rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
  await globalThis.jihuiTestRedis?.leave();
  const server = globalThis.jihuiTestServer;
  if (!server) return;
  process.off('exit', server.abandon);
  await server.leave();
}
