import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Failure, plainCause } from '../failure.mjs';
import { canReach } from './account.mjs';
import { SHARED_HOME } from './binaries.mjs';

/** The one role, which owns everything in an embedded server. */
export const ROLE = 'jihui';
/** The database that stands there from the beginning. */
export const DATABASE = 'jihui';

/** Nothing of the caller's environment (PGPORT, PGDATA, LC_ALL …) may reach the server. */
export const environment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };

/**
 * The folder of the cluster: `<home>/cluster`, or one under /var/lib/jihui when root's account cannot reach the home
 * (a checkout below a 0700 folder such as /root); `<home>/location` then says where.
 */
export function locate(home) {
  const note = path.join(home, 'location');
  return path.join(existsSync(note) ? readFileSync(note, 'utf8').trim() : home, 'cluster');
}

/** Creates the cluster when there is none; a half-made one of a killed start is thrown away. */
export function createCluster({ home, native, account, onProgress }) {
  const passwordFile = path.join(home, 'password');
  if (existsSync(path.join(locate(home), 'PG_VERSION')) && existsSync(passwordFile)) return locate(home);

  const cluster = chooseFolder(home, account);
  const run = runner({ home, native, account });
  const password = randomBytes(24).toString('base64url');
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) {
    onProgress('正在建立数据库文件 (creating the database files)');
    const half = `${cluster}.new`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { recursive: true, mode: 0o700 });
    if (account) chownSync(half, account.uid, account.gid);
    run('initdb', [
      '-D',
      half,
      '-U',
      ROLE,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--auth=trust',
      '--no-sync',
      '--no-instructions',
    ]);
    writeFileSync(path.join(half, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n');
    single(run, half, `CREATE DATABASE ${DATABASE}`);
    renameSync(half, cluster);
  }
  single(run, cluster, `ALTER ROLE ${ROLE} PASSWORD '${password}'`);
  // Written last: while it is missing, the next start sets a new one.
  writeFileSync(passwordFile, password, { mode: 0o600 });
  return cluster;
}

function chooseFolder(home, account) {
  const known = locate(home);
  if (existsSync(known) || !account || canReach(account, home)) return known;
  const elsewhere = path.join(SHARED_HOME, `data-${randomBytes(6).toString('hex')}`);
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  chmodSync(SHARED_HOME, 0o755);
  writeFileSync(path.join(home, 'location'), elsewhere);
  return locate(home);
}

/** PostgreSQL's single-user mode runs one statement on a stopped cluster, with no client and no password. */
function single(run, cluster, statement) {
  run('postgres', ['--single', '-D', cluster, 'postgres'], `${statement}\n`);
}

function runner({ home, native, account }) {
  return (program, options, input = '') => {
    const result = spawnSync(path.join(native, 'bin', program), options, {
      ...account,
      cwd: '/',
      env: environment,
      input,
      encoding: 'utf8',
    });
    const output = `${result.error ?? ''}${result.stderr ?? ''}${result.stdout ?? ''}`;
    if (result.status === 0 && !/\b(FATAL|PANIC|ERROR):/.test(output)) return;
    throw new Failure(
      plainCause(output, home) ??
        `${program} 失败 (failed)：${output.trim().split('\n').slice(-3).join(' ')}`,
    );
  };
}
