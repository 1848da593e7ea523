import { legalDayOf } from '@jihui/kernel';
import type { CallFact } from '../facts.js';
import { quoted, type Text, type Texts } from './text.js';

const ofCall =
  (title: (name: string) => string, body: (call: CallFact) => string) =>
  (call: CallFact): Text => ({
    title: title(quoted(call.title === '' ? call.code : call.title)),
    body: body(call),
    link: `/calls/${call.id}`,
  });

/** The reason of a decision, where one was given. */
const said = ({ note }: CallFact): string => (note === '' ? '' : `原因：${note}。`);
/** Until when the result of the stage can be objected to. */
const objecting = ({ stageUntil }: CallFact): string => `异议期到 ${stageUntil ?? '期满'} 止。`;
const closing = ({ closesAt }: CallFact): string =>
  closesAt === null ? '' : `揭榜截止 ${legalDayOf(new Date(closesAt))} 17:00。`;

export const CALL_TEXTS = {
  waitsForCounty: ofCall(
    (name) => `${name}已提交，待推荐`,
    () => '请县（市、区）科技主管部门核实需求并推荐。',
  ),
  waitsForCity: ofCall(
    (name) => `${name}已获推荐，待形式审查`,
    () => '请核对材料是否齐全、条件是否符合。',
  ),
  recommended: ofCall(
    (name) => `${name}已获推荐`,
    () => '市科技主管部门将进行形式审查和论证。',
  ),
  formChecked: ofCall(
    (name) => `${name}通过形式审查`,
    () => '接下来组织论证。',
  ),
  returned: ofCall(
    (name) => `${name}被退回修改`,
    (call) => `${said(call)}修改后可以重新提交。`,
  ),
  argued: ofCall(
    (name) => `${name}论证结论已记录`,
    (call) => (call.note === '' ? '论证通过，进入榜单候选。' : said(call)),
  ),
  declined: ofCall(
    (name) => `${name}不予受理`,
    (call) => said(call),
  ),
  noticed: ofCall(
    (name) => `${name}开始公示`,
    ({ noticeUntil }) => `公示到 ${noticeUntil ?? '期满'} 止。`,
  ),
  noticeAnnulled: ofCall(
    (name) => `${name}的公示已撤销`,
    (call) => `${said(call)}榜单退回审批前，由市科技主管部门重新安排。`,
  ),
  cleared: ofCall(
    (name) => `${name}公示期满`,
    () => '没有未办结的异议，可以张榜。',
  ),
  published: ofCall(
    (name) => `${name}已张榜`,
    (call) => closing(call),
  ),
  meantForYou: ofCall(
    (name) => `${name}拟委托贵单位承担`,
    (call) => `${closing(call)}请在截止前提交方案。`,
  ),
  custodian: ofCall(
    (name) => `您是${name}的开标密钥保管人`,
    (call) => `${closing(call)}截止后请按时交出您保管的份额。`,
  ),
  extended: ofCall(
    (name) => `${name}揭榜期已延长`,
    (call) => closing(call),
  ),
  closed: ofCall(
    (name) => `${name}揭榜已截止`,
    () => '请组织开标。',
  ),
  opened: ofCall(
    (name) => `${name}已开标`,
    () => '正在逐份审查资格和指标响应。',
  ),
  qualified: ofCall(
    (name) => `${name}资格审查结果已公布`,
    (call) => `${objecting(call)}揭榜方在抽取专家前可以申请专家回避。`,
  ),
  qualificationAnnulled: ofCall(
    (name) => `${name}的资格审查结果已撤销`,
    (call) => `${said(call)}将重新审查。`,
  ),
  drawBegun: ofCall(
    (name) => `${name}开始抽取评审专家`,
    () => '请在榜单页面提交您的随机数承诺。',
  ),
  seedsWait: ofCall(
    (name) => `${name}等待公开随机数`,
    () => '各方承诺已齐，请在榜单页面公开您的随机数。',
  ),
  invited: ofCall(
    (name) => `邀请您评审${name}`,
    () => '请在“评审任务”中阅读承诺书并答复；您的姓名在评审开始前不告知任何人。',
  ),
  scoresWait: ofCall(
    (name) => `${name}开始评审`,
    () => '请在“评审任务”中逐份打分并提交；全部提交前任何人看不到分数。',
  ),
  sheetsIn: ofCall(
    (name) => `${name}的评分表已全部提交`,
    () => '请组长填写专家组意见；有并列的先投票。',
  ),
  minutesWait: ofCall(
    (name) => `${name}的评审纪要待签署`,
    () => '请在“评审任务”中阅读并签署。',
  ),
  awardNoticed: ofCall(
    (name) => `${name}拟立项公示`,
    (call) => objecting(call),
  ),
  awardAnnulled: ofCall(
    (name) => `${name}的拟立项公示已撤销`,
    (call) => `${said(call)}将重新审议。`,
  ),
  awarded: ofCall(
    (name) => `${name}已立项`,
    () => '公示期满，没有未办结的异议；请签订任务书和技术合同。',
  ),
  failed: ofCall(
    (name) => `${name}流标`,
    (call) => `${said(call)}可以二次发榜。`,
  ),
  objected: ofCall(
    (name) => `${name}有人提出异议`,
    () => '请在受理期限内决定是否受理；办结以前相应环节不能继续。',
  ),
  objectionAnswered: ofCall(
    (name) => `您对${name}的异议有了进展`,
    () => '请打开榜单页面查看办理情况和答复。',
  ),
  asked: ofCall(
    (name) => `有人就${name}提问`,
    () => '请答复；答复向所有人公开，不显示提问人。',
  ),
  questionAnswered: ofCall(
    (name) => `您就${name}提出的问题已有答复`,
    () => '请打开榜单页面查看。',
  ),
  suspended: ofCall(
    (name) => `${name}已中止`,
    (call) => said(call),
  ),
  resumed: ofCall(
    (name) => `${name}已恢复`,
    (call) => `公示期、揭榜期相应顺延。${closing(call)}`,
  ),
  terminated: ofCall(
    (name) => `${name}已终止`,
    (call) => said(call),
  ),
} satisfies Texts<CallFact>;
