import type { English } from '../i18n/reading.js';

/**
 * Messages of the inbox, sentence by sentence: they are kept as they were written, so each sentence is recognised by
 * its text, with and without what it may add.
 */
export const english: English = {
  '说明：{0}': 'Note: {0}',
  '理由：{0}': 'Reason: {0}',
  '原因：{0}': 'Reason: {0}',
  修改后可以重新提交: 'You can change it and hand it in again',
  '如有异议，请向科技部门提出': 'Objections go to the bureau',
  请打开对接查看: 'Open the deal to see it',

  // Organisations
  '单位“{0}”待审核': 'The organisation “{0}” waits for review',
  请核对统一社会信用代码和单位信息后通过或退回:
    'Check the unified social credit code and the details, then approve or return it',
  '单位“{0}”已通过审核': 'The organisation “{0}” was approved',
  '现在可以发布成果、需求并参与对接': 'It can now publish results and needs and take part in deals',
  '单位“{0}”未通过审核': 'The organisation “{0}” was not approved',
  '请查看原因，更正单位信息后重新提交': 'See why, correct the details and hand it in again',
  '单位“{0}”已被停用': 'The organisation “{0}” was suspended',
  '停用期间不能办理业务，请查看原因并与科技部门联系':
    'Nothing can be done for it meanwhile; see why and contact the bureau',
  '单位“{0}”已恢复使用': 'The organisation “{0}” was restored',
  现在可以继续办理业务: 'It can go on with its business',

  // Results
  '成果{0}待您审核': 'The result {0} waits for your review',
  '科研人员已提交成果，请核对权属、密级和定价后通过或退回':
    'A researcher has handed it in; check ownership, confidentiality and price, then approve or return it',
  '成果{0}待科技部门审核': 'The result {0} waits for the bureau’s review',
  '{0}已审核通过该成果，请在期限内审核并发布或退回':
    '{0} has approved it; review it in time, then publish or return it',
  '成果{0}已通过单位审核': 'The result {0} was approved by its organisation',
  '现由科技部门审核，通过后即上线': 'The bureau reviews it now; once approved it is online',
  '成果{0}被退回': 'The result {0} was returned',
  '请打开成果查看退回原因，修改后重新提交': 'Open it to see why, change it and hand it in again',
  '成果{0}已上线': 'The result {0} is online',
  企业现在可以检索到该成果: 'Enterprises can find it now',
  '企业现在可以检索到该成果，有效期至 {0}': 'Enterprises can find it now, until {0}',
  '成果{0}即将到期': 'The result {0} expires soon',
  '该成果有效期至 {0}，请及时续期；到期后将自动下线':
    'It is valid until {0}; renew it in time, or it goes offline by itself',
  '该成果，请及时续期；到期后将自动下线': 'Renew it in time, or it goes offline by itself',
  '成果{0}已到期下线': 'The result {0} has expired and is offline',
  '续期后可重新上线；不再推广的不必处理':
    'Renew it to bring it online again; if it is no longer offered, nothing has to be done',
  '成果{0}因知识产权失效下线': 'The result {0} is offline, since its intellectual property has lapsed',
  '请更新知识产权状态，或改以其他方式修订后重新提交':
    'Update the status of the rights, or offer it in another way and hand it in again',
  '成果{0}被强制下架': 'The result {0} was taken down',
  '请打开成果查看原因，修改后重新提交，或与科技部门联系':
    'Open it to see why, change it and hand it in again, or contact the bureau',
  '成果{0}已恢复上线': 'The result {0} is online again',

  // Needs
  '需求{0}待科技部门审核': 'The need {0} waits for the bureau’s review',
  '{0}提交了需求，请在期限内审核并发布或退回':
    '{0} has handed it in; review it in time, then publish or return it',
  '需求{0}被退回': 'The need {0} was returned',
  '请打开需求查看退回原因，修改后重新提交': 'Open it to see why, change it and hand it in again',
  '需求{0}已上线': 'The need {0} is online',
  系统正在为该需求匹配成果: 'Results are being matched with it',
  '系统正在为该需求匹配成果，有效期至 {0}': 'Results are being matched with it, until {0}',
  '需求{0}即将到期': 'The need {0} expires soon',
  '该需求有效期至 {0}，请及时续期；到期后将自动关闭':
    'It is valid until {0}; renew it in time, or it closes by itself',
  '该需求，请及时续期；到期后将自动关闭': 'Renew it in time, or it closes by itself',
  '需求{0}已到期': 'The need {0} has expired',
  '仍有需要的请续期；已解决的请标记为已解决': 'Renew it if it still stands; if it is solved, mark it so',
  '需求{0}被强制下架': 'The need {0} was taken down',
  '请打开需求查看原因，修改后重新提交，或与科技部门联系':
    'Open it to see why, change it and hand it in again, or contact the bureau',
  '需求{0}已恢复上线': 'The need {0} is online again',
  '需求{0}已转为揭榜任务': 'The need {0} became a challenge call',
  '后续按揭榜任务办理，该需求不再单独对接':
    'It goes on as a challenge call; no deals are made on it by itself',

  // Matches and searches
  '为您的需求{0}找到 {1} 项成果': '{1} {1|result|results} found for your need {0}',
  '有 {0} 项需求与您的成果{1}相符': '{0} {0|need fits|needs fit} your result {1}',
  '最相符的是{0}，匹配度 {1}': 'The best is {0}, with a score of {1}',
  '最相符的是{0}，匹配度 {1}，都涉及{2}': 'The best is {0}, with a score of {1}; both name {2}',
  '请查看推荐理由，并告诉我们是否有用': 'See the reasons and tell us whether it is useful',
  '昨夜为您找到 {0} 条新匹配': '{0} new {0|match|matches} found for you last night',
  '涉及 {0} 项成果、需求、专利或专长': 'They concern {0} of your results, needs, patents or skills',
  '以下是最相符的 {0} 项，另有 {1} 项，可在各自页面查看':
    'Here are the best {0}; {1} more are on their own pages',
  '为需求{0}找到的成果：{1} 个，最高匹配度 {2}':
    'Results for the need {0}: {1}, the best with a score of {2}',
  '与成果{0}相符的需求：{1} 个，最高匹配度 {2}':
    'Needs for the result {0}: {1}, the best with a score of {2}',
  '为需求{0}找到的专家：{1} 个，最高匹配度 {2}':
    'Experts for the need {0}: {1}, the best with a score of {2}',
  '与您的专长相配的需求：{0} 个，最高匹配度 {1}': 'Needs for your skills: {0}, the best with a score of {1}',
  '为需求{0}找到的专利：{1} 个，最高匹配度 {2}':
    'Patents for the need {0}: {1}, the best with a score of {2}',
  '与专利{0}相符的需求：{1} 个，最高匹配度 {2}':
    'Needs for the patent {0}: {1}, the best with a score of {2}',
  '为需求{0}找到的成果': 'Results for the need {0}',
  '与成果{0}相符的需求': 'Needs for the result {0}',
  '为需求{0}找到的专家': 'Experts for the need {0}',
  与您的专长相配的需求: 'Needs for your skills',
  '为需求{0}找到的专利': 'Patents for the need {0}',
  '与专利{0}相符的需求': 'Needs for the patent {0}',
  '为您的需求{0}找到 {1} 位专家': '{1} {1|expert|experts} found for your need {0}',
  '最相符的匹配度 {0}': 'The best has a score of {0}',
  '最相符的匹配度 {0}，都涉及{1}': 'The best has a score of {0}; both name {1}',
  '有 {0} 项需求与您的专长相配': '{0} {0|need fits|needs fit} your expertise',
  '不是您的方向的，可以说明原因，以后不再推荐':
    'Where it is none for you, say why; it is not recommended again',
  '“{0}”有 {1} 项新成果': '“{0}”: {1} new {1|result|results}',
  '“{0}”有 {1} 项新需求': '“{0}”: {1} new {1|need|needs}',
  '“{0}”有 {1} 项新专利': '“{0}”: {1} new {1|patent|patents}',
  '{0}等 {1} 项': '{0} and others, {1} in all',

  // Deals
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

  // Brokers, agencies, ratings
  '{0}申报技术经纪人，待机构确认': '{0} applies as a broker and waits for the agency',
  '请核对其为{0}人员及所填信息，确认后由科技部门审核':
    'Check that they work for {0} and what they stated; once confirmed, the bureau reviews it',
  '{0}申报技术经纪人，待审核': '{0} applies as a broker and waits for review',
  '所在机构：{0}': 'Agency: {0}',
  请审核登记条件: 'Review whether the conditions are met',
  所在机构已确认您的经纪人申报: 'The agency has confirmed your application as a broker',
  '已转科技部门审核，结果会在这里告知': 'The bureau reviews it now; you will be told here',
  所在机构未确认您的经纪人申报: 'The agency has not confirmed your application as a broker',
  您已列入技术经纪人名录: 'You are in the register of brokers',
  '名录向社会公开；业绩由平台上的对接和合同自动汇成，请及时登记证书和学时':
    'The register is public; achievements are counted from deals and contracts here. Enter your certificates and hours in time',
  您的经纪人申报被退回: 'Your application as a broker was returned',
  您的经纪人登记已暂停: 'Your entry as a broker is suspended',
  暂停期间不在名录中公开: 'It is not public meanwhile',
  您的经纪人登记已恢复: 'Your entry as a broker is restored',
  名录重新公开您的信息: 'It is public again',
  您已被移出技术经纪人名录: 'You were removed from the register of brokers',
  '{0}登记了证书或学时，待核验': '{0} entered a certificate or hours to be checked',
  '请核对证书编号、发证机构和学时': 'Check number, issuer and hours',
  您登记的证书或学时已核验: 'Your certificate or hours were checked',
  '请打开登记查看核验结果；未予确认的，可以补充后重新登记':
    'Open the entry for the outcome; what was not confirmed can be completed and entered again',
  您的等级证书已过有效期: 'Your certificate has expired',
  '名录中的等级随之变动；换发证书后请重新登记':
    'Your level in the register changes with it; enter the new certificate once you have it',
  '您已不是所在机构的成员，经纪人登记随之变动':
    'You are no longer a member of the agency, and your entry as a broker changes with it',
  '加入新的机构后，请退出名录并以新的机构重新申报':
    'Once you have joined another, leave the register and apply anew with it',
  您已被认定为骨干技术经纪人: 'You are designated as a key broker',
  '名录中显示认定标识；认定文号和有效期见登记页面':
    'The register shows it; number and term of the designation are on the page of your entry',
  您的骨干技术经纪人认定已撤销: 'Your designation as a key broker was withdrawn',
  理由见登记页面的办理记录: 'The reason is in the history of the entry',
  '{0}申报中介机构登记，待审核': '{0} applies as an agency and waits for review',
  请审核登记条件和所填信息: 'Review the conditions and what was stated',
  '{0}已列入中介机构名录': '{0} is in the register of agencies',
  '名录向社会公开；业绩由平台上的对接和合同自动汇成':
    'The register is public; achievements are counted from deals and contracts here',
  '{0}的中介机构申报被退回': 'The application of {0} as an agency was returned',
  '{0}的中介机构登记已暂停': 'The entry of {0} as an agency is suspended',
  '{0}的中介机构登记已恢复': 'The entry of {0} as an agency is restored',
  名录重新公开本机构的信息: 'It is public again',
  '{0}已被移出中介机构名录': '{0} was removed from the register of agencies',
  '{0}已被认定为骨干机构': '{0} is designated as a key agency',
  名录中显示认定标识: 'The register shows it',
  '名录中显示认定标识，有效期至 {0}': 'The register shows it, until {0}',
  '{0}的骨干机构认定已撤销': 'The designation of {0} as a key agency was withdrawn',
  '{0}登记了一项扶持': 'A support was recorded for {0}',
  '科技部门登记的扶持记录见登记页面，随名录公开':
    'What the bureau recorded is on the page of the entry, public with the register',
  '如有出入，请向科技部门提出': 'Tell the bureau if it is wrong',
  '{0}的一项扶持记录已撤销': 'A record of support for {0} was withdrawn',
  理由见登记页面的扶持记录: 'The reason is in the record on the page of the entry',
  '{0}评价了您': '{0} rated you',
  '可以就这条评价答复一次，答复与评价一并显示': 'You can answer once; the answer is shown with the rating',
  '{0}答复了您的评价': '{0} answered your rating',
  请打开经纪人页面查看答复: 'Open the broker’s page to read it',
  '对{0}的一条评价已被隐藏': 'A rating of {0} was hidden',
  '对{0}的一条评价已恢复公开': 'A rating of {0} is public again',
  请打开经纪人页面查看: 'Open the broker’s page to see it',

  // Experts and patents
  '{0}申报专家库，待单位同意': '{0} applies for the expert bank and waits for the unit’s consent',
  '请核对其为{0}人员及所填信息，同意后由科技部门审核':
    'Check that they work for {0} and what they stated; once you consent, the bureau reviews it',
  '{0}申报专家库，待审核': '{0} applies for the expert bank and waits for review',
  '所在单位：{0}': 'Unit: {0}',
  请审核入库条件和回避关系: 'Review the conditions and the relations that bear on recusal',
  单位已同意您申报专家库: 'Your unit consents to your place in the expert bank',
  单位未同意您申报专家库: 'Your unit does not consent to your place in the expert bank',
  您已入专家库: 'You are in the expert bank',
  '可以随时修改档案和公开范围；新的任职、持股、亲属等回避关系请及时登记':
    'Change your profile, and who may see it, at any time; enter new posts, shares and relatives as they come',
  您的专家库申报被退回: 'Your application for the expert bank was returned',
  您在专家库的资格已暂停: 'Your place in the expert bank is suspended',
  暂停期间不会被抽取: 'You are not drawn meanwhile',
  您在专家库的资格已恢复: 'Your place in the expert bank is restored',
  '档案重新公开，可以被邀请和抽取': 'Your profile is shown again; you can be invited and drawn',
  您已被移出专家库: 'You were removed from the expert bank',
  '专利{0}有事项待办': 'Something is due for the patent {0}',
  办理后请在专利登记簿中登记: 'Once done, record it in the patent register',
  '专利{0}期限届满': 'The term of the patent {0} has ended',
  '专利权期限已于 {0} 届满，登记簿已更新；以该专利上线的成果请及时修订':
    'It ended on {0} and the register says so; revise results that are online with it',

  // Challenge calls
  '{0}已提交，待推荐': '{0} was handed in and waits to be recommended',
  '请县（市、区）科技主管部门核实需求并推荐': 'The bureau of the county verifies the need and recommends it',
  '{0}已获推荐，待形式审查': '{0} was recommended and waits for its formal check',
  '请核对材料是否齐全、条件是否符合': 'Check whether the papers are complete and the conditions met',
  '{0}已获推荐': '{0} was recommended',
  市科技主管部门将进行形式审查和论证: 'The city bureau checks its form and has it assessed',
  '{0}通过形式审查': '{0} passed the formal check',
  接下来组织论证: 'The assessment comes next',
  '{0}被退回修改': '{0} was returned',
  '{0}论证结论已记录': 'The assessment of {0} is recorded',
  '论证通过，进入榜单候选': 'It was favourable; this is a candidate for a call',
  '{0}不予受理': '{0} was declined',
  '{0}开始公示': '{0} is disclosed',
  '公示到 {0} 止': 'It is disclosed until {0}',
  '{0}公示期满': 'The disclosure of {0} is over',
  '没有未办结的异议，可以张榜': 'No objection is open; the call can be issued',
  '{0}已张榜': 'The call {0} is issued',
  '揭榜截止 {0} 17:00': 'Bids are taken until {0}, 17:00',
  '{0}拟委托贵单位承担': 'Your organisation is to be commissioned with {0}',
  请在截止前提交方案: 'Hand in your proposal in time',
  '您是{0}的开标密钥保管人': 'You are a custodian of the opening key of {0}',
  截止后请按时交出您保管的份额: 'After the last day hand over your share in time',
  '{0}揭榜期已延长': 'The time for bids on {0} was extended',
  '{0}揭榜已截止': 'The time to bid on {0} is over',
  请组织开标: 'Arrange the opening',
  '{0}已开标': 'The bids on {0} were opened',
  正在逐份审查资格和指标响应: 'Each bid is checked against conditions and indicators',
  '{0}资格审查结果已公布': 'The qualification of the bids on {0} is published',
  '异议期到 {0} 止': 'Objections are taken until {0}',
  揭榜方在抽取专家前可以申请专家回避: 'Bidders may ask for the recusal of experts before the draw',
  '{0}的资格审查结果已撤销': 'The qualification of the bids on {0} was annulled',
  将重新审查: 'They are checked anew',
  '{0}开始抽取评审专家': 'The experts for {0} are drawn',
  请在榜单页面提交您的随机数承诺: 'Commit to your random number on the page of the call',
  '{0}等待公开随机数': 'The random numbers for {0} are to be revealed',
  '各方承诺已齐，请在榜单页面公开您的随机数':
    'All parties have committed; reveal your random number on the page of the call',
  '邀请您评审{0}': 'You are invited to review {0}',
  '请在“评审任务”中阅读承诺书并答复；您的姓名在评审开始前不告知任何人':
    'Read the undertaking under Reviews and answer; nobody is told your name before the review begins',
  '{0}开始评审': 'The review of {0} begins',
  '请在“评审任务”中逐份打分并提交；全部提交前任何人看不到分数':
    'Score each bid under Reviews and hand in; nobody sees a score before all are in',
  '{0}的评分表已全部提交': 'All score sheets for {0} are in',
  '请组长填写专家组意见；有并列的先投票':
    'The lead expert writes the opinion of the panel; where bids are tied it votes first',
  '{0}的评审纪要待签署': 'The minutes of the review of {0} wait for your signature',
  '请在“评审任务”中阅读并签署': 'Read and sign them under Reviews',
  '{0}拟立项公示': 'The awards of {0} are on notice',
  '{0}的拟立项公示已撤销': 'The awards of {0} were annulled',
  将重新审议: 'They are deliberated anew',
  '{0}已立项': '{0} is awarded and becomes a project',
  '公示期满，没有未办结的异议；请签订任务书和技术合同':
    'The notice is over and no objection is open; sign the task book and the technology contract',
  '{0}流标': 'The call {0} failed',
  可以二次发榜: 'It can be issued a second time',
  '{0}已中止': '{0} is suspended',
  '{0}已恢复': '{0} goes on',
  '公示期、揭榜期相应顺延': 'Disclosure and time for bids are extended accordingly',
  '{0}已终止': '{0} was ended',
  '{0}的公示已撤销': 'The disclosure of {0} was annulled',
  '榜单退回审批前，由市科技主管部门重新安排':
    'The call goes back to before its approval; the city bureau arranges it anew',
  '{0}有人提出异议': 'Somebody objects to {0}',
  '请在受理期限内决定是否受理；办结以前相应环节不能继续':
    'Decide in time whether to take it up; the step it concerns does not go on before that',
  '您对{0}的异议有了进展': 'Your objection to {0} has moved on',
  请打开榜单页面查看办理情况和答复: 'Open the page of the call for its course and the answer',
  '有人就{0}提问': 'Somebody asks about {0}',
  '请答复；答复向所有人公开，不显示提问人': 'Answer it; the answer is shown to everybody, and not who asked',
  '您就{0}提出的问题已有答复': 'Your question about {0} was answered',
  请打开榜单页面查看: 'Open the page of the call to see it',

  // Reports of misconduct
  收到一件举报: 'A report of misconduct came in',
  '请在 {0} 前办理': 'To be handled by {0}',
  一件举报有补充: 'A report of misconduct was added to',
  '举报人作了补充，请打开举报查看': 'Its reporter added something; open the report to read it',
  一件举报已逾期: 'A report of misconduct is overdue',
  '办理期限为 {0}，请尽快办理': 'It was due on {0}; handle it now',
  您的举报已收到: 'Your report was received',
  请用提交时给出的查询码查看办理情况: 'Follow it with the receipt code that you were given',
  您的举报已受理: 'Your report was accepted',
  请用查询码查看受理意见: 'Read what was said with your receipt code',
  您的举报不予受理: 'Your report was not accepted',
  请用查询码查看理由: 'Read the reason with your receipt code',
  请补充您的举报: 'Please add to your report',
  '办理人有一个问题，请用查询码查看并答复':
    'Its handler has a question; read and answer it with your receipt code',
  您的举报延长办理: 'Your report takes longer',
  请用查询码查看新的期限: 'Read the new deadline with your receipt code',
  您的举报已有结论: 'Your report was concluded',
  请用查询码查看答复: 'Read the answer with your receipt code',

  // Projects of calls
  '项目{0}待签订任务书': 'The task book of {0} is to be signed',
  '请在期限内签订任务书，并办理技术合同登记':
    'Sign the task book in time, and have the technology contract registered',
  '项目{0}已签订任务书': 'The task book of {0} is signed',
  '请按节点报告进展；技术合同登记后可以拨付':
    'Report by milestones; money is paid once the technology contract is registered',
  '项目{0}的立项已取消': 'The award of {0} has lapsed',
  '项目{0}报告了节点': 'A milestone of {0} is reported and waits to be assessed',
  请考核: 'Assess it',
  '项目{0}的节点已考核': 'A milestone of {0} has been assessed by the bureau',
  请打开项目页面查看结论和意见: 'Open the page of the project for the conclusion and the opinion',
  '项目{0}有节点逾期': 'A milestone of {0} is overdue',
  '承担单位请报告进展，需要延期的请说明原因；主管部门请核查':
    'The undertaker reports where it stands, or why more time is needed; the bureau looks into it',
  '项目{0}更换了承担单位': 'Another undertaker carries on {0}',
  '现由{0}承担；后续拨付须以其登记的技术合同为准':
    '{0} undertakes it now; further payments wait for the registered contract of the new undertaker',
  '项目{0}的成果登记已逾期': 'The results of {0} should have been registered by now',
  '验收通过后三十天内应登记成果，承担单位请登记后录入登记号；主管部门请核查':
    'Results are registered within thirty days of the acceptance: the undertaker enters their numbers, and the bureau looks into it',
  '项目{0}的经济效益报告已逾期': 'A report of benefit of {0} is overdue',
  '验收通过的项目应逐年报告经济效益，请发榜方或承担单位报告':
    'Projects that were accepted report their benefit each year: owner or undertaker does so',
  '项目{0}已检查': '{0} has been inspected by the bureau',
  请打开项目页面查看检查情况和整改期限:
    'Open the page of the project for the findings and the time to rectify',
  '项目{0}有拨付待审批': 'A payment of {0} waits for approval',
  须由申请人以外的经办人审批: 'Another officer than who requested it approves it',
  '项目{0}已拨付一期资金': 'An instalment of {0} is paid',
  请打开项目页面查看: 'Open the page of the project to see it',
  '项目{0}申请验收': 'Acceptance of {0} is applied for',
  '发榜方请出具用户报告，市科技主管部门请组织验收':
    'The owner reports as the user, and the city bureau arranges the acceptance',
  '项目{0}已有验收结论': 'The acceptance of {0} is concluded',
  '项目{0}已中止': '{0} is suspended',
  '项目{0}已恢复': '{0} goes on',
  请按任务书继续实施: 'Go on by the task book',
  '项目{0}已终止': '{0} was ended',
  '项目{0}提出免责认定': 'An exemption is proposed for {0}',
  须由提出人以外的经办人初审: 'Another officer than who proposed it reviews it',
  '项目{0}的免责认定待作结论': 'The exemption for {0} waits for its decision',
  '初审已完成，请监督人作出结论': 'It is reviewed; the supervisor decides',
  '项目{0}的免责认定已有结论': 'The exemption for {0} is decided',
  请打开项目页面查看结论: 'Open the page of the project for the decision',
  '项目{0}已结算': '{0} is settled',
  请按期登记成果: 'Register the results in time',

  // Rewards and annual reports
  '{0}年度成果转化报告即将截止': 'The annual report of {0} is due soon',
  '请在 {0} 前核对数字、补充填报并报送{1}的年度报告':
    'By {0} check the figures, add what is missing and hand in the report of {1}',
  '{0}年度成果转化报告已逾期': 'The annual report of {0} is overdue',
  '截止日为 {0}，请尽快报送{1}的年度报告': 'It was due on {0}; hand in the report of {1} soon',
  '{0}逾期未报送{1}年度成果转化报告': '{0} has not handed in its annual report of {1}',
  '截止日为 {0}，请督促该单位报送': 'It was due on {0}; remind the unit',
  '{0}的成果转化奖励方案公示': 'The reward plan of {0} is disclosed',
  '公示期至 {0} 为止，本单位人员可以查看方案；有异议的请在公示期内实名提出':
    'Until {0} everybody of the unit can read it; object in that time, under your name',
  期满: 'its end',
  '{0}的奖励方案有人提出异议': 'Somebody objects to the reward plan of {0}',
  '请核实后答复；异议没有答复以前方案不能确认':
    'Look into it and answer; the plan cannot be confirmed before that',
  '{0}的奖励方案已确认': 'The reward plan of {0} is confirmed',
  '公示期满，方案已确认': 'The disclosure is over and the plan confirmed',
  您可以查看自己的奖励和发放情况: 'You can see your reward and what was paid',
};
