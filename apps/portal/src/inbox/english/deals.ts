import type { English } from '../../i18n/reading.js';

/** Deals. */
export const deals: English = {
  有新的对接意向: 'Somebody is interested in a deal',
  '{0} 与 {1}的对接等待确认，请确认意向或说明不合适的原因':
    'The deal of {0} and {1} waits to be confirmed; confirm it, or say why it does not suit',
  经纪机构为您引荐: 'An agency introduces you',
  '{0} 与 {1}的对接等待双方确认': 'The deal of {0} and {1} waits for both to confirm',
  对接意向已确认: 'The interest was confirmed',
  '请打开对接查看下一步：洽谈、签署保密协议或报价':
    'Open the deal for the next step: talk, sign an NDA or propose a price',
  保密协议有新的签署: 'The NDA was signed by a side',
  '双方都签署后生效，请打开对接查看': 'It takes effect once both have signed; open the deal to see it',
  对接增加了经办人: 'Somebody joined the deal',
  请打开对接查看经办人: 'Open the deal to see who takes part',
  邀请您的机构参与对接: 'Your agency is invited to a deal',
  '请打开对接查看邀请，接受或婉拒': 'Open the deal to accept or decline',
  经纪机构已加入对接: 'An agency joined the deal',
  请打开对接查看经纪机构及其代理关系: 'Open the deal to see for whom it acts',
  经纪机构未加入或已退出对接: 'An agency did not join, or left the deal',
  '可以另行邀请经纪机构，或由双方直接洽谈': 'Invite another, or talk with each other directly',
  双方代理有新的披露或同意: 'Acting for both sides was disclosed or consented to',
  '请打开对接查看经纪机构代理双方的披露，并决定是否同意':
    'Open the deal to read the disclosure and decide whether you consent',
  对接有新消息: 'A new message in the deal',
  请打开对接查看并回复: 'Open the deal to read and answer it',
  对接有新的洽谈记录: 'A new record of a talk',
  请打开对接查看记录: 'Open the deal to read it',
  收到报价: 'A price was proposed',
  '请打开对接查看报价，接受或提出新的报价': 'Open the deal to accept it or propose another',
  价格已商定: 'The price is agreed',
  '请打开对接查看下一步：需要公示的先公示，其余进入签署':
    'Open the deal for the next step: disclosure where it is needed, otherwise signing',
  价格需重新商议: 'The price has to be agreed anew',
  请打开对接提出新的报价: 'Open the deal to propose another',
  协议定价开始公示: 'The agreed price is being disclosed',
  公示期满且无异议后方可签约: 'The contract is signed once the disclosure is over without objection',
  '公示期 {0} 至 {1}，期满且无未处理的异议后方可签约':
    'It is disclosed from {0} to {1}; the contract is signed after that, with no objection left open',
  公示收到异议: 'An objection to the disclosure',
  '请在公示页查看异议并处理，处理完毕前不能签约':
    'Read and decide it on the page of the disclosure; nothing is signed before that',
  公示异议已处理: 'The objection was decided',
  请打开对接查看处理结果: 'Open the deal to see the outcome',
  公示期满无异议: 'The disclosure is over without objection',
  现在可以签署技术合同: 'The contract can be signed now',
  公示已撤销: 'The disclosure was annulled',
  请重新商议价格: 'Agree on the price anew',
  可以签署技术合同: 'The contract can be signed',
  请线下签署后上传合同并登记签署信息: 'Sign it on paper, then upload it and enter the signature',
  合同签署待您核对确认: 'The signature waits for your confirmation',
  '请核对签署日期、签署人和文件后确认，或说明不符之处':
    'Check date, signatories and file, then confirm it or say what differs',
  双方已确认签署: 'Both sides have confirmed the signature',
  卖方可以据此申请技术合同认定登记: 'The seller can apply for registration of the contract',
  签署信息被退回: 'The signature was returned',
  请更正后重新登记签署信息: 'Correct it and enter it again',
  登记终止: 'The registration has ended',
  '合同的登记已注销或撤销，对接回到已签署状态；需要时可以重新申请登记':
    'It was cancelled or revoked, and the deal is “signed” again; registration can be applied for anew',
  '登记终止，佣金冲回': 'The registration has ended; commissions are reversed',
  '请打开对接查看佣金；已付的由各方按约定结算退回':
    'Open the deal to see them; what was paid is settled between you as agreed',
  技术合同已登记: 'The contract is registered',
  请打开对接查看登记编号和登记证明: 'Open the deal for its number and certificate',
  对接已办结: 'The deal is closed',
  请打开对接查看总结: 'Open the deal to read the summary',
  对接已终止: 'The deal was abandoned',
  双方不再继续该对接: 'The two do not go on with it',
};
