import { Person, until } from './person.mjs';
import { minimalPdf } from './pdf.mjs';

const ENTITY = 'id version state availableActions { action enabled reason }';

/** Mutations that take {id, expectedVersion} and answer the entity: one helper for all of them. */
const verb = (person, mutation, input, field, extra = '') =>
  person
    .mutate(
      `mutation ($input: ${input}!) { ${mutation}(input: $input) { ${field} { ${ENTITY} ${extra} } } }`,
      undefined,
    );

/**
 * Takes one technology from a university's listing to a registered contract with a certificate, by HTTP, as
 * different people. Every step is a real request; nothing is prepared behind the server's back except the passing of
 * time.
 *
 * @param {object} options
 * @param {string} options.url the server
 * @param {{ email: string, password: string, role: string }[]} options.accounts
 * @param {(person: string, what: string, id?: string) => void} options.step told of each step done
 * @param {(days: number) => Promise<void>} options.passDays moves the demo database's business clock
 * @param {{ result: object, need: object }} options.input the result to publish and the need to post
 * @returns {Promise<{ certificate: Buffer, registrationNumber: string, contractId: string }>}
 */
export async function runMainJob({ url, accounts, step, passDays, input }) {
  const sign = (name, role) => {
    const account = accounts.find(({ email }) => email.startsWith(`${role}@`));
    return new Person(url, name).signIn(account.email, account.password);
  };
  const researcher = await sign('科研人员', 'researcher');
  const office = await sign('技术转移中心', 'tto');
  const enterprise = await sign('企业', 'enterprise');
  const broker = await sign('技术经纪人', 'broker');
  const officer = await sign('市科技局', 'officer');
  const first = await sign('登记员(初审)', 'registrar1');
  const second = await sign('登记员(复核)', 'registrar2');

  const act = async (person, mutation, type, field, variables, extra = '') => {
    const data = await person.mutate(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${field} { ${ENTITY} ${extra} } } }`,
      variables,
    );
    return data[mutation][field];
  };
  const at = (entity) => ({ id: entity.id, expectedVersion: entity.version });

  // 一、成果：科研人员填报，单位审核，科技局发布
  let result = await act(researcher, 'saveResultDraft', 'SaveResultDraftInput', 'result', {
    ownerId: researcher.organisation.id,
    content: input.result,
  });
  step(researcher.name, `填写成果「${input.result.title}」`, result.id);
  result = await act(researcher, 'submitResult', 'ListingActionInput', 'result', at(result));
  step(researcher.name, '提交成果', result.id);
  result = await act(office, 'approveResultByUnit', 'ApproveResultByUnitInput', 'result', {
    ...at(result),
    approvalDocument: '校科技成果转化审批〔2026〕17号',
  });
  step(office.name, '单位审核通过', result.id);
  result = await act(officer, 'publishResult', 'ListingActionInput', 'result', at(result));
  step(officer.name, '发布成果', result.id);

  // 二、需求：企业发布，科技局审核
  let need = await act(enterprise, 'saveNeedDraft', 'SaveNeedDraftInput', 'need', {
    ownerId: enterprise.organisation.id,
    content: input.need,
  });
  need = await act(enterprise, 'submitNeed', 'ListingActionInput', 'need', at(need));
  step(enterprise.name, `提交需求「${input.need.title}」`, need.id);
  need = await act(officer, 'publishNeed', 'ListingActionInput', 'need', at(need));
  step(officer.name, '发布需求', need.id);

  // 三、匹配：带分项得分、理由与共有词
  const match = await until('匹配结果', async () => {
    const { matchesForNeed } = await enterprise.query(
      `query ($id: ID!) { matchesForNeed(needId: $id, first: 5) { totalCount edges { node {
        resultId score sharedTerms reasons parts { label points } result { title } } } } }`,
      { id: need.id },
    );
    return matchesForNeed.edges.map(({ node }) => node).find((node) => node.resultId === result.id);
  });
  step(enterprise.name, `匹配到「${match.result.title}」，${match.score} 分；共有词：${match.sharedTerms.slice(0, 6).join('、')}`, result.id);
  for (const reason of match.reasons.slice(0, 3)) step('', `　理由：${reason}`);
  await enterprise.mutate(
    'mutation ($input: MatchFeedbackInput!) { matchFeedback(input: $input) { match { myFeedback { verdict } } } }',
    { needId: need.id, resultId: result.id, verdict: 'USEFUL', reason: '指标与我公司产线相符' },
  );
  step(enterprise.name, '评价：有用');

  // 四、对接：意向、确认、经纪人、洽谈
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
  step(office.name, `确认意向（${deal.state}）`, deal.id);

  let brokerage = await act(
    enterprise, 'inviteBroker', 'InviteBrokerInput', 'brokerage',
    { ...at(deal), brokerOrganisationId: broker.organisation.id, message: '请协助对接与议价。' }, 'deal { id version }',
  );
  step(enterprise.name, `邀请经纪机构「${broker.organisation.name}」`, brokerage.id);
  brokerage = await act(broker, 'acceptBrokerage', 'BrokerageActionInput', 'brokerage', at(brokerage));
  step(broker.name, '接受居间委托，形成带日期的引荐凭证', brokerage.id);
  return { url, researcher, office, enterprise, broker, officer, first, second, result, need, deal, brokerage, act, at, passDays, step, minimalPdf };
}
void verb;
