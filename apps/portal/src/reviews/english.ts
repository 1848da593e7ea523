import type { English } from '../i18n/reading.js';

/** From the opening of bids to the award: the check, the draw, the panel, the deliberation. */
export const english: English = {
  // The check of opened bids
  '方案不是本平台的揭榜表单格式，无法逐项核对':
    'The bid is no form of this platform and cannot be checked item by item',
  '没有响应指标“{0}”': 'The indicator {0} is not answered',
  '指标“{0}”的承诺值不是数字': 'What is promised for the indicator {0} is no number',
  '指标“{0}”的承诺值达不到榜单要求': 'What is promised for the indicator {0} falls short of the call',
  '{0}中写有揭榜方的名称、人名或联系方式（{1}），评审专家看到的是代称':
    'A name or contact of the bidder stands in {0} ({1}); experts read a stand-in instead',
  '{0}中的“{1}”与团队成员同名，评审专家看到的是原文，请核对':
    '{1} in {0} is also the name of somebody of the team; experts read it as it stands, so look at it',
  '附件内容正在识别，尚未核对其中是否写有揭榜方的名称':
    'The attachments are being read; whether they name the bidder is not known yet',
  '附件“{0}”第 {1} 页写有揭榜方的名称、人名或联系方式（{2}），评审专家会看到':
    'A name or contact of the bidder stands on page {1} of {0} ({2}); experts will see it',
  '附件“{0}”第 {1} 页的“{2}”与团队成员同名，请核对':
    '{2} on page {1} of {0} is also the name of somebody of the team; look at it',
  '附件“{0}”第 {1} 张工作表第 {2} 行写有揭榜方的名称、人名或联系方式（{3}），评审专家会看到':
    'A name or contact of the bidder stands in row {2} of sheet {1} of {0} ({3}); experts will see it',
  '附件“{0}”第 {1} 张工作表第 {2} 行的“{3}”与团队成员同名，请核对':
    '{3} in row {2} of sheet {1} of {0} is also the name of somebody of the team; look at it',
  '附件“{0}”第 {1} 段写有揭榜方的名称、人名或联系方式（{2}），评审专家会看到':
    'A name or contact of the bidder stands in paragraph {1} of {0} ({2}); experts will see it',
  '附件“{0}”第 {1} 段的“{2}”与团队成员同名，请核对':
    '{2} in paragraph {1} of {0} is also the name of somebody of the team; look at it',
  '附件“{0}”的页眉页脚、批注或文件属性写有揭榜方的名称、人名或联系方式（{1}），评审专家会看到':
    'A name or contact of the bidder stands in the heads, feet, notes or properties of {0} ({1}); experts will see it',
  '附件“{0}”的页眉页脚、批注或文件属性中的“{1}”与团队成员同名，请核对':
    '{1} in the heads, feet, notes or properties of {0} is also the name of somebody of the team; look at it',
  '附件“{0}”另有 {1} 处写有揭榜方的名称、人名或联系方式':
    'Names or contacts of the bidder stand in {1} more places of {0}',
  '附件“{0}”是扫描件或图片，其中是否写有揭榜方的名称须人工核对':
    '{0} is a scan or a picture; somebody has to see whether it names the bidder',
  '附件“{0}”已加密，无法核对其中是否写有揭榜方的名称':
    '{0} is encrypted; whether it names the bidder cannot be told',
  '附件“{0}”已损坏，无法核对其中是否写有揭榜方的名称':
    '{0} is damaged; whether it names the bidder cannot be told',
  '附件“{0}”的压缩内容异常，已拒绝解压，没有核对':
    'What {0} unpacks to is out of all proportion; it was not unpacked and not looked through',
  '附件“{0}”过大，其中是否写有揭榜方的名称须人工核对':
    '{0} is too large; somebody has to see whether it names the bidder',
  '附件“{0}”识别超时，其中是否写有揭榜方的名称须人工核对':
    'Reading {0} took too long; somebody has to see whether it names the bidder',
  '附件“{0}”是旧版 Word 文件（.doc），其中是否写有揭榜方的名称须人工核对':
    '{0} is a Word file of the old kind (.doc); somebody has to see whether it names the bidder',
  '附件“{0}”不是 PDF、DOCX 或 XLSX 文件，其中是否写有揭榜方的名称须人工核对':
    '{0} is no PDF, DOCX or XLSX; somebody has to see whether it names the bidder',
  '附件“{0}”的内容不在本平台，没有核对':
    'The bytes of {0} are not on this platform; it was not looked through',
  '附件“{0}”有 {1} 页没有可识别的文字（先是第 {2} 页），须人工核对':
    '{1} pages of {0} hold no text that can be read (the first is page {2}); somebody has to look at them',
  '附件“{0}”过长，只核对了前面的部分': '{0} is too long; only its beginning was looked through',
  '附件“{0}”不完整，只核对了能读出的部分': '{0} is not whole; what could be read of it was looked through',
  技术路线: 'the technical approach',
  团队与条件: 'team and facilities',
  进度安排: 'the schedule',
  指标响应的承诺值: 'what is promised for the indicators',
  报价: 'the price',
  指标响应的依据: 'the basis of the answers',
  附件名称: 'the names of the attachments',
  没有填写技术路线: 'The technical approach is missing',
  没有填写团队与条件: 'Team and facilities are missing',
  没有填写进度安排: 'The schedule is missing',
  没有填写可以核对的报价: 'There is no price that could be checked',
  '报价高于发榜总投入（{0} 万元）': 'The price exceeds the whole funding (CNY {0}0,000)',
  '联合体成员超过 50 家或团队超过 500 人，没有全部核对':
    'There are more than 50 members or 500 people; not all were looked through',
  '没有逐人填写项目负责人和团队成员，无法核对一人只参加一份方案':
    'The project leader and the team are not named one by one, so that nobody can see whether a person stands in one bid alone',
  '{0}（{1}）同时出现在另一份方案的团队中，同一人只能参加一份':
    '{0} ({1}) stands in the team of another bid as well; a person takes part in one alone',
  '{0}（{1}）与另一份方案团队中{2}的人员同名，须核实是否同一人':
    '{0} ({1}) has the name of somebody of {2} in the team of another bid; find out whether it is one person',
  没有写明联合体协议中任务分工的条款: 'Where the agreement divides the tasks is not said',
  没有写明联合体协议中知识产权归属的条款:
    'Where the agreement says whose the intellectual property is is not said',
  没有写明联合体协议中利益分配的条款: 'Where the agreement shares the benefit is not said',
  没有写明联合体协议中保密的条款: 'Where the agreement speaks of secrecy is not said',
  没有写明联合体协议中风险分担的条款: 'Where the agreement shares the risk is not said',
  没有写明联合体协议中退出的条款: 'Where the agreement says how a member leaves is not said',
  '没有指明哪个附件是联合体协议，须人工核对其条款':
    'Which attachment is the agreement is not said; look through its clauses by hand',
  所填的联合体协议不在附件中: 'The agreement that is named is not among the attachments',
  创新联合体成员中没有已登记的高校或科研院所:
    'No university or institute that is on the platform is among the members of the consortium',
  '创新联合体成员{0}已停用，或是主管部门、技术交易服务机构，不能参加揭榜':
    '{0}, a member of the consortium, is suspended, a bureau or an agency, and takes no part in bids',
  '成员{0}没有确认参加该联合体': '{0} has not confirmed that it is a member',
  '成员{0}的确认不是本平台签发的，或被改动过':
    'The confirmation of {0} was not signed by this platform, or was changed',
  '成员{0}所附的确认是另一单位的': 'The confirmation beside {0} is of another organisation',
  '成员{0}的确认是为其他榜单作出的': 'The confirmation of {0} was made for another call',
  '成员{0}的确认是为其他轮次作出的': 'The confirmation of {0} was made for another round',
  '成员{0}确认的牵头单位不是本方案的揭榜方': 'What {0} confirmed is led by another organisation',
  '成员{0}确认的联合体协议与所附的不同': 'What {0} confirmed is another agreement than the attached one',
  '成员{0}的确认晚于方案提交': 'The confirmation of {0} was made after the bid was handed in',
  '只有单位的转移转化负责人、单位管理员可以代表单位确认':
    'Only transfer officers and administrators confirm for an organisation',
  '确认内容的哈希应为 64 位十六进制': 'The hash of what is confirmed is 64 hexadecimal digits',
  '榜单要求由创新联合体揭榜，方案没有填写成员':
    'The call asks for a consortium, and the bid names no members',
  创新联合体没有附联合体协议: 'The agreement of the consortium is not attached',
  创新联合体只填写了一家单位: 'The consortium names one organisation alone',
  创新联合体成员中没有牵头单位: 'The lead is not among the members of the consortium',
  '创新联合体的任务、经费或知识产权份额之和不是 100%':
    'The shares of work, money or intellectual property do not add up to 100%',
  创新联合体中同一单位出现两次: 'An organisation stands twice in the consortium',
  '{0}同时出现在另一份方案中，同一单位只能参加一份':
    '{0} stands in another bid as well; an organisation takes part in one alone',
  '创新联合体成员{0}是发榜方': '{0}, a member of the consortium, is the owner of the call',
  '{0}没有在平台登记，关联关系须人工核实': '{0} is not on the platform; look into its relations by hand',
  '创新联合体成员{0}与发榜方有同一人员任职（{1}）':
    'Somebody belongs to {0}, a member of the consortium, and to the owner ({1})',
  该揭榜方案: 'the bid',
  本单位的揭榜方案: 'a bid of your organisation',
  '揭榜单位的人员不能办理该榜单，请由其他经办人办理':
    'Whoever belongs to a bidder cannot work on this call; another officer does',
  '揭榜单位的人员不能审查本榜单的方案，请由其他经办人办理':
    'Whoever belongs to a bidder cannot judge the bids of this call; another officer does it',
  '不合格，或结论与核对结果不一致的，须说明理由':
    'Give a reason for disqualifying, and for a verdict against what the check found',
  '资格审查结果已经公布，不能再改动': 'The qualification is published and cannot be changed',
  '还有 {0} 份方案没有资格审查结论': '{0} {0|bid is|bids are} not decided yet',
  '异议期到 {0} 止，次日起可以继续': 'Objections are taken until {0}; it goes on from the next day',
  '有通过资格审查的方案，不能认定流标': 'Bids are qualified; the call cannot be declared failed',
  '有通过评审的方案，不能认定流标': 'Bids have passed the review; the call cannot be declared failed',

  // Recusals and the draw
  申请回避的理由: 'the reason for the recusal',
  '没有找到该专家，请从专家库中选择': 'No such expert was found; choose one of the bank',
  '最多申请 {0} 名专家回避': 'The recusal of at most {0} experts can be asked for',
  '开标后、抽取专家前才能申请回避': 'Recusals are asked for between the opening and the draw',
  能参与抽取的保管人不足开标所需份数:
    'Fewer custodians can take part in the draw than the opening needs shares',
  '符合条件且无须回避的专家不足以组成专家组，请放宽领域或补充专家库':
    'Too few experts meet the criteria without a conflict; widen the field or add to the bank',
  '没有通过资格审查的方案，无需评审': 'No bid is qualified; there is nothing to review',
  '已经抽取专家，或正在抽取': 'Experts are drawn already, or are being drawn',
  '候补专家尚未用尽，不能重新抽取': 'There are replacements left; nothing is drawn again',
  还没有抽取评审专家: 'No experts are drawn yet',
  '还有 {0} 个专家席位没有确认': '{0} {0|seat is|seats are} not confirmed yet',
  该抽取: 'the draw',
  抽取记录: 'the record of the draw',
  开放数据: 'the open data',
  尽职材料: 'the material of due diligence',
  每页条数应为正整数: 'The length of a page is a positive whole number',
  '抽取不在这一步，请刷新后再试': 'The draw is at another step; reload and try again',
  '随机数、承诺或份额有误，或已经提交过': 'The number, commitment or share is wrong, or was sent already',

  // Seats and sheets
  只有受邀专家本人可以答复: 'Only the expert who is invited answers',
  只有市科技主管部门的经办人和该榜单的监督人可以办理:
    'Only officers of the city bureau and the supervisor of the call can do this',
  '评审已经结束或尚未开始，席位不能再变动': 'The review is over or has not begun; seats do not change now',
  '评分表已经提交，不能再退出评审': 'Your sheets are in; the seat cannot be left any more',
  该专家已经提交评分表: 'The expert has handed in',
  '答复期限到 {0} 止，此后才能登记缺席': 'There is time to answer until {0}; absence is recorded after it',
  '评审还没有开始，不能登记缺席': 'The review has not begun; nobody is absent yet',
  该席位: 'the seat',
  '您不在该榜单的专家组中，或现在不在这一步':
    'You are not on the panel of this call, or it is at another step',
  评审意见: 'the comment',
  '分值应在 0 与该项满分之间': 'The points must lie between 0 and the weight of the criterion',
  没有这项评审指标: 'There is no such criterion',
  还有没有打分的评审指标: 'A criterion is not scored yet',
  请选择是否建议立项: 'Say whether the bid is to be funded',
  '不建议立项的，请写明意见': 'Say why you advise against it',
  '评分表已经提交，不能再改': 'The sheets are in and cannot be changed',
  '目前没有分给您评审的方案，无须提交评分表': 'No bid is given to you for now; there is nothing to hand in',
  '还有 {0} 份评分表没有提交': '{0} score {0|sheet is|sheets are} not in yet',
  '请在每组并列的方案中各选一个；每轮只能投一次':
    'Choose one bid of each tied group; there is one vote a round',
  '有 {0} 组方案并列，须先由专家组复议投票':
    '{0} {0|group|groups} of bids {0|is|are} tied; the panel votes first',
  专家组意见: 'the opinion of the panel',
  专家组意见由组长填写: 'The lead expert writes the opinion of the panel',
  全部评分表提交后才能投票: 'Votes are taken once all sheets are in',
  全部评分表提交后才能填写专家组意见: 'The opinion is written once all sheets are in',
  专家组组长还没有填写专家组意见: 'The lead expert has not written the opinion of the panel',
  评审纪要: 'the minutes of the review',
  '纪要已经变动，请重新阅读后签署': 'The minutes have changed; read them again before you sign',
  '还有 {0} 位专家没有签署评审纪要': '{0} {0|expert has|experts have} not signed the minutes',

  // Site checks
  请从通过评审的方案中选择考察的方案: 'Choose a bid that passed the review',
  考察日期不能晚于今天: 'The day of the check cannot lie ahead',
  考察人员: 'who went',
  考察情况: 'what was found',
  '现场考察与方案不符仍拟立项的，须说明理由':
    'Say why a bid is awarded although the site check found it otherwise',

  // Who judges which bid
  技术专家: 'technical experts',
  市外技术专家: 'technical experts from outside the city',
  产业专家: 'experts of the industry',
  市外产业专家: 'experts of the industry from outside the city',
  财务专家: 'experts of finance',
  市外财务专家: 'experts of finance from outside the city',
  '方案 {0}：无须回避的{1}还缺 {2} 名，不符合专家组的构成要求':
    'Bid {0}: {2} {1} without a conflict are missing, so that its judges are no panel',
  '该专家已经不评审该方案，或该榜单的专家评审全部方案，应由其退出评审':
    'The expert does not judge this bid any more, or every expert of this call judges all bids: then the seat is left',
  '每份方案的评审专家数应为单数，且不少于 {0} 名': 'An odd number of experts judges each bid, {0} at least',
  '专家组人数须为单数：倍数应为 1、3、5、7、9':
    'The panel is of an odd number: the multiple is 1, 3, 5, 7 or 9',
  该榜单的评审没有答辩阶段: 'The review of this call has no defence',
  已经进入答辩: 'The defence has begun',
  '书面评审结束后还有答辩，须先确定进入答辩的方案':
    'After the written review there is a defence: first it is settled which bids advance',
  进入答辩的分数线不能低于及格线: 'The line for the defence cannot be below the pass line',
  进入答辩的方案数: 'the number of bids that defend',
  进入答辩的分数线: 'the line for the defence',
  答辩所占比重: 'the weight of the defence',
  每份方案的评审专家数: 'the number of experts for each bid',
  专家组人数的倍数: 'the multiple of the panel',

  // Undertaking
  '本人与揭榜方、发榜方没有应当回避的关系；独立、客观、公正评审；不泄露评审内容、评审意见和专家身份；评审期间不与揭榜方、发榜方接触。':
    'I have no relation to bidders or owner that asks for recusal; I review independently, objectively and fairly; I disclose neither what is reviewed, nor opinions, nor who the experts are; during the review I am not in contact with bidders or owner.',

  // Deliberation
  审议日期不能晚于今天: 'The day of the deliberation cannot lie ahead',
  审议意见: 'the opinion of the deliberation',
  '没有方案通过评审，只能认定流标': 'No bid passed the review; the call can only be declared failed',
  '没有按排名选择的，须说明理由': 'Give a reason for leaving the ranking',
  '该榜单最多立项 {0} 家': 'At most {0} {0|bid is|bids are} awarded in this call',
  请从通过评审的方案中选择拟立项的方案: 'Choose the awards among the bids that passed the review',
};
