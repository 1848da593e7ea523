import type { Fen } from '@jihui/kernel';

/** Every number of a call is a row of the table of parameters; what stands here is what the table begins with. */
const OURS = '本平台默认值（参考全国通行做法，本市未见明文规定）';
const since = (
  name: string,
  title: string,
  value: number,
  bounds: readonly [number, number],
  source = OURS,
) => ({
  name: `challenges.${name}`,
  title,
  min: bounds[0],
  max: bounds[1],
  value,
  effectiveFrom: '2021-01-01',
  source,
});

export const CALL_PARAMETERS = {
  noticeDays: since('notice_working_days', '榜单公示期（工作日）', 5, [1, 60]),
  biddingDays: since(
    'bidding_days',
    '揭榜期最短天数',
    20,
    [1, 180],
    '各地揭榜期多为 30 至 45 天，不少于 20 天为本平台默认',
  ),
  questionDays: since('question_days', '截止前停止受理提问的天数', 3, [0, 30]),
  objectionAccept: since('objection_accept_working_days', '异议受理期限（工作日）', 3, [1, 60]),
  objectionDecide: since(
    'objection_decide_working_days',
    '异议结论期限（工作日），可延长一次同样时间',
    15,
    [1, 120],
  ),
  reportAccept: since(
    'misconduct_accept_working_days',
    '举报受理期限（工作日）',
    15,
    [1, 60],
    '《纪检监察机关处理检举控告工作规则》（2020年）：实名检举控告自收到之日起15个工作日内告知受理情况；匿名的同样办理为本平台默认',
  ),
  reportConclude: since(
    'misconduct_conclude_working_days',
    '举报办结期限（工作日），可延长一次同样时间',
    60,
    [1, 250],
  ),
  reportFiles: since('misconduct_files_number', '24 小时内接收举报材料的文件数上限', 500, [1, 100_000]),
  monthsMax: since('term_max_months', '榜单最长完成期限（月）', 36, [1, 120]),
  fiscalRatio: since(
    'fiscal_ratio_basis_points',
    '财政资金占研发总投入的最高比例（万分之一）',
    3_000,
    [0, 10_000],
    '各省通行做法不超过 30%（待核）',
  ),
  transferRatio: since(
    'transfer_ratio_basis_points',
    '成果转化类财政资金占总投入的最高比例（万分之一）',
    2_000,
    [0, 10_000],
    '各省成果转化类为技术交易额的 20% 至 30%（待核）',
  ),
  fiscalCap: since(
    'fiscal_cap_fen',
    '单个榜单财政资金上限',
    200_000_000,
    [0, 10_000_000_000],
    '市级 50 万至 200 万元（待核）',
  ),
  ownerRatio: since(
    'owner_ratio_basis_points',
    '发榜方出资最低比例（万分之一）',
    7_000,
    [0, 10_000],
    '各省通行做法不低于 70%（待核）',
  ),
  citySplit: since('city_split_basis_points', '市县联合中市级承担比例（万分之一）', 5_000, [0, 10_000]),
  custodians: since('custodians_number', '开标密钥保管人最少人数', 3, [2, 9]),
  headMinutes: since('bid_head_minutes', '密封投标日志公布间隔（分钟）', 1_440, [5, 1_440]),
  unconfirmedBlocks: since(
    'consortium_unconfirmed_blocks_number',
    '联合体成员未确认的方案资格审查不符合（1）或只作提示（0）',
    0,
    [0, 1],
    '参考 B4 要求联合体协议，未要求成员在平台确认；外地成员可能没有在本平台登记，故默认提示',
  ),
  qualificationDays: since('qualification_working_days', '资格审查结果异议期（工作日）', 3, [1, 60]),
  awardDays: since(
    'award_working_days',
    '拟立项公示期（工作日）',
    5,
    [1, 60],
    '各地公示期不少于 5 个工作日（待核）',
  ),
  signDays: since(
    'sign_days',
    '立项后签订任务书的期限（天）',
    30,
    [1, 365],
    '各地多为立项后 30 天内（待核）',
  ),
  answerDays: since('review_answer_working_days', '专家答复评审邀请的期限（工作日）', 2, [1, 30]),
  panelLeast: since('panel_number', '专家组最少人数', 5, [3, 99]),
  panelLarge: since('panel_large_number', '大额或有争议榜单专家组最少人数', 7, [3, 99]),
  panelLargeFrom: since('panel_large_fen', '大额榜单的总投入起点', 500_000_000, [0, 100_000_000_000]),
  panelFinanceFrom: since(
    'panel_finance_fen',
    '须有财务专家的财政资金起点',
    50_000_000,
    [0, 100_000_000_000],
  ),
  panelUnits: since('panel_units_number', '专家组成员最少来自的单位数', 3, [1, 20]),
  panelPerUnit: since('panel_per_unit_number', '同一单位的专家最多人数', 1, [1, 5]),
  replacements: since('panel_replacements_number', '每个席位的候补专家数', 3, [0, 20]),
  panelsPerYear: since('panels_per_year_number', '一名专家一年内最多参加的评审次数', 6, [1, 100]),
  formerUnitYears: since(
    'recusal_former_unit_years',
    '离开原单位后仍须回避的年数',
    3,
    [1, 20],
    '科学技术进步法第一百零一条（回避）；年数为本平台默认',
  ),
  formerTieYears: since(
    'recusal_tie_years',
    '任职、持股、顾问关系结束后仍须回避的年数',
    3,
    [1, 20],
    '科学技术进步法第一百零一条（回避）；年数为本平台默认',
  ),
  sharedWorkYears: since(
    'recusal_shared_work_years',
    '合著、合作项目、共有专利须回避的年数',
    3,
    [1, 20],
    '科学技术进步法第一百零一条（回避）；年数为本平台默认',
  ),
  namedRecusals: since('recusal_named_number', '揭榜方可以申请回避的专家人数', 3, [0, 20]),
  passLine: since('pass_line_points', '评审及格线（百分之一分）', 6_000, [0, 10_000]),
  dropFrom: since('drop_from_number', '去掉最高、最低分的最少专家数', 6, [3, 99]),
  deviation: since('deviation_points', '评分偏离提示线（百分之一分）', 2_000, [0, 10_000]),
  against: since('against_divisor_number', '“不建议立项”超过专家数的几分之一即不通过', 3, [1, 99]),
} as const;

export type CallParameter = keyof typeof CALL_PARAMETERS;

/** Their values as they hold on one day. */
export type CallRules = { readonly [parameter in CallParameter]: number } & { readonly fiscalCap: Fen };
