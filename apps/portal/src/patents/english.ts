import type { English } from '../i18n/reading.js';

/** The patent register. */
export const english: English = {
  '该专利号已在登记簿中；共有专利由先登记的单位维护，请搜索专利号查看':
    'This patent is in the register already; of co-owners, the one that entered it first keeps it. Search for its number',
  请填写申请号或专利号: 'Enter the application or patent number',
  请填写申请人: 'Enter the applicants',
  '请填写发明人（设计人）': 'Enter the inventors or designers',
  '已缴年度应在 1 到 {0} 之间': 'The years paid must be between 1 and {0}',
  '{0}不能早于申请日': '{0} cannot come before the filing date',
  '{0}不能晚于今天': '{0} cannot lie ahead',
  申请日不能晚于今天: 'The filing date cannot lie ahead',
  期限届满日应晚于申请日: 'The term ends after the filing date',
  '法定期限届满日为 {0}；与此不同的，请写明依据，例如期限补偿':
    'By law the term ends on {0}; for another day state the ground, such as a compensation of the term',
  已授权的专利请填写授权公告日: 'For a granted patent enter the date of grant',
  已公布的申请请填写公布日: 'For a published application enter the date of publication',
  '尚未授权的申请没有授权公告日，请核对法律状态':
    'An application that is not granted has no date of grant; check the legal status',
  '期限已届满的专利不再是授权状态，请选择“期限届满”':
    'A patent whose term is over is no longer granted; choose “expired”',
  '专利已质押，许可他人使用须经质权人同意，请取得同意后勾选确认':
    'The patent is pledged: a licence needs the pledgee’s consent. Obtain and confirm it',
  该专利已在开放许可中: 'The patent is openly licensed already',
  该专利没有有效的开放许可声明: 'The patent has no open licence in force',
  '没有这份合同，或不是本单位出让、已认定登记的合同':
    'There is no such contract, or it is not a registered contract in which your organisation is the seller',
  该许可已经备案: 'This licence is filed already',
  '备案日期应在许可生效之后、今天之前': 'The filing comes after the licence takes effect and not after today',
  该许可已经终止: 'This licence has ended already',
  '终止日期应在许可生效之后、今天之前': 'The end comes after the licence takes effect and not after today',
  '担保金额应在 0 到 1000 亿元之间': 'The secured amount must be between CNY 0 and CNY 100 billion',
  '质押登记日应在申请日之后、今天之前': 'The pledge is registered after the filing date and not after today',
  没有这条质押记录: 'There is no such pledge',
  该质押已经解除: 'This pledge was released already',
  '解除日期应在质押登记之后、今天之前': 'The release comes after the pledge and not after today',
  '声明日期应在授权之后、今天之前': 'The declaration comes after the grant and not after today',
  '许可期限应在今天与专利期限届满日 {0} 之间':
    'The licence must end between today and the end of the term, {0}',
  '实用新型、外观设计专利提出开放许可声明，应当提供专利权评价报告，请填写报告编号':
    'To open a utility model or a design to all, its evaluation report is needed; enter its number',
  '专利在独占或排他许可期间，不能开放许可':
    'While an exclusive or sole licence runs the patent cannot be openly licensed',
  '撤回日期应在声明之后、今天之前': 'The withdrawal comes after the declaration and not after today',
  '许可期限应从今天或之前开始，并晚于生效日结束':
    'The licence begins today or earlier and ends after it takes effect',
  '许可期限不能超过专利期限届满日 {0}': 'The licence cannot outlive the patent, whose term ends on {0}',
  '专利已独占许可他人，期间不能再许可；被许可人经同意再许可的，请选择“分许可”':
    'The patent is licensed exclusively and cannot be licensed again meanwhile; what the licensee grants with consent is a sublicence',
  开放许可期间不得给予独占或者排他许可:
    'While the open licence stands no exclusive or sole licence is granted',
  '专利已有其他许可在履行，不能再给予独占或者排他许可':
    'Other licences are running; no exclusive or sole licence can be granted',
  没有这条许可记录: 'There is no such licence',
  '缴费金额应在 0 到 100 万元之间': 'The fee must be between CNY 0 and CNY 1 million',
  缴费日期不能晚于今天: 'The date of payment cannot lie ahead',
  '登记之后请逐年登记缴费，不直接改已缴年度':
    'Once entered, payments are recorded year by year; the years paid are not changed directly',
  '授权当年的年费随登记缴纳，此后可登记第 {0} 至第 {1} 年度':
    'The fee of the year of grant is paid with the registration; years {0} to {1} can be recorded after it',
  '年费逐年缴纳，下一个应缴的是第 {0} 年度':
    'Fees are paid year by year; the next one due is that of year {0}',
  日期不能早于申请日: 'The date cannot come before the filing date',
  '日期不能早于上一法律状态的日期 {0}': 'The date cannot come before that of the status before, {0}',

  // Warnings
  '第 {0} 年度年费的补缴期已于 {1} 届满，专利权可能已经终止；请向专利局核实后更新法律状态或补记缴费':
    'The late period for the fee of year {0} ended on {1}; the patent may have lapsed. Verify with the patent office, then update the status or record the payment',
  '第 {0} 年度年费 {1} 已过期限，最迟 {2} 补缴，今日另需滞纳金 {3}':
    'The fee of year {0} ({1}) is overdue; it can be paid until {2}, today with a surcharge of {3}',
  '第 {0} 年度年费 {1} 应在 {2} 前缴纳，还有 {3} 天':
    'The fee of year {0} ({1}) is due by {2}, in {3} {3|day|days}',
  '专利权期限将于 {0} 届满，还有 {1} 天': 'The term of the patent ends on {0}, in {1} {1|day|days}',
  '许可 {0} 的合同应在 {1} 前备案，已逾期 {2} 天':
    'The licence to {0} had to be filed by {1}, {2} {2|day|days} ago',
  '许可 {0} 的合同应在 {1} 前备案，还有 {2} 天':
    'The licence to {0} has to be filed by {1}, in {2} {2|day|days}',
  '{0} 元': 'CNY {0}',

  // Imports
  '与第 {0} 行的专利号相同，请删去其一': 'The same patent number as in row {0}; remove one of them',
  '与登记簿中的法律状态不同：状态变化请在专利页面连同日期逐项记录':
    'The register says another legal status: record each change, with its day, on the page of the patent',
  '登记簿中的这件专利在平台上登记或修改过，未覆盖；请在平台上修改':
    'This entry was made or changed on the platform and was not overwritten; change it there',
  '没有认出任何一列，请在第一行写表头，例如“申请号”“专利名称”“发明人”“申请日”':
    'No column was recognised; write a header in the first row, such as “申请号”, “专利名称”, “发明人”, “申请日”',
  '本行没有写明单位，请增加“登记单位”一列，或在导入时指定归属单位':
    'This row names no organisation: add a column “登记单位”, or choose the owner when importing',
  '这件专利的文字超过 {0} 字，未读取': 'This patent has more than {0} characters of text and was not read',
  '没有认出任何专利：应为 WIPO ST.96 格式，每件专利在 PatentDocument、PatentPublication 或 BibliographicData 元素中':
    'No patent was recognised: the file should be WIPO ST.96, each patent in an element PatentDocument, PatentPublication or BibliographicData',
  '文件含有文档类型声明（DOCTYPE），出于安全考虑不予读取，请去掉后再导入':
    'The file declares a document type (DOCTYPE) and is not read, for safety; remove it and import again',
  '文件不是 UTF-8 编码，请另存为 UTF-8 再导入':
    'The file is not in UTF-8; save it as UTF-8 and import it again',
  'XML 在第 {0} 行第 {1} 列有误（{2}），从这里起的内容无法读取':
    'The XML is wrong at line {0}, column {1} ({2}); nothing from there on can be read',
  '一个标签、属性或声明过长': 'a tag, an attribute or a declaration is too long',
  '元素嵌套超过 {0} 层': 'elements are nested more than {0} deep',
  '不是 UTF-8 编码': 'not in UTF-8',

  // Words in their places
  专利: 'the patent',
  申请人: 'the applicant',
  专利权人: 'the patentee',
  发明人: 'the inventor',
  申请号: 'the application number',
  专利名称: 'the title of the patent',
  公布号: 'the publication number',
  公布日: 'the date of publication',
  授权公告日: 'the date of grant',
  期限说明: 'the note on the term',
  专利局: 'the patent office',
  同族专利: 'the patent family',
  同族专利号: 'the number of the family member',
  同族专利名称: 'the title of the family member',
  被许可人: 'the licensee',
  备案号: 'the filing number',
  质权人: 'the pledgee',
  质押登记号: 'the number of the pledge',
  许可使用费标准与支付方式: 'the fee and how it is paid',
  许可地域: 'the territory',
  许可使用费: 'the fee',
  公告号: 'the number of the announcement',
  专利权评价报告: 'the evaluation report',
  票据号: 'the number of the receipt',
};
