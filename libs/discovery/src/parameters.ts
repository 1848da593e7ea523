import { registerParameters } from '@jihui/platform';

/** Days, months and amounts that this domain counts by, each a row with its source. */
export const PARAMETERS = {
  GRACE: 'discovery.patent_fee_grace_months',
  SURCHARGE: 'discovery.patent_fee_surcharge_basis_points',
  REDUCTION_SINGLE: 'discovery.patent_fee_reduction_single_basis_points',
  REDUCTION_JOINT: 'discovery.patent_fee_reduction_joint_basis_points',
  REDUCTION_YEARS: 'discovery.patent_fee_reduction_years',
  FIRST_FEE: 'discovery.patent_fee_first_reminder_days',
  LAST_FEE: 'discovery.patent_fee_last_reminder_days',
  EXPIRY: 'discovery.patent_expiry_reminder_days',
  FILING: 'discovery.licence_filing_months',
  FILING_REMINDER: 'discovery.licence_filing_reminder_days',
  EXPERT_BAR: 'discovery.expert_violation_bar_years',
  REGISTER_BAR: 'discovery.intermediary_violation_bar_years',
  AMOUNTS_FROM: 'discovery.performance_amounts_from_contracts',
  RATINGS_FROM: 'discovery.ratings_shown_from',
  TRAINING_HOURS: 'discovery.broker_training_hours_per_year',
  DESIGNATION_YEARS: 'discovery.designation_years',
  DESIGNATION_MONTHS: 'discovery.designation_months_registered',
  DESIGNATION_BROKERS: 'discovery.designation_agency_brokers',
  DESIGNATION_LEVEL: 'discovery.designation_broker_level',
  DESIGNATION_CONTRACTS: 'discovery.designation_contracts',
  DESIGNATION_RATING: 'discovery.designation_rating_tenths',
} as const;

const LAW = '专利法第43条、专利法实施细则关于年费的规定；金额 [K]，以国家知识产权局现行收费标准为准';
const OURS = '[D] 平台默认提前量，可由管理部门调整';
const FROM = '2020-01-01';

/** First year of each band of the yearly fee, by kind, with the full fee in 分. */
export const FEE_BANDS = {
  INVENTION_PATENT: { 1: 90_000, 4: 120_000, 7: 200_000, 10: 400_000, 13: 600_000, 16: 800_000 },
  UTILITY_MODEL: { 1: 60_000, 4: 90_000, 6: 120_000, 9: 200_000 },
  DESIGN_PATENT: { 1: 60_000, 4: 90_000, 6: 120_000, 9: 200_000, 11: 300_000 },
} as const;
const KIND_NAMES = {
  INVENTION_PATENT: '发明专利',
  UTILITY_MODEL: '实用新型',
  DESIGN_PATENT: '外观设计',
} as const;

/** Name of the parameter that holds a band's fee. */
export const bandParameter = (kind: string, fromYear: number | string): string =>
  `discovery.patent_fee_${kind.toLowerCase()}_from_year_${String(fromYear).padStart(2, '0')}_fen`;

/** A number that a designation asks for. */
const criterion = (name: string, title: string, value: number, max: number) => ({
  ...{ name, title, value, max, min: 0, effectiveFrom: FROM },
  source: '[D] 平台默认认定条件，以科技部门公布的认定办法为准 (reference H17)',
});

const days = (name: string, title: string, value: number) => ({
  name,
  title,
  min: 1,
  max: 1_000,
  value,
  effectiveFrom: FROM,
  source: OURS,
});

registerParameters([
  ...Object.entries(FEE_BANDS).flatMap(([kind, bands]) =>
    Object.entries(bands).map(([year, fen]) => ({
      name: bandParameter(kind, year),
      title: `${KIND_NAMES[kind as keyof typeof KIND_NAMES]}年费：自第 ${year} 年度起（分）`,
      value: fen,
      effectiveFrom: FROM,
      source: LAW,
    })),
  ),
  {
    name: PARAMETERS.GRACE,
    title: '年费补缴期（月）',
    min: 0,
    max: 24,
    value: 6,
    effectiveFrom: FROM,
    source: '[K] 专利法实施细则：自应当缴纳年费期满之日起 6 个月内补缴并缴纳滞纳金 (reference G3)',
  },
  {
    name: PARAMETERS.SURCHARGE,
    title: '年费滞纳金：每满一个月（万分之）',
    min: 0,
    max: 10_000,
    value: 500,
    effectiveFrom: FROM,
    source: '[K] 专利法实施细则：每超过规定时间 1 个月，加收当年全额年费的 5%',
  },
  {
    name: PARAMETERS.REDUCTION_SINGLE,
    title: '年费减缴比例：一个申请人（万分之）',
    min: 0,
    max: 10_000,
    value: 8_500,
    effectiveFrom: FROM,
    source: '[K] 财税〔2016〕78号《专利收费减缴办法》',
  },
  {
    name: PARAMETERS.REDUCTION_JOINT,
    title: '年费减缴比例：多个申请人（万分之）',
    min: 0,
    max: 10_000,
    value: 7_000,
    effectiveFrom: FROM,
    source: '[K] 财税〔2016〕78号《专利收费减缴办法》',
  },
  {
    name: PARAMETERS.REDUCTION_YEARS,
    title: '年费减缴年限：自授权当年起（年）',
    min: 0,
    max: 20,
    value: 10,
    effectiveFrom: FROM,
    source: '[K] 财税〔2018〕37号：减缴期限延长至自授权当年起前 10 年',
  },
  days(PARAMETERS.FIRST_FEE, '年费首次提醒提前（日）', 90),
  days(PARAMETERS.LAST_FEE, '年费末次提醒提前（日）', 30),
  days(PARAMETERS.EXPIRY, '专利期限届满提醒提前（日）', 180),
  {
    name: PARAMETERS.FILING,
    title: '专利实施许可合同备案期（月）',
    min: 1,
    max: 24,
    value: 3,
    effectiveFrom: FROM,
    source: '专利法实施细则：自合同生效之日起 3 个月内备案 (reference C3)',
  },
  days(PARAMETERS.FILING_REMINDER, '许可备案提醒提前（日）', 30),
  {
    name: PARAMETERS.EXPERT_BAR,
    title: '专家违规清退后不得重新申报的期限（年）',
    min: 0,
    max: 30,
    value: 5,
    effectiveFrom: FROM,
    source: '[K] 科学技术部令第19号（2020）关于严重违规限制期的规定 (reference B8)',
  },
  {
    name: PARAMETERS.REGISTER_BAR,
    title: '中介机构、技术经纪人违规清退后不得重新申报的期限（年）',
    min: 0,
    max: 30,
    value: 3,
    effectiveFrom: FROM,
    source: '[D] 平台默认，可由管理部门调整 (reference D4: suspend, revoke)',
  },
  {
    name: PARAMETERS.AMOUNTS_FROM,
    title: '业绩中公开合同金额所需的最少合同数（份）',
    min: 1,
    max: 100,
    value: 3,
    effectiveFrom: FROM,
    source: '[D] 平台默认：份数过少时，合计数会泄露单份合同的价格',
  },
  {
    name: PARAMETERS.RATINGS_FROM,
    title: '公开经纪人评价所需的最少条数（条）',
    min: 1,
    max: 100,
    value: 3,
    effectiveFrom: FROM,
    source: '[D] 平台默认：条数过少时，平均分会泄露单个评价单位的意见',
  },
  {
    name: PARAMETERS.TRAINING_HOURS,
    title: '技术经纪人每年应完成的继续教育学时',
    min: 0,
    max: 1_000,
    value: 90,
    effectiveFrom: FROM,
    source:
      '[K] 专业技术人员继续教育规定（人力资源和社会保障部令第25号）第八条：每年累计应不少于 90 学时 (reference D4)',
  },
  criterion(PARAMETERS.DESIGNATION_YEARS, '骨干机构、骨干经纪人认定的有效期（年）', 3, 20),
  criterion(PARAMETERS.DESIGNATION_MONTHS, '骨干认定：在册时间不少于（月）', 12, 240),
  criterion(PARAMETERS.DESIGNATION_BROKERS, '骨干机构认定：在册经纪人不少于（人）', 3, 1_000),
  criterion(
    PARAMETERS.DESIGNATION_LEVEL,
    '骨干经纪人认定：专业能力等级不低于（1 初级，2 中级，3 高级）',
    2,
    3,
  ),
  criterion(PARAMETERS.DESIGNATION_CONTRACTS, '骨干认定：经认定登记的技术合同不少于（份）', 3, 10_000),
  criterion(PARAMETERS.DESIGNATION_RATING, '骨干认定：交易方评价平均分不低于（十分之一分）', 40, 50),
]);
