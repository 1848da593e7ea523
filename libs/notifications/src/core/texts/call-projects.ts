import type { ProjectFact } from '../facts.js';
import { quoted, type Text, type Texts } from './text.js';

const ofProject =
  (title: (name: string) => string, body: (project: ProjectFact) => string) =>
  (project: ProjectFact): Text => ({
    title: title(quoted(project.title === '' ? project.code : project.title)),
    body: body(project),
    link: `/call-projects/${project.id}`,
  });

/** The reason of a decision, where one was given. */
const said = ({ note }: ProjectFact): string => (note === '' ? '' : `原因：${note}。`);

export const PROJECT_TEXTS = {
  projectBegun: ofProject(
    (name) => `项目${name}待签订任务书`,
    () => '请在期限内签订任务书，并办理技术合同登记。',
  ),
  projectSigned: ofProject(
    (name) => `项目${name}已签订任务书`,
    () => '请按节点报告进展；技术合同登记后可以拨付。',
  ),
  projectLapsed: ofProject(
    (name) => `项目${name}的立项已取消`,
    (project) => said(project),
  ),
  milestoneReported: ofProject(
    (name) => `项目${name}报告了节点`,
    () => '请考核。',
  ),
  milestoneAssessed: ofProject(
    (name) => `项目${name}的节点已考核`,
    () => '请打开项目页面查看结论和意见。',
  ),
  milestoneOverdue: ofProject(
    (name) => `项目${name}有节点逾期`,
    () => '承担单位请报告进展，需要延期的请说明原因；主管部门请核查。',
  ),
  undertakerReplaced: ofProject(
    (name) => `项目${name}更换了承担单位`,
    ({ organisationName }) => `现由${organisationName}承担；后续拨付须以其登记的技术合同为准。`,
  ),
  registrationLate: ofProject(
    (name) => `项目${name}的成果登记已逾期`,
    () => '验收通过后三十天内应登记成果，承担单位请登记后录入登记号；主管部门请核查。',
  ),
  benefitLate: ofProject(
    (name) => `项目${name}的经济效益报告已逾期`,
    () => '验收通过的项目应逐年报告经济效益，请发榜方或承担单位报告。',
  ),
  projectInspected: ofProject(
    (name) => `项目${name}已检查`,
    () => '请打开项目页面查看检查情况和整改期限。',
  ),
  paymentRequested: ofProject(
    (name) => `项目${name}有拨付待审批`,
    () => '须由申请人以外的经办人审批。',
  ),
  projectPaid: ofProject(
    (name) => `项目${name}已拨付一期资金`,
    () => '请打开项目页面查看。',
  ),
  acceptanceApplied: ofProject(
    (name) => `项目${name}申请验收`,
    () => '发榜方请出具用户报告，市科技主管部门请组织验收。',
  ),
  acceptanceConcluded: ofProject(
    (name) => `项目${name}已有验收结论`,
    () => '请打开项目页面查看结论和意见。',
  ),
  projectSuspended: ofProject(
    (name) => `项目${name}已中止`,
    (project) => said(project),
  ),
  projectResumed: ofProject(
    (name) => `项目${name}已恢复`,
    () => '请按任务书继续实施。',
  ),
  projectEnded: ofProject(
    (name) => `项目${name}已终止`,
    (project) => said(project),
  ),
  exemptionProposed: ofProject(
    (name) => `项目${name}提出免责认定`,
    () => '须由提出人以外的经办人初审。',
  ),
  exemptionReviewed: ofProject(
    (name) => `项目${name}的免责认定待作结论`,
    () => '初审已完成，请监督人作出结论。',
  ),
  exemptionDecided: ofProject(
    (name) => `项目${name}的免责认定已有结论`,
    () => '请打开项目页面查看结论。',
  ),
  projectSettled: ofProject(
    (name) => `项目${name}已结算`,
    () => '请按期登记成果。',
  ),
} satisfies Texts<ProjectFact>;
