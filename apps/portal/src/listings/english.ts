import type { English } from '../i18n/reading.js';

/** Results and needs: what their forms lack, who may do what, imports, saved searches. */
export const english: English = {
  // Who may
  只有起草人和本单位负责成果转化的人员可以这样做:
    'Only whoever drafted it and the organisation’s transfer staff can do this',
  '只有本单位负责成果转化的人员（转化专员或单位管理员）可以这样做':
    'Only the organisation’s transfer staff can do this (transfer officers and administrators)',
  '只有所在市、县科技部门的工作人员可以这样做': 'Only officers of the bureau in charge can do this',
  '单位信息尚未同步或单位尚未通过审核，请稍后再试':
    'The organisation is not approved yet, or its details have not arrived here; try again shortly',
  请选择以哪个单位的名义填写: 'Choose the organisation in whose name you write',
  完整内容登录后可见: 'The whole contents are shown once you sign in',
  联系方式登录后可见: 'The contact is shown once you sign in',
  '技术要点与附件在签署保密协议后可见，须由单位授权人员（转化专员或管理员）签署':
    'Key points and files are shown once the NDA is signed, by a transfer officer or administrator of the organisation',
  '贵单位签署的保密协议已有新版本，技术要点与附件在签署新文本后可见，须由单位授权人员（转化专员或管理员）签署':
    'The NDA that your organisation signed has a new version; key points and files are shown once that is signed, by a transfer officer or administrator of the organisation',
  须由单位的转化专员或管理员签署: 'A transfer officer or administrator of the organisation has to sign',
  保密协议须由该单位的转化专员或管理员签署:
    'A transfer officer or administrator of the organisation has to sign the NDA',
  查阅该内容不需要签署保密协议: 'No NDA is needed to read this',
  '保密协议已有新版本，请阅读新文本后再签署': 'The NDA has a new version; read it before signing',
  '附件不存在或不是您上传的，请重新上传': 'The file is not there or was not uploaded by you; upload it again',

  // Both forms
  联系电话应为手机号或带区号的固定电话: 'Enter a mobile number, or a landline with its area code',
  '电子邮箱的格式不对，应形如 name@example.cn': 'Write the e-mail address like name@example.cn',
  请填写联系人姓名: 'Enter the name of the contact person',
  请填写联系电话: 'Enter the phone number',
  请选择技术领域: 'Choose the technical field',
  请选择至少一种合作方式: 'Choose at least one kind of cooperation',
  '有效期须在今天之后，请修改': 'The validity must end after today',

  // Rights
  请填写专利号或申请号: 'Enter the patent or application number',
  '专利号 {0} 的校验位不对，请对照证书核对':
    'The check digit of patent number {0} is wrong; compare it with the certificate',
  '专利号所示的专利类型与所选类型不符，请核对':
    'The patent number is of another kind of patent than the one chosen; check it',
  '{0} 重复填写，请删去一条': '{0} stands there twice; remove one',
  '该专利已失效或期限已满，不能作为专利发布；请更新权利状态，或删去它、改按技术秘密或技术服务发布':
    'This patent has lapsed or its term is over and cannot be published as a patent: update its status, remove it, or offer know-how or a service',
  '该权利有共有人，请先取得全体共有人同意并勾选确认':
    'This right has co-owners: obtain the consent of all of them and confirm it',
  '权属有争议或被查封的权利，请待争议解决后再发布':
    'A right that is disputed or seized is published once that is settled',
  '该权利已独占或排他许可他人，不能再以转让、独占或排他许可方式发布':
    'This right is licensed exclusively or solely and cannot be offered for transfer, exclusive or sole licence',
  '开放许可期间不得给予独占或排他许可，请只选其一':
    'While an open licence stands no exclusive or sole licence is granted; choose one of them',
  '开放许可须有已授权的专利，请在知识产权中填写':
    'An open licence needs a granted patent; enter it among the rights',

  // Results
  '技术就绪度应为 1 到 13 级': 'The readiness level is 1 to 13',
  '请填写至少 3 个关键词': 'Enter at least 3 keywords',
  请填写至少一个应用领域: 'Enter at least one field of application',
  请选择技术就绪度: 'Choose the readiness level',
  '请说明达到该就绪度的依据（样机、试验、检测、应用或销售证明），至少 10 个字':
    'Say what shows the readiness level (prototype, trial, test, use or sales), in 10 characters at least',
  请说明是否职务科技成果: 'Say whether it is a service invention',
  请说明是否由财政资金支持形成: 'Say whether public funds supported it',
  请选择价格方式: 'Choose how the price is set',
  请填写价格下限: 'Enter the lowest price',
  '请填写价格（挂牌、拍卖填写底价）': 'Enter the price (for a listing or an auction, the reserve)',
  请填写价格上限: 'Enter the highest price',
  请在转化条件中写明提成比例或入股方案: 'State the royalty rate or the plan of investment among the terms',
  价格上限不能低于下限: 'The highest price cannot be below the lowest',
  '职务科技成果须经单位批准；导入存量成果时请填写单位审批文号':
    'A service invention needs the approval of its unit; when importing, enter the number of the approval',

  // Needs
  请选择需求类型: 'Choose the kind of need',
  请填写至少一个关键词: 'Enter at least one keyword',
  '请填写预算上限，或选择面议': 'Enter the highest budget, or choose “negotiable”',
  预算上限不能低于下限: 'The highest budget cannot be below the lowest',
  '期望完成日期须在今天之后，请修改': 'The day by which it is wanted must lie ahead',
  '申请揭榜的需求须有至少一项量化指标、预算上限和期望完成日期':
    'A need for a challenge call has at least one measurable target, a highest budget and a day by which it is wanted',
  '该需求没有申请揭榜，请先与需求单位确认':
    'This need did not ask for a challenge call; speak with its organisation first',
  '把希望达到的效果写成可检测的数值，例如“转换效率 ≥ 24%”，至少三项':
    'Write the effect you want as values that can be tested, such as “efficiency ≥ 24%”; three at least',
  为每项指标写明检测方法或标准: 'For each target name the method or standard by which it is tested',
  '给出预算范围，“面议”会减少回应': 'Give a range for the budget: “negotiable” brings fewer answers',
  写明希望完成的日期: 'Give the day by which it should be done',
  '写清现有工艺、试过的办法和失败的原因，300 字以上为宜':
    'Describe the process as it is, what was tried and why it failed; 300 characters or more are good',
  '写明已有的设备、人员和前期工作': 'Say which equipment, people and earlier work there are',
  选择期望的合作方式: 'Choose the kind of cooperation you want',
  '选择技术领域，并填写至少 3 个关键词': 'Choose the technical field and enter at least 3 keywords',

  // Imports
  '与第 {0} 行的外部编号相同，请改正其一': 'The same external number as in row {0}; correct one of them',
  '导入之后有人在平台上修改过，未覆盖；请在平台上修改，或先恢复':
    'It was changed on the platform after the import and was not overwritten; change it there, or restore it first',
  '平台上没有这个单位，或尚未通过审核；请填写单位全称或统一社会信用代码':
    'No such organisation is on the platform, or it is not approved yet; give its full name or unified social credit code',
  '本行没有写明单位，请增加“持有单位”（或“需求单位”）一列，或在导入时指定归属单位':
    'This row names no organisation: add a column “持有单位” (or “需求单位”), or choose the owner when importing',
  '指定的归属单位不存在或尚未同步，请核对':
    'The chosen owner does not exist or has not arrived here yet; check it',
  '没有认出任何一列，请按模板写表头，例如“成果名称”“摘要”“关键词”':
    'No column was recognised; write the header as in the template, such as “成果名称”, “摘要”, “关键词”',
  '只有该单位的转化专员、管理员或所在地科技部门可以为它导入':
    'Only transfer officers and administrators of the organisation, and the bureau of its place, import for it',
  '没有找到您上传的这个文件，请重新上传': 'The file you uploaded was not found; upload it again',
  '文件已不存在，请重新上传': 'The file is no longer there; upload it again',

  // Searches
  '筛选条件重复，每种只填一次': 'A filter stands there twice; give each once',
  '没有名为“{0}”的筛选条件': 'There is no filter “{0}”',
  '每种筛选条件最多 {0} 个值': 'A filter has at most {0} values',
  '请填写检索词，或至少选择一个筛选条件': 'Enter words to search for, or choose at least one filter',
  '最多保存 {0} 条检索，请先删除不用的': 'At most {0} searches are kept; remove one that is not used first',
  只有平台管理员可以维护检索词表: 'Only platform administrators keep the search words',
  '同义词最多 {0} 组': 'At most {0} sets of synonyms',
  '停用词最多 {0} 个': 'At most {0} stop words',
  '一组同义词至少 2 个': 'A set of synonyms has at least 2 words',
  '一组同义词最多 {0} 个': 'A set of synonyms has at most {0} words',

  // Words in their places
  产业集群: 'the cluster',
  技术领域: 'the technical field',
  行业: 'the industry',
  '县(市、区)': 'the county',
  国际专利分类号: 'the IPC symbols',
  联系人姓名: 'the name of the contact person',
  电子邮箱: 'the e-mail address',
  关键词: 'the keywords',
  摘要: 'the summary',
  附件: 'the files',
  网址: 'the web address',
  成果: 'the result',
  需求: 'the need',
  成果名称: 'the title of the result',
  技术要点: 'the key points',
  解决的问题: 'the problem it solves',
  创新点: 'what is new',
  应用领域: 'the fields of application',
  应用场景: 'where it is used',
  就绪度证明: 'what shows the readiness',
  计划来源: 'the source of the programme',
  计划名称: 'the name of the programme',
  单位审批文号: 'the number of the unit’s approval',
  转化条件: 'the terms',
  预期效益: 'the expected benefit',
  应用案例: 'the cases of use',
  指标对比: 'the comparison',
  知识产权: 'the intellectual property',
  知识产权名称: 'the name of the right',
  知识产权号: 'the number of the right',
  权利人: 'the right holders',
  权利负担说明: 'what burdens the right',
  指标: 'the targets',
  本成果: 'the value of this result',
  同类技术: 'the value of other technology',
  依据: 'the basis',
  授予单位: 'who awarded it',
  获奖与检测: 'awards and tests',
  媒体报道: 'the media reports',
  报道标题: 'the title of the report',
  媒体名称: 'the name of the medium',
  团队: 'the team',
  职称: 'the academic title',
  分工: 'the role in the team',
  价格: 'the price',
  价格上限: 'the highest price',
  预计投资额: 'the investment needed',
  需求名称: 'the title of the need',
  现状与难点: 'the present state and the difficulty',
  指标名称: 'the name of the target',
  目标值: 'the target value',
  计量单位: 'the unit of measure',
  单位: 'the organisation',
  检测方法: 'the test method',
  已有基础: 'what is there already',
  付款方式: 'the terms of payment',
  企业规模: 'the size of the enterprise',
  预算: 'the budget',
  预算上限: 'the highest budget',
  检索词: 'the words to search for',
  筛选值: 'the value of the filter',
  同义词: 'the synonym',
  停用词: 'the stop word',
  保存的检索: 'the saved search',
  检索词表: 'the list of search words',
};
