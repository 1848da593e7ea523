import { migrate, seedDemo } from '@jihui/platform';
import { UsageError, type Command } from '../command.js';
import { settings, withModules } from '../context.js';
import { loadDomains } from '@jihui/registry';

export const command: Command = {
  help: `jihui seed
  写入演示城市的机构、人员、成果、需求；已有的不重复写入。生产环境（JIHUI_MODE=production）拒绝执行。
  Fills the demo city; what is there already stays. Refused in production.`,
  async run() {
    const config = settings();
    if (config.mode === 'production')
      throw new UsageError('生产环境不写入演示数据 (no demo data in production)');
    await migrate(config.databaseUrl, await loadDomains(config.domains));
    await withModules(({ app, domains }) => seedDemo(app, domains, (domain) => console.log(`▸ ${domain}`)), {
      workers: true,
    });
    console.log('✓ 演示数据已就绪 (done)');
  },
};
