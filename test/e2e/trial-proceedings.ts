import { odd } from './trial-cast.js';
import {
  applicationIn,
  attach,
  contractNow,
  daysFrom,
  OPINION,
  type ContractCast,
} from './trial-contract-cast.js';
import { verbsOn, type Verb } from './trial-cast.js';
import { at, perform, type Subject } from './walk.js';
import type { GraphClient } from '@jihui/testing';

const PAPERS = '/files/contracts/proceedings';
const WHY = odd('双方签订补充协议，增加了技术服务的内容');
const RETURNED = { deficiencies: [{ path: 'files', message: odd('请补充双方盖章的协议') }] };

const ACTIONS: Readonly<Record<string, string>> = {
  saveProceedingDraft: 'editDraft',
  removeProceedingFile: 'editDraft',
  discardProceeding: 'discard',
  requestContractChange: 'requestChange',
  requestRoyaltySupplement: 'requestSupplement',
  requestContractCancellation: 'requestCancellation',
  giveRevocationNotice: 'noticeRevocation',
  lodgeObjection: 'object',
  submitDefence: 'defend',
  examineProceeding: 'examine',
  returnProceeding: 'returnRequest',
  approveContractChange: 'approveChange',
  approveRoyaltySupplement: 'approveSupplement',
  approveContractCancellation: 'approveCancellation',
  refuseContractRequest: 'refuseRequest',
  revokeRegistration: 'revoke',
  keepContractDecision: 'keepDecision',
  redetermineContract: 'redetermine',
  reopenContractReview: 'setAside',
};
const onPaper = (cast: ContractCast): Verb =>
  verbsOn(cast, 'contractProceeding', (mutation) => ACTIONS[mutation] ?? mutation);

type Kind = 'CHANGE' | 'SUPPLEMENT' | 'CANCELLATION' | 'REVOCATION' | 'OBJECTION';

const paperNow = async (reader: GraphClient, { id }: { readonly id: string }): Promise<Subject> =>
  (
    await reader.query<{ contractProceeding: Subject }>(
      'query ($id: ID!) { contractProceeding(id: $id) { id version state } }',
      { id },
    )
  ).contractProceeding;

/** A paper with its evidence, as that side writes it. */
async function paper(
  cast: ContractCast,
  who: GraphClient,
  contract: Subject,
  kind: Kind,
  fields: object,
): Promise<Subject> {
  const { trials, outsiders } = cast;
  const started = await trials.run({
    mutation: 'startProceeding',
    who,
    others: outsiders,
    input: { contractId: contract.id, kind },
    repeatable: true,
  });
  const saved = await onPaper(cast)(who, 'saveProceedingDraft', started, {
    input: { reason: WHY, ...fields },
    repeatable: true,
  });
  await attach(who, PAPERS, { proceedingId: saved.id });
  return paperNow(who, saved);
}

const moneyOf = async ({ office }: ContractCast, { id }: Subject) =>
  (
    await office.query<{ contract: { money: { total: number; technical: number } } }>(
      'query ($id: ID!) { contract(id: $id) { money { total technical } } }',
      { id },
    )
  ).contract.money;

/** 变更: written, thrown away, handed in, returned, taken back, refused, granted. */
export async function tryChanges(cast: ContractCast, contract: Subject): Promise<void> {
  const { office, registrar, second } = cast;
  const verb = onPaper(cast);
  const { total, technical } = await moneyOf(cast, contract);
  const more = { total: total + 1_000_000, technical: technical + 1_000_000 };
  const approved = { approvedTotal: more.total, approvedTechnical: more.technical };
  const draft = () => paper(cast, office, contract, 'CHANGE', { form: { money: more }, noBenefits: true });
  const thrown = await draft();
  const extra = await attach(office, PAPERS, { proceedingId: thrown.id });
  const without = await verb(office, 'removeProceedingFile', await paperNow(office, thrown), {
    input: { fileId: extra },
  });
  await verb(office, 'discardProceeding', without);
  const asked = await verb(office, 'requestContractChange', await draft());
  const returned = await verb(registrar, 'returnProceeding', asked, { input: RETURNED });
  const again = await verb(office, 'requestContractChange', await paperNow(office, returned));
  await verb(office, 'withdrawProceeding', again, { input: { reason: odd('协议尚未盖章') } });
  const examine = async (subject: Subject) =>
    verb(registrar, 'examineProceeding', subject, {
      input: { favourable: true, ...OPINION, ...approved },
      repeatable: true,
    });
  const refused = await examine(await verb(office, 'requestContractChange', await draft()));
  await verb(second, 'refuseContractRequest', refused, { input: OPINION });
  const granted = await examine(await verb(office, 'requestContractChange', await draft()));
  await verb(second, 'approveContractChange', granted, { input: { ...OPINION, ...approved } });
}

/** 提成补充: what came in by a royalty is registered when it did. */
export async function trySupplement(cast: ContractCast): Promise<void> {
  const { office, registrar, second, today } = cast;
  const verb = onPaper(cast);
  const fixed = 30_000_000;
  const contract = await applicationIn(cast, 'REGISTERED', '提成的一份', {
    money: {
      total: fixed,
      technical: fixed,
      paymentMode: 'ENTRY_FEE_ROYALTY',
      royalty: { base: 'SALES', trend: 'FIXED', rateBasisPoints: 500, years: 5, entryFee: fixed },
    },
  });
  const receipt = {
    from: daysFrom(today, -5),
    until: today,
    receivedOn: today,
    rateBasisPoints: 500,
    base: 240_000_000,
  };
  const approved = { approvedTotal: 42_000_000, approvedTechnical: 42_000_000 };
  const asked = await verb(
    office,
    'requestRoyaltySupplement',
    await paper(cast, office, contract, 'SUPPLEMENT', { receipt }),
  );
  const examined = await verb(registrar, 'examineProceeding', asked, {
    input: { favourable: true, ...OPINION, ...approved },
  });
  await verb(second, 'approveRoyaltySupplement', examined, { input: { ...OPINION, ...approved } });
}

/** 注销, with a benefit used: tax and finance are told. */
export async function tryCancellation(cast: ContractCast): Promise<void> {
  const { trials, outsiders, office, registrar, second, today } = cast;
  const verb = onPaper(cast);
  const contract = await applicationIn(cast, 'REGISTERED', '解除的一份');
  const used = { benefit: 'VAT', amount: 1_200_000, usedOn: daysFrom(today, -1), note: odd('十月申报') };
  await trials.run({
    mutation: 'reportBenefitUse',
    who: office,
    others: outsiders,
    input: { contractId: contract.id, benefits: [used] },
    repeatable: true,
  });
  const draft = await paper(cast, office, contract, 'CANCELLATION', {
    grounds: ['RESCISSION'],
    groundOn: daysFrom(today, -1),
    benefits: [used],
  });
  const asked = await verb(office, 'requestContractCancellation', draft);
  const examined = await verb(registrar, 'examineProceeding', asked, {
    input: { favourable: true, ...OPINION },
  });
  await verb(second, 'approveContractCancellation', examined, { input: OPINION });
  const { taxNotices } = await registrar.query<{ taxNotices: { edges: { node: Subject }[] } }>(
    '{ taxNotices(sent: false) { edges { node { id version } } } }',
  );
  const notice = taxNotices.edges[0]?.node;
  if (notice === undefined) throw new Error('no notice is to be sent');
  await trials.run({
    mutation: 'recordTaxNotice',
    who: registrar,
    others: outsiders,
    input: {
      ...at(notice),
      recipient: odd('忻州市税务局'),
      documentNumber: odd('忻科函〔2026〕12号'),
      sentOn: today,
    },
  });
}

/** 撤销: noticed, defended, dropped or carried out. */
export async function tryRevocation(cast: ContractCast): Promise<void> {
  const { office, registrar, second } = cast;
  const verb = onPaper(cast);
  const contract = await applicationIn(cast, 'REGISTERED', '撤销的一份');
  const noticed = async (): Promise<Subject> => {
    const draft = await paper(cast, registrar, contract, 'REVOCATION', { grounds: ['FALSE_CONTRACT'] });
    return verb(registrar, 'giveRevocationNotice', draft);
  };
  const defended = async (): Promise<Subject> =>
    verb(office, 'submitDefence', await noticed(), {
      input: { statement: odd('成果确实存在，附检测报告'), final: true },
      repeatable: true,
    });
  await verb(second, 'dropRevocation', await paperNow(second, await defended()), { input: OPINION });
  await verb(second, 'revokeRegistration', await paperNow(second, await defended()), { input: OPINION });
}

/** 异议: against a registration and against a refusal, by others than those who decided. */
export async function tryObjections(
  cast: ContractCast,
  registered: Subject,
  rejected: Subject,
): Promise<void> {
  const { office, third, fourth } = cast;
  const verb = onPaper(cast);
  const { total, technical } = await moneyOf(cast, registered);
  const less = { total, technical: technical - 1_000_000 };
  const approved = { approvedTotal: less.total, approvedTechnical: less.technical };
  const lodged = async (contract: Subject) =>
    verb(office, 'lodgeObjection', await paper(cast, office, contract, 'OBJECTION', {}));
  const form = {
    money: {
      ...less,
      deductions: [
        { kind: 'EQUIPMENT', name: odd('测量装置'), amount: total - less.technical, clause: '第六条' },
      ],
    },
  };
  const examined = await perform(third, 'examineProceeding', {
    ...at(await lodged(registered)),
    favourable: true,
    ...OPINION,
    ...approved,
    form,
  });
  await verb(fourth, 'redetermineContract', examined, { input: { ...OPINION, ...approved } });
  const kept = await perform(third, 'examineProceeding', {
    ...at(await lodged(await contractNow(office, registered))),
    favourable: false,
    ...OPINION,
  });
  await verb(fourth, 'keepContractDecision', kept, { input: OPINION });
  const open = await perform(third, 'examineProceeding', {
    ...at(await lodged(rejected)),
    favourable: true,
    ...OPINION,
  });
  await verb(fourth, 'reopenContractReview', open, { input: OPINION });
}
