import { AuditHeads } from '@jihui/platform';
import type { Command } from '../command.js';
import { withModules } from '../context.js';

export const command: Command = {
  help: `jihui verify-audit
  重新计算每条审计链，并与数据库之外签名保存的链头比对；发现改动、缺失、换序、截尾或整条缺失时逐条列出，退出码为 1。
  最近一次签名以后的条目若连同其后的全部条目被截去或改写，须对照别处保存的副本才能发现；请定期把状态目录中的 audit/ 抄送他处。
  Recomputes every audit chain and holds it against the signed heads kept outside the database; exit code 1 when one is
  broken. What was written since the newest signature is chained but not signed yet; copy the folder audit/ elsewhere.`,
  async run() {
    const { problems, files, signedAt } = await withModules(async ({ get }) => {
      const heads = get(AuditHeads);
      return { problems: await heads.verify(), ...(await heads.coverage()) };
    });
    if (problems.length === 0) {
      console.log('✓ 审计链完整 (all audit streams are whole)');
      if (files === 0)
        console.error(
          '！没有签名的链头：截去的尾部和整条缺失的记录流无法发现 (no signed heads to compare with)',
        );
      else console.log(`  对照 ${files} 份签名的链头，最近一份签于 ${signedAt ?? '?'} (signed heads)`);
      return 0;
    }
    for (const { stream, problem } of problems) console.error(`✗ ${stream}：${problem}`);
    console.error(`共 ${problems.length} 处 (problems)`);
    return 1;
  },
};
