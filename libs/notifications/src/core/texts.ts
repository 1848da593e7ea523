import type {
  ContractFact,
  DealFact,
  ExpertFact,
  ListingFact,
  MatchFact,
  OrganisationFact,
  ReportFact,
  RewardFact,
  PatentFact,
  SearchFact,
} from './facts.js';

/** One notice: a line, what to do next, and where the portal opens it. */
export interface Text {
  readonly title: string;
  readonly body: string;
  readonly link: string;
}

type Texts<F> = Readonly<Record<string, (fact: F) => Text>>;

const quoted = (title: string): string => `《${title}》`;

const ofResult =
  (title: (name: string) => string, body: (result: ListingFact) => string) =>
  (result: ListingFact): Text => ({
    title: title(quoted(result.title)),
    body: body(result),
    link: `/results/${result.id}`,
  });
const ofNeed =
  (title: (name: string) => string, body: (need: ListingFact) => string) =>
  (need: ListingFact): Text => ({
    title: title(quoted(need.title)),
    body: body(need),
    link: `/needs/${need.id}`,
  });
const until = ({ expiresOn }: ListingFact): string => (expiresOn === null ? '' : `，有效期至 ${expiresOn}`);

export const RESULT_TEXTS = {
  waitsForUnit: ofResult(
    (name) => `成果${name}待您审核`,
    () => '科研人员已提交成果，请核对权属、密级和定价后通过或退回。',
  ),
  waitsForBureau: ofResult(
    (name) => `成果${name}待科技部门审核`,
    ({ ownerName }) => `${ownerName}已审核通过该成果，请在期限内审核并发布或退回。`,
  ),
  approvedByUnit: ofResult(
    (name) => `成果${name}已通过单位审核`,
    () => '现由科技部门审核，通过后即上线。',
  ),
  returned: ofResult(
    (name) => `成果${name}被退回`,
    () => '请打开成果查看退回原因，修改后重新提交。',
  ),
  published: ofResult(
    (name) => `成果${name}已上线`,
    (result) => `企业现在可以检索到该成果${until(result)}。`,
  ),
  expiring: ofResult(
    (name) => `成果${name}即将到期`,
    (result) => `该成果${until(result).slice(1)}，请及时续期；到期后将自动下线。`,
  ),
  expired: ofResult(
    (name) => `成果${name}已到期下线`,
    () => '续期后可重新上线；不再推广的不必处理。',
  ),
  lapsed: ofResult(
    (name) => `成果${name}因知识产权失效下线`,
    () => '请更新知识产权状态，或改以其他方式修订后重新提交。',
  ),
  takenDown: ofResult(
    (name) => `成果${name}被强制下架`,
    () => '请打开成果查看原因，修改后重新提交，或与科技部门联系。',
  ),
  reinstated: ofResult(
    (name) => `成果${name}已恢复上线`,
    (result) => `企业现在可以检索到该成果${until(result)}。`,
  ),
} satisfies Texts<ListingFact>;

export const NEED_TEXTS = {
  waitsForBureau: ofNeed(
    (name) => `需求${name}待科技部门审核`,
    ({ ownerName }) => `${ownerName}提交了需求，请在期限内审核并发布或退回。`,
  ),
  returned: ofNeed(
    (name) => `需求${name}被退回`,
    () => '请打开需求查看退回原因，修改后重新提交。',
  ),
  published: ofNeed(
    (name) => `需求${name}已上线`,
    (need) => `系统正在为该需求匹配成果${until(need)}。`,
  ),
  expiring: ofNeed(
    (name) => `需求${name}即将到期`,
    (need) => `该需求${until(need).slice(1)}，请及时续期；到期后将自动关闭。`,
  ),
  expired: ofNeed(
    (name) => `需求${name}已到期`,
    () => '仍有需要的请续期；已解决的请标记为已解决。',
  ),
  takenDown: ofNeed(
    (name) => `需求${name}被强制下架`,
    () => '请打开需求查看原因，修改后重新提交，或与科技部门联系。',
  ),
  reinstated: ofNeed(
    (name) => `需求${name}已恢复上线`,
    (need) => `系统正在为该需求匹配成果${until(need)}。`,
  ),
  converted: ofNeed(
    (name) => `需求${name}已转为揭榜任务`,
    () => '后续按揭榜任务办理，该需求不再单独对接。',
  ),
} satisfies Texts<ListingFact>;

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

const ofContract =
  (title: (name: string) => string, body: (contract: ContractFact) => string) =>
  (contract: ContractFact): Text => ({
    title: title(quoted(contract.title)),
    body: body(contract),
    link: `/contracts/${contract.id}`,
  });
const because = ({ returnReason }: ContractFact): string =>
  returnReason === null || returnReason === '' ? '请打开申请查看原因' : `原因：${returnReason}`;
const reasonOf = ({ proceeding }: ContractFact): string =>
  proceeding?.reason ? `理由：${proceeding.reason}` : '请打开合同查看理由';
const decideBy = ({ proceeding }: ContractFact): string =>
  proceeding?.dueOn ? `，应在 ${proceeding.dueOn} 前决定` : '';
const due = ({ dueOn }: ContractFact): string => (dueOn === null ? '' : `，应在 ${dueOn} 前办结`);

export const CONTRACT_TEXTS = {
  submitted: ofContract(
    (name) => `合同登记申请${name}待受理`,
    () => '请核对材料后受理、不予受理或退回补正。',
  ),
  accepted: ofContract(
    (name) => `合同登记申请${name}已受理`,
    (contract) => `受理号：${contract.acceptanceNumber ?? '待编'}${due(contract)}。`,
  ),
  declined: ofContract(
    (name) => `合同登记申请${name}不予受理`,
    (contract) => `${because(contract)}。`,
  ),
  returned: ofContract(
    (name) => `合同登记申请${name}退回补正`,
    (contract) => `${because(contract)}，请补正后重新提交。`,
  ),
  firstPassed: ofContract(
    (name) => `合同登记申请${name}待复核`,
    (contract) => `初审已完成，请由初审人以外的人员复核${due(contract)}。`,
  ),
  sentBack: ofContract(
    (name) => `合同登记申请${name}退回初审`,
    () => '复核人退回初审，请重新审查。',
  ),
  withExperts: ofContract(
    (name) => `合同登记申请${name}进入专家评审`,
    () => '评审结束后继续复核，请留意后续通知。',
  ),
  opinionRecorded: ofContract(
    (name) => `合同登记申请${name}已有专家意见`,
    () => '请据专家意见复核。',
  ),
  registered: ofContract(
    (name) => `技术合同${name}已登记`,
    (contract) => `登记编号 ${contract.registrationNumber ?? ''}，登记证明可在合同页下载。`,
  ),
  reopened: ofContract(
    (name) => `合同登记申请${name}的复核意见已撤回`,
    (contract) => `请由初审人以外的人员重新复核${due(contract)}。`,
  ),
  rejected: ofContract(
    (name) => `合同登记申请${name}不予登记`,
    (contract) => `${because(contract)}；如有异议，可依法申请复议。`,
  ),
  withdrawn: ofContract(
    (name) => `合同登记申请${name}已撤回`,
    () => '申请人撤回了申请，无需继续审查。',
  ),
  overdue: ofContract(
    (name) => `合同登记申请${name}已超过办理期限`,
    (contract) => `办理期限为 ${contract.dueOn ?? ''}，请督促办理并说明原因。`,
  ),
  deadlineNear: ofContract(
    (name) => `合同登记申请${name}临近办理期限`,
    (contract) => `请尽快办理${due(contract)}。`,
  ),
  enteredAtCounter: ofContract(
    () => '登记机构窗口为贵单位录入了技术合同登记申请',
    () =>
      '贵单位人员持纸质材料到窗口办理，由登记员代为录入。请核对内容；需要自行修改的，可在合同页接管。未曾委托办理的，请撤回并告知登记机构。',
  ),
  handedOver: ofContract(
    (name) => `技术合同登记申请${name}已移交贵单位`,
    () => '该申请由登记机构窗口在贵单位注册前代为录入，现归贵单位名下，请核对内容。',
  ),
  changeWaits: ofContract(
    (name) => `技术合同${name}申请变更登记`,
    (contract) => `请核对补充协议并重新核定金额${decideBy(contract)}。`,
  ),
  changeAsked: ofContract(
    (name) => `技术合同${name}正在办理变更登记`,
    () => '申请人提出了变更登记申请，决定后会再通知您。',
  ),
  supplementWaits: ofContract(
    (name) => `技术合同${name}申请提成补充登记`,
    (contract) => `请核对提成结算和到账凭证并重新核定金额${decideBy(contract)}。`,
  ),
  supplementAsked: ofContract(
    (name) => `技术合同${name}正在办理提成补充登记`,
    () => '申请人就到账的提成提出了补充登记申请，决定后会再通知您。',
  ),
  cancellationWaits: ofContract(
    (name) => `技术合同${name}申请注销登记`,
    (contract) => `请核对注销事由和依据${decideBy(contract)}。`,
  ),
  cancellationAsked: ofContract(
    (name) => `技术合同${name}正在办理注销登记`,
    () => '申请人提出了注销登记申请，决定后会再通知您。',
  ),
  objectionWaits: ofContract(
    (name) => `对技术合同${name}的认定有异议`,
    (contract) => `请由原审查人以外的人员办理${decideBy(contract)}。`,
  ),
  objected: ofContract(
    (name) => `对您的合同${name}的认定有异议`,
    () => '登记机构正在办理，决定后会再通知您；登记在此期间仍然有效。',
  ),
  proceedingWithdrawn: ofContract(
    (name) => `技术合同${name}的变更、注销申请或异议已撤回`,
    () => '无需继续办理。',
  ),
  proceedingExamined: ofContract(
    (name) => `技术合同${name}的登记后事项待决定`,
    (contract) => `初审已完成，请由初审人以外的人员决定${decideBy(contract)}。`,
  ),
  requestReturned: ofContract(
    (name) => `技术合同${name}的变更或注销申请退回补正`,
    (contract) => `${reasonOf(contract)}，请补正后重新提交。`,
  ),
  requestRefused: ofContract(
    (name) => `技术合同${name}的变更或注销申请未获准予`,
    (contract) => `${reasonOf(contract)}。登记保持不变。`,
  ),
  changed: ofContract(
    (name) => `技术合同${name}已变更登记`,
    (contract) => `登记编号 ${contract.registrationNumber ?? ''} 不变，新版登记证明可在合同页下载。`,
  ),
  supplemented: ofContract(
    (name) => `技术合同${name}已补充登记提成`,
    (contract) =>
      `登记编号 ${contract.registrationNumber ?? ''} 不变，新版登记证明载明累计金额，可在合同页下载。`,
  ),
  cancelled: ofContract(
    (name) => `技术合同${name}已注销登记`,
    (contract) => `登记编号 ${contract.registrationNumber ?? ''} 不再有效，登记证明请勿继续使用。`,
  ),
  revocationNoticed: ofContract(
    (name) => `拟撤销技术合同${name}的登记`,
    (contract) =>
      `${reasonOf(contract)}。您有权陈述申辩，请在 ${contract.proceeding?.defendUntil ?? '规定日期'} 前提交。`,
  ),
  revocationPending: ofContract(
    (name) => `登记机构拟撤销技术合同${name}的登记`,
    () => '卖方正在陈述申辩，决定后会再通知您。',
  ),
  defended: ofContract(
    (name) => `技术合同${name}的卖方提交了陈述申辩`,
    (contract) => `请在申辩期满或卖方表示不再补充后，由另一位登记员决定${decideBy(contract)}。`,
  ),
  revoked: ofContract(
    (name) => `技术合同${name}的登记已被撤销`,
    (contract) => `${reasonOf(contract)}。登记证明不再有效；如有异议，可依法申请行政复议。`,
  ),
  revocationDropped: ofContract(
    (name) => `不予撤销技术合同${name}的登记`,
    (contract) => `${reasonOf(contract)}。登记继续有效。`,
  ),
  decisionKept: ofContract(
    (name) => `技术合同${name}的认定维持不变`,
    (contract) => `${reasonOf(contract)}。如仍有异议，可依法申请行政复议。`,
  ),
  redetermined: ofContract(
    (name) => `技术合同${name}已重新认定`,
    () => '登记编号不变，新版登记证明可在合同页下载。',
  ),
  setAside: ofContract(
    (name) => `合同登记申请${name}重新审查`,
    (contract) => `异议成立，不予登记的决定已撤销，由其他人员重新审查${due(contract)}。`,
  ),
  setAsideWaits: ofContract(
    (name) => `合同登记申请${name}待重新初审`,
    (contract) => `异议成立，请由原审查人以外的人员初审${due(contract)}。`,
  ),
  proceedingNear: ofContract(
    (name) => `技术合同${name}的登记后事项临近期限`,
    (contract) => `请尽快办理${decideBy(contract)}。`,
  ),
  taxNoticeNear: ofContract(
    (name) => `技术合同${name}的变动尚未通知税务`,
    () => '请将变动通知税务、财政部门，并记录文号和日期。',
  ),
} satisfies Texts<ContractFact>;

const reportLink = ({ organisationId, year }: ReportFact): string =>
  `/annual-reports/${organisationId}/${year}`;

export const REPORT_TEXTS = {
  dueNear: (report: ReportFact): Text => ({
    title: `${report.year}年度成果转化报告即将截止`,
    body: `请在 ${report.dueOn} 前核对数字、补充填报并报送${report.organisationName}的年度报告。`,
    link: reportLink(report),
  }),
  overdue: (report: ReportFact): Text => ({
    title: `${report.year}年度成果转化报告已逾期`,
    body: `截止日为 ${report.dueOn}，请尽快报送${report.organisationName}的年度报告。`,
    link: reportLink(report),
  }),
  unitOverdue: (report: ReportFact): Text => ({
    title: `${report.organisationName}逾期未报送${report.year}年度成果转化报告`,
    body: `截止日为 ${report.dueOn}，请督促该单位报送。`,
    link: reportLink(report),
  }),
} satisfies Texts<ReportFact>;

export const ORGANISATION_TEXTS = {
  waitsForReview: ({ id, name }: OrganisationFact): Text => ({
    title: `单位“${name}”待审核`,
    body: '请核对统一社会信用代码和单位信息后通过或退回。',
    link: `/organisations/${id}`,
  }),
  approved: ({ id, name }: OrganisationFact): Text => ({
    title: `单位“${name}”已通过审核`,
    body: '现在可以发布成果、需求并参与对接。',
    link: `/organisations/${id}`,
  }),
  rejected: ({ id, name }: OrganisationFact): Text => ({
    title: `单位“${name}”未通过审核`,
    body: '请查看原因，更正单位信息后重新提交。',
    link: `/organisations/${id}`,
  }),
  suspended: ({ id, name }: OrganisationFact): Text => ({
    title: `单位“${name}”已被停用`,
    body: '停用期间不能办理业务，请查看原因并与科技部门联系。',
    link: `/organisations/${id}`,
  }),
  reinstated: ({ id, name }: OrganisationFact): Text => ({
    title: `单位“${name}”已恢复使用`,
    body: '现在可以继续办理业务。',
    link: `/organisations/${id}`,
  }),
} satisfies Texts<OrganisationFact>;

const matchLink = ({ kind, id }: MatchFact): string =>
  kind === 'NEED' ? `/needs/${id}#matches` : `/results/${id}#matches`;
const best = ({ found }: MatchFact): string => {
  const [first] = found;
  if (first === undefined) return '';
  const shared = first.sharedTerms.length === 0 ? '' : `，都涉及${first.sharedTerms.slice(0, 3).join('、')}`;
  return `最相符的是${quoted(first.title)}，匹配度 ${first.score}${shared}。`;
};

const ofReward =
  (title: (name: string) => string, body: (reward: RewardFact) => string) =>
  (reward: RewardFact): Text => ({
    title: title(quoted(reward.contractTitle)),
    body: body(reward),
    link: `/rewards/${reward.id}`,
  });

export const REWARD_TEXTS = {
  disclosed: ofReward(
    (name) => `${name}的成果转化奖励方案公示`,
    ({ disclosedUntil }) =>
      `公示期至 ${disclosedUntil ?? '期满'} 为止，本单位人员可以查看方案；有异议的请在公示期内实名提出。`,
  ),
  objected: ofReward(
    (name) => `${name}的奖励方案有人提出异议`,
    () => '请核实后答复；异议没有答复以前方案不能确认。',
  ),
  confirmed: ofReward(
    (name) => `${name}的奖励方案已确认`,
    () => '公示期满，方案已确认。您可以查看自己的奖励和发放情况。',
  ),
} satisfies Texts<RewardFact>;

export const MATCH_TEXTS = {
  found: (match: MatchFact): Text => ({
    title:
      match.kind === 'NEED'
        ? `为您的需求${quoted(match.title)}找到 ${match.found.length} 项成果`
        : `有 ${match.found.length} 项需求与您的成果${quoted(match.title)}相符`,
    body: `${best(match)}请查看推荐理由，并告诉我们是否有用。`,
    link: matchLink(match),
  }),
} satisfies Texts<MatchFact>;

/** Where somebody sees to their own profile. */
const MY_PROFILE = '/experts/mine';

const ofExpert =
  (title: (name: string) => string, body: (expert: ExpertFact) => string, place = '/experts/') =>
  (expert: ExpertFact): Text => ({
    title: title(expert.name),
    body: body(expert),
    link: place.endsWith('/') ? `${place}${expert.id}` : place,
  });
const noted = ({ note }: ExpertFact): string => (note === '' ? '' : `说明：${note}。`);

export const EXPERT_TEXTS = {
  waitsForUnit: ofExpert(
    (name) => `${name}申报专家库，待单位同意`,
    ({ unitName }) => `请核对其为${unitName}人员及所填信息，同意后由科技部门审核。`,
  ),
  waitsForBureau: ofExpert(
    (name) => `${name}申报专家库，待审核`,
    ({ unitName }) => `所在单位：${unitName}。请审核入库条件和回避关系。`,
  ),
  consented: ofExpert(
    () => '单位已同意您申报专家库',
    () => '已转科技部门审核，结果会在这里告知。',
    MY_PROFILE,
  ),
  declined: ofExpert(
    () => '单位未同意您申报专家库',
    (expert) => `${noted(expert)}修改后可以重新提交。`,
    MY_PROFILE,
  ),
  admitted: ofExpert(
    () => '您已入专家库',
    () => '可以随时修改档案和公开范围；新的任职、持股、亲属等回避关系请及时登记。',
    MY_PROFILE,
  ),
  returned: ofExpert(
    () => '您的专家库申报被退回',
    (expert) => `${noted(expert)}修改后可以重新提交。`,
    MY_PROFILE,
  ),
  suspended: ofExpert(
    () => '您在专家库的资格已暂停',
    (expert) => `${noted(expert)}暂停期间不会被抽取。`,
    MY_PROFILE,
  ),
  resumed: ofExpert(
    () => '您在专家库的资格已恢复',
    () => '档案重新公开，可以被邀请和抽取。',
    MY_PROFILE,
  ),
  removed: ofExpert(
    () => '您已被移出专家库',
    (expert) => `${noted(expert)}如有异议，请向科技部门提出。`,
    MY_PROFILE,
  ),
} satisfies Texts<ExpertFact>;

const ofPatent =
  (title: (name: string) => string, body: (patent: PatentFact) => string) =>
  (patent: PatentFact): Text => ({
    title: title(`${quoted(patent.title)}（${patent.displayNumber}）`),
    body: body(patent),
    link: `/patents/${patent.id}`,
  });

export const PATENT_TEXTS = {
  due: ofPatent(
    (name) => `专利${name}有事项待办`,
    ({ warning }) => `${warning ?? ''}。办理后请在专利登记簿中登记。`,
  ),
  expired: ofPatent(
    (name) => `专利${name}期限届满`,
    ({ expiresOn }) => `专利权期限已于 ${expiresOn} 届满，登记簿已更新；以该专利上线的成果请及时修订。`,
  ),
} satisfies Texts<PatentFact>;

/** Names of filters in the portal's addresses, by their names in the schema. */
const ADDRESS_NAMES: Readonly<Record<string, string>> = {
  clusters: 'cluster',
  techFields: 'field',
  trlBands: 'maturity',
  cooperationModes: 'mode',
  priceModes: 'price',
  divisions: 'place',
  ownerKinds: 'owner',
  needTypes: 'type',
  urgencies: 'urgency',
};
/** The list that the search shows, the newest first. */
function searchLink({ kind, text, filters }: SearchFact): string {
  const query = new URLSearchParams();
  if (text !== '') query.set('q', text);
  for (const [filter, values] of Object.entries(filters)) {
    const name = ADDRESS_NAMES[filter];
    if (name !== undefined) for (const value of values) query.append(name, value);
  }
  query.set('sort', 'NEWEST');
  return `/${kind === 'RESULT' ? 'results' : 'needs'}?${query.toString()}`;
}

export const SEARCH_TEXTS = {
  found: (search: SearchFact): Text => {
    const titles = search.found.map(({ title }) => quoted(title));
    const rest = search.count > titles.length ? '等' : '';
    return {
      title: `“${search.name}”有 ${search.count} 项新${search.kind === 'RESULT' ? '成果' : '需求'}`,
      body: `${titles.join('、')}${rest}。`,
      link: searchLink(search),
    };
  },
} satisfies Texts<SearchFact>;
