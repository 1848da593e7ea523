import type { English } from '../i18n/reading.js';

/** The expert bank, the registers of brokers and agencies, ratings and designations. */
export const english: English = {
  // Who may
  '只有所在市、县科技部门的工作人员可以这样做，且不能办理本人所在机构的登记':
    'Only officers of the bureau in charge can do this, and not for their own organisation',
  '只有所在市、县科技部门的工作人员可以这样做，且不能为本人办理':
    'Only officers of the bureau in charge can do this, and not for themselves',
  只有本机构的管理员或转化专员可以这样做:
    'Only administrators and transfer officers of the agency can do this',
  只有经纪人本人可以这样做: 'Only the broker can do this',
  只有经纪人本人可以提交所在机构确认: 'Only the broker can ask the agency to confirm',
  只有担任机构管理员或转化专员的经纪人本人可以直接提交审核:
    'Only brokers who are themselves administrator or transfer officer of the agency hand in for review directly',
  '只有所在机构的管理员或转化专员可以确认，且不能为本人确认':
    'Only administrators and transfer officers of the agency confirm, and not for themselves',
  只有专家本人可以这样做: 'Only the expert can do this',
  账号注销后由平台办理: 'The platform does this once the account is erased',
  '只有专家本人可以这样做，且须选择所在单位': 'Only the expert can do this, after naming the unit',
  只有单位不在平台上的专家本人可以这样做: 'Only experts whose unit is not on the platform can do this',
  '只有专家所在单位的转化专员或管理员可以这样做，且不能为本人办理':
    'Only transfer officers and administrators of the expert’s unit can do this, and not for themselves',
  只有被评价的经纪人本人可以答复: 'Only the rated broker can answer',

  // Entries
  '{0}已有登记，请在原登记上修改': 'There is an entry for {0} already; change that one',
  '您已有专家档案，请在原档案上修改': 'You have a profile already; change that one',
  登记的单位不能更换: 'The organisation of an entry cannot be changed',
  '该单位的账户已停用，须先恢复单位账户':
    'The organisation’s account is suspended and has to be restored first',
  '科技主管部门负责登记和管理，不能登记为中介机构':
    'A bureau keeps the register and cannot be entered as an agency',
  '科技主管部门负责登记和管理，其工作人员不能登记为经纪人':
    'A bureau keeps the register; its staff cannot be entered as brokers',
  '本人已不是所在机构的成员，须退出后以新的机构重新申报':
    'You are no longer a member of that agency: leave the register and apply anew with the new one',
  请选择本人所在的机构: 'Choose an agency of which you are a member',
  '机构确认以申报时的机构为准；更换机构请先退出名录，再重新申报':
    'The agency confirmed for its own member: to change it, leave the register and apply anew',
  '您是平台单位的成员，请选择所在单位，由单位同意后再审核':
    'You are a member of an organisation here: name it, so that it can consent before the review',
  请选择本人所在的单位: 'Choose an organisation of which you are a member',
  '单位同意以申报时的单位为准；更换单位请先退出专家库，再重新申报':
    'The unit consented for its own member: to change it, leave the bank and apply anew',
  '请确认回避关系已如实、完整登记；没有的也须确认':
    'Confirm that all relations that bear on recusal are told truly and completely, also if there are none',
  '请选择所在单位，或填写工作单位名称': 'Choose your unit, or enter the name of your employer',
  请选择至少一个学科: 'Choose at least one discipline',
  请选择至少一个技术领域: 'Choose at least one technical field',
  请选择至少一项服务内容: 'Choose at least one service',
  '因违规被清退，{0} 起方可重新申报': 'Removed for a violation; you can apply again from {0}',
  '电子邮箱格式不正确，应形如 name@example.com': 'Write the e-mail address like name@example.com',
  '“{0}”不能作为这一步的事由，请从{1}中选择': 'The reason “{0}” does not go with this step; choose from: {1}',
  '事由为“其他”时，请写明说明': 'Where the reason is “Other”, add a note',

  // Relations
  '请填写单位名称或人员姓名，至少一项': 'Name an organisation or a person',
  '只有论文合著、共同承担项目、共同专利可以逐人登记合作者':
    'People are named one by one of a paper, a project or a patent alone',
  '请填写论文、项目或专利的题目': 'Say the title of the paper, project or patent',
  '合作者最多 {0} 人': 'Name {0} people at most',
  题目: 'the title',
  合作者姓名: 'the name of who shares it',
  合作者单位: 'the unit of who shares it',
  起始日期不能晚于今天: 'The first day cannot lie ahead',
  终止日期不能晚于今天: 'The last day cannot lie ahead',
  终止日期不能早于起始日期: 'The last day cannot come before the first',
  '回避关系最多登记 {0} 项，请与科技部门联系': 'At most {0} relations can be entered; contact the bureau',
  '没有这项关系，或已登记终止，请刷新后再试':
    'There is no such relation, or it has ended; refresh and try again',

  // Certificates and courses
  '扫描件不存在或不是您上传的，请重新上传':
    'The scan is not there or was not uploaded by you; upload it again',
  '扫描件应为 PDF 或图片（PNG、JPEG、WebP）': 'A scan is a PDF or a picture (PNG, JPEG, WebP)',
  '最多登记 {0} 项，请与科技部门联系': 'At most {0} can be entered; contact the bureau',
  发证日期不能晚于今天: 'The date of issue cannot lie ahead',
  有效期不能早于发证日期: 'The validity cannot end before the date of issue',
  这个编号的证书已经登记: 'A certificate of this number is entered already',
  '学时应在 1 到 {0} 之间': 'The hours must be between 1 and {0}',
  结束日期不能晚于今天: 'The last day of the course cannot lie ahead',
  这门课程已经登记: 'This course is entered already',
  '没有这项记录，或已核验，请刷新后再试': 'There is no such record, or it was checked; refresh and try again',
  不予确认时请写明理由: 'Give the reason for not confirming it',

  // Support that agencies received
  资金帮扶请填写金额: 'Enter the amount of the funds',
  '金额应大于 0，且不超过 1000 亿元': 'The amount must be more than 0 and at most CNY 100 billion',
  只有办公场地填写面积: 'Only premises have an area',
  '面积应在 1 到 {0} 平方米之间': 'The area must be between 1 and {0} m²',
  这项扶持已经登记: 'This support is recorded already',
  '没有这项扶持记录，或已撤销，请刷新后再试':
    'There is no such record, or it was withdrawn; refresh and try again',

  // Ratings
  '已经答复过，每条评价只能答复一次': 'It was answered already; each rating is answered once',
  对接签署后才能评价经纪人: 'Brokers are rated once the contract is signed',
  该经纪人没有经办这个对接: 'This broker did not act in the deal',
  不能评价本单位的经纪人: 'You cannot rate a broker of your own organisation',
  '{0}应在 1 到 5 分之间': '{0} is rated from 1 to 5',
  本单位已就这个对接评价过该经纪人: 'Your organisation has rated this broker for this deal already',

  // Designation
  '按平台记录尚未达到：{0}。确需认定的，请写明依据':
    'By the platform’s records these are not met: {0}. To designate all the same, state the ground',
  '{0}应不少于 {1}，现为 {2}': '{0} must be at least {1} and is {2}',
  没有骨干认定: 'There is no designation',

  // Words in their places
  扶持内容: 'what was given',
  提供单位: 'who gave it',
  依据文号: 'the number of the document',
  撤销理由: 'the reason',
  您: 'you',
  本机构: 'your agency',
  材料不齐: 'papers are incomplete',
  信息不实或有误: 'information is untrue or wrong',
  不是本单位人员: 'not of our staff',
  不是本机构人员: 'not of our staff',
  单位不同意: 'the unit disagrees',
  机构不同意: 'the agency disagrees',
  不符合入库条件: 'the conditions are not met',
  不符合登记条件: 'the conditions are not met',
  本人申请: 'own request',
  本人或本机构申请: 'own request',
  多次缺席评审: 'absent from reviews several times',
  诚信核查期间: 'while integrity is checked',
  隐瞒回避关系: 'a relation was concealed',
  调离或离岗: 'moved away or left the post',
  健康原因: 'health',
  违规清退: 'removed for a violation',
  已离开所在机构: 'has left the agency',
  停业或注销: 'closed down',
  长期未开展业务: 'inactive for long',
  投诉查实: 'a complaint was found right',
  其他: 'other',
  专业能力: 'expertise',
  响应与时效: 'timeliness',
  诚信与保密: 'honesty and confidentiality',
  促成效果: 'the outcome',
  '在册满（月）': 'the time in the register (months)',
  '在册经纪人（人）': 'the number of registered brokers',
  '专业能力等级（1 初级，2 中级，3 高级）': 'the level (1 junior, 2 intermediate, 3 senior)',
  '经认定登记的技术合同（份）': 'the number of registered contracts',
  '交易方评价平均分（十分之一分）': 'the average rating (tenths)',
  中介机构: 'the agency',
  专家: 'the expert',
  评价: 'the rating',
  服务地域: 'the places served',
  资质与认定: 'qualifications and recognitions',
  办公地址: 'the office address',
  职务: 'the post',
  个人简介: 'the introduction',
  证书编号: 'the number of the certificate',
  发证机构: 'the issuer',
  课程名称: 'the name of the course',
  举办单位: 'the organiser',
  结业证书编号: 'the number of the certificate of completion',
  核验意见: 'the opinion on checking',
  学历学位: 'education and degree',
  工作单位: 'the employer',
  代表性成果: 'the representative results',
  时间说明: 'the note on available time',
  学科: 'the disciplines',
  研究方向: 'the research interests',
  人员姓名: 'the name of the person',
  评价说明: 'the words of the rating',
  答复: 'the answer',
  认定文号: 'the number of the designation',
  例外理由: 'the ground for the exception',
  意见: 'the opinion',
};
