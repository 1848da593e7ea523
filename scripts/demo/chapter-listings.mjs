import { until } from './person.mjs';

/** 成果：科研人员填报，单位审核，科技局发布。 */
export async function publishTheResult({ researcher, office, officer, act, at, step }, content) {
  let result = await act(researcher, 'saveResultDraft', 'SaveResultDraftInput', 'result', {
    ownerId: researcher.organisation.id,
    content,
  });
  step(researcher.name, `填写成果「${content.title}」`, result.id);
  result = await act(researcher, 'submitResult', 'ListingActionInput', 'result', at(result));
  step(researcher.name, '提交成果，等待单位审核', result.id);
  result = await act(office, 'approveResultByUnit', 'ApproveResultByUnitInput', 'result', {
    ...at(result),
    approvalDocument: '校科转审〔2026〕17号',
  });
  step(office.name, '单位审核通过', result.id);
  result = await act(officer, 'publishResult', 'ListingActionInput', 'result', at(result));
  step(officer.name, '审核并发布成果', result.id);
  return result;
}

/** 需求：企业发布，科技局审核。 */
export async function publishTheNeed({ enterprise, officer, act, at, step }, content) {
  let need = await act(enterprise, 'saveNeedDraft', 'SaveNeedDraftInput', 'need', {
    ownerId: enterprise.organisation.id,
    content,
  });
  need = await act(enterprise, 'submitNeed', 'ListingActionInput', 'need', at(need), 'quality { score }');
  step(enterprise.name, `提交需求「${content.title}」（需求质量 ${need.quality.score} 分）`, need.id);
  need = await act(officer, 'publishNeed', 'ListingActionInput', 'need', at(need));
  step(officer.name, '审核并发布需求', need.id);
  return need;
}

/** 匹配：带分项得分、理由与共有词，评价留存。 */
export async function findTheMatch({ enterprise, step }, need, result) {
  const find = async () => {
    const { matchesForNeed } = await enterprise.query(
      `query ($id: ID!) { matchesForNeed(needId: $id, first: 10) { edges { node {
        resultId score sharedTerms reasons parts { label points } result { title } } } } }`,
      { id: need.id },
    );
    return matchesForNeed.edges.map(({ node }) => node).find((node) => node.resultId === result.id);
  };
  const match = await until('匹配结果', find, { hidden: true });
  step(enterprise.name, `匹配到「${match.result.title}」，${match.score} 分`, result.id);
  step('', `  共有词：${match.sharedTerms.slice(0, 8).join('、')}`);
  step('', `  分项：${match.parts.map(({ label, points }) => `${label} ${points.toFixed(1)}`).join('，')}`);
  for (const reason of match.reasons.slice(0, 3)) step('', `  理由：${reason}`);
  await enterprise.mutate(
    'mutation ($input: MatchFeedbackInput!) { matchFeedback(input: $input) { match { myFeedback { verdict } } } }',
    { needId: need.id, resultId: result.id, verdict: 'USEFUL', reason: '指标与我公司产线相符' },
  );
  step(enterprise.name, '评价匹配：有用', result.id);
}
