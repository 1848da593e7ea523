import { mkdirSync } from 'node:fs';
import { Client } from 'pg';
import { ConfigError, createApplication, loadConfig, migrate, seedDemo, type Config } from '@jihui/platform';
import { loadDomains } from '@jihui/registry';
import { announce } from './announce.js';
import { servePortal } from './portal.js';

/** The server: migrates, seeds a demo city once, serves the roles and domains of its configuration. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  mkdirSync(config.dataDir, { recursive: true });
  await reachDatabase(config.databaseUrl);
  const domains = await loadDomains(config.domains);
  await migrate(config.databaseUrl, domains, (schema, applied) => {
    if (applied > 0) console.log(`  数据库 ${schema}：应用了 ${applied} 个迁移`);
  });

  const app = await createApplication({
    config,
    domains,
    decorate: config.roles.includes('portal') ? (built) => servePortal(built, config) : undefined,
  });
  if (config.mode === 'demo') await seedDemo(app, domains);
  await listen(app, config);
  await announce(config);

  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      app.close().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    });
}

/** One try to connect before anything else, so that the reason stands alone. */
async function reachDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (error) {
    const place = new URL(url);
    throw new StartError(
      `连不上数据库 ${place.hostname}:${place.port || '5432'}${place.pathname}（${reasonOf(error)}）。请检查 DATABASE_URL 与数据库是否在运行；不设置 DATABASE_URL 则使用内置数据库。`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function listen(app: Awaited<ReturnType<typeof createApplication>>, config: Config): Promise<void> {
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartError(
        `端口 ${config.port} 已被占用。请关闭占用它的程序，或换一个端口：PORT=${config.port + 1} npm start`,
      );
    if (code === 'EACCES')
      throw new StartError(`没有权限使用端口 ${config.port}。请换一个 1024 以上的端口，例如 PORT=3000`);
    throw error;
  }
}

/** A reason that one line explains. */
class StartError extends Error {}

const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
};

function fail(error: unknown): never {
  if (error instanceof ConfigError)
    for (const problem of error.problems) console.error(`设置有误：${problem}`);
  else if (error instanceof StartError) console.error(error.message);
  else if ((error as NodeJS.ErrnoException).code === 'ENOSPC' || /No space left/.test(String(error)))
    console.error('磁盘已满。请清理空间后重新启动，已保存的数据不受影响。');
  else console.error(error);
  process.exit(1);
}

main().catch(fail);
