#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { DomainError } from '@jihui/kernel';
import { ConfigError } from '@jihui/platform';
import { UsageError, type Command, type Typed } from './command.js';

/** Each command is loaded when it is typed. */
const COMMANDS: Readonly<
  Record<string, readonly [summary: string, load: () => Promise<{ command: Command }>]>
> = {
  migrate: [
    '更新数据库结构 (bring every schema to its newest version)',
    () => import('./commands/migrate.js'),
  ],
  seed: ['写入演示城市 (fill the demo city)', () => import('./commands/seed.js')],
  import: ['导入成果、需求或机构 (import a CSV, XLSX or JSONL file)', () => import('./commands/import.js')],
  export: ['导出为 CSV 或 JSONL (export as CSV or JSONL)', () => import('./commands/export.js')],
  'create-admin': [
    '建立平台管理员 (make a platform administrator)',
    () => import('./commands/create-admin.js'),
  ],
  'replay-outbox': ['重新投递事件 (deliver events again)', () => import('./commands/replay-outbox.js')],
  republish: ['重新发布快照以重建投影 (emit every snapshot again)', () => import('./commands/republish.js')],
  'verify-audit': ['核验审计链 (verify the audit chains)', () => import('./commands/verify-audit.js')],
  schema: ['输出 GraphQL 模式 (print the GraphQL schema)', () => import('./commands/schema.js')],
};

const overview = (): string =>
  [
    '用法 (usage)：npm run jihui -- <命令> [参数]，<命令> --help 查看详情',
    '',
    ...Object.entries(COMMANDS).map(([name, [summary]]) => `  ${name.padEnd(16)}${summary}`),
  ].join('\n');

async function main([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(overview());
    return 0;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry === undefined) {
    console.error(`没有命令 ${name} (no such command)\n\n${overview()}`);
    return 1;
  }
  const { command } = await entry[1]();
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(command.help);
    return 0;
  }
  try {
    return (await command.run(typed(command, rest))) ?? 0;
  } catch (error) {
    return explain(error, command);
  }
}

function typed(command: Command, words: readonly string[]): Typed {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: command.options ?? {},
      allowPositionals: true,
      strict: true,
    });
    return {
      words: positionals,
      text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
      flag: (name) => values[name] === true,
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const pathIn = (error: unknown): string => (error as NodeJS.ErrnoException).path ?? '';

const UNREACHABLE = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', '28P01', '3D000'];

/** One line for what a person can mend; a stack for a defect. */
function explain(error: unknown, command: Command): number {
  const { code } = error as { code?: string };
  if (error instanceof UsageError) console.error(`✗ ${error.message}\n\n${command.help}`);
  else if (error instanceof DomainError) {
    console.error(`✗ ${error.message}`);
    for (const { path, message } of error.violations) console.error(`  ${path}：${message}`);
  } else if (error instanceof ConfigError)
    for (const problem of error.problems) console.error(`✗ ${problem}`);
  else if (code !== undefined && UNREACHABLE.includes(code))
    console.error(`✗ 连不上数据库（${code}）：请检查 DATABASE_URL，或不设置它以使用内置数据库。`);
  else if (code === 'ENOENT') console.error(`✗ 找不到文件 ${pathIn(error)} (no such file)`);
  else if (code === 'EACCES' || code === 'EISDIR') console.error(`✗ 不能读写 ${pathIn(error)}（${code}）`);
  else if (code === 'ENOSPC') console.error('✗ 磁盘已满：请清理空间后重试。');
  else console.error(error);
  return 1;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  return 1;
});
