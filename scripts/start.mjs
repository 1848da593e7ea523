/**
 * npm start: installs what is missing, builds what is stale, starts the embedded PostgreSQL unless DATABASE_URL is
 * set, and runs the server, which migrates, seeds a demo city once and prints its address.
 * Plain Node without any package, because nothing may be installed yet.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from './lib/build.mjs';
import { Failure, runMain } from './lib/failure.mjs';
import { install } from './lib/install.mjs';
import { ROOT } from './lib/paths.mjs';
import { checkPortFree, checkReachable } from './lib/ports.mjs';
import { npmWatch } from './lib/processes.mjs';
import { startEmbeddedPostgres } from './lib/postgres/embedded.mjs';
import { step } from './lib/progress.mjs';
import { serverWords } from './lib/server.mjs';

const npmIsGone = npmWatch();
// Whoever read our output may be gone before us.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

runMain(async () => {
  checkNode();
  await checkSettings();
  await install();
  // The database comes up while we look whether anything must be built.
  const starting = process.env.DATABASE_URL ? Promise.resolve(undefined) : startDatabase();
  starting.catch(() => undefined);
  try {
    await build();
    const postgres = await starting;
    const watch = postgres && watchOver(postgres);
    process.exitCode = await serve(process.env.DATABASE_URL || postgres.url).finally(() =>
      clearInterval(watch),
    );
    const trouble = process.exitCode === 0 ? undefined : postgres?.trouble();
    if (trouble) console.error(`✗ ${trouble}`);
  } finally {
    const postgres = await starting.catch(() => undefined);
    await postgres?.stop();
  }
});

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 11))
    throw new Failure(
      `需要 Node.js 20.11 以上，现在是 ${process.versions.node}：请升级后重试。(Node.js 20.11 or later is needed.)`,
    );
}

/** What can be told before the long steps; the server checks every setting again, all at once. */
async function checkSettings() {
  const port = Number(process.env.PORT ?? 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536)
    await checkPortFree(process.env.HOST || '127.0.0.1', port);
  for (const setting of ['DATABASE_URL', 'REDIS_URL', 'MEILI_URL'])
    if (process.env[setting]) await checkReachable(setting, process.env[setting]);
}

function startDatabase() {
  const state = path.resolve(ROOT, process.env.JIHUI_STATE_DIR || '.data');
  return step('启动内置数据库 (starting the embedded PostgreSQL)', (note) =>
    startEmbeddedPostgres({ dataDir: path.join(state, 'postgres'), onProgress: note }),
  );
}

/**
 * The embedded database may end under a running server: on a full disk it has to. It is started again as soon as it can
 * be; until then the server answers that it is not available.
 */
function watchOver(postgres) {
  let reviving = false;
  let told = false;
  const look = async () => {
    if (reviving || postgres.isRunning()) return;
    reviving = true;
    try {
      const cause = postgres.trouble() ?? '内置数据库意外停止 (the embedded database ended)';
      if (!told) console.error(`✗ ${cause} 每几秒自动重试启动 (it is started again as soon as it can be)`);
      told = true;
      await postgres.revive();
      told = false;
      console.log('✓ 内置数据库已恢复 (the embedded database is back)');
    } catch {
      // Told already; the next look tries again.
    } finally {
      reviving = false;
    }
  };
  return setInterval(() => void look(), 3_000);
}

/** Runs the server to its end and gives the exit code. */
function serve(databaseUrl) {
  const server = spawn(process.execPath, serverWords, {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    // A group of its own: Ctrl-C comes to us alone, and the server is told once.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const stop = stopper(server);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  const watch = setInterval(() => npmIsGone() && !stop.asked && stop(), 500);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code, signal) => {
      clearInterval(watch);
      resolve(stop.asked ? 0 : explainEnd(code, signal));
    });
  });
}

/** Asks the server to end, and ends it when asked again. One Ctrl-C may arrive twice: from the terminal and by npm. */
function stopper(server) {
  const stop = () => {
    if (stop.asked) return Date.now() - stop.asked > 1000 && server.kill('SIGKILL');
    stop.asked = Date.now();
    console.log('\n正在停止……再按一次 Ctrl-C 立即结束 (stopping; once more to end at once)');
    return server.kill('SIGTERM');
  };
  stop.asked = 0;
  return stop;
}

function explainEnd(code, signal) {
  if (signal)
    console.error(
      `✗ 服务被系统结束（${signal}），数据没有丢失：请重新执行 npm start。(The server was killed; start it again.)`,
    );
  return code ?? 1;
}
