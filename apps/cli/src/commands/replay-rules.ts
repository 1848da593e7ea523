import { UsageError, type Command } from '../command.js';
import { instantOf } from '../instant.js';
import { runTask } from '../task.js';

const NAME = 'replay-rules';
const RULE_SETS = ['2000/2001', '2024-draft', '2026'];

export const command: Command = {
  help: `jihui ${NAME} --ruleset SET [--since DATE]
  按另一套认定规则重新比对已登记的合同（缺省为全部），列出结论会不同的合同、对应的规则和理由；不改变任何记录。
  SET：${RULE_SETS.join('、')}。比对所用的是作出决定时留存的事实和参数。
  Judges registered contracts by another rule set, on the facts and parameters kept with each decision, and
  lists those whose outcome would differ, with the rule and why. Changes nothing.`,
  options: { ruleset: { type: 'string' }, since: { type: 'string' } },
  async run(typed) {
    const ruleset = typed.text('ruleset');
    const since = typed.text('since');
    if (ruleset === undefined || !RULE_SETS.includes(ruleset))
      throw new UsageError(`--ruleset 应为 ${RULE_SETS.join('、')} 之一`);
    instantOf(since);
    await runTask(NAME, { ruleset, ...(since === undefined ? {} : { since }) });
  },
};
