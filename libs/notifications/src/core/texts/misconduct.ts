import type { MisconductFact } from '../facts.js';
import type { Text } from './text.js';

/** What a message says of a report: never of whom or of what it is, since a message may be read over a shoulder. */
const toHandler =
  (title: string, body: (fact: MisconductFact) => string) =>
  (fact: MisconductFact): Text => ({ title, body: body(fact), link: `/misconduct/${fact.id}` });
const toReporter = (title: string, body: string) => (): Text => ({
  title,
  body,
  link: '/report-misconduct/receipt',
});
const by = ({ dueOn }: MisconductFact): string => (dueOn === null ? '' : `请在 ${dueOn} 前办理。`);

export const MISCONDUCT_TEXTS = {
  misconductReceived: toHandler('收到一件举报', by),
  misconductSupplemented: toHandler('一件举报有补充', () => '举报人作了补充，请打开举报查看。'),
  misconductOverdue: toHandler('一件举报已逾期', ({ dueOn }) =>
    dueOn === null ? '请尽快办理。' : `办理期限为 ${dueOn}，请尽快办理。`,
  ),
  misconductTaken: toReporter('您的举报已收到', '请用提交时给出的查询码查看办理情况。'),
  misconductAccepted: toReporter('您的举报已受理', '请用查询码查看受理意见。'),
  misconductRefused: toReporter('您的举报不予受理', '请用查询码查看理由。'),
  misconductAsked: toReporter('请补充您的举报', '办理人有一个问题，请用查询码查看并答复。'),
  misconductExtended: toReporter('您的举报延长办理', '请用查询码查看新的期限。'),
  misconductConcluded: toReporter('您的举报已有结论', '请用查询码查看答复。'),
} satisfies Readonly<Record<string, (fact: MisconductFact) => Text>>;
