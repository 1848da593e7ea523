import type { English } from '../i18n/reading.js';

/** Projects of calls: task books, milestones, money, acceptance, exemption. */
export const english: English = {
  // Who may
  '只有市科技主管部门的经办人可以办理，且不能是发榜方、揭榜单位人员':
    'Only officers of the city bureau can do this, and nobody of the owner or of a bidder',
  '只有承担单位的转移转化负责人、单位管理员可以办理':
    'Only transfer officers and administrators of the undertaker can do this',
  '只有发榜单位、承担单位的转移转化负责人、单位管理员可以办理':
    'Only transfer officers and administrators of owner and undertaker can do this',
  由该项目的监督人办理: 'The supervisor of the project does this',
  只有市科技主管部门的经办人和该项目的监督人可以办理:
    'Only officers of the city bureau and the supervisor of the project can do this',

  // Task book and milestones
  该项目: 'the project',
  任务书编号: 'the number of the task book',
  '签约期限到 {0} 止，此后才能取消立项':
    'There is time to sign until {0}; the award lapses after it at the earliest',
  签订日期不能晚于今天: 'The date of signing cannot lie ahead',
  完成日期应在签订日期以后: 'The end must be after the day of signing',
  请至少设一个节点: 'Enter at least one milestone',
  节点名称: 'the name of the milestone',
  '最多 {0} 个节点': 'At most {0} milestones',
  '最多 {0} 期': 'At most {0} instalments',
  节点日期应依次在签订日期与完成日期之间:
    'The days of the milestones lie between signing and end, one after the other',
  '各期拨付比例之和应为 100%': 'The shares of the instalments must add up to 100%',
  '赛马制各参赛方首期拨付应相等：已签任务书的首期为 {0} 元':
    'The first instalment of a race is the same for all: that of the task book already signed is {0} yuan',
  '分期对应的节点不存在，或次序颠倒':
    'An instalment waits for a milestone that is not there, or out of order',
  '没有找到该编号的有效登记，或合同双方不是本项目的承担方和发榜方':
    'No registration that stands was found under this number, or it is not between undertaker and owner',
  没有这个节点: 'There is no such milestone',
  该节点已经通过: 'The milestone has passed',
  '该节点还没有报告，或整改后还没有重新报告':
    'The milestone is not reported, or not again since it was to be rectified',
  完成情况: 'what was done',
  证明材料: 'the proof',
  考核意见: 'the opinion',
  没有这项指标: 'There is no such indicator',
  检测值应是数字: 'A measured value is a number',
  项目只能延期一次: 'A project is extended only once',
  '延期后的完成日期应晚于 {0}，且延长不超过 {1} 个月':
    'The new end must be after {0}, by at most {1} {1|month|months}',
  检查情况: 'the findings',
  检查日期不能晚于今天: 'The day of the inspection cannot lie ahead',
  整改期限应在检查日期以后: 'The time to rectify ends after the day of the inspection',
  '项目已中止，恢复后才能继续': 'The project is suspended; it goes on once it resumes',
  项目没有中止: 'The project is not suspended',
  只有赛马制项目有节点淘汰: 'Only projects of a race are eliminated',

  // Money
  文号或凭证号: 'the number of the document or voucher',
  凭证号: 'the number of the voucher',
  银行回单号: 'the number of the bank’s receipt',
  该回单已经登记: 'The receipt is entered already',
  金额应大于零: 'The amount must be greater than zero',
  日期不能晚于今天: 'The date cannot lie ahead',
  超过了核定的财政资金: 'It exceeds the public funds approved',
  追回的金额不能超过该期已拨付的金额: 'No more can be recovered than was paid of the instalment',
  退回的金额不能超过结余: 'No more can be returned than is left',
  没有这一期拨付: 'There is no such instalment',
  '这一期的金额为零，无需拨付': 'The instalment comes to nothing; nothing is to be paid',
  这一期已经拨付: 'The instalment is paid already',
  前面的分期还没有拨付: 'Earlier instalments are not paid yet',
  对应的节点还没有通过: 'Its milestone has not passed',
  发榜方的付款证明没有达到相同比例: 'The owner has not proved the same share of its own payments',
  下达的资金不足: 'Too little is appropriated',
  '技术合同还没有登记并关联，不能拨付':
    'The technology contract is not registered and linked; nothing is paid before that',
  没有待审批的拨付: 'No payment waits for approval',
  还有一笔拨付待审批: 'A payment waits for approval',
  申请拨付与审批拨付不能是同一人: 'Who requested a payment cannot approve it',
  '已下达的资金还有结余，须先拨付或退回': 'Money is left of what was appropriated; pay or return it first',

  // Acceptance and exemption
  工作总结: 'the summary',
  用户报告: 'the report of the user',
  验收意见: 'the opinion of the acceptance',
  '还有节点没有通过，不能申请验收': 'Not all milestones have passed; acceptance cannot be applied for',
  发榜方还没有出具用户报告: 'The owner has not reported as the user',
  '发榜方认为核心指标没有达到，不能通过验收':
    'The owner finds a core indicator not met; the project cannot be accepted',
  '有核心指标没有达到，或有指标没有检测，不能通过验收':
    'A core indicator is not met, or one is not measured; the project cannot be accepted',
  事实经过: 'what happened',
  原始记录清单: 'the list of original records',
  专家意见: 'the expert’s opinion',
  认定结论: 'the grounds of the decision',
  验收通过的项目无需免责认定: 'A project that was accepted needs no exemption',
  已经提出过免责认定: 'An exemption was proposed already',
  还没有提出免责认定: 'No exemption is proposed',
  免责认定已经初审: 'The exemption is reviewed already',
  免责认定还没有初审: 'The exemption is not reviewed yet',
  免责认定已有结论: 'The exemption is decided',
  提出免责认定与审核不能是同一人: 'Who proposed an exemption cannot review it',
  '已认定免责，合理支出不再追回': 'The project is exempt; what was reasonably spent is not recovered',
  登记成果的名称: 'the name of the result',
  成果登记号: 'the number of the registration',
  成果登记机构: 'the register',
  该登记号已经录入: 'This number is entered already',
  '最多录入 {0} 项成果': 'At most {0} {0|result|results}',
  登记日期不能晚于今天: 'The day of the registration cannot lie ahead',
  只有验收通过的项目报告经济效益: 'Only projects that were accepted report their benefit',
  '应报告验收后 {0} 年的经济效益：{1} 年': 'Benefit is reported for {0} years after the acceptance: {1}',
  '该年度还没有结束，不能报告': 'The year is not over; it cannot be reported yet',
  '新增就业人数应在 0 至 {0} 之间': 'The jobs lie between 0 and {0}',
  '{0}不能小于零': '{0} cannot be less than zero',
  新增销售收入: 'new sales',
  新增利润: 'new profit',
  新增税收: 'new taxes',
  效益说明: 'where the benefit comes from',
  '更换承担单位请另行办理，须指明接任的单位': 'Another undertaker is named by an act of its own',
  接任单位就是现在的承担单位: 'This organisation undertakes the project already',
  该单位在本榜单已经承担另一个项目: 'This organisation undertakes another project of the call',
  只有验收通过的项目登记成果: 'Only results of projects that were accepted are registered',
  '绩效评价各项分值之和不是 100 分，请先由平台管理员修改参数':
    'The criteria of the performance do not make up 100 points; an administrator has to change the parameters first',
  绩效评价的每项指标各打一次分: 'Each criterion of the performance is given points once',
  '该项得分应在 0 与 {0} 之间': 'The points of this criterion lie between 0 and {0}',
  评分依据: 'the ground of the points',
};
