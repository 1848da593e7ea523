import type { ContractFact } from '../facts.js';
import { quoted, type Text, type Texts } from './text.js';

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
    (contract) =>
      contract.correctionDueOn
        ? `${because(contract)}，请在 ${contract.correctionDueOn} 前补正后重新提交。`
        : `${because(contract)}，请补正后重新提交。`,
  ),
  correctionNear: ofContract(
    (name) => `合同登记申请${name}的补正期限将至`,
    (contract) =>
      `请在 ${contract.correctionDueOn ?? ''} 前补正后重新提交；逾期未补正的，登记机构可以终止办理。`,
  ),
  lapsed: ofContract(
    (name) => `合同登记申请${name}逾期未补正，已终止办理`,
    () => '补正期限已过，申请视为撤回；补齐材料后可以重新申请。',
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
