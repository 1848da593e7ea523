import type { ReportFact, RewardFact } from '../facts.js';
import { quoted, type Text, type Texts } from './text.js';

const reportLink = ({ organisationId, year }: ReportFact): string =>
  `/annual-reports/${organisationId}/${year}`;

export const REPORT_TEXTS = {
  dueNear: (report: ReportFact): Text => ({
    title: `${report.year}年度成果转化报告即将截止`,
    body: `请在 ${report.dueOn} 前核对数字、补充填报并报送${report.organisationName}的年度报告。`,
    link: reportLink(report),
  }),
  overdue: (report: ReportFact): Text => ({
    title: `${report.year}年度成果转化报告已逾期`,
    body: `截止日为 ${report.dueOn}，请尽快报送${report.organisationName}的年度报告。`,
    link: reportLink(report),
  }),
  unitOverdue: (report: ReportFact): Text => ({
    title: `${report.organisationName}逾期未报送${report.year}年度成果转化报告`,
    body: `截止日为 ${report.dueOn}，请督促该单位报送。`,
    link: reportLink(report),
  }),
} satisfies Texts<ReportFact>;

const ofReward =
  (title: (name: string) => string, body: (reward: RewardFact) => string) =>
  (reward: RewardFact): Text => ({
    title: title(quoted(reward.contractTitle)),
    body: body(reward),
    link: `/rewards/${reward.id}`,
  });

export const REWARD_TEXTS = {
  disclosed: ofReward(
    (name) => `${name}的成果转化奖励方案公示`,
    ({ disclosedUntil }) =>
      `公示期至 ${disclosedUntil ?? '期满'} 为止，本单位人员可以查看方案；有异议的请在公示期内实名提出。`,
  ),
  objected: ofReward(
    (name) => `${name}的奖励方案有人提出异议`,
    () => '请核实后答复；异议没有答复以前方案不能确认。',
  ),
  confirmed: ofReward(
    (name) => `${name}的奖励方案已确认`,
    () => '公示期满，方案已确认。您可以查看自己的奖励和发放情况。',
  ),
} satisfies Texts<RewardFact>;
