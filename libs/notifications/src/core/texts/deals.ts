import type { DealFact } from '../facts.js';
import type { Text, Texts } from './text.js';

const ofDeal =
  (title: string, body: (deal: DealFact) => string) =>
  (deal: DealFact): Text => ({
    title: `${title}：${deal.title}`,
    body: body(deal),
    link: `/deals/${deal.id}`,
  });
const parties = ({ sellerName, buyerName }: DealFact): string => `${sellerName} 与 ${buyerName}`;
/** What the one who acted wrote for the others, cut to a glance. */
const said = ({ message }: DealFact): string =>
  message === null || message === ''
    ? ''
    : `说明：${[...message].length > 100 ? `${[...message].slice(0, 100).join('')}…` : message}`;

export const DEAL_TEXTS = {
  opened: ofDeal(
    '有新的对接意向',
    (deal) => `${parties(deal)}的对接等待确认，请确认意向或说明不合适的原因。${said(deal)}`,
  ),
  introduced: ofDeal('经纪机构为您引荐', (deal) => `${parties(deal)}的对接等待双方确认。${said(deal)}`),
  confirmed: ofDeal('对接意向已确认', () => '请打开对接查看下一步：洽谈、签署保密协议或报价。'),
  ndaSigned: ofDeal('保密协议有新的签署', () => '双方都签署后生效，请打开对接查看。'),
  personAdded: ofDeal('对接增加了经办人', () => '请打开对接查看经办人。'),
  brokerInvited: ofDeal('邀请您的机构参与对接', () => '请打开对接查看邀请，接受或婉拒。'),
  brokerAccepted: ofDeal('经纪机构已加入对接', () => '请打开对接查看经纪机构及其代理关系。'),
  brokerLeft: ofDeal('经纪机构未加入或已退出对接', () => '可以另行邀请经纪机构，或由双方直接洽谈。'),
  dualAgency: ofDeal(
    '双方代理有新的披露或同意',
    () => '请打开对接查看经纪机构代理双方的披露，并决定是否同意。',
  ),
  message: ofDeal('对接有新消息', () => '请打开对接查看并回复。'),
  contact: ofDeal('对接有新的洽谈记录', () => '请打开对接查看记录。'),
  priceProposed: ofDeal('收到报价', () => '请打开对接查看报价，接受或提出新的报价。'),
  priceAgreed: ofDeal('价格已商定', () => '请打开对接查看下一步：需要公示的先公示，其余进入签署。'),
  priceReopened: ofDeal('价格需重新商议', (deal) => `请打开对接提出新的报价。${said(deal)}`),
  disclosureStarted: ofDeal('协议定价开始公示', ({ disclosure }) =>
    disclosure === null
      ? '公示期满且无异议后方可签约。'
      : `公示期 ${disclosure.startsOn} 至 ${disclosure.endsOn}，期满且无未处理的异议后方可签约。`,
  ),
  objectionRaised: ofDeal('公示收到异议', () => '请在公示页查看异议并处理，处理完毕前不能签约。'),
  objectionDecided: ofDeal('公示异议已处理', (deal) => `请打开对接查看处理结果。${said(deal)}`),
  disclosureCompleted: ofDeal('公示期满无异议', () => '现在可以签署技术合同。'),
  disclosureAnnulled: ofDeal('公示已撤销', (deal) => `请重新商议价格。${said(deal)}`),
  readyToSign: ofDeal('可以签署技术合同', () => '请线下签署后上传合同并登记签署信息。'),
  signatureRecorded: ofDeal(
    '合同签署待您核对确认',
    () => '请核对签署日期、签署人和文件后确认，或说明不符之处。',
  ),
  signatureConfirmed: ofDeal('双方已确认签署', () => '卖方可以据此申请技术合同认定登记。'),
  signatureRejected: ofDeal('签署信息被退回', (deal) => `请更正后重新登记签署信息。${said(deal)}`),
  registrationEnded: ofDeal(
    '登记终止',
    (deal) => `合同的登记已注销或撤销，对接回到已签署状态；需要时可以重新申请登记。${said(deal)}`,
  ),
  feesReversed: ofDeal(
    '登记终止，佣金冲回',
    (deal) => `请打开对接查看佣金；已付的由各方按约定结算退回。${said(deal)}`,
  ),
  registered: ofDeal('技术合同已登记', () => '请打开对接查看登记编号和登记证明。'),
  closed: ofDeal('对接已办结', () => '请打开对接查看总结。'),
  abandoned: ofDeal('对接已终止', (deal) => `双方不再继续该对接。${said(deal)}`),
} satisfies Texts<DealFact>;
