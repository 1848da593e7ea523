import { formatYuan } from '@jihui/kernel';
import type { ReviewerFact } from '../facts.js';
import type { Text } from './text.js';

/** Never of which call: a mail is read by others too, and names of panels are opened with the review alone. */
const ofReviewer =
  (link: string, title: string, body: (fact: ReviewerFact) => string) =>
  (fact: ReviewerFact): Text => ({ title, body: body(fact), link });

const RECORDS: Readonly<Record<string, string>> = {
  NO_ANSWER: '受邀后没有答复。',
  NO_SHOW: '接受后缺席。',
  LATE: '逾期提交评分表。',
  DEVIATION: '评分偏离。',
  CONCEALED_CONFLICT: '隐瞒应当回避的关系。',
};
const recorded = ({ record }: ReviewerFact): string => RECORDS[record ?? ''] ?? '';

const FEES = '/call-reviews';
const CREDIT = '/review-credit';

export const REVIEWER_TEXTS = {
  reviewFeeOwed: ofReviewer(
    FEES,
    '您的评审费已列入发放表',
    ({ amount }) => `税后 ${formatYuan(amount ?? 0)} 元，发放后另行告知；属于哪个榜单，见“评审任务”。`,
  ),
  reviewFeePaid: ofReviewer(
    FEES,
    '您的评审费已发放',
    ({ amount, paidOn }) => `税后 ${formatYuan(amount ?? 0)} 元，${paidOn ?? ''} 发放。`,
  ),
  reviewCreditRecorded: ofReviewer(
    CREDIT,
    '您的评审信用有新的记录',
    (fact) => `${recorded(fact)}详情见“评审信用”；不是您的责任的，请向组织评审的科技局说明，核实后撤销。`,
  ),
  reviewCreditLifted: ofReviewer(
    CREDIT,
    '您的一条评审信用记录已撤销',
    (fact) => `${recorded(fact)}理由见“评审信用”。`,
  ),
} satisfies Readonly<Record<string, (fact: ReviewerFact) => Text>>;
