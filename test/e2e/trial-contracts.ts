import { demoPerson } from './city.js';
import { odd, oddly, UNIVERSITY } from './trial-cast.js';
import {
  applicationIn,
  attach,
  contractNow,
  daysFrom,
  formFor,
  GROUNDS,
  judgementsOf,
  onContract,
  onSeat,
  OPINION,
  REASON,
  type ContractCast,
} from './trial-contract-cast.js';
import { docxOf, mailsIn, paragraph } from '@jihui/testing';
import { at, perform, type Subject } from './walk.js';

/** The contract as the parties wrote it, from which values are proposed. */
const TEXT = {
  name: '技术服务合同.docx',
  bytes: docxOf(
    [
      '技术服务合同',
      '项目名称：法兰锻件热处理变形控制技术服务',
      '委托方（甲方）：定襄恒岳锻压法兰有限公司',
      '受托方（乙方）：忻州工业技术大学',
      '第一条 报酬',
      '报酬总额为人民币捌拾捌万元整（小写：￥880,000.00），分期支付。',
      '第二条 保密',
      '双方对未公开的工艺参数保密五年。',
    ]
      .map((line) => paragraph(line))
      .join(''),
  ),
};

/** What the applicant does until the application is handed in. */
export async function tryApplications(cast: ContractCast): Promise<void> {
  const { trials, office, outsiders } = cast;
  const verb = onContract(cast);
  const started = await trials.run({
    mutation: 'startApplication',
    who: office,
    others: outsiders,
    input: { organisationId: UNIVERSITY },
    repeatable: true,
  });
  const form = await formFor(cast, '法兰锻件热处理变形控制技术服务');
  const saved = await verb(office, 'saveApplicationDraft', started, { input: { form }, repeatable: true });
  await attach(office, '/files/contracts', { contractId: saved.id, kind: 'CONTRACT_TEXT' }, TEXT);
  const fileId = await attach(office, '/files/contracts', { contractId: saved.id, kind: 'OTHER' });
  const removed = await verb(office, 'removeApplicationFile', await contractNow(office, saved), {
    input: { fileId },
  });
  const answered = await tryText(cast, removed);
  await verb(office, 'submitApplication', answered);
  await verb(office, 'withdrawApplication', await applicationIn(cast, 'SUBMITTED', '撤回的一份'), {
    input: REASON,
  });
}

/** What was read in the text, and what the checks found. */
async function tryText(cast: ContractCast, contract: Subject): Promise<Subject> {
  const { city, office } = cast;
  const verb = onContract(cast);
  await city.settle();
  const { read } = await office.query<{
    read: {
      files: { reading: { proposals: { id: string }[] } | null }[];
      findings: { rule: string; path: string; level: string }[];
    };
  }>(
    `query ($id: ID!) { read: contract(id: $id) {
      files { reading { proposals { id } } } findings { rule path level } } }`,
    { id: contract.id },
  );
  const [first, second] = read.files.flatMap(({ reading }) => reading?.proposals ?? []);
  if (first === undefined) throw new Error('nothing was read in the text');
  const dismissed = await verb(office, 'dismissTextProposal', contract, {
    input: { proposalId: first.id },
    repeatable: true,
  });
  const accepted = await verb(office, 'acceptTextProposal', dismissed, {
    input: { proposalId: (second ?? first).id },
    repeatable: true,
  });
  const again = await verb(office, 'saveApplicationDraft', accepted, {
    input: { form: await formFor(cast, '法兰锻件热处理变形控制技术服务') },
  });
  const warned = read.findings.find(({ level }) => level === 'WARNING');
  if (warned === undefined) throw new Error('nothing is to be explained');
  return verb(office, 'answerFinding', again, {
    input: { rule: warned.rule, path: warned.path, text: odd('合同中已写明') },
    repeatable: true,
  });
}

/** What the registry does until the number is given. */
export async function tryReviews(cast: ContractCast): Promise<Subject> {
  const { office, registrar, second, admin } = cast;
  const verb = onContract(cast);
  const submitted = await applicationIn(cast, 'SUBMITTED', '审查的一份');
  const accepted = await verb(registrar, 'acceptApplication', submitted, { rival: second });
  const released = await verb(registrar, 'releaseReview', await verb(registrar, 'claimReview', accepted));
  const judged = await verb(registrar, 'judgeChecklist', released, {
    input: { judgements: await judgementsOf(registrar, released, odd('见第二条')) },
    repeatable: true,
  });
  const given = await verb(admin, 'reassignReview', judged, {
    input: { personId: demoPerson('registrar2').id, reason: odd('另有公务') },
    repeatable: true,
  });
  const returned = await verb(second, 'returnApplication', given, {
    input: {
      deficiencies: [
        { path: 'signedAt', message: odd('请写明签订地点'), article: odd('第八百四十五条') },
        { path: 'content.trl', message: odd('请核对成熟度') },
      ],
      ...OPINION,
    },
  });
  const corrected = await verb(office, 'saveApplicationDraft', returned, {
    input: { form: { signedAt: '忻州市忻府区' } },
  });
  const again = await verb(
    registrar,
    'acceptApplication',
    await verb(office, 'submitApplication', corrected),
  );
  const passed = await verb(
    registrar,
    'passFirstReview',
    await verb(registrar, 'judgeChecklist', again, {
      input: { judgements: await judgementsOf(registrar, again) },
    }),
    { input: OPINION },
  );
  const back = await verb(second, 'sendBackToFirstReview', passed, { input: OPINION });
  const twice = await verb(registrar, 'passFirstReview', back, { input: OPINION });
  return tryDecision(cast, await tryExperts(cast, twice));
}

async function tryExperts(cast: ContractCast, reviewed: Subject): Promise<Subject> {
  const { second } = cast;
  const verb = onContract(cast);
  const sent = await verb(second, 'sendToExpertReview', reviewed, { input: OPINION });
  const experts = ['郝教授', '安研究员', '梁高工'].map((name) => ({
    name: oddly(name),
    unit: odd('太原某大学'),
    title: oddly('教授'),
    undertakenOn: cast.today,
    favourable: true,
    opinion: odd('属于技术服务'),
  }));
  const online = [BROKER_NAME, SOLAR_NAME].map((name, index) => ({
    name,
    unit: odd('某省技术市场协会'),
    email: `expert${index}@example.org`,
  }));
  await verb(second, 'saveExpertPanel', sent, {
    input: { experts: [...experts, ...online] },
    repeatable: true,
  });
  await tryOnline(cast, await contractNow(second, sent));
  await attach(second, '/files/contracts', { contractId: sent.id, kind: 'EXPERT_OPINION' });
  return verb(second, 'recordExpertOpinion', await contractNow(second, sent), {
    input: { favourable: true, ...OPINION },
  });
}

const BROKER_NAME = '赵敏';
const SOLAR_NAME = '武晓东';

/** Two experts with an account: one speaks, one withdraws. */
async function tryOnline(cast: ContractCast, convened: Subject): Promise<void> {
  const { city, trials, second, outsiders } = cast;
  const { contract } = await second.query<{ contract: { experts: { id: string; name: string }[] } }>(
    'query ($id: ID!) { contract(id: $id) { experts { id name } } }',
    { id: convened.id },
  );
  const expertIds = contract.experts
    .filter(({ name }) => [BROKER_NAME, SOLAR_NAME].includes(name))
    .map(({ id }) => id);
  await onContract(cast)(second, 'inviteExperts', convened, {
    input: { expertIds, answerBy: daysFrom(cast.today, 5) },
    repeatable: true,
  });
  await city.settle();
  const tokenFor = async (address: string): Promise<string> => {
    const letters = (await mailsIn(city.stateDir)).filter(({ to }) => to === address);
    return /token=([\w-]{48})/.exec(letters.at(-1)?.text ?? '')?.[1] ?? '';
  };
  const seat = onSeat(cast);
  const [broker, solar] = [city.who('broker'), city.who('solar')];
  const joined = await trials.run({
    mutation: 'joinExpertReview',
    who: broker,
    others: outsiders,
    input: { token: await tokenFor('expert0@example.org') },
  });
  const bound = await seat(broker, 'undertakeExpertReview', joined, {
    input: { confidential: true, noStake: true },
  });
  await seat(broker, 'giveExpertOpinion', bound, {
    input: { favourable: true, opinion: odd('标的明确，属于技术服务，建议予以登记') },
  });
  const other = await perform(solar, 'joinExpertReview', { token: await tokenFor('expert1@example.org') });
  await seat(solar, 'recuseFromExpertReview', other, { input: { reason: odd('曾任买方顾问') } });
}

async function tryDecision(cast: ContractCast, reviewed: Subject): Promise<Subject> {
  const { city, trials, office, registrar, second, outsiders } = cast;
  const verb = onContract(cast);
  const reopened = await verb(
    second,
    'reopenReview',
    await verb(second, 'approveRegistration', reviewed, { input: OPINION }),
    { input: OPINION },
  );
  const registered = await verb(second, 'passSecondReview', reopened, { input: OPINION });
  await city.settle();
  const numbered = await verb(registrar, 'recordNationalNumber', await contractNow(registrar, registered), {
    input: { nationalRegNo: '2026140000001234' },
    repeatable: true,
  });
  await trials.run({
    mutation: 'rateService',
    who: office,
    others: outsiders,
    input: { id: numbered.id, score: 2, comment: odd('等候较久') },
  });
  return contractNow(office, numbered);
}

/** The ways out other than a number, and those of several at once. */
export async function tryRefusals(cast: ContractCast): Promise<Subject> {
  const { trials, registrar, second, outsiders } = cast;
  const verb = onContract(cast);
  await verb(registrar, 'declineApplication', await applicationIn(cast, 'SUBMITTED', '不予受理的一份'), {
    input: GROUNDS,
  });
  const proposed = await verb(
    registrar,
    'proposeRejection',
    await applicationIn(cast, 'FIRST_REVIEW', '不予登记的一份'),
    { input: GROUNDS },
  );
  const rejected = await verb(second, 'rejectApplication', proposed, { input: GROUNDS });
  const both = [
    await applicationIn(cast, 'APPROVED', '集中登记的第一份'),
    await applicationIn(cast, 'APPROVED', '集中登记的第二份'),
  ];
  await trials.run({
    mutation: 'registerContracts',
    who: second,
    // Whoever is signed in is told of each contract by itself: one that is not the own to see is not there.
    others: outsiders.slice(0, 1),
    input: { contracts: both.map(at) },
  });
  return rejected;
}

/** 窗口代办. */
export async function tryCounter(cast: ContractCast): Promise<void> {
  const { trials, office, registrar, outsiders } = cast;
  const entered = await trials.run({
    mutation: 'startCounterIntake',
    who: registrar,
    others: outsiders,
    input: { organisationId: UNIVERSITY, note: odd('王晓岚持单位介绍信') },
    repeatable: true,
  });
  await onContract(cast)(office, 'takeOverApplication', entered);
  const fromPaper = await perform(registrar, 'startCounterIntake', {
    seller: {
      name: odd('忻州老厂锻件有限公司'),
      uscc: '91110108551385082Q',
      divisionCode: '140902',
      nature: '150',
      legalRepresentative: oddly('冯厂长'),
      contactName: oddly('冯厂长'),
      contactPhone: '0350-3020001',
    },
    note: odd('冯厂长持营业执照'),
  });
  expect(fromPaper.state).toBe('DRAFT');
}

/** What nobody corrected: closed when the last day that was told has passed. */
export async function tryLapse(cast: ContractCast): Promise<void> {
  const { city, registrar } = cast;
  const submitted = await applicationIn(cast, 'SUBMITTED', '逾期未补正的一份');
  const returned = await perform(registrar, 'returnApplication', {
    ...at(submitted),
    deficiencies: [{ path: 'signedAt', message: '请写明签订地点' }],
  });
  await city.advance(60);
  await onContract(cast)(registrar, 'lapseApplication', await contractNow(registrar, returned), {
    input: OPINION,
  });
}
