import type { English } from '../../i18n/reading.js';

/** What the rules of registration find in a form, its files and its text, and the conditions of recognition. */
export const english: English = {
  // Files
  '请上传{0}': 'Upload {0}',
  '请选择国家科技计划的具体类别（如国家重点研发计划）：统计按具体类别报送':
    'Choose which national programme it is, such as the key R&D programme: statistics are reported by it',
  '该合同适用的规则不接受以投标文件和中标通知书代替合同，请提交合同或任务书':
    'By the rules for this contract, bid and award do not stand for it; hand in the contract or the task book',
  '外文合同须附中文副本，并承诺中文副本与原文一致':
    'A contract in another language needs a Chinese copy, and the promise that both agree',
  '请选择价格确定方式（协议定价、挂牌交易或拍卖）':
    'Choose how the price was set (agreement, listing or auction)',
  '有中介方：如另订中介合同，请一并上传；三方合同中已含中介条款的不必':
    'There is an agency: upload its contract too, unless the contract of the three holds its terms',
  '标的涉及“{0}”：依法须经批准或取得生产许可的，请上传批准或许可文件；不需要的，请说明':
    'The subject concerns “{0}”: where the law asks for an approval or a licence to produce, upload it; otherwise say why none is needed',
  '窗口办理：请上传经办人的授权委托书；法定代表人本人到场的，请说明':
    'At the counter: upload the power of attorney of whoever came; if it was the legal representative in person, say so',
  '贵单位首次申请登记，请上传营业执照或法人证书等主体证明；平台已核验的，请说明':
    'This is your first application: upload the licence or another proof of identity, or say that the platform has verified it',
  '共同卖方未在平台核验，首次登记的请上传主体证明':
    'A co-seller is not verified here: for its first registration upload proof of identity',
  '只有政府科技计划项目可以任务书或投标、中标文件代替合同申请登记':
    'Task book, bid and award stand for a contract only in government programmes',
  合同文本及附件: 'the contract with its annexes',
  政府项目任务书: 'the task book of the government project',
  投标文件: 'the bid',
  中标通知书: 'the award',
  卖方主体证明: 'the seller’s proof of identity',
  法人授权书: 'the authorisation by the unit',
  政府项目主管部门同意文件: 'the consent of the authority of the government project',
  生产许可或批准文件: 'the production permit or approval',
  知识产权证明: 'the proof of intellectual property',
  技术秘密四要件说明: 'the statement on the four elements of know-how',
  中文副本及一致性承诺: 'the Chinese copy and the promise that it agrees',
  技术进出口许可或登记: 'the licence or registration of technology trade',
  代理人授权委托书: 'the power of attorney',
  中介合同: 'the contract with the agency',
  定价公示或进场交易证明: 'the proof of disclosure or of trading on an exchange',
  专家评审意见: 'the experts’ opinion',

  // Conditions
  '请对照合同说明是否符合：{0}': 'Say, by the contract, whether this is met: {0}',
  '不符合认定条件：{0}；请核对合同类别，或按其他类别申请':
    'A condition of recognition is not met: {0}. Check the class, or apply under another',
  '请注明合同的页码或条款：{0}': 'Name the page or clause of the contract: {0}',

  // Completeness
  请从列表中选择合同类别: 'Choose the class of contract from the list',
  '未写明许可方式，按普通许可登记；如约定为独占或排他，请选择并核对合同条款':
    'No kind of licence is stated, so an ordinary one is registered; if it is exclusive or sole, choose that and check the clause',
  '该合同适用的规则以纸质书面文本为准，请备好加盖印章的纸质文本供核对':
    'By the rules for this contract the paper counts; have the sealed paper ready for checking',
  '请选择服务的国民经济行业大类（GB/T 4754）：登记表按大类填写':
    'Choose the division of industry served (GB/T 4754): the form wants the division',
  '“是否科技计划项目”与计划来源不一致，请核对后改成一致':
    'Whether it is of a programme and the source of the programme disagree; make them agree',
  '涉密合同不得在线申报，请删除已上传的材料，携带纸质材料到登记机构的涉密窗口办理':
    'A classified contract is not declared online: remove what was uploaded and bring it on paper to the registry’s counter for classified matters',
  请阅读并确认真实性承诺: 'Read and confirm the promise that all is true',

  // Once only
  '同一份合同文本已申请或已登记，一份合同只能登记一次；如属误传，请更换文本':
    'This very text was applied for or registered already: a contract is registered once. If it is the wrong file, replace it',
  '合同编号“{0}”已用于贵单位的另一份申请或登记，请核对编号，或说明两份合同的关系':
    'The contract number “{0}” is that of another of your applications; check it, or explain how the two relate',
  '已有各方、金额和签订日期相同的合同申请或登记，请说明两份合同的关系和各自的技术内容':
    'A contract of the same parties, amounts and date was applied for; explain how the two relate and what each is about',
  '贵单位已有项目名称为“{0}”的申请或登记，请核对是否为同一份合同；如不是，请说明两份合同的关系，或在名称中写明区别':
    'Another application of yours is titled “{0}”; check whether it is the same contract. If not, explain how the two relate, or say in the title what differs',
  '权利清单中的权利已在另一份转让合同中申请或登记，请说明权利现状并核对登记簿副本':
    'A right of the list stands in another contract of transfer; explain its status and check the copy of the register',
  '合同文本与另一份已申请或已登记的合同高度相似（{0}%），请说明两份合同的关系和各自的技术内容':
    'The text is much like that of another contract ({0}%); explain how the two relate and what each is about',

  // Contents
  '内容提到“{0}”，以常规手段完成的工作不属于技术合同，请说明其中的技术内容':
    'The text speaks of “{0}”: work done by routine means is no technology contract. Explain what is technical in it',
  '内容提到“{0}”，这类工作一般不属于所选的合同类别，请说明其中的技术内容或改选类别':
    'The text speaks of “{0}”, which is usually not of this class; explain what is technical in it, or choose another class',
  '内容提到“{0}”：咨询合同的成果是报告或意见，包含实施指导的请改按技术服务申请':
    'The text speaks of “{0}”: consulting results in a report or an opinion. With guidance on use, apply as a service',
  '合同含有买卖、承揽、建设工程等其他合同的内容，按该合同适用的规则不予登记，请将技术部分单独订立合同':
    'The contract also holds a sale, works or construction; by the rules for it that is not registered. Make a contract of its own of the technical part',
  '混合合同须写明技术部分的金额：请把其他合同内容的价款逐项列入非技术性费用':
    'A mixed contract states the amount of its technical part: list the price of everything else among the non-technical items',
  '条款“{0}”可能限制技术竞争和技术发展，请核对合同原文':
    'The clause “{0}” may restrict competition in technology or its progress; check the contract',
  '项目名称所示的合同类型与所选类别不同，请核对':
    'The title speaks of another class than the one chosen; check it',
  '合同文本的约定更像{0}合同，与所选的{1}不同，请按权利义务核对类别':
    'The terms of the text look more like {0} than like {1}, which was chosen; check the class by rights and duties',
  '合同文本写明的总额为 {0}，与所填不同，请核对':
    'The text states a total of {0}, the form another; check it',
  '约定的主要是买卖、工程、日常维护等内容，请说明其中的技术内容':
    'The terms are mainly those of a sale, works or maintenance; explain what is technical in them',
  '合同总额的大写与小写不一致，请由双方补充说明':
    'The total in words and in figures disagree; have both sides clarify it',
  '本市专利库中该专利的法律状态为“{0}”，与所填不同，请对照专利登记簿副本核对':
    'In the city’s patent register it is “{0}”, in the form another; check the copy of the national register',
  申请中: 'pending',
  有效: 'in force',
  已届满: 'expired',
  已终止: 'ended',
  已无效: 'invalidated',
  '本市专利库中该专利的期限止于 {0}，早于所填的 {1}，请对照专利登记簿副本核对':
    'In the city’s patent register its term ends on {0}, before {1} as entered; check the copy of the national register',
  '本市专利库中该专利的权利人为 {0}，与所填不同，请上传转让证明或核对':
    'In the city’s patent register its holders are {0}, in the form others; upload proof of the transfer, or check it',
  '该专利已有独占或排他许可，至 {0} 止，请核对本合同的权利是否与之冲突，或说明':
    'An exclusive or sole licence of this patent runs until {0}; check whether this contract conflicts with it, or explain it',
  '该专利已出质且未解除：转让或许可须经质权人同意，请上传同意文件，或说明':
    'This patent is pledged: a transfer or licence needs the pledgee’s consent. Upload it, or explain',
  '“{0}”在合同文本中是卖方，申请表中填为买方，请按合同的权利义务核对':
    'In the text “{0}” is a seller, in the form a buyer; check it by rights and duties',
  '“{0}”在合同文本中是买方，申请表中填为卖方，请按合同的权利义务核对':
    'In the text “{0}” is a buyer, in the form a seller; check it by rights and duties',
  '合同文本写明的卖方“{0}”不在申请表中，请核对各方名称与印章；如为简称、曾用名或不是合同一方，请说明':
    'The text names “{0}” as a seller, the form does not; check names and seals. If it is a short or former name, or no party, explain it',
  '合同文本写明的买方“{0}”不在申请表中，请核对各方名称与印章；如为简称、曾用名或不是合同一方，请说明':
    'The text names “{0}” as a buyer, the form does not; check names and seals. If it is a short or former name, or no party, explain it',
  '合同由“{0}”签订，内设机构或课题组不是法人，请上传法人授权书；如有独立法人资格，请改填该单位':
    'It was signed by “{0}”. A unit or group within is no legal person: upload the legal person’s authorisation; if it is one itself, enter it as the party',
  '合同文本写明的签订日期为 {0}，与所填的 {1} 不同，请核对':
    'The text states {0} as the day of signing, the form {1}; check it',
  '合同文本写明的有效期止于 {0}，与所填的 {1} 不同，请核对':
    'By the text the term ends on {0}, by the form on {1}; check it',
  '合同文本列有“{0}”共 {1} 元，没有列入非技术性费用，请核对技术交易额；属于合理数量标的物的，请列入标的物':
    'The text lists “{0}” of CNY {1}, which is not among the non-technical items; check the technical amount. What carries the subject matter in a reasonable quantity is listed as such',
  '合同文本写明的专利 {0} 不在权利清单中，请补充；如不是合同的标的，请说明':
    'The text names patents that are not in the list of rights: {0}. Add them; if they are not what the contract disposes of, explain it',
  '合同文本第{0}页{1}“{2}”可能属于{3}，请核对；非法垄断技术的条款无效，有合理理由的请说明':
    'Page {0} {1} of the text, “{2}”: this may amount to {3}. Check it; terms that monopolise technology unlawfully are void. If there is a good reason, explain it',
  限制改进或研究开发: 'restricting improvement or research',
  要求无偿回授改进成果: 'having improvements granted back for nothing',
  限制从其他来源获得技术或参与竞争: 'keeping from other sources of technology or from competition',
  '限制产品价格、出口等实施行为': 'fixing prices or keeping from exports',
  '要求购买指定的设备、原材料或产品': 'tying in equipment, materials or products',
  禁止对权利的有效性提出异议: 'forbidding to contest the validity of a right',
  技术开发: 'development',
  技术转让: 'transfer',
  技术许可: 'licence',
  技术咨询: 'consulting',
  技术服务: 'service',

  // Integrity
  '与相同各方在相近日期签订的{0}份合同合计 {1} 元，达到 {2} 元的{3}，而每份都低于标准；如为一项交易，请合并为一份合同，否则请说明各合同的技术内容':
    'With {0} other {0|contract|contracts} of the same parties at about the same time it comes to CNY {1}, at or above CNY {2} ({3}), while each is below it. If it is one transaction make one contract of it; otherwise explain what each is about',
  专家评审标准: 'the amount for review by experts',
  县级登记机构限额: 'the cap of a county’s registry',
  '申报为非关联交易，但买卖双方{0}，请核对；如不构成关联，请说明理由':
    'Declared as unrelated, but of the two sides: {0}. Check it; if that makes them not related, say why',
  法定代表人相同: 'the legal representative is the same',
  实际控制人相同: 'the controller is the same',
  曾申报为关联方: 'they were declared as related before',
  '买卖双方在相近时间还有方向相反的技术合同，请说明两份合同各自的技术内容和实际履行情况':
    'At about the same time the two have a contract the other way round; explain what each is about and how it was performed',
  '该交易经其他合同在相近时间回到卖方，形成循环，请说明交易背景、技术内容和实际履行情况':
    'By other contracts at about the same time this comes back to the seller; explain the background, what it is about and how it was performed',

  // Money
  扣除金额应大于零: 'What is taken off must be more than zero',
  '非技术性费用合计超过合同成交总额 {0} 元，请核对':
    'The non-technical items exceed the total of CNY {0}; check them',
  '技术交易额应为成交总额减去非技术性费用，即 {0} 元':
    'The technical amount is the total less the non-technical items: CNY {0}',
  '合理数量标的物的直接成本含在技术交易额内，合计不能超过技术交易额；超出部分请列入非技术性费用':
    'The direct cost of a reasonable quantity of objects is part of the technical amount and cannot exceed it; list the rest among the non-technical items',
  数量至少为1: 'The quantity is at least 1',
  '成套设备或试验装置一般以{0}套以内为合理数量，超出部分请列入非技术性费用':
    'Of equipment or test rigs up to {0} {0|set is|sets are} a reasonable quantity; list the rest among the non-technical items',
  合同成交总额应大于零: 'The total must be more than zero',
  '约定了入门费，请填写入门费金额': 'An entrance fee is agreed; enter it',
  '提成合同先按固定部分（入门费或保底）登记，成交总额应为 {0} 元，提成到账后再补充登记':
    'A contract with royalties is first registered by its fixed part (entrance fee or minimum): the total is CNY {0}. Royalties are supplemented as they come in',
  封顶金额不能低于入门费或保底金额: 'The cap cannot be below the entrance fee or the minimum',
  '金额待定：每次提成到账后应补充申报，补充前不得就未申报部分申请减免税或提取奖酬金':
    'The amount is open: each royalty is declared as it comes in; before that neither tax relief nor rewards can be claimed for it',
  '技术交易额不到成交总额的{0}%，请说明理由': 'The technical amount is below {0}% of the total; say why',
  '技术交易额不到成交总额的{0}%（已说明理由）':
    'The technical amount is below {0}% of the total (the reason is given)',
  '内容提到设备或材料，而技术交易额等于成交总额：如合同含设备、材料价款，请列入非技术性费用':
    'The text speaks of equipment or material while the technical amount is the whole total; list their price among the non-technical items',

  // Parties
  同一主体不能重复出现在合同各方中: 'The same party cannot stand there twice',
  '身份证号的校验位不对，请对照证件核对':
    'The check character of the identity number is wrong; compare it with the card',
  '境内单位请填写统一社会信用代码，自然人请填写身份证号':
    'For an organisation in China enter its unified social credit code, for a person the identity number',
  '未写明中介费用或支付方，按委托人与第三人平均负担处理':
    'The agency’s fee or who pays it is not stated; client and third party are taken to bear it in equal parts',
  '技术进口合同由境内买方申请登记：请把申请单位填为第一买方':
    'An import of technology is registered by the buyer in China: enter the applicant as first buyer',
  '技术合同由卖方申请登记：请把申请单位填为第一卖方':
    'A technology contract is registered by the seller: enter the applicant as first seller',
  '有境外一方，请选择技术进口或出口，并填写许可或登记号':
    'One side is abroad: choose import or export of technology and enter the number of the licence or registration',

  // Rights and term
  '专利号校验位不对，请对照证书核对':
    'The check digit of the patent number is wrong; compare it with the certificate',
  '专利号所示的专利类型与所选类型不同，请核对':
    'The patent number is of another kind of patent than the one chosen; check it',
  '权利人中没有卖方，请上传权利人的授权或转让证明':
    'The seller is not among the right holders; upload their authorisation or the proof of transfer',
  '该权利已终止，进入公有领域的技术不能作为转让或许可的标的':
    'This right has ended: technology in the public domain can be neither transferred nor licensed',
  '专利权于 {0} 届满，早于合同生效日': 'The patent ends on {0}, before the contract takes effect',
  '专利实施许可须以有效的授权专利为标的；申请中的技术请按技术秘密许可登记':
    'A patent licence needs a granted patent in force; what is only applied for is licensed as know-how',
  '许可期限止于 {0}，超过专利权期限 {1}，请缩短有效期或核对专利期限':
    'The licence ends on {0}, after the patent’s term ({1}); shorten it or check the term',
  '专利权转让须以授权专利为标的；尚未授权的请选“专利申请权转让”':
    'A transfer of a patent needs a granted patent; for one that is not, choose “transfer of a patent application”',
  '专利申请权转让以申请中的专利为标的；已授权的请选“专利权转让”':
    'A transfer of a patent application is of a pending one; for a granted patent choose “transfer of a patent”',
  '知识产权类型与合同类别不符，请改选其一':
    'Kind of right and class of contract do not fit; change one of them',
  开放许可只适用于专利实施许可: 'Only a patent licence can be an open licence',
  '签订日期晚于申请日，合同签订后才能申请登记':
    'The date of signing is after the application; a contract is registered once it is signed',
  '合同尚未生效，请在生效后申请登记': 'The contract has not taken effect yet; apply once it has',
  '合同有效期已过，不能再申请登记；如已续期，请按补充协议修改有效期':
    'The contract’s term is over and it can no longer be registered; if it was prolonged, enter the term of the supplement',

  // Limits of the form
  '请从列表中选择{0}': 'Choose {0} from the list',
  '{0}应在0至1,000亿元之间，精确到分': '{0} must be between CNY 0 and CNY 100 billion, to the fen',
  '{0}应为{1}至{2}的整数': '{0} must be a whole number from {1} to {2}',
  '{0}最多{1}项': '{0}: at most {1} entries',
  请选择权利类型: 'Choose the kind of right',
  请填写3位海关国别代码: 'Enter the country’s customs code of 3 digits',
  请填写6位行政区划代码: 'Enter the division code of 6 digits',
  '请填写两位小写语言代码，如zh、en': 'Enter the language as two small letters, like zh or en',

  // Words in their places
  项目名称: 'the title of the project',
  合同类别: 'the class of contract',
  是否采用示范文本: 'whether the model text was used',
  是否电子合同: 'whether it is an electronic contract',
  合同语言: 'the language of the contract',
  知识产权类型: 'the kind of intellectual property',
  服务的国民经济行业: 'the industry served',
  国民经济行业: 'the industry',
  国民经济行业大类: 'the division of industry',
  社会经济目标: 'the socio-economic goal',
  保密约定: 'the terms of confidentiality',
  验收标准与方式: 'how it is accepted',
  项目编号: 'the number of the project',
  是否涉外: 'whether a side is abroad',
  是否涉密: 'whether it is classified',
  是否关联交易: 'whether the sides are related',
  是否科技计划项目: 'whether it is of a programme',
  是否揭榜挂帅项目: 'whether it answers a challenge call',
  揭榜挂帅榜单编号: 'the number of the challenge',
  榜单编号: 'the number of the challenge',
  技术进出口许可或登记号: 'the number of the licence or registration of technology trade',
  许可或登记号: 'the number of the licence or registration',
  承诺人姓名: 'the name of who promises',
  标的技术内容摘要: 'the summary of the technical contents',
  成果归属约定: 'who owns the results',
  支付方式: 'the mode of payment',
  合同成交总额: 'the total',
  合同成交额: 'the total',
  技术交易额: 'the technical amount',
  预计新增投入: 'the expected new investment',
  预计新增产值: 'the expected new output',
  费用名称: 'the name of the item',
  对应的合同条款: 'the clause of the contract',
  合同条款: 'the clause of the contract',
  条款: 'the clause',
  标的物名称: 'the name of the object',
  提成方式: 'the kind of royalty',
  提成比例: 'the royalty rate',
  提成年限: 'the years of royalty',
  入门费: 'the entrance fee',
  封顶金额: 'the cap',
  保底金额: 'the minimum',
  中介费用: 'the agency’s fee',
  金额: 'the amount',
  直接成本: 'the direct cost',
  数量: 'the quantity',
  页码: 'the page',
  统一社会信用代码或证件号: 'the unified social credit code or identity number',
  证件号: 'the identity number',
  项目联系人: 'the contact person',
  中介方名称: 'the name of the agency',
  中介方: 'the agency',
  权利清单: 'the list of rights',
  权利名称: 'the name of the right',
  权利号: 'the number of the right',
  权利人: 'the right holders',
  申请日: 'the filing date',
  合同签订日期: 'the date of signing',
  有效期起: 'the first day of the term',
  有效期止: 'the last day of the term',
  合同编号: 'the contract number',
  科技成果登记号: 'the registration number of the result',
  开户行: 'the bank',
  账号: 'the account',
  实际控制人: 'the controller',
  技术成熟度: 'the readiness level',
  非技术性费用: 'the non-technical items',
  合理数量标的物: 'the reasonable quantities of objects',
  认定条件: 'the conditions of recognition',
};
