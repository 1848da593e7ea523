import { AuditHeads } from '@jihui/platform';
import type { Command } from '../command.js';
import { withModules } from '../context.js';

export const command: Command = {
  help: `jihui verify-audit
  重新计算每条审计链，并与数据库之外签名保存的链头比对；发现改动、缺失、换序、截尾或整条缺失时逐条列出，退出码为 1。
  Recomputes every audit chain and holds it against the signed heads kept outside the database; exit code 1 when one is broken.`,
  async run() {
    const problems = await withModules(({ get }) => get(AuditHeads).verify());
    if (problems.length === 0) {
      console.log('✓ 审计链完整 (all audit streams are whole)');
      return 0;
    }
    for (const { stream, problem } of problems) console.error(`✗ ${stream}：${problem}`);
    console.error(`共 ${problems.length} 处 (problems)`);
    return 1;
  },
};
