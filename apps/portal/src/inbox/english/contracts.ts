import type { English } from '../../i18n/reading.js';

/** Registration of technology contracts. */
export const contracts: English = {
  // Applications for registration
  '合同登记申请{0}待受理': 'The application {0} waits to be accepted',
  '请核对材料后受理、不予受理或退回补正': 'Check the papers, then accept, decline or return it',
  '合同登记申请{0}已受理': 'The application {0} was accepted',
  '受理号：{0}': 'Number: {0}',
  '受理号：{0}，应在 {1} 前办结': 'Number: {0}; to be concluded by {1}',
  待编: 'to be given',
  '合同登记申请{0}不予受理': 'The application {0} was declined',
  请打开申请查看原因: 'Open the application to see why',
  '合同登记申请{0}退回补正': 'The application {0} was returned for correction',
  '请打开申请查看原因，请补正后重新提交': 'Open the application to see why, correct it and hand it in again',
  '原因：{0}，请补正后重新提交': 'Reason: {0}. Correct it and hand it in again',
  '请打开申请查看原因，请在 {0} 前补正后重新提交':
    'Open the application to see why, correct it and hand it in again by {0}',
  '原因：{0}，请在 {1} 前补正后重新提交': 'Reason: {0}. Correct it and hand it in again by {1}',
  '合同登记申请{0}的补正期限将至': 'The last day to correct the application {0} is near',
  '请在 {0} 前补正后重新提交；逾期未补正的，登记机构可以终止办理':
    'Correct it and hand it in again by {0}; after that the registry may close it',
  '合同登记申请{0}逾期未补正，已终止办理': 'The application {0} was closed: it was not corrected in time',
  '补正期限已过，申请视为撤回；补齐材料后可以重新申请':
    'The last day for the correction has passed; it counts as withdrawn. With everything at hand you may apply anew',
  '合同登记申请{0}待复核': 'The application {0} waits for its second review',
  '初审已完成，请由初审人以外的人员复核': 'The first review is done; somebody else does the second',
  '初审已完成，请由初审人以外的人员复核，应在 {0} 前办结':
    'The first review is done; somebody else does the second, by {0}',
  '合同登记申请{0}退回初审': 'The application {0} was sent back to its first review',
  '复核人退回初审，请重新审查': 'The second reviewer sent it back; review it anew',
  '合同登记申请{0}进入专家评审': 'The application {0} goes to experts',
  '评审结束后继续复核，请留意后续通知': 'The second review goes on after that; you will be told',
  '合同登记申请{0}已有专家意见': 'The experts have spoken on the application {0}',
  请据专家意见复核: 'Do the second review on that basis',
  '技术合同{0}已登记': 'The contract {0} is registered',
  '登记编号 {0}，登记证明可在合同页下载': 'Number {0}; the certificate is on the page of the contract',
  '合同登记申请{0}的复核意见已撤回': 'The second review of the application {0} was taken back',
  请由初审人以外的人员重新复核: 'Somebody other than the first reviewer does the second review anew',
  '请由初审人以外的人员重新复核，应在 {0} 前办结':
    'Somebody other than the first reviewer does the second review anew, by {0}',
  '合同登记申请{0}不予登记': 'The application {0} was refused',
  '原因：{0}；如有异议，可依法申请复议': 'Reason: {0}. Objection and review are open to you by law',
  '请打开申请查看原因；如有异议，可依法申请复议':
    'Open the application to see why. Objection and review are open to you by law',
  '合同登记申请{0}已撤回': 'The application {0} was withdrawn',
  '申请人撤回了申请，无需继续审查': 'The applicant took it back; nothing is left to review',
  '合同登记申请{0}已超过办理期限': 'The application {0} is overdue',
  '办理期限为 {0}，请督促办理并说明原因':
    'It was due on {0}; see that it is concluded and say why it was not',
  '合同登记申请{0}临近办理期限': 'The application {0} is due soon',
  请尽快办理: 'See to it soon',
  '请尽快办理，应在 {0} 前办结': 'See to it soon; it is due by {0}',
  登记机构窗口为贵单位录入了技术合同登记申请:
    'The registry’s counter entered an application for your organisation',
  '贵单位人员持纸质材料到窗口办理，由登记员代为录入':
    'Somebody of your organisation came with the papers, and a registrar entered them',
  '请核对内容；需要自行修改的，可在合同页接管':
    'Check it; to change it yourselves, take it over on the page of the contract',
  '未曾委托办理的，请撤回并告知登记机构': 'If nobody asked for it, withdraw it and tell the registry',
  '技术合同登记申请{0}已移交贵单位': 'The application {0} was handed over to your organisation',
  '该申请由登记机构窗口在贵单位注册前代为录入，现归贵单位名下，请核对内容':
    'The registry’s counter entered it before your organisation was on the platform; it is yours now, check it',

  // After a registration
  '技术合同{0}申请变更登记': 'A change of the contract {0} was applied for',
  请核对补充协议并重新核定金额: 'Check the supplementary agreement and find the amounts anew',
  '请核对补充协议并重新核定金额，应在 {0} 前决定':
    'Check the supplementary agreement and find the amounts anew; to be decided by {0}',
  '技术合同{0}正在办理变更登记': 'A change of the contract {0} is under way',
  '申请人提出了变更登记申请，决定后会再通知您':
    'The applicant asked for it; you will be told of the decision',
  '技术合同{0}申请提成补充登记': 'A supplement of royalties of the contract {0} was applied for',
  请核对提成结算和到账凭证并重新核定金额: 'Check settlement and receipt and find the amounts anew',
  '请核对提成结算和到账凭证并重新核定金额，应在 {0} 前决定':
    'Check settlement and receipt and find the amounts anew; to be decided by {0}',
  '技术合同{0}正在办理提成补充登记': 'A supplement of royalties of the contract {0} is under way',
  '申请人就到账的提成提出了补充登记申请，决定后会再通知您':
    'The applicant asked for it, as royalties came in; you will be told of the decision',
  '技术合同{0}申请注销登记': 'A cancellation of the contract {0} was applied for',
  请核对注销事由和依据: 'Check the ground and the evidence',
  '请核对注销事由和依据，应在 {0} 前决定': 'Check the ground and the evidence; to be decided by {0}',
  '技术合同{0}正在办理注销登记': 'A cancellation of the contract {0} is under way',
  '申请人提出了注销登记申请，决定后会再通知您':
    'The applicant asked for it; you will be told of the decision',
  '对技术合同{0}的认定有异议': 'An objection to the recognition of the contract {0}',
  请由原审查人以外的人员办理: 'Somebody other than the former reviewers handles it',
  '请由原审查人以外的人员办理，应在 {0} 前决定':
    'Somebody other than the former reviewers handles it; to be decided by {0}',
  '对您的合同{0}的认定有异议': 'An objection to the recognition of your contract {0}',
  '登记机构正在办理，决定后会再通知您；登记在此期间仍然有效':
    'The registry is looking into it and will tell you; the registration stands meanwhile',
  '技术合同{0}的变更、注销申请或异议已撤回': 'The request or objection on the contract {0} was withdrawn',
  无需继续办理: 'Nothing is left to do',
  '技术合同{0}的登记后事项待决定': 'A proceeding on the contract {0} waits for its decision',
  '初审已完成，请由初审人以外的人员决定': 'It was examined; somebody else decides',
  '初审已完成，请由初审人以外的人员决定，应在 {0} 前决定': 'It was examined; somebody else decides, by {0}',
  '技术合同{0}的变更或注销申请退回补正': 'The request on the contract {0} was returned for correction',
  '理由：{0}，请补正后重新提交': 'Reason: {0}. Correct it and hand it in again',
  '请打开合同查看理由，请补正后重新提交': 'Open the contract to see why, correct it and hand it in again',
  '技术合同{0}的变更或注销申请未获准予': 'The request on the contract {0} was refused',
  请打开合同查看理由: 'Open the contract to see why',
  登记保持不变: 'The registration stays as it is',
  '技术合同{0}已变更登记': 'The contract {0} was changed',
  '登记编号 {0} 不变，新版登记证明可在合同页下载':
    'Its number {0} stays; the new certificate is on the page of the contract',
  '技术合同{0}已补充登记提成': 'Royalties of the contract {0} were supplemented',
  '登记编号 {0} 不变，新版登记证明载明累计金额，可在合同页下载':
    'Its number {0} stays; the new certificate states the amounts so far and is on the page of the contract',
  '技术合同{0}已注销登记': 'The contract {0} was cancelled',
  '登记编号 {0} 不再有效，登记证明请勿继续使用':
    'Its number {0} is no longer valid; do not use the certificate any more',
  '拟撤销技术合同{0}的登记': 'The registration of the contract {0} is to be revoked',
  '您有权陈述申辩，请在 {0} 前提交': 'You may state your defence until {0}',
  规定日期: 'the day given',
  '登记机构拟撤销技术合同{0}的登记': 'The registry means to revoke the registration of the contract {0}',
  '卖方正在陈述申辩，决定后会再通知您': 'The seller is heard; you will be told of the decision',
  '技术合同{0}的卖方提交了陈述申辩': 'The seller of the contract {0} has stated its defence',
  '请在申辩期满或卖方表示不再补充后，由另一位登记员决定':
    'Once the time is over, or the seller has said all, another registrar decides',
  '请在申辩期满或卖方表示不再补充后，由另一位登记员决定，应在 {0} 前决定':
    'Once the time is over, or the seller has said all, another registrar decides, by {0}',
  '技术合同{0}的登记已被撤销': 'The registration of the contract {0} was revoked',
  '登记证明不再有效；如有异议，可依法申请行政复议':
    'The certificate is no longer valid; administrative review is open to you by law',
  '不予撤销技术合同{0}的登记': 'The registration of the contract {0} is not revoked',
  登记继续有效: 'The registration stands',
  '技术合同{0}的认定维持不变': 'The recognition of the contract {0} is kept',
  '如仍有异议，可依法申请行政复议': 'Administrative review is open to you by law',
  '技术合同{0}已重新认定': 'The contract {0} was recognised anew',
  '登记编号不变，新版登记证明可在合同页下载':
    'Its number stays; the new certificate is on the page of the contract',
  '合同登记申请{0}重新审查': 'The application {0} is reviewed anew',
  '异议成立，不予登记的决定已撤销，由其他人员重新审查':
    'The objection was upheld and the refusal set aside; other people review it anew',
  '异议成立，不予登记的决定已撤销，由其他人员重新审查，应在 {0} 前办结':
    'The objection was upheld and the refusal set aside; other people review it anew, by {0}',
  '合同登记申请{0}待重新初审': 'The application {0} waits for a new first review',
  '异议成立，请由原审查人以外的人员初审':
    'The objection was upheld; somebody other than the former reviewers does the first review',
  '异议成立，请由原审查人以外的人员初审，应在 {0} 前办结':
    'The objection was upheld; somebody other than the former reviewers does the first review, by {0}',
  '技术合同{0}的登记后事项临近期限': 'A proceeding on the contract {0} is due soon',
  '请尽快办理，应在 {0} 前决定': 'See to it soon; to be decided by {0}',
  '技术合同{0}的变动尚未通知税务': 'The tax office was not told of what changed with the contract {0}',
  '请将变动通知税务、财政部门，并记录文号和日期':
    'Tell the tax and finance bodies, and record the number and date of the notice',
};
