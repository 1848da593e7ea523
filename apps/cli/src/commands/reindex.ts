import { Reindex } from '@jihui/platform';
import type { Command } from '../command.js';
import { withModules } from '../context.js';
import { ProgressLine } from '../progress.js';

/** What of how many: an estimate says so. */
const ofTotal = (total: number | null, isEstimate: boolean): string =>
  total === null ? '' : isEstimate ? ` / 约 ${total} (about)` : ` / ${total}`;

export const command: Command = {
  help: `jihui reindex
  重建检索索引，期间检索照常可用；设置了 MEILI_URL 时另建新索引，完成后一步切换。
  Makes the search index anew while it answers. Where MEILI_URL is set, a second index is filled and swapped in.`,
  async run() {
    const line = new ProgressLine();
    const counts = new Map<string, number>();
    await withModules(({ get }) =>
      get(Reindex).run(({ what, done, total, isEstimate }) => {
        counts.set(what, done);
        line.show(
          total === null || total === 0 ? undefined : done / total,
          `${what}：${done}${ofTotal(total, isEstimate)}`,
        );
      }),
    );
    line.end();
    for (const [what, done] of counts) console.log(`✓ ${what}：${done} 件 (documents)`);
    if (counts.size === 0) console.log('✓ 没有需要检索的数据 (nothing to index)');
  },
};
