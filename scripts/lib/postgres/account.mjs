import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { Failure } from '../failure.mjs';

/**
 * The account that PostgreSQL runs under. It refuses to run as root, so root hands over to the owner of existing
 * data, else to the account `postgres` (made when absent), else to `nobody`. Undefined: stay who we are.
 * @returns {{ uid: number, gid: number } | undefined}
 */
export function accountFor(cluster) {
  if (process.getuid?.() !== 0) return undefined;
  const owner = ownerOf(cluster);
  if (owner && owner.uid !== 0) return owner;
  const account = lookUp('postgres') ?? create('postgres') ?? lookUp('nobody');
  if (!account)
    throw new Failure(
      '以 root 启动时需要一个普通账户来运行 PostgreSQL：请执行 useradd --system postgres 后重试。(PostgreSQL will not run as root: add an account named postgres.)',
    );
  return account;
}

function ownerOf(folder) {
  try {
    const { uid, gid } = statSync(folder);
    return { uid, gid };
  } catch {
    return undefined;
  }
}

function lookUp(name) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

function create(name) {
  const options = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  spawnSync('useradd', [...options, name], { stdio: 'ignore' });
  return lookUp(name);
}

/** Whether the account can pass into (or run) the path: asked of the kernel, as that account. */
export function canReach(account, target) {
  const probe = spawnSync('/bin/sh', ['-c', 'test -x "$0"', target], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  });
  return probe.status === 0;
}
