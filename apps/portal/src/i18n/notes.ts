import type { English } from './reading.js';

/**
 * What the platform itself notes in a history or as the evidence of a step. Such notes are kept as they were written
 * and stand beside people's own words, so each is recognised by its text.
 */
export const notes: English = {
  // Deals
  卖方表达意向: 'The seller is interested',
  买方表达意向: 'The buyer is interested',
  经纪机构引荐双方: 'An agency introduced the parties',
  '{0}确认意向': '{0} confirmed',
  一方办结对接: 'A side closed the deal',
  '{0}终止对接': '{0} ended the deal',
  '{0}报价 {1} 元': '{0} proposed CNY {1}',
  '双方商定成交总额 {0} 元': 'The two agreed on a total of CNY {0}',
  重新议价: 'The price is agreed anew',
  '发布定价公示，{0} 至 {1}': 'Disclosure of the price, {0} to {1}',
  公示期满且无未处理异议: 'The disclosure is over with no objection left open',
  '公示异议成立，重新议价': 'An objection was upheld; the price is agreed anew',
  卖方不属于须公示的单位: 'The seller needs no disclosure',
  '定价方式凭据：{0}': 'Proof of how the price was set: {0}',
  '{0}录入已签合同（SHA-256 {1}…）': '{0} entered the signed contract (SHA-256 {1}…)',
  对方确认签署: 'The other side confirmed the signature',
  签署记录被退回: 'The signature was returned',
  '技术合同登记编号 {0}': 'Registration number {0}',
  登记的合同已注销: 'The registration was cancelled',
  登记的合同已被撤销登记: 'The registration was revoked',
  '登记的合同已注销，佣金冲回': 'The registration was cancelled; the commission is reversed',
  '登记的合同已被撤销登记，佣金冲回': 'The registration was revoked; the commission is reversed',
  已被新的约定取代: 'A new agreement took its place',
  '对接终止：{0}': 'The deal ended: {0}',
  '重新议价：{0}': 'The price is agreed anew: {0}',
  '异议成立：{0}': 'The objection was upheld: {0}',
  '对接终止，合同未订立，不产生佣金（民法典第九百六十四条）':
    'The deal ended without a contract, so no commission is due (民法典第九百六十四条)',
  卖方: 'the seller',
  买方: 'the buyer',
  引荐的经纪机构: 'the agency that introduced the parties',

  // Listings, members, register, patents
  '有效期已满，请续期或修订后重新提交': 'Its validity is over; renew it, or revise it and hand it in again',
  '所列专利已失效或期限已满，请修订知识产权信息后重新提交':
    'The patents named have lapsed or expired; revise the rights and hand it in again',
  '将于 {0} 天内到期，请及时续期': 'It expires within {0} {0|day|days}; renew it in time',
  经办人已不是本单位成员: 'The handler is no longer a member of the organisation',
  '{0}，有效期至 {1}': '{0}, valid until {1}',
  专利权期限届满: 'The term of the patent ended',

  // Contracts
  '移除附件：{0}': 'Removed a file: {0}',
  '上传{0}：{1}': 'Uploaded {0}: {1}',
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
  '第{0}版': 'Version {0}',
  '移交给{0}（{1}）：该单位已在平台注册': 'Handed over to {0} ({1}), which has joined the platform',
  '邀请{0}在线评审，意见截止 {1}': 'Invited {0} to review online; opinions due by {1}',
  同意认定: 'In favour of recognition',
  不同意认定: 'Against recognition',
  '本人申请：{0}': 'At their own request: {0}',
  '系统核对：本人是该合同的申请经办人': 'Found by the platform: handles this application for the applicant',
  '系统核对：所在单位是该合同的一方': 'Found by the platform: their organisation is a party',
  '系统核对：与合同一方有任职或申报的利害关系':
    'Found by the platform: works for a party, or has told of a stake with one',
  '系统核对：本人是该申请的登记员': 'Found by the platform: is a registrar of this application',
  '系统核对：本人已在该专家组中': 'Found by the platform: is on this panel already',
  采纳合同文本的内容: 'Taken over from the text of the contract',
  未采纳合同文本的内容: 'Not taken over from the text of the contract',
  '报告{0}项已享受的优惠': 'Told of {0} {0|benefit|benefits} that {0|was|were} used',
  陈述申辩完毕: 'The defence is complete',
  '异议成立，已告知拟撤销登记：{0}': 'The objection was upheld; revocation was announced: {0}',
  '{0}由{1}代理，{2}至{3}：{4}': '{1} stands in for {0}, {2} to {3}: {4}',
  '{0}至{1}': '{0} to {1}',
  '{0}项': '{0} {0|contract|contracts}',

  // Challenge calls
  '{0} 至 {1}': '{0} to {1}',
  '揭榜 {0} 至 {1}': 'Bids from {0} to {1}',

  // Rewards, parameters of law, matching
  '异议不成立：{0}': 'Not upheld: {0}',
  '第{0}行 {1}': 'Line {0}, {1}',
  '第{0}行 {1}：{2}': 'Line {0}, {1}: {2}',
  '取值 {0}，自 {1} 起，依据 {2}': 'Value {0} from {1} on, by {2}',
  '取值 {0}，自 {1} 起至 {2}，依据 {3}': 'Value {0} from {1} to {2}, by {3}',
  '{0}；撤回：{1}': '{0}. Withdrawn: {1}',
  尚无留出反馈可比: 'No held-out feedback to compare on yet',
  '留出需求 {0} 项，nDCG@10 {1}，AUC {2}': '{0} held-out {0|need|needs}, nDCG@10 {1}, AUC {2}',
};
