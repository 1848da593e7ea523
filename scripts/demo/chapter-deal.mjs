import { contractPdf } from './contract-pdf.mjs';
import { until } from './person.mjs';

const WAN = 1_000_000; // 1 万元 in 分

/** 对接：表达意向，双方确认，经纪人加入并约定佣金。 */
export async function openTheDeal({ enterprise, office, broker, act, at, step }, need, result) {
  let deal = await until('对接建立', () =>
    act(enterprise, 'openDeal', 'OpenDealInput', 'deal', {
      organisationId: enterprise.organisation.id,
      resultId: result.id,
      needId: need.id,
      cooperationMode: 'TRANSFER',
      message: '我公司希望了解并受让该项技术，盼安排对接。',
    }),
  );
  step(enterprise.name, '表达合作意向', deal.id);
  deal = await act(office, 'confirmDeal', 'DealActionInput', 'deal', at(deal));
  step(office.name, '确认意向', deal.id);

  const invited = await act(enterprise, 'inviteBroker', 'InviteBrokerInput', 'brokerage', {
    ...at(deal),
    brokerOrganisationId: broker.organisation.id,
    message: '请协助对接与议价。',
  });
  step(enterprise.name, `邀请经纪机构「${broker.organisation.name}」`, invited.id);
  const joined = await act(broker, 'acceptBrokerage', 'BrokerageActionInput', 'brokerage', at(invited));
  step(broker.name, '接受居间委托，形成带日期的引荐凭证', joined.id);

  const commission = await act(broker, 'proposeCommission', 'ProposeCommissionInput', 'commission', {
    dealId: deal.id,
    base: 'TECHNICAL',
    tiers: [{ upTo: 50 * WAN, rateBasisPoints: 300 }, { rateBasisPoints: 200 }],
    sellerShareBasisPoints: 0,
    buyerShareBasisPoints: 10_000,
    trigger: 'REGISTRATION',
    taxIncluded: true,
    splits: [{ organisationId: broker.organisation.id, shareBasisPoints: 10_000 }],
  });
  await act(enterprise, 'agreeCommission', 'CommissionActionInput', 'commission', at(commission));
  step(broker.name, '与委托方约定佣金：50 万元以内 3%，以上 2%，登记后支付', commission.id);

  await broker.mutate(
    'mutation ($input: RecordContactInput!) { recordContact(input: $input) { contact { id } } }',
    {
      dealId: deal.id,
      heldOn: await today(enterprise),
      mode: 'MEETING',
      participants: '校方项目组、企业技术部、经纪人',
      summary: '现场查看产线，确认中试参数与交付内容。',
      outcome: '双方同意按技术转让方式议价。',
    },
  );
  await enterprise.mutate(
    'mutation ($input: PostMessageInput!) { postMessage(input: $input) { message { id } } }',
    {
      dealId: deal.id,
      body: '请贵校提供报价与交付清单。',
    },
  );
  step(enterprise.name, '登记对接记录并留言', deal.id);
  return fresh(enterprise, deal);
}

/** 议价：卖方报价，买方接受。 */
export async function agreeThePrice({ office, enterprise, act, at, step }, opened) {
  let deal = await act(
    office,
    'proposePrice',
    'ProposePriceInput',
    'deal',
    {
      ...at(opened),
      cooperationMode: 'TRANSFER',
      total: 100 * WAN,
      technical: 80 * WAN,
      method: 'AGREEMENT',
      basis: '第三方评估报告晋评报字〔2026〕第112号，评估值 96 万元',
      paymentMode: 'INSTALMENTS',
      paymentTerms: '签订后支付 40%，验收合格后支付 60%',
    },
    'openProposal { id }',
  );
  step(office.name, '报价：总额 100 万元，其中技术部分 80 万元', deal.openProposal.id);
  deal = await act(enterprise, 'acceptPrice', 'AcceptPriceInput', 'deal', {
    ...at(deal),
    proposalId: deal.openProposal.id,
  });
  step(enterprise.name, '接受报价', deal.id);
  return deal;
}

/** 协议定价公示：国家设立的单位签署前必须公示满期。 */
export async function startTheDisclosure({ office, act, at, step }, priced) {
  const deal = await act(
    office,
    'startDisclosure',
    'StartDisclosureInput',
    'deal',
    {
      ...at(priced),
      summary: '拟以协议定价方式转让该项科技成果，现按规定公示，接受监督。',
      relatedParty: false,
      basis: '第三方评估报告晋评报字〔2026〕第112号',
      channels: ['学校官网', '技汇平台公示栏'],
      objectionOffice: '学校科技成果转化处',
      objectionPhone: '0350-3010000',
    },
    'disclosure { id startsOn endsOn requiredDays }',
  );
  const { id, startsOn, endsOn, requiredDays } = deal.disclosure;
  step(office.name, `发布定价公示：${startsOn} 至 ${endsOn}（不少于 ${requiredDays} 日）`, id);
  return deal;
}

/** Days to pass until the disclosure may be completed: the day after its last one. */
export const daysOf = ({ disclosure }) =>
  Math.round((Date.parse(disclosure.endsOn) - Date.parse(disclosure.startsOn)) / 86_400_000) + 2;

/** 公示期满，完成公示。 */
export async function completeTheDisclosure({ office, act, at, step }, disclosing) {
  const deal = await act(
    office,
    'completeDisclosure',
    'DealActionInput',
    'deal',
    at(await fresh(office, disclosing)),
  );
  step(office.name, '公示期满无异议，完成公示', disclosing.disclosure.id);
  return deal;
}

/** 签署：一方录入签署的合同，另一方核对哈希后确认。 */
export async function signTheContract({ office, enterprise, act, at, step }, ready) {
  const bytes = contractPdf(ready.id);
  const file = await office.upload('deals', '技术转让合同（双方签章）.pdf', bytes, { dealId: ready.id });
  const signedOn = await today(office);
  let deal = await act(
    office,
    'recordSignature',
    'RecordSignatureInput',
    'deal',
    {
      ...at(ready),
      fileId: file.id,
      signatories: ['王晓岚', '张建军'],
      signedOn,
      place: '山西省忻州市',
      effectiveFrom: signedOn,
      effectiveTo: `${Number(signedOn.slice(0, 4)) + 3}${signedOn.slice(4)}`,
    },
    'signature { file { sha256 } }',
  );
  const { sha256 } = deal.signature.file;
  step(office.name, `录入签署的合同，SHA-256 ${sha256.slice(0, 16)}…`, file.id);
  deal = await act(enterprise, 'confirmSignature', 'ConfirmSignatureInput', 'deal', {
    ...at(deal),
    fileSha256: sha256,
  });
  step(enterprise.name, '确认签署', deal.id);
  return deal;
}

/** The period is real: before it has passed the server refuses. */
export async function refuseEarly({ office, act, at, step }, deal) {
  try {
    await act(office, 'completeDisclosure', 'DealActionInput', 'deal', at(deal));
  } catch (error) {
    if (!error.code) throw error;
    step(office.name, `提前完成公示被拒绝：${error.message.split('\n')[0]}`, deal.disclosure.id);
    return;
  }
  throw new Error('公示期未满，却允许完成公示');
}

const fresh = async (person, deal) =>
  (await person.query('query ($id: ID!) { deal(id: $id) { id version state } }', { id: deal.id })).deal;

/** The legal day by the database's business clock. */
async function today(person) {
  const { clock } = await person.query('{ clock { now } }');
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(
    new Date(clock.now),
  );
}
