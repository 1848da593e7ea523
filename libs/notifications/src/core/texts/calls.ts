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
