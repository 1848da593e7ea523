import { contractPdf } from './contract-pdf.mjs';
import { until } from './person.mjs';

const WAN = 1_000_000; // 1 万元 in 分

/** 技术合同认定登记：预填、提交、受理、初审、复核、编号、证明。 */
export const applyAndRegister = async (stage, deal) =>
  reviewAndRegister(stage, await applyForRegistration(stage, deal));

/** 预填、补传、提交。 */
export async function applyForRegistration(stage, deal) {
  const { office, act, step } = stage;
  const contract = await until('登记申请', () =>
    act(
      office,
      'startApplication',
      'StartApplicationInput',
      'contract',
      { dealId: deal.id },
      APPLICATION_FORM,
    ),
  );
  step(office.name, `由对接预填登记申请「${contract.title}」`, contract.id);
  return fillInAndSubmit(stage, contract, contractPdf(deal.id));
}

/**
 * @param started the application just begun, with its form
 * @param text the signed contract
 */
export async function fillInAndSubmit({ office, act, at, step }, started, text) {
  let contract = started;
  await office.upload('contracts', '技术转让合同.pdf', text, {
    contractId: contract.id,
    kind: 'CONTRACT_TEXT',
  });
  contract = await act(
    office,
    'saveApplicationDraft',
    'SaveApplicationDraftInput',
    'contract',
    {
      ...at(await fresh(office, contract)),
      form: formOf(contract),
    },
    APPLICATION_FORM,
  );
  contract = await act(
    office,
    'saveApplicationDraft',
    'SaveApplicationDraftInput',
    'contract',
    { ...at(contract), form: { checklist: evidenceOf(contract) } },
    APPLICATION_FORM,
  );
  for (const { path, message } of contract.findings.filter(({ level }) => level === 'BLOCK')) {
    const [group, kind] = path.split('.');
    if (group !== 'files') continue;
    await office.upload('contracts', `${kind}.pdf`, contractPdf(kind), { contractId: contract.id, kind });
    step(office.name, `预检提示「${message}」，已补传`, contract.id);
  }
  contract = await act(
    office,
    'submitApplication',
    'SubmitApplicationInput',
    'contract',
    at(await fresh(office, contract)),
  );
  step(office.name, '提交登记申请', contract.id);
  return contract;
}

/** 受理、初审、复核、编号、证明。 */
export async function reviewAndRegister({ office, officer, reviewer, act, at, step }, submitted) {
  let contract = submitted;
  contract = await act(
    officer,
    'acceptApplication',
    'AcceptApplicationInput',
    'contract',
    at(contract),
    'acceptanceNumber dueOn',
  );
  step(officer.name, `受理，受理号 ${contract.acceptanceNumber}，办结期限 ${contract.dueOn}`, contract.id);
  contract = await act(
    officer,
    'claimReview',
    'ClaimReviewInput',
    'contract',
    at(contract),
    'checklist { id }',
  );
  contract = await act(officer, 'judgeChecklist', 'JudgeChecklistInput', 'contract', {
    ...at(contract),
    judgements: contract.checklist.map(({ id }) => ({ item: id, met: true })),
  });
  contract = await act(officer, 'passFirstReview', 'PassFirstReviewInput', 'contract', {
    ...at(contract),
    opinion: '标的明确，属技术转让，金额计算无误。',
  });
  step(officer.name, '初审通过', contract.id);
  await refuseSamePerson({ officer, act, at, step }, contract);
  contract = await act(reviewer, 'claimReview', 'ClaimReviewInput', 'contract', at(contract));
  contract = await act(
    reviewer,
    'passSecondReview',
    'PassSecondReviewInput',
    'contract',
    { ...at(contract), opinion: '同意登记。' },
    'registrationNumber',
  );
  step(reviewer.name, `复核通过，登记编号 ${contract.registrationNumber}`, contract.id);

  const { url } = await until('登记证明', async () => {
    const { contract: now } = await office.query(
      'query ($id: ID!) { contract(id: $id) { certificate { url } } }',
      { id: contract.id },
    );
    return now.certificate?.url ? now.certificate : undefined;
  });
  const certificate = await office.download(url);
  step(office.name, `下载登记证明（${certificate.length} 字节）`, contract.id);
  return { certificate, registrationNumber: contract.registrationNumber, contractId: contract.id };
}

/** What is taken over from what was pre-filled. */
export const APPLICATION_FORM = `title subclass findings { level path message } checklist { id byApplicant } sellers { organisationId name identifier identifierKind country divisionCode nature legalRepresentative contactName contactPhone }
  buyers { organisationId name identifier identifierKind country divisionCode nature legalRepresentative contactName contactPhone }
  content { summary techField ipRights { kind title number status filedOn expiresOn owners } trl } signedOn signedAt effectiveFrom effectiveTo`;

/** A technology without a registered right is transferred as know-how, which the application names as well. */
const rightsOf = ({ title, content }) =>
  content.ipRights.length > 0 ? content.ipRights : [{ kind: 'KNOW_HOW', title, owners: [] }];

/** 认定条件自查: where the contract shows each condition. */
const evidenceOf = ({ checklist }) =>
  checklist
    .filter(({ byApplicant }) => byApplicant)
    .map(({ id }) => ({ item: id, met: true, page: 1, clause: '第一条' }));

/** What the applicant adds to what was pre-filled. */
const formOf = (contract) => ({
  title: contract.title,
  subclass: contract.content.ipRights.some(({ kind }) => kind === 'INVENTION_PATENT') ? '21' : '23',
  sellers: contract.sellers,
  buyers: contract.buyers,
  signedOn: contract.signedOn,
  signedAt: contract.signedAt,
  effectiveFrom: contract.effectiveFrom,
  effectiveTo: contract.effectiveTo,
  modelText: true,
  electronic: false,
  language: 'zh',
  content: {
    ...contract.content,
    ipRights: rightsOf(contract),
    ipKind: contract.content.ipRights[0]?.kind ?? 'KNOW_HOW',
    planSource: '5',
    industryDivision: '34',
    socioEconomicGoal: '10',
    ownershipClause: '专利权自登记之日起归受让方所有',
    confidentialityClause: '双方对未公开的技术资料负有保密义务',
    acceptanceClause: '以中试线连续运行 72 小时达到合同指标为准',
  },
  money: {
    total: 100 * WAN,
    technical: 80 * WAN,
    deductions: [{ kind: 'EQUIPMENT', name: '中试装置', amount: 20 * WAN, clause: '第六条' }],
    carriers: [],
    paymentMode: 'INSTALMENTS',
    expectedInvestment: 300 * WAN,
    expectedOutput: 2_000 * WAN,
  },
  flags: {
    foreign: 'NONE',
    secret: false,
    relatedParties: false,
    taxBenefits: ['VAT'],
    planProject: false,
    challengeCall: false,
    pricingMethod: 'AGREEMENT',
  },
  declaration: { truthful: true, signatory: '王晓岚' },
});

/** Two persons: the first reviewer may not pass the second review. */
async function refuseSamePerson({ officer, act, at, step }, contract) {
  try {
    await act(officer, 'passSecondReview', 'PassSecondReviewInput', 'contract', {
      ...at(contract),
      opinion: '同意登记。',
    });
  } catch (error) {
    if (!error.code) throw error;
    step(officer.name, `自己复核自己的初审，被拒绝：${error.message.split('\n')[0]}`, contract.id);
    return;
  }
  throw new Error('初审人竟可复核');
}

const fresh = async (person, contract) =>
  (await person.query('query ($id: ID!) { contract(id: $id) { id version } }', { id: contract.id })).contract;
