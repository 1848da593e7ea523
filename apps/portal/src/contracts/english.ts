import type { English } from '../i18n/reading.js';

/** Applications for registration: who does what, reviews, experts, files, counter, registries. */
export const english: English = {
  // Who may
  只有申请单位的技术转移人员或管理员可以办理这份申请:
    'Only transfer officers and administrators of the applicant handle this application',
  只有本单位的技术转移人员或管理员可以申请合同登记:
    'Only transfer officers and administrators of the organisation apply for registration',
  只有该登记机构的登记员可以办理: 'Only registrars of this registry can do this',
  '您所在单位是该合同的一方，应当回避，请交由其他登记员办理':
    'Your organisation is a party to this contract: leave it to another registrar',
  '您所在单位是该合同的一方，应当回避':
    'Your organisation is a party to this contract: you must not handle it',
  只有登记机构的管理员可以指派: 'Only the registry’s administrators assign reviews',
  只有提出的一方可以办理: 'Only the side that opened it can do this',
  只有提成支付的合同需要补充登记: 'Only contracts paid by royalty are supplemented',
  随合同的办理自动更新: 'This follows the handling of the contract',
  '这份申请由您在窗口代办录入，请由其他登记员审查':
    'You entered this application at the counter; another registrar has to review it',
  '这份申请不是窗口代办的，或已由您单位接管':
    'This application was not entered at the counter, or your organisation has taken it over',
  '您参与过原认定，重新审查请由其他登记员办理':
    'You had a part in the earlier decision; another registrar has to review it anew',
  '您已做初审，请由另一位登记员复核': 'You did the first review; another registrar does the second',
  '这份申请已由另一位登记员领取，请选择其他申请，或请对方放回队列':
    'Another registrar holds this review: choose another, or ask them to give it back',
  您已领取这份申请: 'You hold this review already',
  '您没有领取这份申请，无需放回': 'You do not hold this review; there is nothing to give back',
  '该登记员不能办理这项审查（非本机构登记员、应当回避或已办理过另一环节），请选择其他登记员':
    'This registrar cannot do this review (of another registry, with a stake, or did the other review); choose another',

  // Applying
  请选择申请单位: 'Choose the applicant',
  '单位信息正在同步，请稍后再试': 'The organisation’s details are still arriving here; try again shortly',
  '申请单位所在地暂无可受理的登记机构，请联系市级主管部门':
    'No registry takes contracts of the applicant’s place yet; contact the city bureau',
  '对接不存在、您无权以卖方身份申请，或其最新情况正在同步，请稍后再试':
    'There is no such deal, you may not apply as its seller, or its latest state is still arriving here; try again shortly',
  '双方尚未确认签署合同；请先在对接页面完成签署和确认，再申请登记':
    'The two sides have not confirmed the signature yet; do so on the page of the deal, then apply',
  '这个对接已有登记申请，请在“我的合同”中打开继续办理':
    'This deal has an application already; open it in “My contracts”',
  '涉密合同不得在线上传，请携带纸质材料到登记机构的涉密窗口办理；如不涉密，请先更正“是否涉密”':
    'Nothing of a classified contract is uploaded: bring it on paper to the registry’s counter for classified matters. If it is not classified, correct that first',
  请从列表中选择附件类别: 'Choose the kind of file from the list',
  '附件最多{0}个，请合并后上传或先移除不需要的':
    'At most {0} files; merge some, or remove what is not needed',
  '没有这条核查提示，或内容已变化；请刷新后对照最新的提示说明':
    'This remark is no longer there, or it has changed; refresh and explain the present one',

  // Reviews
  '专家评审意见为不予认定，不能登记；可退回补正或作出不予登记决定':
    'The experts advised against recognition: it cannot be registered. Return it, or refuse registration',
  '技术交易额达到专家评审标准，请先提交专家评审':
    'The technical amount calls for experts; have them review it first',
  '初审建议不予登记；如不同意，请退回初审重新审查':
    'The first review proposed refusal; to register all the same, send it back to a first review',
  '有认定条件不符合：{0}；请退回补正或建议不予登记':
    'Conditions of recognition are not met: {0}. Return it, or propose refusal',
  '还有{0}项认定条件没有核对：{1}':
    '{0} {0|condition|conditions} of recognition {0|is|are} still to be judged: {1}',
  请先上传专家评审意见: 'Upload the experts’ opinion first',
  请至少选择一项不予登记的理由: 'Choose at least one ground of refusal',
  请从列表中选择理由: 'Choose the ground from the list',
  请逐条写明需要补正的内容: 'State each thing that has to be corrected',
  补正事项最多100项: 'At most 100 things to correct',
  '该事项首次审查时已可发现而未一次告知，请写明原因':
    'This could have been told at the first review; state why it is told only now',
  '补正期限到{0}为止，期满未补正的才能终止办理':
    'It may be corrected until {0}; only after that can it be closed',
  '退回时没有告知补正期限，不能以逾期终止办理':
    'No last day was told when it was returned; it cannot be closed for that',
  请至少选择一份合同: 'Choose at least one contract',
  '一次最多登记{0}份合同': 'At most {0} contracts are registered at a time',
  同一份合同只能选择一次: 'A contract is chosen once',
  '全国登记号为8至32位数字或大写字母，请对照全国系统核对':
    'A national number has 8 to 32 digits or capital letters; compare it with the national system',
  '该登记机构{0}年度剩余的登记编号不够（每年最多{1}个），请减少份数，或联系平台管理员核对登记机构代码':
    'The registry has too few numbers left for {0}, of {1} a year; register fewer, or have the platform’s administrator check its code',
  '该全国登记号已回填在另一份合同上，请核对': 'Another contract has this national number; check it',
  请至少核对一项: 'Judge at least one condition',
  认定条件不在列表中或重复: 'A condition is not in the list, or stands there twice',

  // Experts
  '该席位不在专家组中，请刷新后再试': 'This seat is not on the panel; refresh and try again',
  邮箱格式不正确: 'This is not an e-mail address',
  '{0}已在线参加评审，{1}由专家本人填写': '{0} reviews online; {1} is for the expert to fill in',
  '{0}已签署意见，不能移出专家组': '{0} has signed an opinion and cannot be taken off the panel',
  '该专家已不在库，请重新选取': 'This expert is no longer in the bank; choose again',
  '{0}，应当回避': '{0}: they must not take part',
  请至少填写一位专家: 'Enter at least one expert',
  '专家最多{0}位': 'At most {0} experts',
  同一位专家只能填写一次: 'An expert is entered once',
  '该人是合同一方的法定代表人、联系人或当事人，应当回避':
    'This person is a party, or legal representative or contact of a party, and must not take part',
  '该人是这份申请的登记员，不能兼任评审专家':
    'This person is a registrar of the application and cannot be an expert on it',
  '该单位是合同的一方、中介方或其控制人，专家应当回避':
    'This employer is a party, the agency or in control of one; the expert must not take part',
  承诺书签署日不能晚于今天: 'The date of the undertaking cannot lie ahead',
  专家签署保密和回避承诺后才能出具意见:
    'An expert gives an opinion after undertaking confidentiality and having no stake',
  请填写专家意见: 'Enter the expert’s opinion',
  请选择专家的结论: 'Choose the expert’s conclusion',
  '专家组至少{0}人，现有{1}人': 'A panel has at least {0} experts; there {1|is|are} {1}',
  '{0}尚未签署承诺书': '{0} has not signed the undertaking yet',
  '{0}尚未出具意见': '{0} has given no opinion yet',
  专家组结论应与多数专家的意见一致: 'The panel’s conclusion is that of most of its experts',
  请选择要邀请的专家: 'Choose the experts to invite',
  意见截止日不能早于今天: 'The day for opinions cannot have passed',
  '意见截止日不能晚于办理期限（{0}）': 'Opinions are due by the registry’s own last day ({0})',
  '请先填写{0}的邮箱': 'Enter the e-mail address of {0} first',
  '{0}已答复，无需再邀请': '{0} has answered and needs no further invitation',
  专家评审已经结束: 'The experts’ review is over',
  只有该席位的专家本人可以办理: 'Only the expert of this seat can do this',
  '邀请的是另一位专家，请用受邀专家本人实名的账号登录':
    'The invitation is for another expert; sign in with an account in the invited name',
  由登记机构邀请: 'The registry invites',
  请承诺保密: 'Undertake confidentiality',
  '请承诺与合同各方没有利害关系；有利害关系的请申请回避':
    'Undertake that you have no stake with any party; if you have one, recuse yourself',
  本人是该合同的申请经办人: 'They handle this application for the applicant',
  本人是该申请的登记员: 'They are a registrar of this application',
  '与合同一方的法定代表人、联系人或当事人同名':
    'They have the name of a party, or of a party’s legal representative or contact',
  所在单位是该合同的一方: 'Their organisation is a party',
  与合同一方有任职或申报的利害关系: 'They work for a party, or have told of a stake with one',
  与合同一方的人员有申报的利害关系: 'They have told of a stake with somebody of a party',

  // Handling
  请选择一档评价: 'Choose a grade',
  请写明不满意的原因: 'Say what you were not content with',
  只有申请单位可以评价: 'Only the applicant can rate',
  登记机构作出决定后才能评价: 'Ratings are given once the registry has decided',
  '该决定已评价过，每次决定只能评价一次': 'This decision was rated already; each is rated once',

  // Counter
  '统一社会信用代码的校验位不对，请对照营业执照或法人证书核对':
    'The check character of the unified social credit code is wrong; compare it with the licence',
  请从列表中选择单位性质: 'Choose the nature of the organisation from the list',
  请选择卖方所在的县区: 'Choose the seller’s county',
  '该单位已在平台注册，请直接选择该单位': 'This organisation is on the platform; choose it instead',
  '已选择单位，无需再填写卖方': 'The organisation is chosen; leave the seller’s details empty',
  '请选择卖方单位，或填写卖方信息': 'Choose the seller, or enter its details',
  '您与该单位有利害关系，应当回避，请交由其他登记员代办':
    'You have a stake with this organisation: leave it to another registrar',
  只有该单位所在地登记机构的登记员可以代办:
    'Only registrars of the registry for this organisation’s place enter for it',

  // Registries, deputies, templates, replays, national system, figures
  编号前缀为6位数字: 'A prefix of numbers has 6 digits',
  成交额上限不能为负数: 'The cap cannot be negative',
  委托截止日不能早于起始日: 'The delegation cannot end before it begins',
  请填写委托起始日: 'Enter the first day of the delegation',
  市级登记机构无需委托: 'The city’s registry needs no delegation',
  只有市级主管部门管理员或平台管理员可以维护登记机构:
    'Only administrators of the city bureau and of the platform keep the registries',
  '该编号前缀已由另一登记机构使用，请改用其他前缀':
    'Another registry’s numbers have this prefix; choose another',
  该编号前缀已由另一登记机构使用: 'Another registry’s numbers have this prefix',
  只能由本人或本机构管理员指定代理人: 'Only the registrar or an administrator of the registry names a deputy',
  请选择本机构的登记员: 'Choose a registrar of this registry',
  代理人须为另一位登记员: 'The deputy must be another registrar',
  代理起始日不能早于今天: 'Standing in cannot begin in the past',
  代理截止日不能早于起始日: 'Standing in cannot end before it begins',
  '一次代理最长{0}天': 'Standing in lasts at most {0} days',
  '该期间已指定代理人，请先终止原来的代理': 'There is a deputy for that time already; end that first',
  '所选代理人在该期间也不在岗，请选择其他登记员':
    'The deputy is away in that time too; choose another registrar',
  '没有这样的填充项：{0}': 'There is no such place to fill: {0}',
  '一个机构最多{0}个模板': 'A registry has at most {0} templates',
  只有本机构的登记员或管理员可以维护意见模板:
    'Only registrars and administrators of the registry keep its templates',
  只有登记机构和主管部门的人员可以回放认定规则: 'Only staff of registries and bureaus replay the rules',
  '规则集应为 {0} 之一': 'The rule set must be one of {0}',
  '没有需要报送的合同：都已回填全国登记号，或已在此前的批次中报送':
    'There is nothing to send: every contract has its national number, or went out in an earlier batch',
  只有登记机构的登记员可以与全国系统交换: 'Only registrars exchange with the national system',
  本登记机构没有这一编号的合同: 'This registry has no contract of this number',
  '该合同已回填另一全国登记号 {0}，请核对': 'This contract has another national number, {0}; check it',
  '该合同的登记已终止，不能回填全国登记号':
    'The registration of this contract has ended; it gets no national number',
  '新密钥最早从明天（{0}）起使用，以便核验方先取得公钥':
    'A new key is used from tomorrow ({0}) at the earliest, so that verifiers have it before',
  '月份请写成2026-11这样的形式': 'Write the month like 2026-11',
  当月结束后才能公布: 'A month is published once it is over',
  '{0}已公布，更正计入之后的月份': '{0} is published; corrections count in a later month',
  '请按月依次公布，下一个应公布的月份是{0}': 'Months are published one after another; the next one is {0}',
  只有市级主管部门的工作人员可以公布月度统计: 'Only officers of the city bureau publish the monthly figures',
  '没有这个测算项目，请从列表中选择': 'There is no such calculator; choose from the list',
  请为这次测算起个名称: 'Give this calculation a name',
  '名称不超过{0}字': 'The name has at most {0} characters',
  请按各项逐一填写: 'Fill in each item',
  '请至少填写{0}项': 'Enter at least {0}',
  '最多{0}项': 'At most {0}',
  '金额应为不小于0、不超过{0}亿元的数，精确到分':
    'An amount is between 0 and {0} × CNY 100 million, to the fen',
  '请填写{0}到{1}之间的整数': 'Enter a whole number from {0} to {1}',
  '比例应在0到100%之间，最多两位小数': 'A share is between 0 and 100%, with two decimals at most',
  请选择是或否: 'Choose yes or no',
  '日期应为2026-11-23这样的格式': 'Write the date like 2026-11-23',
  '不超过{0}字': 'At most {0} characters',
  '正在识别文字，完成后自动显示': 'The text is being read; it appears once that is done',

  '统计期间请写成2026-01至2026-12这样的月份，起月不晚于止月，登记机构和县区为6位代码':
    'Write the period in months like 2026-01 to 2026-12, the first not after the last; registries and counties are codes of 6 digits',
  '没有这个统计口径，请从统计页面重新打开':
    'There is no such figure; open it again from the page of statistics',
  '代码 {0} 不在代码表中': 'Code {0} is not in the code table',
  '缺少{0}': 'Missing: {0}',

  // Words in their places
  平台登记编号: 'the platform’s registration number',
  登记申请: 'the application',
  合同: 'the contract',
  登记证明: 'the certificate',
  证明状态清单: 'the status list',
  交换批次: 'the batch',
  交换批次的文件: 'the file of the batch',
  专家评审: 'the experts’ review',
  声明: 'the declaration',
  识别内容: 'what was read',
  登记机构: 'the registry',
  代理: 'the standing in',
  意见模板: 'the template',
  专家姓名: 'the name of the expert',
  职称或职务: 'the title or post',
  专家意见: 'the expert’s opinion',
  专家结论: 'the expert’s conclusion',
  承诺书签署日: 'the date of the undertaking',
  邮箱: 'the e-mail address',
  回避理由: 'the reason for recusal',
  关系说明: 'the relation',
  审查意见: 'the opinion',
  补正内容: 'what has to be corrected',
  位置: 'the place',
  不符合的理由: 'the reason why it is not met',
  卖方名称: 'the name of the seller',
  到场人与材料: 'who came, and with which papers',
  指派原因: 'the reason for assigning it',
  机构名称: 'the name of the registry',
  模板名称: 'the name of the template',
  模板内容: 'the text of the template',
};
