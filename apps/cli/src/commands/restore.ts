import { AuditHeads, restore } from '@jihui/platform';
import { loadDomains } from '@jihui/registry';
import { UsageError, type Command } from '../command.js';
import { settings, withModules } from '../context.js';
import { ProgressLine } from '../progress.js';

export const command: Command = {
  help: `jihui restore FOLDER
  把 jihui backup 写的 FOLDER 恢复到空数据库（DATABASE_URL，或内置数据库）和空的状态目录（JIHUI_STATE_DIR）：
  先核对每个文件，再在一个事务内读入，然后升级到本程序的版本；此前有一处不符，数据库仍是空的。最后核验审计链并报告。
  Loads a backup into an empty database and an empty state folder: checks every file, loads in one transaction and brings
  it to this program's version; what does not agree leaves the database empty. Last it verifies the audit chains.`,
  words: 1,
  async run(typed) {
    const [folder] = typed.words;
    if (folder === undefined) throw new UsageError('请写明从哪个备份目录恢复 (name the backup)');
    const config = settings();
    const line = new ProgressLine();
    const domains = await loadDomains(config.domains);
    const { tables, files, takenAt, queue } = await restore(config, domains, folder, (share, what) =>
      line.show(share, what),
    ).finally(() => line.end());
    const problems = await withModules(({ get }) => get(AuditHeads).verify());
    for (const { stream, problem } of problems) console.error(`✗ ${stream}：${problem}`);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`✓ 已恢复到 ${takenAt}：${tables.length} 张表 ${rows} 行、${files.length} 个文件 (restored)`);
    if (queue === 'redis')
      console.log(
        `  任务原在 Redis 中，不在备份里，请执行 npm run jihui -- replay-outbox --since=${daysBefore(takenAt, 3)} (deliver again; see docs/backup.md)`,
      );
    if (config.meiliUrl !== null)
      console.log('  请执行 npm run jihui -- reindex 重建检索索引 (make the search index anew)');
    return problems.length === 0 ? 0 : 1;
  },
};

/** A delivery waits for three days at most. */
const daysBefore = (instant: string, days: number): string =>
  new Date(Date.parse(instant) - days * 86_400_000).toISOString().slice(0, 10);
