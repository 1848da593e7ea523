import { Client } from 'pg';
import { StartError } from '../config/reasons.js';

/** PostgreSQL's oldest version on which the migrations run. */
const OLDEST = 16;

/**
 * One try to connect before anything else, so that the reason stands alone.
 * @throws StartError when the server cannot be reached, is too old, or the database is not in UTF-8
 */
export async function checkDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; encoding: string }>(
      `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
    );
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < OLDEST)
      throw new StartError(
        `数据库是 PostgreSQL ${major}，需要 ${OLDEST} 以上：请升级，或不设置 DATABASE_URL`,
      );
    if (rows[0]?.encoding !== 'UTF8')
      throw new StartError('数据库的编码不是 UTF8：请用 CREATE DATABASE … ENCODING UTF8 另建一个');
  } catch (error) {
    if (error instanceof StartError) throw error;
    const { hostname, port, pathname } = new URL(url);
    const { code, message } = error as NodeJS.ErrnoException;
    throw new StartError(
      `连不上数据库 ${hostname}:${port || '5432'}${pathname}（${code ?? message}）：请检查 DATABASE_URL 与数据库是否在运行；不设置 DATABASE_URL 则使用内置数据库 (the database cannot be reached)`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
