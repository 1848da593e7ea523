import { IndexCheck } from '@jihui/platform';
import type { Command } from '../command.js';
import { withModules } from '../context.js';

const SHOWN = 20;

export const command: Command = {
  help: `jihui check-index [--repair]
  核对检索索引与数据是否一致：缺少、过时或多余的条目。有差异时退出码为 1。
  --repair 把 Meilisearch 中有差异的条目重新发送；数据库中的用 jihui reindex 重建。
  Compares the search index with the data: what is missing, stale or surplus. Exit code 1 where they differ.
  --repair sends what differs in Meilisearch again; what differs in the database is made anew by jihui reindex.`,
  options: { repair: { type: 'boolean' } },
  async run(typed) {
    const { documents, drifts } = await withModules(async ({ get }) => {
      const check = get(IndexCheck);
      const checked = await check.run();
      if (typed.flag('repair')) await check.repair(checked.drifts);
      return checked;
    });
    for (const { engine, type, id, problem } of drifts.slice(0, SHOWN))
      console.log(`✗ ${engine} ${type} ${id} ${problem}`);
    if (drifts.length > SHOWN) console.log(`… 另有 ${drifts.length - SHOWN} 处 (more)`);
    console.log(
      drifts.length === 0
        ? `✓ ${documents} 件一致 (documents agree)`
        : `✗ ${documents} 件中有 ${drifts.length} 处差异 (differences)`,
    );
    return drifts.length === 0 ? 0 : 1;
  },
};
