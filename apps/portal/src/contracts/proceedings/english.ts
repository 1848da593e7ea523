import type { English } from '../../i18n/reading.js';

/** What comes after a registration: changes, supplements, cancellation, revocation, objections, tax notices. */
export const english: English = {
  '这是{0}，不能按{1}办理': 'This is {0}; it cannot be handled as {1}',
  '已有变更、注销、撤销或异议正在办理，请先办结':
    'A change, cancellation, revocation or objection is under way; conclude it first',
  '本单位已有一份未提交的草稿，请打开继续办理':
    'Your organisation has a draft that was not handed in; go on with it',
  '提出异议的期限到 {0} 为止': 'Objections could be made until {0}',
  '对这项不予登记决定的异议已处理过，可依法申请行政复议':
    'An objection to this refusal was decided; administrative review is open to you by law',
  '对这项认定的异议已处理过，可依法申请行政复议':
    'An objection to this recognition was decided; administrative review is open to you by law',
  '已有另一位登记员初审，请直接作出决定或请其修改意见':
    'Another registrar has examined it: decide, or ask them to change their opinion',
  '您参与过原认定，异议请由其他登记员办理':
    'You had a part in the earlier decision; another registrar handles the objection',
  请先由一位登记员提出初审意见: 'A registrar has to examine it first',
  '您已提出初审意见，请由另一位登记员决定': 'You have examined it; another registrar decides',
  '初审不同意；如不认可，请退回补正或请初审人修改意见，不能直接准予':
    'The examiner advised against it: return it, or ask the examiner to change the opinion; it cannot simply be granted',
  与已登记的内容没有区别: 'Nothing differs from what is registered',
  变更后的内容与已登记的没有区别: 'Nothing differs from what is registered',
  '起草后登记内容有了变化，请重新核对并保存后再提交':
    'What is registered has changed since the draft; check and save it again, then hand it in',
  '卖方可以陈述申辩到 {0}，期满或卖方表示不再补充后才能决定':
    'The seller may state its defence until {0}; the decision comes after that, or once the seller has said all',
  '陈述申辩期到 {0} 为止': 'A defence could be stated until {0}',
  '事由最多{0}项': 'At most {0} grounds',
  '优惠最多{0}项': 'At most {0} benefits',
  事由发生日不能晚于今天: 'The day of the ground cannot lie ahead',
  事由发生日不能早于合同签订日期: 'The day of the ground cannot come before the signing',
  请从列表中选择事由: 'Choose the ground from the list',
  请选择事由: 'Choose the ground',
  '请填写事由发生日，如解除生效日、判决生效日':
    'Enter the day of the ground, such as that on which termination or judgment took effect',
  '请填写享受的金额，大于0，精确到分': 'Enter the amount of the benefit, more than 0, to the fen',
  享受日期不能晚于今天: 'The day of the benefit cannot lie ahead',
  '请列明已享受的税收优惠，或确认没有享受':
    'List the tax benefits that were used, or confirm that there were none',
  '登记机构只代为记录税务机关、财政部门的异议':
    'The registry records objections of tax and finance bodies alone',
  '税务机关、财政部门的异议由登记机构记录，当事人以自己的名义提出':
    'The registry records objections of tax and finance bodies; parties object in their own name',
  请上传来函: 'Upload the letter',
  请上传补充协议等变更依据: 'Upload the supplementary agreement or another basis of the change',
  '请上传提成结算单、到账凭证等依据':
    'Upload the settlement of the royalty, the receipt of money or another basis',
  '请上传解除协议、判决书等依据': 'Upload the agreement of termination, the judgment or another basis',
  '请上传调查材料、举报件等依据': 'Upload the findings, the report or another basis',
  请上传异议的依据: 'Upload what the objection rests on',
  '依据材料最多{0}个，请合并后上传或先移除不需要的':
    'At most {0} files of evidence; merge some, or remove what is not needed',
  '请填写您核定的{0}': 'Enter {0} as you find it',
  '您核定的{0}与登记表不同：请核对合同，登记表有误的请退回补正':
    '{0} as you find it differs from the form: check the contract, and return the form if it is wrong',
  合同登记后才能报告享受的优惠: 'Benefits are told once the contract is registered',
  该通知已记录送达: 'The delivery of this notice is recorded already',
  请至少填写一项: 'Enter at least one',
  通知日期不能晚于今天: 'The date of the notice cannot lie ahead',
  通知日期不能早于决定日期: 'The notice cannot come before the decision',

  // Royalties
  '提成基数应为金额，精确到分': 'The base is an amount, to the fen',
  '提成比例应在0.01%至100%之间': 'The royalty rate must be between 0.01% and 100%',
  提成基数应大于零: 'The base must be more than zero',
  截止日不能早于起始日: 'The period cannot end before it begins',
  提成期间不能早于合同有效期起始日: 'The period cannot begin before the contract’s term',
  到账日不能晚于今天: 'The day of receipt cannot lie ahead',
  '合同约定固定比例 {0}%，比例有变化的请先申请变更登记':
    'The contract fixes the rate at {0}%; if it has changed, have the change registered first',
  '{0} 至 {1} 的提成已补充登记': 'The royalty of {0} to {1} was supplemented already',
  '补充后合同成交总额超过1,000亿元，请核对提成基数':
    'With it the contract would exceed CNY 100 billion; check the base',

  // Words in their places
  变更登记: 'a change',
  提成补充登记: 'a supplement of royalties',
  注销登记: 'a cancellation',
  撤销登记: 'a revocation',
  认定异议: 'an objection',
  该事项: 'the proceeding',
  税务通知: 'the tax notice',
  事由说明: 'the account of the ground',
  机关名称: 'the name of the authority',
  文号: 'the number of the document',
  来函文号: 'the number of the letter',
  通知的机关: 'the authority that was told',
  申报期或凭证号: 'the period or number of the declaration',
  提成期间起始日: 'the first day of the period',
  提成期间截止日: 'the last day of the period',
  提成基数的实际金额: 'the actual amount of the base',
  到账日: 'the day of receipt',
  陈述申辩: 'the defence',
};
