import type { English } from '../i18n/reading.js';

/** Rewards for transfer and the annual report of state-established units. */
export const english: English = {
  // Rewards: who may
  只有卖方单位的技术转移人员或管理员可以办理奖励:
    'Only transfer officers and administrators of the seller handle rewards',
  只有本单位的技术转移人员或管理员可以办理奖励:
    'Only transfer officers and administrators of the unit handle rewards',
  只有本单位人员可以提出异议: 'Only people of the unit object',
  奖励已全部发放: 'The whole reward is paid',
  '您是该方案的奖励人员，请由其他经办人办理': 'You are one of those rewarded; another officer has to do this',
  '您是异议人，请由其他经办人答复': 'You made the objection; another officer has to answer',
  合同登记后才能办理奖励: 'Rewards are handled once the contract is registered',
  '合同未登记或登记已终止，不能公示奖励方案':
    'The contract is not registered, or its registration has ended: the plan cannot be disclosed',

  // The plan
  '{0}应为0至1,000亿元，精确到分': '{0} must be between CNY 0 and CNY 100 billion, to the fen',
  '奖励人员最多{0}人': 'At most {0} people',
  请选择利润年度: 'Choose the year of the profit',
  请填写到账日: 'Enter the day of receipt',
  请填写本年营业利润: 'Enter the operating profit of the year',
  请填写本次转化收入: 'Enter the income received',
  '成本与税费超过了转化收入，没有净收入可供奖励':
    'Cost and taxes exceed the income; no net income is left to reward',
  请填写奖励依据: 'Enter the basis of the reward',
  请填写公示渠道: 'Enter where it is disclosed',
  '该成果本年度的利润已有奖励方案，请核对是否重复':
    'The profit of this year has a plan already; check whether this is a second one',
  '同一天同一金额的到账已有奖励方案，请核对是否重复':
    'A receipt of the same day and amount has a plan already; check whether this is a second one',
  '各次转化收入合计超过合同成交额 {0} 元': 'The receipts together exceed the contract’s total of CNY {0}',
  请填写奖励总额: 'Enter the whole reward',
  奖励总额不能超过净收入: 'The reward cannot exceed the net income',
  '奖励总额低于营业利润的 {0}%，至少 {1} 元':
    'The reward is below {0}% of the operating profit; at least CNY {1}',
  '奖励总额低于净收入的 {0}%，至少 {1} 元': 'The reward is below {0}% of the net income; at least CNY {1}',
  '主要贡献人员合计 {0} 元，至少应为奖励总额的 {1}%（{2} 元）':
    'The main contributors get CNY {0}; they get at least {1}% of the reward (CNY {2})',
  请列明奖励人员和金额: 'List the people and their amounts',
  请填写姓名: 'Enter the name',
  请写明所作的贡献: 'Say what they contributed',
  请填写奖励金额: 'Enter the amount',
  '同一人列了两次，请合并': 'The same person stands there twice; merge the lines',
  '各人金额合计 {0} 元，与奖励总额 {1} 元不符':
    'The amounts come to CNY {0}, not to the whole reward of CNY {1}',
  '该账号不是本单位人员，请改为只填写姓名': 'This account is not of your unit; enter the name alone',
  请填写自行实施的成果名称: 'Enter the name of the result that the unit uses itself',
  请填写投产日: 'Enter the first day of production',
  '自行实施按年度营业利润计算，请选择利润年度':
    'Own use is rewarded by the operating profit of a year; choose the year',
  利润年度早于投产日: 'The year of the profit is before the start of production',
  投产日不能晚于今天: 'The start of production cannot lie ahead',
  '本方案是一份合同的到账收入，成果名称和投产日只用于自行实施':
    'This plan is of a receipt of a contract; name of the result and start of production are for own use alone',

  // Disclosure, objections, payments
  '公示期至 {0}，期满后才能确认': 'It is disclosed until {0} and can be confirmed after that',
  '公示期已过，不能再提出异议': 'The disclosure is over; no objection can be made',
  '还有{0}件异议没有答复': '{0} {0|objection has|objections have} no answer yet',
  '异议成立，请收回方案修改后重新公示':
    'An objection was upheld: take the plan back, change it and disclose it anew',
  '每人每次公示最多提出{0}件异议': 'A person makes at most {0} {0|objection|objections} to a disclosure',
  '没有这件异议，或已经答复，请刷新后再试':
    'There is no such objection, or it was answered; refresh and try again',
  '没有这笔发放记录，或已经作废、更正，请刷新后再试':
    'There is no such payment, or it was voided or corrected; refresh and try again',
  方案中没有这一行: 'The plan has no such line',
  '请填写发放金额，大于0，精确到分': 'Enter the amount paid, more than 0, to the fen',
  超过该人员尚未发放的金额: 'This is more than what is still to be paid to this person',
  发放日期不能晚于今天: 'The date of payment cannot lie ahead',
  发放日期不能早于方案确认日: 'The payment cannot come before the plan was confirmed',
  更正日期不能晚于今天: 'The date of the correction cannot lie ahead',
  更正日期不能早于发放日期: 'The correction cannot come before the payment',

  // The annual report
  '{0}应为不小于0的金额': '{0} must be an amount, not below 0',
  '{0}应为不小于0的整数': '{0} must be a whole number, not below 0',
  '请填写{0}，没有的填0': 'Enter {0}; 0 where there is none',
  '{0}年度报告在年度结束后报送': 'The report of {0} is handed in once the year is over',
  只有本单位的技术转移人员或管理员可以填报: 'Only transfer officers and administrators of the unit report',
  只有所在地主管部门可以审核: 'Only the bureau in charge reviews reports',
  '您在该单位任职，应当回避': 'You belong to this unit and must not review its report',
  年度报告没有这一项: 'The annual report has no such item',
  年度报告没有这一统计项: 'The annual report has no such figure',

  // Words in their places
  奖励方案: 'the plan',
  年度报告: 'the annual report',
  奖励依据: 'the basis of the reward',
  贡献: 'the contribution',
  转化收入: 'the income',
  税费: 'the taxes',
  奖励总额: 'the whole reward',
  奖励金额: 'the amount',
  收回的原因: 'the reason for taking it back',
  异议的内容和依据: 'the objection and what it rests on',
  答复意见: 'the answer',
  凭证号: 'the number of the voucher',
  更正的原因: 'the reason for the correction',
  作废的原因: 'the reason for voiding it',
  新立项科技计划项目数: 'the number of new programme projects',
  新立项财政资金: 'the public funds of new projects',
  在外兼职从事成果转化人员: 'the number of people with a side job in transfer',
  离岗创业人员: 'the number of people on leave to found a business',
  创设和参股新公司数: 'the number of companies founded or joined',
  技术转移机构数: 'the number of transfer offices',
  技术转移机构专职人员: 'the full-time staff of transfer offices',
  技术转移机构经费: 'the budget of transfer offices',
  '与企业共建研发机构、转移机构、转化服务平台数':
    'the number of institutes, transfer offices and platforms shared with enterprises',
  转化工作中的问题与建议: 'problems and proposals',
  典型案例: 'the exemplary cases',
};
