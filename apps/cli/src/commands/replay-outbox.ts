import { Replay } from '@jihui/platform';
import type { Command } from '../command.js';
import { withModules } from '../context.js';
import { instantOf } from '../instant.js';

export const command: Command = {
  help: `jihui replay-outbox [--since DATE]
  重新投递该日以来的事件（缺省为最近一天），并重试失败的投递；已生效的不会重复生效。
  由正在运行的服务处理；服务未运行时，下次启动时处理。
  Delivers the events since then once more (by default those of the last day) and retries failed deliveries.
  What had its effect has none again. A running server does the work, or the next one to start.`,
  options: { since: { type: 'string' } },
  async run(typed) {
    const since = instantOf(typed.text('since')) ?? new Date(Date.now() - 86_400_000);
    const replayed = await withModules(({ get }) => get(Replay).replay(since));
    for (const { domain, events } of replayed) console.log(`✓ ${domain}：${events} 个事件 (events)`);
  },
};
