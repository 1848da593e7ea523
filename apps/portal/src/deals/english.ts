import type { English } from '../i18n/reading.js';

/** Deals: opening, talking, prices, disclosure, brokers, commissions, signing. */
export const english: English = {
  // Inviting an expert
  '该专家不在库、已暂停，或不对外公开，不能邀请':
    'The expert is not in the bank, is suspended or is not shown to others, and cannot be invited',
  该专家暂不接受邀请: 'The expert takes no invitations at present',
  '该专家就是需求单位的人员，无需邀请': 'The expert works for the owner of the need already',
  '该专家与需求单位有登记的回避关系，不能邀请':
    'A relation of the expert to the owner of the need is on record; the expert cannot be invited',
  '该专家已就此需求受到邀请，请在需求页查看答复':
    'The expert was invited for this need before; the answer stands on its page',
  '需求未上线、已下架，或单位未通过审核，不能邀请专家':
    'The need is not online or was taken down, or its owner is not approved: no expert can be invited',
  '只有需求单位的科研人员、转移转化负责人、单位管理员可以邀请专家':
    'Only researchers, transfer officers and administrators of the need’s owner invite experts',
  只有需求单位和经纪机构的技术经纪人可以邀请专家:
    'Only the need’s owner and brokers of an agency invite experts',
  只有受邀的专家本人可以答复: 'Only the expert who was invited can answer',
  只有发出邀请的单位可以撤回: 'Only the organisation that invited can withdraw the invitation',
  该邀请: 'the invitation',
  该专家: 'the expert',
  谢绝原因: 'the reason for declining',
  答复: 'the answer',
  只有需求单位可以就自己的需求指定对方: 'Only the owner of a need names whom it asks',
  指定的单位不是该成果的发布单位: 'The organisation named does not own the result',
  // Opening
  '平台尚未收到{0}的信息，或它已不可见，请稍后再试':
    '{0}: nothing is known of it here yet, or it can no longer be seen; try again shortly',
  '该成果和需求都不属于所选单位；引荐他人请以经纪机构身份发起引荐':
    'Neither the result nor the need belongs to this organisation; to introduce others, act for your agency',
  请选择一项成果或需求: 'Choose a result or a need',
  '所选成果或需求已确定了这一方，请不要另填':
    'The result or need that was chosen determines this side; leave it empty',
  '请选择卖方单位，或选择一项成果': 'Choose the seller, or a result',
  '请选择买方单位，或选择一项需求': 'Choose the buyer, or a need',
  '“{0}”未上线或已下架，不能发起对接': '“{0}” is not online or was taken down; no deal can begin with it',
  '{0}未通过审核或已停用，不能参与对接': '{0} is not approved or is suspended and cannot take part in a deal',
  '买卖双方是同一单位，不能对接': 'Seller and buyer are the same organisation',
  '双方在该成果或需求上已有进行中的对接，请在“我的对接”中继续':
    'The two have a deal on this result or need already; go on in “My deals”',
  '只有该单位的科研人员、转移转化负责人、单位管理员可以发起对接':
    'Only researchers, transfer officers and administrators of the organisation open a deal',
  '只有该经纪机构的技术经纪人、单位管理员可以引荐':
    'Only brokers and administrators of the agency introduce parties',
  '该单位不是已审核的经纪机构，不能引荐':
    'This organisation is no approved agency and cannot introduce parties',
  经纪机构不能同时是买卖一方: 'An agency cannot be seller or buyer as well',

  // Who may
  '只有卖方或买方单位的转移转化负责人、单位管理员可以办理，请联系本单位负责人':
    'Only transfer officers and administrators of seller and buyer can do this; speak with yours',
  '只有卖方或买方单位的转移转化负责人、单位管理员可以办理':
    'Only transfer officers and administrators of seller and buyer can do this',
  '只有卖方单位的转移转化负责人、单位管理员可以办理':
    'Only transfer officers and administrators of the seller can do this',
  只有参与本对接的双方人员和已加入的经纪人可以记录和留言:
    'Only those who take part for the two sides, and brokers who have joined, write here',
  登记情况由技术合同登记结果自动更新: 'The registration of the contract updates this by itself',
  '该人员不是本单位的科研人员或转移转化人员，请先由单位管理员添加或授权':
    'This person is neither researcher nor transfer officer of your organisation; have an administrator add or authorise them first',
  该人员已在本对接中: 'This person takes part already',

  // Steps
  '本单位已确认意向，请等待对方确认': 'Your side has confirmed; wait for the other',
  '所引荐的双方都是贵单位，不能对接；请终止':
    'Both sides that were introduced are your organisation; end this deal',
  '需求是匿名发布的，确认意向后对方才能看到贵单位；请先确认意向':
    'The need is anonymous: the other side sees your organisation once you confirm. Confirm first',
  本单位已签署保密协议: 'Your side has signed the NDA',
  '一方已签署保密协议，须另一方也签署后才能谈价格':
    'One side has signed the NDA; prices are discussed once the other has signed too',
  目前没有等待答复的报价: 'No price is waiting for an answer',
  '这是本单位提出的报价，须由对方接受': 'Your side proposed this price; the other has to accept it',
  '同一人不能既报价又接受，请由对方单位的其他人员办理':
    'The same person cannot propose and accept; another person of the other side has to',
  '卖方不是国家设立的单位，或不是协议定价，无须公示，可直接进入签署':
    'The seller is not state-established or the price is not agreed by negotiation: no disclosure is needed, and you can sign',
  '该价格已完成公示，可以签署': 'The disclosure of this price is complete; you can sign',
  '国家设立的单位协议定价的，须先完成定价公示且无未处理异议，才能签署':
    'A state-established seller’s agreed price is disclosed, with no objection left open, before anybody signs',
  '还有 {0} 项异议未处理，请先处理':
    '{0} {0|objection is|objections are} still open; decide {0|it|them} first',
  '公示到 {0} 止（还有 {1} 天），次日起可以完成公示':
    'The disclosure runs until {0} ({1} {1|day|days} left); it can be completed from the next day on',
  '签署记录由本单位录入，须由对方单位确认': 'Your side entered the signature; the other has to confirm it',
  '同一人不能既录入又确认签署，请由对方单位的其他人员确认':
    'The same person cannot enter and confirm the signature; another person of the other side has to',
  '一次最多附 {0} 个文件': 'At most {0} files at a time',
  日期不能晚于今天: 'The date cannot lie ahead',

  // Price
  '挂牌交易或拍卖的，请填写交易场所与成交编号':
    'For a listing or an auction enter the exchange and the number of the transaction',
  '卖方为国家设立的单位，请填写定价依据（如评估报告、集体决策记录）':
    'The seller is state-established: state what the price rests on, such as an appraisal or a collective decision',
  '请填写支付约定（各期金额与时间）': 'State the terms of payment (amount and time of each instalment)',
  '技术部分 {0} 元大于成交总额 {1} 元，请核对':
    'The technical part of CNY {0} is more than the total of CNY {1}; check it',
  '成交总额应大于 0；只按提成支付的，请选择“提成支付”':
    'The total must be more than 0; where only royalties are paid, choose payment by royalty',
  '该支付方式没有提成，请去掉提成约定': 'This mode of payment has no royalty; remove its terms',
  '请填写提成比例、基数和年限': 'Enter rate, base and years of the royalty',
  '提成比例应在 0.01% 到 100% 之间': 'The royalty rate must be between 0.01% and 100%',
  '提成年限应在 1 到 50 年之间': 'Royalties run for 1 to 50 years',
  '该报价已被新的报价取代，请查看最新报价后再接受':
    'A newer proposal took the place of this one; read it before you accept',

  // Disclosure
  '受让方为关联方的，请说明关联关系': 'The transferee is related: state the relation',
  '请填写 1 至 10 个公示渠道': 'Enter 1 to 10 places of the disclosure',
  '公示期不得少于 {0} 天': 'The disclosure lasts at least {0} {0|day|days}',
  '公示期最长 {0} 天': 'The disclosure lasts at most {0} {0|day|days}',
  '请填写电话号码或电子邮箱，以便受理部门联系您':
    'Enter a phone number or an e-mail address by which the office can reach you',
  '请先登录，再以真实姓名提出异议': 'Sign in to object, under your real name',
  由系统按办理结果更新: 'The platform updates this by itself',
  '异议由公示单位的受理部门（转移转化负责人、单位管理员）处理':
    'The seller’s office decides objections (transfer officers and administrators)',
  '公示已于 {0} 截止，如仍有意见请直接联系异议受理部门':
    'The disclosure ended on {0}; for anything further, contact the office for objections',
  '您对本公示已提出 {0} 次异议，已达上限，如有补充请直接联系异议受理部门':
    'You have raised {0} {0|objection|objections} to this disclosure, which is as many as one may; for anything further, contact the office for objections',
  '不能处理本人提出的异议，请由其他人员处理': 'You cannot decide your own objection; somebody else has to',

  // Brokers and commissions
  '该单位不是已审核的经纪机构，请另选': 'This organisation is no approved agency; choose another',
  '该人员不是该机构的技术经纪人，请另选': 'This person is no broker of the agency; choose another',
  '该机构已受邀或已加入；如需其同时代表双方，请由经纪机构披露双方代理并经双方同意':
    'The agency was invited or has joined. To act for both sides it discloses that, and both consent',
  '只有该经纪机构的技术经纪人、单位管理员可以办理':
    'Only brokers and administrators of the agency can do this',
  只有经纪机构或其所代表的一方可以终止委托: 'Only the agency, or the side it acts for, ends its engagement',
  '该对接已结束，不能再办理': 'The deal has ended',
  '已披露双方代理，请等待双方同意': 'Acting for both sides was disclosed; wait for both to consent',
  '经纪机构尚未披露双方代理，无须同意':
    'The agency has not disclosed that it acts for both sides; there is nothing to consent to',
  '本单位已同意，请等待对方': 'Your side has consented; wait for the other',
  只有佣金约定的付款方和收款的经纪机构可以办理:
    'Only those who pay the commission, and the agencies that are paid, can do this',
  由付款方确认触发条件已达成: 'Whoever pays confirms that the condition has been met',
  由收款的经纪机构确认收讫: 'The agency that is paid confirms the receipt',
  随对接的进展自动更新: 'This follows the course of the deal',
  '本单位已同意，请等待其他各方': 'Your side has agreed; wait for the others',
  '合同尚未订立，不产生佣金；只能请求支付约定的必要费用':
    'No contract was concluded, so no commission is due; only agreed necessary expenses can be claimed',
  '该佣金在签署或登记后自动到期，无须确认':
    'This commission falls due by itself on signing or registration; nothing has to be confirmed',
  '分档上限应逐档升高，最后一档不设上限，费率在 0 到 100% 之间，最多 10 档':
    'Upper ends must rise from tier to tier, the last has none; rates lie between 0 and 100%; at most 10 tiers',
  '最高佣金低于最低佣金，请核对': 'The highest commission is below the lowest; check it',
  '卖方与买方的承担比例之和应为 100%': 'The shares of seller and buyer must add up to 100%',
  '经纪机构的份额之和应为 100%，每家机构只写一次，最多 10 家':
    'The shares of the agencies must add up to 100%, each agency once, at most 10',
  '该机构尚未加入本对接，请先邀请并由其接受':
    'The agency has not joined the deal; invite it, and let it accept first',
  '收款机构只代表另一方；由双方承担佣金的，须先披露双方代理并经双方同意':
    'The agency acts for the other side alone; where both pay, it first discloses that it acts for both, and both consent',
  只能提出由本单位支付或收取的佣金:
    'You can only propose a commission that your organisation pays or receives',

  // Signing and registration
  '请填写双方签署人姓名，2 至 10 人': 'Enter the names of those who signed for both sides, 2 to 10 people',
  '已签合同应为 PDF 文件，请扫描或另存后重新上传':
    'The signed contract must be a PDF; scan or save it as one and upload it again',
  签订日期不能晚于今天: 'The date of signing cannot lie ahead',
  '定价公示到 {0} 止，签订日期应在其后':
    'The price is disclosed until {0}; the contract is signed after that',
  '有效期止早于有效期起，请核对': 'The term ends before it begins; check it',
  '所确认的文件与录入的不一致，请重新打开已签合同核对':
    'The file that was confirmed is not the one that was entered; open the signed contract again',
  '没有找到该文件，请在本对接中重新上传': 'The file was not found; upload it again in this deal',
  绕单提醒由市级主管部门核实处理: 'The city bureau looks into alerts of bypassing',
  该提醒已处理: 'This alert was dealt with',

  // Market health
  '近 {0} 天内发起的对接（表达意向、引荐）。':
    'Deals begun in the last {0} days, by interest or by introduction.',
  '近 {0} 天内发起、已得到响应的对接，从发起到被询问一方首次响应（确认意向或留言）的小时数，取中位数。':
    'Hours from the beginning of a deal to the first answer of the side that was asked (a confirmation or a message): the median of deals begun in the last {0} days that were answered.',
  '近 {0} 天内发起、已满 {1} 天的对接中，{2} 天内得到响应的比例。':
    'Of the deals begun in the last {0} days and at least {1} days old, the share that was answered within {2} days.',
  '仍在进行、发起超过 {0} 天而被询问一方没有任何响应的对接；样本为全部进行中的对接。':
    'Open deals begun more than {0} days ago that the side that was asked has not answered at all; of all open deals.',
  '仍在进行、超过 {0} 天没有人推进（留言、对接记录、报价、确认、签署）的对接；样本为全部进行中的对接。':
    'Open deals that nobody has moved for more than {0} days (by a message, a record, a price, a confirmation or a signature); of all open deals.',
  '在线的成果和需求中，至少有过一次对接的比例。':
    'Of the results and needs that are online, the share that has had a deal at least once.',

  '近 {0} 天内有效期续期或期满的成果和需求中，续过期的比例。':
    'Of the results and needs whose term was renewed or ran out in the last {0} days, the share that was renewed.',
  '近 {0} 天内有效期已满而下线、此后没有重新上线的成果和需求；样本为近 {1} 天内有效期续期或期满的成果和需求。':
    'Results and needs that went offline at the end of their term in the last {0} days and have not come back; of those whose term was renewed or ran out in the last {1} days.',

  // Words in their places
  该对接: 'the deal',
  对接: 'the deal',
  该经纪机构: 'the agency',
  该委托: 'the engagement',
  该佣金约定: 'the agreed commission',
  该公示: 'the disclosure',
  该异议: 'the objection',
  该提醒: 'the alert',
  该引荐证明: 'the proof of introduction',
  该记录: 'the record',
  该文件: 'the file',
  该单位: 'the organisation',
  该人员: 'the person',
  邀请说明: 'the note with the invitation',
  凭据说明: 'what proves it',
  定价依据: 'what the price rests on',
  异议受理部门: 'the office for objections',
  异议受理电话: 'the phone number for objections',
  公示渠道: 'the place of the disclosure',
  真实姓名: 'your real name',
  联系方式: 'the contact',
  异议内容与理由: 'the objection and its reasons',
  关联关系说明: 'the relation',
  标题: 'the title',
  留言: 'the message',
  交易场所与成交编号: 'the exchange and the number of the transaction',
  支付约定: 'the terms of payment',
  附言: 'the note',
  提成基数: 'the base of the royalty',
  内容: 'the text',
  参加人员: 'who took part',
  结果与下一步: 'the outcome and the next step',
  签订地点: 'the place of signing',
  签署人姓名: 'the name of the signatory',
  办结总结: 'the summary',
  处理意见: 'the opinion',
  卖方: 'the seller',
  买方: 'the buyer',
  引荐的经纪机构: 'the agency that introduced the parties',
};
