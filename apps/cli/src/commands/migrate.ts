import { migrate } from '@jihui/platform';
import { loadDomains } from '@jihui/registry';
import type { Command } from '../command.js';
import { settings } from '../context.js';

export const command: Command = {
  help: `jihui migrate
  把各领域的数据库结构更新到最新版本，可重复执行。
  Brings every domain's schema to its newest version; safe to run again.`,
  async run() {
    const config = settings();
    await migrate(config.databaseUrl, await loadDomains(config.domains), (schema, applied) => {
      console.log(
        `✓ ${schema}：${applied === 0 ? '已是最新 (up to date)' : `应用了 ${applied} 个迁移 (applied)`}`,
      );
    });
  },
};
