import type { Command } from '../command.js';
import { UsageError } from '../command.js';
import { withModules } from '../context.js';
import { instantOf } from '../instant.js';

export const command: Command = {
  help: `jihui republish [DOMAIN …] [--since DATE]
  把该日以来变动过的数据的当前快照重新发布（缺省为全部），用于重建其他领域的投影。
  Emits the present snapshot of everything changed since then (by default of all), to rebuild projections.`,
  words: Infinity,
  options: { since: { type: 'string' } },
  async run(typed) {
    const since = instantOf(typed.text('since')) ?? new Date(0);
    await withModules(async ({ domains, get }) => {
      const able = domains.filter((domain) => domain.republisher !== undefined);
      const unknown = typed.words.filter((word) => !able.some((domain) => domain.name === word));
      if (unknown.length > 0)
        throw new UsageError(
          `不能重新发布 ${unknown.join('、')}；可选：${able.map(({ name }) => name).join('、')}`,
        );
      for (const { name, republisher } of able) {
        if (republisher === undefined || (typed.words.length > 0 && !typed.words.includes(name))) continue;
        console.log(`✓ ${name}：${await get(republisher).republish(since)} 个快照 (snapshots)`);
      }
    });
  },
};
