import type { English } from '../i18n/reading.js';

/** Challenge calls: what a demand and its plan lack, who may do what, and when. */
export const english: English = {
  // Who may
  '只有本单位的转移转化负责人、单位管理员可以填报需求':
    'Only transfer officers and administrators of the organisation hand in a demand',
  '只有发榜单位的转移转化负责人、单位管理员可以办理':
    'Only transfer officers and administrators of the organisation that issues the call can do this',
  '只有市科技主管部门的经办人可以办理，且不能是发榜单位人员':
    'Only officers of the city bureau can do this, and nobody of the organisation that issues the call',
  '须由发榜单位所在县（市、区）科技主管部门推荐': 'The bureau of the county has to recommend it',
  '须由县（市、区）科技主管部门审批': 'The bureau of the county has to approve it',
  由系统按时间自动办理: 'The platform does this when it is time',

  // The demand
  '该需求已经申报过榜单，请在原榜单上修改': 'This need was handed in for a call already; change that one',
  发榜单位须在本市注册: 'Who issues a call must be registered in the city',
  只能用本单位已发布的需求申报: 'Only a published need of your own organisation can be handed in',
  论证日期不能晚于今天: 'The date of the assessment cannot lie ahead',
  '完成期限应在 1 至 120 个月之间': 'The time to complete is 1 to 120 months',
  '完成期限最长 {0} 个月': 'The time to complete is at most {0} months',
  '指标值应是数字，如 0.85 或 -40，单位另填':
    'The value is a number, like 0.85 or -40; the unit stands apart',
  请填写指标名称: 'Enter the name of the indicator',
  请填写指标值: 'Enter the value of the indicator',
  '请填写检测方法，指标须可考核': 'Enter the test method: an indicator must be testable',
  请填写大于下限的上限: 'Enter an upper end above the lower one',
  '与第 {0} 项同名指标的要求互相矛盾，没有同时满足两项的数值':
    'It contradicts indicator {0}, which names the same: no value meets both',
  请填写发榜总投入: 'Enter the whole funding',
  发榜方出资与财政资金之和应等于发榜总投入:
    'What the issuer pays and the public funds must add up to the whole funding',
  财政资金超过了总投入的最高比例: 'The public funds exceed their highest share of the whole',
  财政资金超过了单个榜单的上限: 'The public funds exceed the cap of a call',
  发榜方出资低于最低比例: 'The issuer pays less than the least share',
  '市、县两级财政资金没有按规定比例分担；非市县联合的榜单没有县级资金':
    'City and county do not share the public funds as prescribed; a call that is not of both has no county funds',
  '请至少填写一项核心指标，验收以此为准': 'Enter at least one core indicator: acceptance goes by it',
  请逐条阅读并作出承诺: 'Read each promise and make it',

  // The plan
  '没有找到该单位，或单位已停用': 'No such organisation was found, or it is suspended',
  '没有找到此人，或账户已停用，或属于发榜方、承担单位':
    'No such person was found, the account is suspended, or they belong to the issuer or the undertaker',
  审批日期不能晚于今天: 'The date of the approval cannot lie ahead',
  '{0}应在 {1} 到 {2} 之间': '{0} must be between {1} and {2}',
  请填写评审指标: 'Enter the criterion',
  该方式只立项一家: 'In this mode one bidder is funded',
  '该方式立项 {0} 至 {1} 家': 'In this mode {0} to {1} bidders are funded',
  '揭榜期不得少于 {0} 天': 'Bids are taken for at least {0} days',
  '各评审指标的分值之和应为 100 分': 'The points of the criteria must add up to 100',
  '请指定至少 {0} 名不同的开标密钥保管人': 'Name at least {0} different custodians of the opening key',
  '保管人不能都来自同一方，请从主管部门、监督部门、公证机构中至少选两方':
    'The custodians cannot all be of one body: choose at least two of bureau, supervisor and notary',
  '开标所需份数应在 2 与保管人数之间':
    'The shares needed for opening are between 2 and the number of custodians',
  请指定承担单位: 'Name the undertaker',
  公开揭榜的榜单不能指定承担单位: 'An open call names no undertaker',
  发榜方不能承担自己的榜单: 'The issuer cannot undertake its own call',
  请填写责任处室: 'Enter the office in charge',
  请指定责任人: 'Name who is responsible',
  请指定监督人: 'Name who supervises',
  监督人不能是责任人本人: 'Who supervises cannot be who is responsible',
  '请补充{0}': 'Add {0}',
  该方式要求的审批还没有全部完成: 'Not all approvals that this mode asks for are given',

  // Times
  '开始揭榜的日期应在今天起 90 天以内': 'Bidding begins within 90 days from today',
  '新的截止日期应晚于原截止日期，并在今天以后': 'The new last day must be after the old one and after today',
  '一次最多延长 180 天': 'An extension is at most 180 days',
  截止日期应是工作日: 'The last day must be a working day',
  '已经截止，只有平台故障可以延长':
    'Bidding is over; only a failure of the platform is a ground to extend it',
  中止的榜单恢复时自动顺延: 'A suspended call is extended by itself when it resumes',
  '还有 {0} 件异议没有结论，结论前不能继续':
    '{0} {0|objection is|objections are} still open; nothing goes on before that',
  '榜单已中止，恢复后才能继续': 'The call is suspended; it goes on once it resumes',
  榜单没有中止: 'The call is not suspended',
  '公示到 {0} 止，次日起可以完成公示': 'It is disclosed until {0} and can be completed from the next day on',
  还没有到开始揭榜的时间: 'Bidding has not begun',
  还没有到截止时间: 'Bidding is not over',
  还没有到开标的时间: 'It is not time for the opening yet',
  '已经开始开标，不能再延长': 'The opening has begun; no extension is possible',
  开标以前不能认定流标: 'A call cannot be declared failed before the opening',
  '有有效的揭榜方案，不能认定流标': 'There are valid bids; the call cannot be declared failed',

  // Objections and questions
  异议由市科技主管部门处理: 'Objections are handled by the city’s bureau',
  只有异议人本人可以撤回: 'Only who raised the objection can withdraw it',
  '不能处理本人提出的异议，请由其他经办人处理':
    'An objection of your own is not yours to handle; leave it to another officer',
  办理期限只能延长一次: 'The time to decide can be extended only once',
  '请填写电话号码或电子邮箱，以便答复': 'Enter a telephone number or an e-mail address for the answer',
  '该榜单目前没有可以提出异议的事项，或公示期已满':
    'There is nothing in this call to object to now, or the notice is over',
  '每人对一个榜单最多有 {0} 件未办结的异议':
    'One person may have at most {0} open {0|objection|objections} to a call',
  '请以您所在、且不是发榜方的单位提问': 'Ask for an organisation of your own that is not the issuer',
  '只在张榜后受理提问，截止前 {0} 天停止受理':
    'Questions are taken once the call is published, until {0} {0|day|days} before the deadline',
  '一个单位最多有 {0} 个未答复的问题':
    'An organisation may have at most {0} unanswered {0|question|questions}',
  '该问题已经答复，答复公开后不能更改': 'The question is answered; an answer that is public is not changed',

  // Rehearsal
  '每项评审指标的分值都应大于 0，且不得重复': 'Each criterion has points above 0, and stands once',
  '只有一项评审指标：总分相同的方案第一项得分也相同，并列只能由专家组投票决定':
    'There is one criterion: bids of the same total are even on it as well, and only a vote of the panel breaks the tie',
  '能释放份额的保管人只有 {0} 名，不足开标所需的 {1} 份，投标将无法打开':
    'Only {0} {0|custodian|custodians} can release a share, and opening takes {1}: the bids could not be opened',
  '开标需要每一名保管人都在场，没有人可以替补：一人缺席，投标就无法打开':
    'Opening takes every custodian and nobody may stand in: with one missing the bids stay closed',
  '截止前 {0} 天起不再受理提问，揭榜期内没有一天可以提问':
    'No questions are taken in the last {0} {0|day|days} before the deadline: within the window there is no day on which to ask',
  '本领域可抽取的专家不足以组成专家组，抽取时须放宽到全部领域':
    'The experts of this field do not make up a panel: the draw has to take in all fields',
  '按现行参数抽出的专家组不符合专家组的构成要求，请核对专家组人数、单位数等参数':
    'By the parameters of today the panel that is drawn is not what a panel must be; check its size and the number of units',
  '有异议成立时专家组人数增加，现有专家不够：请补充专家库':
    'Once an objection is upheld the panel is larger, and the bank has too few experts for it: add some',
  '该类专家需要 {0} 名，可以抽取的只有 {1} 名': 'Experts of this kind needed: {0}; that can be drawn: {1}',
  '可以抽取的专家来自的单位太少，同一单位的人数上限使专家组无法组成':
    'The experts who can be drawn are of too few units: no panel keeps to the limit of each',
  '该类专家没有候补：一人不能参加，就须重新抽取':
    'Nobody stands in for experts of this kind: with one missing it is drawn anew',
  '平台上没有可以办理这一步的人：请先为其开通账户或角色':
    'Nobody on the platform can do this step: open an account or give the role first',
  '公示最早可以在 {0} 开始': 'The notice can begin on {0} at the earliest',
  '{0} 不是工作日，公示须由经办人在工作日发布':
    '{0} is no working day; an officer puts a call on notice on a working day',
  '公示期满后最早可以在 {0} 张榜，揭榜不能早于这一天开始':
    'After the notice the call can be published on {0} at the earliest; bids are not taken before',
  '专家组 {0} 人投票仍然并列：专家组人数须为单数':
    'A panel of {0} leaves the vote tied: its number must be odd',
  '只有一家通过评审时只能立项一家，不成赛马': 'Where one bid passes only one is awarded, which is no race',
  '进入答辩的方案取前 {0} 名，少于立项家数 {1}':
    'The best {0} defend, fewer than the {1} that are to be awarded',
  '签约期限到 {0} 止，其间没有一个工作日':
    'The task book is to be signed by {0}, and there is no working day until then',
  '这一期的金额超过核定的财政资金，不能下达':
    'The instalment is nothing, or above what was approved: it cannot be made available',
  '节点应在签约后 1 至 {0} 个月之间': 'A milestone lies 1 to {0} months after signing',
  '日期应在今天起 {0} 年以内': 'The day lies within {0} {0|year|years} from today',
  '拨付比例应在 0.01% 至 100% 之间': 'The share is between 0.01% and 100%',

  // Words in their places
  节点: 'the milestones',
  分期: 'the instalments',
  该保管人: 'the custodian',
  由您保管的榜单: 'a call whose key you keep',
  该上传: 'the upload',
  问题: 'the question',
  该问题: 'the question',
  异议内容: 'what is objected to',
  举报内容: 'what is reported',
  '被举报人过多，请分别举报': 'Too many are named; report them apart',
  '请选择被举报人的身份，或写明其姓名、单位': 'Say what those are whom you report, or name them',
  请填写姓名或单位: 'Say a name or an organisation',
  举报只由与之无关的监督人员办理: 'Reports are handled by supervisors who have no part in them',
  请出示查询码: 'Show the receipt code',
  '补充和询问已达上限，不能再增加': 'The report holds as many additions and questions as it can',
  受理意见: 'what is said with the acceptance',
  不予受理的理由: 'why it is not accepted',
  调查安排: 'how it is investigated',
  延长理由: 'why it is extended',
  询问内容: 'the question',
  调查情况: 'the findings',
  处理措施: 'the measures',
  该举报: 'this report',
  该查询码对应的举报: 'the report of this code',
  补充内容: 'what is added',
  '今天接收的举报材料已达上限，请先提交文字，明天再补充材料':
    'No more files are taken today; send the words now and add the files tomorrow',
  '有文件没有收到，请移除后重新选择': 'A file was not received; remove it and choose it again',
  '最多 {0} 个文件': 'At most {0} {0|file|files}',
  这一步不收文件: 'This act takes no files',
  请上传签字盖章的任务书: 'Upload the signed and sealed task book',
  '请上传节点的证明材料，如检测报告': 'Upload what proves the milestone, such as a test report',
  请上传银行回单: 'Upload the receipt of the bank',
  '请上传验收材料，如各项指标的检测报告':
    'Upload the material of the acceptance, such as test reports of the indicators',
  请写明附件用于哪一步办理: 'Say for which act the file is',
  '同一项目（榜单）的附件合计不超过 {0} MB，请压缩后上传':
    'The files of a project or call come to {0} MB at most; compress them first',
  '材料最多 10 个文件': 'At most 10 files',
  '与该举报无关的监督人员在本平台上目前没有，无法在此受理；请直接向纪检监察机关举报（电话 12388）':
    'Nobody on this platform could handle the report without having a part in it; turn to the disciplinary authorities (telephone 12388)',
  真实姓名或单位名称: 'the real name of the person or organisation',
  该榜单: 'the call',
  榜单名称: 'the title of the call',
  榜单类型: 'the kind of call',
  需求背景与意义: 'background and meaning',
  主要研发内容: 'what is to be researched and developed',
  成果交付形式: 'what is delivered',
  验收标准: 'the standard of acceptance',
  知识产权说明: 'the note on intellectual property',
  知识产权归属意向: 'who is to own the results',
  对揭榜方的要求: 'what bidders must fulfil',
  上年营业收入: 'the turnover of last year',
  上年研发费用: 'the R&D expenses of last year',
  前年研发费用: 'the R&D expenses of the year before last',
  发榜总投入: 'the whole funding',
  发榜方出资: 'what the issuer pays',
  申请市级财政资金: 'the city funds applied for',
  县级财政资金: 'the county funds',
  核心技术指标: 'the core indicators',
  完成期限: 'the time to complete',
  论证专家: 'the experts of the assessment',
  论证意见: 'the opinion of the assessment',
  会议纪要或文件号: 'the minutes or the number of the document',
  立项家数: 'the number of bidders funded',
  揭榜期: 'the time for bids',
  评审指标: 'the criterion',
  分值: 'the points',
  保管人: 'the custodians',
  开标所需份数: 'the shares needed for opening',
  材料: 'the documents',
  材料名称: 'the title of the document',
  内容摘要: 'the summary',
  责任处室: 'the office in charge',
  定向委托理由: 'the reason for the direct commission',
  专家论证意见: 'the opinion of the experts',
  一事一议决策记录: 'the record of the decision',
  市县资金分担协议: 'the agreement of city and county on the funds',
  会签部门意见: 'the opinions of the departments that sign',
  查新报告: 'the report of the novelty search',
  指标论证意见: 'the opinion on the indicators',
  推荐函: 'the letter of recommendation',
  // --- sealed bids
  '上传中断，请从已收到处继续': 'The upload broke off; go on from what was received',
  主管部门和技术交易服务机构不能揭榜: 'Bureaus and agencies cannot bid',
  '公钥无效，请重新生成密钥': 'The public key is not valid; make a new one',
  发榜方不能揭自己的榜: 'An owner cannot bid on its own call',
  '只有单位的转移转化负责人、单位管理员可以代表单位揭榜':
    'Only a transfer officer or an administrator of the organisation can bid for it',
  '只有市科技主管部门的经办人可以开标，且不能是发榜单位人员':
    'Only an officer of the city’s bureau who does not belong to the owner can begin the opening',
  '密封投标最大 {0} MB': 'A sealed bid may have at most {0} MB',
  '封装所用的保管人公钥或份数与榜单公布的不符，请重新密封':
    'It was sealed to other keys, or with another threshold, than the call publishes; seal it anew',
  '尚未开标或已经开标，现在不能提交份额': 'The opening has not begun or is done; shares are not taken now',
  '已收到 {0} / {1} 字节，请继续上传后再提交': '{0} of {1} bytes were received; send the rest, then hand in',
  '已收到 {0} 字节，请从该处继续上传': '{0} bytes were received; go on from there',
  '开标需要 {0} 份，再缺一位保管人就无法开标，不能登记':
    'Opening takes {0} shares; with one custodian less nothing could be opened',
  '截止时刻的日志摘要尚未公布，请一分钟后再试':
    'The head of the deadline is not out yet; try again in a minute',
  '承诺值应为 64 位十六进制': 'A commitment has 64 hexadecimal digits',
  '揭榜方与发榜方有同一人员任职（{0}），属于关联单位，不能揭榜':
    'Somebody belongs to bidder and owner ({0}): related parties cannot bid',
  '收到的内容与承诺值不符，或不是密封投标，请重新上传':
    'What was received does not give the commitment, or is no sealed bid; send it again',
  '未能证明持有私钥，请用生成该公钥的密钥文件重试':
    'The private key was not proved; try again with the file in which the key was made',
  本单位在该榜单没有已提交的揭榜方案: 'Your organisation has no bid on this call',
  '榜单已张榜，保管人公钥不能再更换': 'The call is published; custodians’ keys are fixed',
  '每段最大 {0} MB，且不能超过申报的长度':
    'A piece may have at most {0} MB and not go beyond the announced size',
  现在不在揭榜期内: 'Bids do not come in now',
  '现在不在揭榜期内，不能提交': 'Bids do not come in now; nothing can be handed in',
  '第 {0} 份与投标时封装给您的份额不符，请用本榜单的密钥文件重新解开':
    'Share {0} is not the one that was sealed to you; open it again with the key file of this call',
  该公钥已由另一位保管人登记: 'Another custodian has entered this key',
  '该单位尚未登记或已停用，不能揭榜': 'The organisation is not known or does not stand; it cannot bid',
  该揭榜方案没有由您保管的份额: 'You keep no share of this bid',
  该榜单定向委托给指定的承担单位: 'The call is meant for the undertaker that it names',
  '请以 application/octet-stream 上传，并写明起始字节 from':
    'Send it as application/octet-stream, and say in from where it begins',
  这份密封投标是为其他榜单或其他轮次封装的: 'It was sealed for another call or round',
  '还有 {0} 位保管人没有登记公钥，登记后才能张榜':
    '{0} custodians have not entered their keys; the call is published once they have',
};
