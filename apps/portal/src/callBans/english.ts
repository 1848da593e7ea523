import type { English } from '../i18n/reading.js';

/** Bans for misconduct, wherever they stand in the way. */
export const english: English = {
  '请选择一家单位，或填写一个人的姓名和单位':
    'Choose an organisation, or enter the name and unit of a person',
  起算日期不能晚于今天: 'The first day cannot lie ahead',
  只有特别严重的失信行为可以永久禁入: 'Only the gravest misconduct is banned for good',
  截止日期应在起算日期以后: 'The last day must be after the first',
  '该程度的禁入期限不少于 {0} 个月': 'A ban of this gravity lasts {0} {0|month|months} at least',
  '该程度的禁入期限不超过 {0} 个月': 'A ban of this gravity lasts {0} {0|month|months} at most',
  处理决定文号: 'the number of the decision',
  事由: 'the ground',
  所在单位: 'the unit',
  解除决定文号: 'the number of the decision to lift it',
  解除的理由: 'why it is lifted',
  该禁入已经到期或解除: 'The ban is over or was lifted',
  该禁入记录: 'the ban',
  没有找到该单位: 'No such organisation was found',
  '被禁入单位的人员不能办理，请由其他经办人办理':
    'Nobody of the banned organisation can do this; another officer does it',
  只有市科技主管部门的经办人可以办理: 'Only officers of the city bureau can do this',
  '该单位因失信被永久禁入，不能参加揭榜': 'The organisation is banned for good and takes no part in calls',
  '该单位因失信被禁入，至 {0} 止不能参加揭榜':
    'The organisation is banned and takes no part in calls until the end of {0}',
  '创新联合体成员{0}因失信在禁入期内': '{0}, a member of the consortium, is banned for misconduct',
  '{0}（{1}）因失信在禁入期内，不能参加': '{0} ({1}) is banned for misconduct and takes no part',
  '{0}（{1}）与失信禁入的人员同名，须核实是否同一人':
    '{0} ({1}) has the name of somebody who is banned; find out whether it is one person',
  '{0}因失信在禁入期内，不能立项': '{0} is banned for misconduct and is awarded nothing',
  '发榜单位因失信在禁入期内，不能申报榜单': 'The owner is banned for misconduct and puts out no call',

  // Collections
  批次名称: 'the name of the collection',
  征集指南: 'the guide',
  征集开始日期不能早于今天: 'The first day cannot lie behind',
  '征集已经开始，不能再改开始日期': 'The collection has begun; its first day stays',
  '征集期不少于 {0} 天': 'A collection is open for {0} {0|day|days} at least',
  征集截止日期不能早于今天: 'The last day cannot lie behind',
  '与批次“{0}”的征集期重叠': 'It would be open together with {0}',
  该征集批次: 'the collection',
  '现在不在征集期内，请在下一个征集批次申报': 'No collection is open now; submit the demand in the next one',
};
