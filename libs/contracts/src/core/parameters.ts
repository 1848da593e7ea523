import type { Fen } from '@jihui/kernel';

/** Parameters of law that the rules use, as they hold on the day that pins the decision. */
export interface ContractParameters {
  /** Code of the rule set in force: 2001, 2024 or 2026. */
  readonly ruleSet: number;
  /** 标的技术内容摘要 at least so many characters. */
  readonly summaryMinChars: number;
  /** Below this share (1/100 %) of technical amount a reason is asked for. */
  readonly lowRatioBasisPoints: number;
  /** 技术交易额 from which an expert review is needed. */
  readonly expertThreshold: Fen;
  /** 评审专家 a panel has at least. */
  readonly expertMinimum: number;
  /** 办理期限 in natural days, under the rules of 2000/2001. */
  readonly processingNaturalDays: number;
  /** 办理期限 in working days. */
  readonly processingWorkingDays: number;
  /** 补正期限 in working days from the return. */
  readonly correctionWorkingDays: number;
  /** 办理期限 with expert review, in working days. */
  readonly expertWorkingDays: number;
  /** Working days left from which a deadline is amber. */
  readonly amberWorkingDays: number;
  /** 成交额 up to which a county's registry registers; above, the city's does. */
  readonly countyCap: Fen;
  /** Years for which a former organisation keeps a registrar from its contracts. */
  readonly formerTieYears: number;
  /** Sets of complete equipment that count as a reasonable quantity. */
  readonly equipmentSets: number;
  /** Contracts of the same parties signed within so many days of each other may be one that was split. */
  readonly splitWindowDays: number;
  /** From this share (1/100 %) of a threshold on, a sum is just under it. */
  readonly splitNearBasisPoints: number;
  /** Contracts signed within so many days of each other may be a circle. */
  readonly circleWindowDays: number;
  /** A circle has at most so many contracts, this one included. */
  readonly circleContracts: number;
  /** 成交额 from which a contract counts as 大额. */
  readonly largeFrom: Fen;
  /** 变更、注销办理期限 in working days from the request. */
  readonly changeWorkingDays: number;
  /** 陈述申辩期 in working days from the notice of an intended revocation. */
  readonly defenceWorkingDays: number;
  /** Working days after the period of defence within which a revocation is decided. */
  readonly revocationWorkingDays: number;
  /** 提出异议的期限 in natural days from the decision. */
  readonly objectionDays: number;
  /** 异议处理期限 in working days. */
  readonly objectionWorkingDays: number;
  /** 通知税务、财政的期限 in working days from the decision. */
  readonly taxNoticeWorkingDays: number;
  /** 年度报告报送截止日 of the year after, as month and day: 330 is 30 March. */
  readonly reportDueMonthDay: number;
  /** From so many natural days before it on, whoever has not reported is reminded. */
  readonly reportRemindDays: number;
}

interface DeclaredParameter {
  readonly key: keyof ContractParameters;
  /** Keeps the unit at its end. */
  readonly name: string;
  /** As the administrator reads it. */
  readonly title: string;
  readonly min: number;
  readonly max: number;
  /** What each value stands for, where it is a choice. */
  readonly choices?: readonly { readonly value: number; readonly label: string }[];
  /** The first version, and those known to follow. */
  readonly versions: readonly [Version, ...(readonly Version[])];
}
interface Version {
  readonly value: number;
  readonly effectiveFrom: string;
  readonly source: string;
}

const DRAFT_2024 = '《技术合同认定登记管理办法》2024年12月征求意见稿（2026年正式文本条文待核）';
const OURS = '本平台默认值，可由主管部门调整';

/** One version that holds from before the platform's first contract. */
const always = (value: number, source: string): DeclaredParameter['versions'] => [
  { value, effectiveFrom: '2020-01-01', source },
];

/** Declared defaults; the table of parameters decides, by the day. */
export const CONTRACT_PARAMETERS: readonly DeclaredParameter[] = [
  {
    key: 'ruleSet',
    name: 'contracts.rule_set',
    title: '现行认定登记规则',
    min: 2001,
    max: 2026,
    choices: [
      { value: 2001, label: '2000年办法与2001年规则' },
      { value: 2024, label: '2024年12月征求意见稿' },
      { value: 2026, label: '2026年办法与规则' },
    ],
    versions: [
      {
        value: 2001,
        effectiveFrom: '2001-01-01',
        source: '国科发政字〔2000〕063号、国科发政字〔2001〕253号（2026年1月23日废止）',
      },
      {
        value: 2026,
        effectiveFrom: '2026-01-23',
        source: '2026年1月23日公布的办法和规则；暂以公布日为施行日，正式施行日期待核',
      },
    ],
  },
  {
    key: 'summaryMinChars',
    name: 'contracts.summary_min_chars',
    title: '技术内容摘要最少字数',
    min: 0,
    max: 2_000,
    versions: always(50, OURS),
  },
  {
    key: 'lowRatioBasisPoints',
    name: 'contracts.low_ratio_basis_points',
    title: '技术交易额占比低于此值须说明理由',
    min: 0,
    max: 10_000,
    versions: always(2_000, OURS),
  },
  {
    key: 'expertThreshold',
    name: 'contracts.expert_threshold_fen',
    title: '须专家评审的技术交易额',
    min: 0,
    max: 10_000_000_000_000,
    versions: always(500_000_000, DRAFT_2024),
  },
  {
    key: 'expertMinimum',
    name: 'contracts.expert_minimum',
    title: '专家评审组的最少人数',
    min: 1,
    max: 15,
    versions: always(3, OURS),
  },
  {
    key: 'processingNaturalDays',
    name: 'contracts.processing_natural_days',
    title: '办理期限（2000年办法，自然日）',
    min: 1,
    max: 365,
    versions: always(30, '《技术合同认定登记管理办法》（国科发政字〔2000〕063号）'),
  },
  {
    key: 'processingWorkingDays',
    name: 'contracts.processing_working_days',
    title: '办理期限（工作日）',
    min: 1,
    max: 250,
    versions: always(15, DRAFT_2024),
  },
  {
    key: 'correctionWorkingDays',
    name: 'contracts.correction_working_days',
    title: '补正期限（工作日）',
    min: 1,
    max: 250,
    versions: always(15, `${OURS}；2000年办法要求限期补正，期限待核`),
  },
  {
    key: 'expertWorkingDays',
    name: 'contracts.expert_working_days',
    title: '专家评审时的办理期限（工作日）',
    min: 1,
    max: 250,
    versions: always(30, DRAFT_2024),
  },
  {
    key: 'amberWorkingDays',
    name: 'contracts.amber_working_days',
    title: '期限提醒提前量（工作日）',
    min: 0,
    max: 60,
    versions: always(3, OURS),
  },
  {
    key: 'largeFrom',
    name: 'contracts.large_from_fen',
    title: '大额合同的成交额',
    min: 0,
    max: 10_000_000_000_000,
    versions: always(1_000_000_000, OURS),
  },
  {
    key: 'countyCap',
    name: 'contracts.county_cap_fen',
    title: '县级登记机构办理的成交额上限',
    min: 0,
    max: 10_000_000_000_000,
    versions: always(1_000_000_000, OURS),
  },
  {
    key: 'formerTieYears',
    name: 'contracts.former_tie_years',
    title: '离开原单位后回避其合同的年数',
    min: 0,
    max: 50,
    versions: always(3, OURS),
  },
  {
    key: 'equipmentSets',
    name: 'contracts.equipment_sets',
    title: '成套设备的合理数量（套）',
    min: 0,
    max: 100,
    versions: always(2, '《技术合同认定登记规则》合理数量标的物：成套技术设备、试验装置一般为1至2套'),
  },
  {
    key: 'changeWorkingDays',
    name: 'contracts.change_working_days',
    title: '变更、注销办理期限（工作日）',
    min: 1,
    max: 250,
    versions: always(15, OURS),
  },
  {
    key: 'defenceWorkingDays',
    name: 'contracts.defence_working_days',
    title: '拟撤销登记的陈述申辩期（工作日）',
    min: 1,
    max: 250,
    versions: always(
      10,
      '本平台默认值（参照行政处罚法第四十四条、第四十五条、第六十四条），可由主管部门调整',
    ),
  },
  {
    key: 'revocationWorkingDays',
    name: 'contracts.revocation_working_days',
    title: '陈述申辩期满后作出撤销决定的期限（工作日）',
    min: 1,
    max: 250,
    versions: always(15, OURS),
  },
  {
    key: 'objectionDays',
    name: 'contracts.objection_days',
    title: '对认定提出异议的期限（自然日）',
    min: 1,
    max: 365,
    versions: always(60, '本平台默认值（参照行政复议法第二十条六十日），可由主管部门调整'),
  },
  {
    key: 'objectionWorkingDays',
    name: 'contracts.objection_working_days',
    title: '异议处理期限（工作日）',
    min: 1,
    max: 250,
    versions: always(30, OURS),
  },
  {
    key: 'taxNoticeWorkingDays',
    name: 'contracts.tax_notice_working_days',
    title: '通知税务、财政的期限（工作日）',
    min: 1,
    max: 250,
    versions: always(5, OURS),
  },
  {
    key: 'splitWindowDays',
    name: 'contracts.split_window_days',
    title: '拆分合同核查的签订间隔（日）',
    min: 0,
    max: 1_095,
    versions: always(90, OURS),
  },
  {
    key: 'splitNearBasisPoints',
    name: 'contracts.split_near_basis_points',
    title: '视为接近标准的比例',
    min: 0,
    max: 10_000,
    versions: always(8_000, OURS),
  },
  {
    key: 'circleWindowDays',
    name: 'contracts.circle_window_days',
    title: '循环交易核查的签订间隔（日）',
    min: 0,
    max: 1_825,
    versions: always(365, OURS),
  },
  {
    key: 'circleContracts',
    name: 'contracts.circle_contracts',
    title: '循环交易最多追溯的合同数',
    min: 2,
    max: 8,
    versions: always(5, OURS),
  },
  {
    key: 'reportDueMonthDay',
    name: 'contracts.annual_report_due_mmdd',
    title: '年度报告报送截止日（次年的月日，330为3月30日）',
    min: 101,
    max: 1_231,
    versions: always(330, '促进科技成果转化法第二十一条；3月30日为通行做法，本省规定待核'),
  },
  {
    key: 'reportRemindDays',
    name: 'contracts.annual_report_remind_days',
    title: '年度报告截止前提醒（日）',
    min: 1,
    max: 180,
    versions: always(30, OURS),
  },
];

/** The same as `registerParameters` takes them. */
export const contractParameterDeclarations = CONTRACT_PARAMETERS.map(
  ({ key: _, versions: [first, ...later], ...parameter }) => ({ ...parameter, ...first, later }),
);
