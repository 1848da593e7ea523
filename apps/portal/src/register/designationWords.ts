import type { DesignationCriterionName } from '../gql/graphql.js';
import { words } from '../i18n/index.js';

type Names<K extends string> = Readonly<Record<K, string>>;

export const designationCriteria = words<Names<DesignationCriterionName>>(
  {
    MONTHS: '在册满（月）',
    BROKERS: '在册经纪人（人）',
    LEVEL: '专业能力等级（1 初级，2 中级，3 高级）',
    CONTRACTS: '经认定登记的技术合同（份）',
    RATING: '交易方评价平均分',
  },
  {
    MONTHS: 'Months in the register',
    BROKERS: 'Registered brokers',
    LEVEL: 'Level (1 junior, 2 intermediate, 3 senior)',
    CONTRACTS: 'Registered contracts',
    RATING: 'Average rating',
  },
);

export const designationWords = words(
  {
    badge: '骨干',
    filter: '骨干认定',
    only: '仅看骨干',
    title: '骨干认定',
    held: (document: string, until: string) => `${document}，有效期至 ${until}`,
    exception: '例外理由',
    exceptionHint: '有条件未达到时必填；随认定公开',
    document: '认定文号',
    documentHint: '认定文件的文号，如 忻科发〔2026〕12号',
    criteria: '认定条件与平台统计',
    criterion: '条件',
    required: '要求不少于',
    actual: '平台统计',
    unknown: '暂无',
    met: '达到',
    unmet: '未达到',
    noneYet: '尚未认定。',
    insideNote: '本方与科技部门可见',
  },
  {
    badge: 'Key',
    filter: 'Designation',
    only: 'Designated only',
    title: 'Designation as a key intermediary',
    held: (document: string, until: string) => `${document}, until ${until}`,
    exception: 'Ground of the exception',
    exceptionHint: 'Required where a criterion is not met; public with the designation',
    document: 'Document no.',
    documentHint: 'Number of the decision',
    criteria: 'Criteria, and what the platform counts',
    criterion: 'Criterion',
    required: 'At least',
    actual: 'Counted',
    unknown: 'unknown',
    met: 'Met',
    unmet: 'Not met',
    noneYet: 'Not designated.',
    insideNote: 'for themselves and the bureau',
  },
);
