import { backUp } from '@jihui/platform';
import { UsageError, type Command } from '../command.js';
import { settings } from '../context.js';
import { ProgressLine } from '../progress.js';

export const command: Command = {
  help: `jihui backup FOLDER
  把整个平台写入新目录 FOLDER：数据库中同一时刻的全部表，以及状态目录中的附件、密钥和审计链头。服务不必停止。
  目录写完才出现；其中有密钥，只有本账户可读，请加密后存放到别处。
  Writes everything into a new folder while the server goes on: all tables of one instant, uploads, keys and signed audit
  heads. The folder appears once it is whole. It holds the keys: encrypt it and keep it elsewhere.`,
  words: 1,
  async run(typed) {
    const [folder] = typed.words;
    if (folder === undefined) throw new UsageError('请写明备份到哪个新目录 (name a new folder)');
    const { databaseUrl, dataDir, redisUrl } = settings();
    const line = new ProgressLine();
    const source = { databaseUrl, dataDir, queue: redisUrl === null ? 'postgres' : 'redis' } as const;
    const { tables, files } = await backUp(source, folder, (share, what) => line.show(share, what)).finally(
      () => line.end(),
    );
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const bytes = [...tables, ...files].reduce((sum, file) => sum + file.bytes, 0);
    console.log(
      `✓ 已备份 ${tables.length} 张表 ${rows} 行、${files.length} 个文件，共 ${Math.ceil(bytes / 1024)} KB，到 ${folder} (backed up)`,
    );
  },
};
