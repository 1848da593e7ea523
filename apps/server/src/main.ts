import { mkdirSync } from 'node:fs';
import {
  Draining,
  StartError,
  checkDatabase,
  checkQueue,
  createApplication,
  explain,
  isSubgraph,
  loadConfig,
  migrate,
  type Config,
} from '@jihui/platform';
import { loadDomains } from '@jihui/registry';
import { announce } from './announce.js';
import { seedWithProgress } from './seed.js';
import { servePortal } from './portal.js';

/** The server: migrates, seeds a demo city once, serves the roles and domains of its configuration. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  mkdirSync(config.dataDir, { recursive: true });
  await checkDatabase(config.databaseUrl);
  if (config.roles.includes('worker')) await checkQueue(config.redisUrl);
  // The gateway needs to know who asks, and nothing else.
  const names = config.roles.includes('gateway') ? ['identity'] : config.domains;
  const domains = await loadDomains(names, { behindGateway: isSubgraph(config) });
  await migrate(config.databaseUrl, domains, (schema, applied) => {
    if (applied > 0) console.log(`  数据库 ${schema}：应用了 ${applied} 个迁移 (migrated)`);
  });

  const app = await createApplication({
    config,
    domains,
    decorate: config.roles.includes('portal') ? (built) => servePortal(built, config) : undefined,
  });
  if (config.mode === 'demo' && config.roles.includes('worker')) await seedWithProgress(app, domains);
  await listen(app, config);
  await announce(config);

  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      endAnyhow();
      const drained = app.get(Draining).drain(app);
      drained
        .then(() => app.close())
        .then(
          () => process.exit(0),
          (error: unknown) => fail(error),
        );
    });
}

/** Within what a supervisor waits before it kills (Docker: 10 s by default, systemd: 90 s). */
const LONGEST_END_MS = 9_000;

/**
 * What is under way is waited for, but not without end: a queue that is away, or a mail server that does not answer,
 * would hold the process. What is cut then is done at the next start, as after any kill.
 */
function endAnyhow(): void {
  setTimeout(() => {
    console.error(
      '结束用时过长，不再等待；未完成的后台任务下次启动时继续 (ended without waiting any longer)',
    );
    process.exit(0);
  }, LONGEST_END_MS).unref();
}

async function listen(app: Awaited<ReturnType<typeof createApplication>>, config: Config): Promise<void> {
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartError(
        `端口 ${config.port} 已被占用：请关闭占用它的程序，或换一个端口，例如 PORT=${config.port + 1} npm start`,
      );
    if (code === 'EACCES')
      throw new StartError(`没有权限使用端口 ${config.port}：请换一个 1024 以上的端口，例如 PORT=3000`);
    throw error;
  }
}

function fail(error: unknown): never {
  explain(error);
  process.exit(1);
}

main().catch(fail);
