import { parseArgs } from 'node:util';
import { explain } from '@jihui/platform';
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
  'export-organisation': [
    '导出一个单位的全部资料 (export everything that an organisation owns)',
    () => import('./commands/export-organisation.js'),
  ],
  'create-admin': [
    '建立平台管理员 (make a platform administrator)',
    () => import('./commands/create-admin.js'),
  ],
  'replay-outbox': ['重新投递事件 (deliver events again)', () => import('./commands/replay-outbox.js')],
  republish: ['重新发布快照以重建投影 (emit every snapshot again)', () => import('./commands/republish.js')],
  reindex: ['重建检索索引 (make the search index anew)', () => import('./commands/reindex.js')],
  'check-index': [
    '核对检索索引 (compare the search index with the data)',
    () => import('./commands/check-index.js'),
  ],
  backup: ['备份整个平台 (write everything into a folder)', () => import('./commands/backup.js')],
  restore: ['从备份恢复 (load a backup into an empty place)', () => import('./commands/restore.js')],
  'verify-audit': ['核验审计链 (verify the audit chains)', () => import('./commands/verify-audit.js')],
  'verify-certificate': [
    '离线核验登记证明 (verify a certificate without the server)',
    () => import('./commands/verify-certificate.js'),
  ],
  'verify-draw': [
    '离线核验专家抽取 (draw experts again from a published transcript)',
    () => import('./commands/verify-draw.js'),
  ],
  seal: ['脱网密封揭榜方案 (seal a bid without the server)', () => import('./commands/seal.js')],
  'verify-bids': [
    '离线核验开标记录 (verify an opening without the server)',
    () => import('./commands/verify-bids.js'),
  ],
  'verify-diligence': [
    '离线核验尽职材料包 (verify a pack of due diligence without the server)',
    () => import('./commands/verify-diligence.js'),
  ],
  'rotate-certificate-key': [
    '更换证明签名密钥 (rotate the signing key)',
    () => import('./commands/rotate-certificate-key.js'),
  ],
  'replay-rules': [
    '按另一套规则比对已登记合同 (judge registered contracts by another rule set)',
    () => import('./commands/replay-rules.js'),
  ],
  schema: ['输出 GraphQL 模式 (print the GraphQL schema)', () => import('./commands/schema.js')],
};

const overview = (): string =>
  [
    '用法 (usage)：npm run jihui -- <命令> [参数]，<命令> --help 查看详情',
    '',
    ...Object.entries(COMMANDS).map(([name, [summary]]) => `  ${name.padEnd(24)}${summary}`),
  ].join('\n');

/** Runs one command as it was typed. @returns the exit code */
export async function jihui([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(overview());
    return 0;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry === undefined) {
    console.error(`✗ 没有命令 ${name} (no such command)；可用：${Object.keys(COMMANDS).join('、')}`);
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
    if (error instanceof UsageError)
      console.error(`✗ ${error.message}；用法见 npm run jihui -- ${name} --help`);
    else explain(error);
    return 1;
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
    const surplus = positionals.slice(command.words ?? 0);
    if (surplus.length > 0) throw new UsageError(`多余的参数 ${surplus.join(' ')} (unexpected)`);
    return {
      words: positionals,
      text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
      flag: (name) => values[name] === true,
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(mistakeIn(error));
  }
}

const OPTION = /'(--?[\w-]+)/;

/** What Node's parser found wrong, in a line of our own. */
function mistakeIn(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  const option = OPTION.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有选项 ${option} (unknown option)`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return `选项 ${option} 的值不对或缺失 (bad option value)`;
  return message.split('\n')[0] ?? message;
}
