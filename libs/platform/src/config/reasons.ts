import { DomainError } from '@jihui/kernel';
import { isErrorLike, partAway, SOCKET, type SystemError } from './away.js';
import { ConfigError } from './config.js';

/** Why the process cannot go on, as one line that says what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

const FULL = /^(ENOSPC|EDQUOT|53100)$/;

/**
 * What a person can mend, one line each: what is wrong and what to do.
 * Undefined for a defect, whose stack is wanted.
 */
export function reasonsOf(error: unknown): readonly string[] | undefined {
  if (error instanceof ConfigError) return error.problems.map((problem) => `设置有误：${problem}`);
  if (error instanceof StartError) return [error.message];
  if (error instanceof DomainError)
    return [error.message, ...error.violations.map(({ path, message }) => `  ${path}：${message}`)];
  if (!isErrorLike(error)) return undefined;
  const line = systemReason(error);
  return line === undefined ? undefined : [line];
}

/**
 * Whether a part that the server cannot do without is away, or a disk full: nothing is wrong with what was to be stored,
 * and trying again later helps. A broken connection counts only where whoever opened it said of which part it is.
 */
export const isOutage = (error: unknown): boolean =>
  partAway(error) !== undefined || (isErrorLike(error) && FULL.test(error.code ?? ''));

/** Prints why the process ends: lines that a person can act on, or a defect with its stack. */
export function explain(error: unknown): void {
  const reasons = reasonsOf(error);
  if (reasons === undefined) console.error(error);
  else for (const reason of reasons) console.error(reason.startsWith('  ') ? reason : `✗ ${reason}`);
}

const placeOf = ({ code, address, port }: SystemError): string =>
  [code, ...(address === undefined ? [] : [`${address}:${port ?? ''}`])].join(' ');

function systemReason(error: SystemError): string | undefined {
  const { code = '', path = '', message } = error;
  if (FULL.test(code) || /No space left/.test(message))
    return '磁盘已满：请清理空间后重试，已保存的数据不受影响 (disk full: free some space and try again)';
  const away = partAway(error);
  if (away !== undefined) return away.told;
  if (SOCKET.test(code)) return `网络连接失败（${placeOf(error)}）：请检查所连的服务是否在运行 (no connection)`;
  if (code === '42P01' || code === '3F000')
    return '数据库中还没有所需的表：请先执行 npm run jihui -- migrate (migrate the database first)';
  if (code === 'ENOENT') return `找不到 ${path} (no such file)`;
  if (code === 'EISDIR' || code === 'ENOTDIR') return `${path || '所指的路径'} 不是文件，或其位置不对（${code}）`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `没有权限读写 ${path}（${code}）：请改用有权限的账户或目录 (permission denied)`;
  return undefined;
}
