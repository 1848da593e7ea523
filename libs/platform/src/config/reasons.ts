import { DomainError } from '@jihui/kernel';
import { ConfigError } from './config.js';

/** Why the process cannot go on, as one line that says what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

interface SystemError {
  readonly message: string;
  readonly code?: string;
  readonly path?: string;
}

/** Whichever realm its class comes from. */
const isErrorLike = (error: unknown): error is SystemError =>
  typeof error === 'object' && error !== null && typeof (error as SystemError).message === 'string';

const UNREACHABLE =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|57P0[123]|08\d{3}|28P01|28000|3D000|53300)$/;
const FULL = /^(ENOSPC|EDQUOT|53100)$/;
const CUT =
  /Connection terminated|Client (has encountered a connection error|was closed)|timeout exceeded when trying to connect/;

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

/** Whether the database cannot be reached or its disk is full: nothing is wrong with what was to be stored, and trying again later helps. */
export const isOutage = (error: unknown): boolean =>
  isErrorLike(error) &&
  (FULL.test(error.code ?? '') || UNREACHABLE.test(error.code ?? '') || CUT.test(error.message));

/** Prints why the process ends: lines that a person can act on, or a defect with its stack. */
export function explain(error: unknown): void {
  const reasons = reasonsOf(error);
  if (reasons === undefined) console.error(error);
  else for (const reason of reasons) console.error(reason.startsWith('  ') ? reason : `✗ ${reason}`);
}

function systemReason(error: SystemError): string | undefined {
  const { code = '', path = '', message } = error;
  if (FULL.test(code) || /No space left/.test(message))
    return '磁盘已满：请清理空间后重试，已保存的数据不受影响 (disk full: free some space and try again)';
  if (UNREACHABLE.test(code) || CUT.test(message))
    return `连不上数据库（${code || message}）：请检查 DATABASE_URL 与数据库是否在运行；不设置它则使用内置数据库 (the database cannot be reached)`;
  if (code === '42P01' || code === '3F000')
    return '数据库中还没有所需的表：请先执行 npm run jihui -- migrate (migrate the database first)';
  if (code === 'ENOENT') return `找不到 ${path} (no such file)`;
  if (code === 'EISDIR' || code === 'ENOTDIR') return `${path || '所指的路径'} 不是文件，或其位置不对（${code}）`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `没有权限读写 ${path}（${code}）：请改用有权限的账户或目录 (permission denied)`;
  return undefined;
}
