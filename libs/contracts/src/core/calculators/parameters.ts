import type { ParameterUse, ParameterVersion } from './calculator.js';

/*
 * Parameters of the tax rules, each version with its days and source. [K] marks what is from general knowledge
 * and is still to be verified against the text in force (reference A10, J5).
 */
const K = '（待核）';

const use = (
  name: string,
  title: string,
  bounds: readonly [min: number, max: number],
  ...versions: readonly ParameterVersion[]
): ParameterUse => ({ name: `contracts.${name}`, title, min: bounds[0], max: bounds[1], versions });

const from = (
  effectiveFrom: string,
  value: number,
  source: string,
  effectiveTo?: string,
): ParameterVersion => ({
  value,
  effectiveFrom,
  source,
  ...(effectiveTo === undefined ? {} : { effectiveTo }),
});

const SHARE = [0, 10_000] as const;
const AMOUNT = [0, 10_000_000_000_000] as const;

/** 增值税. */
export const VAT_EXEMPT = use(
  'vat_technology_exempt',
  '技术转让、技术开发免征增值税（1为有效）',
  [0, 1],
  from('2016-05-01', 1, '财税〔2016〕36号附件3第一条第（二十六）项'),
  from('2026-01-01', 1, `增值税法第二十五条的专项优惠与衔接公告；该法第二十四条未列技术转让${K}`),
);
export const VAT_GENERAL = use(
  'vat_general_basis_points',
  '一般纳税人技术服务增值税税率',
  SHARE,
  from('2016-05-01', 600, '财税〔2016〕36号附件1第十五条；增值税法第十条'),
);
export const VAT_SMALL = use(
  'vat_small_basis_points',
  '小规模纳税人增值税征收率',
  SHARE,
  from('2016-05-01', 300, '财税〔2016〕36号附件1第十六条；增值税法第十一条'),
  from('2023-01-01', 100, `财政部 税务总局公告2023年第19号${K}`, '2027-12-31'),
);

/** 企业所得税. */
export const CIT_RATE = use(
  'cit_rate_basis_points',
  '企业所得税法定税率',
  SHARE,
  from('2008-01-01', 2_500, '企业所得税法第四条'),
);
export const CIT_EXEMPT = use(
  'cit_transfer_exempt_fen',
  '技术转让所得免税限额（每年）',
  AMOUNT,
  from('2008-01-01', 500_000_000, '企业所得税法实施条例第九十条'),
);
export const CIT_REDUCED = use(
  'cit_transfer_reduced_basis_points',
  '超过限额部分减按征收的比例',
  SHARE,
  from('2008-01-01', 5_000, '企业所得税法实施条例第九十条（减半征收）'),
);

/** 研发费用加计扣除. */
export const RND_EXTRA = use(
  'rnd_extra_basis_points',
  '研发费用加计扣除比例',
  [0, 30_000],
  from('2018-01-01', 7_500, `财税〔2018〕99号${K}`),
  from('2023-01-01', 10_000, '财政部 税务总局公告2023年第7号'),
);
export const RND_EXTRA_IC = use(
  'rnd_extra_ic_basis_points',
  '集成电路和工业母机企业加计扣除比例',
  [0, 30_000],
  from('2018-01-01', 7_500, `财税〔2018〕99号（一般比例）${K}`),
  from('2023-01-01', 12_000, `财政部等四部门公告2023年第44号${K}`, '2027-12-31'),
  from('2028-01-01', 10_000, '财政部 税务总局公告2023年第7号（第44号公告到期后按一般比例）'),
);
export const RND_ENTRUSTED = use(
  'rnd_entrusted_basis_points',
  '委托研发费用计入比例',
  SHARE,
  from('2016-01-01', 8_000, '财税〔2015〕119号；财税〔2018〕64号'),
);
export const RND_OVERSEAS_OF = use(
  'rnd_overseas_limit_numerator',
  '委托境外研发限额的分子（境内费用的几分之几）',
  [0, 100],
  from('2018-01-01', 2, '财税〔2018〕64号（不超过境内符合条件的研发费用三分之二）'),
);
export const RND_OVERSEAS_BY = use(
  'rnd_overseas_limit_denominator',
  '委托境外研发限额的分母',
  [1, 100],
  from('2018-01-01', 3, '财税〔2018〕64号（不超过境内符合条件的研发费用三分之二）'),
);
export const RND_OTHER = use(
  'rnd_other_cap_basis_points',
  '其他相关费用占可加计扣除研发费用的上限',
  [0, 9_999],
  from('2016-01-01', 1_000, '财税〔2015〕119号；国家税务总局公告2021年第28号'),
);

/** 印花税, per 100,000 of the price. */
export const STAMP_TECHNOLOGY = use(
  'stamp_technology_per_100000',
  '技术合同印花税税率（十万分之）',
  [0, 1_000],
  from('2022-07-01', 30, '印花税法税目税率表：技术合同，价款、报酬或者使用费的万分之三'),
);
export const STAMP_TRANSFER = use(
  'stamp_transfer_per_100000',
  '知识产权产权转移书据印花税税率（十万分之）',
  [0, 1_000],
  from(
    '2022-07-01',
    30,
    '印花税法税目税率表：商标专用权、著作权、专利权、专有技术使用权转让书据，价款的万分之三',
  ),
);
export const STAMP_SALE = use(
  'stamp_sale_per_100000',
  '买卖合同印花税税率（十万分之）',
  [0, 1_000],
  from('2022-07-01', 30, '印花税法税目税率表：买卖合同，价款的万分之三'),
);
export const STAMP_LEASE = use(
  'stamp_lease_per_100000',
  '租赁合同印花税税率（十万分之）',
  [0, 1_000],
  from('2022-07-01', 100, '印花税法税目税率表：租赁合同，租金的千分之一'),
);
export const STAMP_RELIEF = use(
  'stamp_small_reduced_basis_points',
  '小微企业印花税减按征收的比例',
  SHARE,
  from('2022-07-01', 10_000, '印花税法：无此优惠时全额征收'),
  from('2023-01-01', 5_000, `财政部 税务总局公告2023年第12号${K}`, '2027-12-31'),
);

/** 个人所得税. */
export const IIT_PROPERTY = use(
  'iit_property_basis_points',
  '财产转让所得个人所得税税率',
  SHARE,
  from('2011-09-01', 2_000, '个人所得税法第三条第三项'),
);
export const DEFERRAL = use(
  'deferral_technology_shares',
  '技术入股递延纳税（1为有效）',
  [0, 1],
  from('2016-09-01', 1, '财税〔2016〕101号第三条'),
);
export const INSTALMENTS = use(
  'deferral_instalment_years',
  '不选择递延时的分期年限',
  [1, 20],
  from('2015-04-01', 5, `财税〔2014〕116号、财税〔2015〕41号${K}`),
);
export const IIT_COUNTED = use(
  'iit_cash_reward_counted_basis_points',
  '现金奖励计入工资薪金的比例',
  SHARE,
  from('2018-07-01', 5_000, '财税〔2018〕58号（减按50%计入当月工资、薪金所得）'),
);
export const IIT_YEARS = use(
  'iit_cash_reward_years',
  '取得转化收入后发放奖励的年限',
  [1, 20],
  from('2018-07-01', 3, `财税〔2018〕58号${K}`),
);
export const IIT_DISCLOSED = use(
  'iit_cash_reward_disclosure_working_days',
  '现金奖励公示期（工作日）',
  [0, 250],
  from('2018-07-01', 15, `国科发政〔2018〕103号${K}`),
);

/** 综合所得 by the year: upper ends and rates (个人所得税法附表一). */
const TABLE = '个人所得税法附表一（综合所得适用），2019年1月1日起';
const upTo = (bracket: number, value: number): ParameterUse =>
  use(
    `iit_bracket_${bracket}_up_to_fen`,
    `综合所得第${bracket}级上限`,
    AMOUNT,
    from('2019-01-01', value, TABLE),
  );
const rateOf = (bracket: number, value: number): ParameterUse =>
  use(
    `iit_bracket_${bracket}_basis_points`,
    `综合所得第${bracket}级税率`,
    SHARE,
    from('2019-01-01', value, TABLE),
  );
export const IIT_BRACKETS = {
  upTo1: upTo(1, 3_600_000),
  upTo2: upTo(2, 14_400_000),
  upTo3: upTo(3, 30_000_000),
  upTo4: upTo(4, 42_000_000),
  upTo5: upTo(5, 66_000_000),
  upTo6: upTo(6, 96_000_000),
  rate1: rateOf(1, 300),
  rate2: rateOf(2, 1_000),
  rate3: rateOf(3, 2_000),
  rate4: rateOf(4, 2_500),
  rate5: rateOf(5, 3_000),
  rate6: rateOf(6, 3_500),
  rate7: rateOf(7, 4_500),
} as const;

/** 奖酬金. */
export const REWARD_SHARE = use(
  'reward_minimum_basis_points',
  '转让、许可、作价投资的最低奖励比例',
  SHARE,
  from(
    '2015-10-01',
    5_000,
    '促进科技成果转化法第四十五条第（一）、（二）项；本省条例另有比例的由主管部门录入',
  ),
);
export const REWARD_OWN_USE = use(
  'reward_own_use_basis_points',
  '自行实施的最低年奖励比例',
  SHARE,
  from('2015-10-01', 500, '促进科技成果转化法第四十五条第（三）项'),
);
export const REWARD_OWN_USE_YEARS = use(
  'reward_own_use_years',
  '自行实施投产后应当连续提取奖励的年数',
  [1, 20],
  from('2015-10-01', 3, '促进科技成果转化法第四十五条第（三）项（连续三至五年，最低三年；单位可以规定更长）'),
);
export const REWARD_MAIN = use(
  'reward_main_contributors_basis_points',
  '主要贡献人员占奖励总额的最低比例',
  SHARE,
  from('2016-02-26', 5_000, `国发〔2016〕16号第一条第（六）项${K}`),
);
