import type { FastifyInstance } from 'fastify';
import { subjectOf } from './page-subjects.js';

export interface PageHead {
  readonly status: number;
  /** Replaces the page's <title>: title, description, canonical address and JSON-LD. */
  readonly html: string;
}

const SITE = '技汇 · 科技成果转化服务平台';

/** Public pages that are no single thing's: what each is called, and what one finds there. */
export const PLACES: Readonly<Record<string, { readonly title: string; readonly summary: string }>> = {
  '/': { title: SITE, summary: '科技成果、技术需求、对接、定价公示与技术合同登记，一个平台办成。' },
  '/results': {
    title: '科技成果',
    summary: '高校院所发布的科技成果，按产业集群、技术领域、成熟度与合作方式查找。',
  },
  '/needs': { title: '技术需求', summary: '企业发布的技术需求，写明现状、指标、预算与期限，可直接应答。' },
  '/patents': {
    title: '专利登记簿',
    summary: '本市单位持有的专利：著录信息、法律状态、开放许可，按类型、国际专利分类和技术领域查找。',
  },
  '/patents/landscape': {
    title: '专利态势',
    summary: '按申请年、申请人和国际专利分类看一项技术在本市的专利分布。',
  },
  '/experts': {
    title: '专家库',
    summary: '经所在单位同意、主管部门审核入库的专家，按学科、技术领域、产业集群和合作方式查找。',
  },
  '/projects': {
    title: '科研项目',
    summary: '本市单位承担的科研项目：计划类别、级别、起止时间和负责人，按承担单位、级别和状态查找。',
  },
  '/brokers': {
    title: '技术经纪人名录',
    summary: '经所在机构确认、主管部门审核的技术经纪人和技术经理人，按服务内容、技术领域和产业集群查找。',
  },
  '/agencies': {
    title: '中介机构名录',
    summary: '经主管部门审核登记的技术转移机构和科技中介服务机构，按服务内容、技术领域和产业集群查找。',
  },
  '/agencies/supports': {
    title: '中介机构扶持记录',
    summary: '科技部门登记的、给予中介机构的平台、信息、资金和场地扶持，逐项注明依据文号，按种类与年份查看。',
  },
  '/calls': {
    title: '揭榜大厅',
    summary: '本市产业技术难题的榜单：公示、张榜、揭榜期限、核心指标与评审规则，面向全国征集方案。',
  },
  '/call-batches': {
    title: '征集批次',
    summary: '科技主管部门征集揭榜需求的时间和指南；在征集期内提交的需求计入该批次。',
  },
  '/call-projects': {
    title: '揭榜项目',
    summary: '已立项的揭榜项目：承担单位、指标的承诺与实测、节点、资金拨付和验收结果。',
  },
  '/report-misconduct': {
    title: '举报',
    summary:
      '对揭榜制中的违纪违法、弄虚作假、评审不公等问题的举报：可匿名，凭查询码查看办理情况，只由与之无关的监督人员办理。',
  },
  '/report-misconduct/receipt': {
    title: '举报办理情况查询',
    summary: '凭查询码查看举报的受理、调查与结论，补充情况和材料；平台不保存查询码本身，遗失后无法找回。',
  },
  '/disclosures': {
    title: '定价公示',
    summary: '科技成果协议定价的公示：成果名称、拟交易价格、受让方与异议方式。',
  },
  '/data': {
    title: '技术市场数据',
    summary: '本市技术合同登记的项数、成交额与技术交易额，按月份、类别和地区查看。',
  },
  '/market-health': {
    title: '市场活力',
    summary: '对接的响应用时、按时响应比例、无人响应和久未推进的数量，公开口径与查询语句。',
  },
  '/verify': {
    title: '登记证明核验',
    summary: '核验技术合同登记证明的真伪：文件只在您的浏览器里核对，断网也能核验。',
  },
  '/calculators': {
    title: '税收优惠与奖酬测算',
    summary: '技术转让所得减免、增值税免征、研发加计扣除与成果转化奖酬，附算法与依据。',
  },
};

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Structured data may not end the element it stands in. */
const jsonLd = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const LONGEST_SUMMARY = 160;
const titled = (title: string): string => `<title>${escape(title)}</title>`;
const HIDDEN = '<meta name="robots" content="noindex" />';

/**
 * What a search engine reads of the page, taken from the same public queries that the page makes. Pages that are
 * somebody's own say nothing and are not to be found.
 */
export async function headFor(fastify: FastifyInstance, path: string, publicUrl: string): Promise<PageHead> {
  const subject = await subjectOf(fastify, path);
  if (subject === null) return { status: 404, html: [titled(SITE), HIDDEN].join('\n    ') };
  const about = subject ?? PLACES[path];
  if (about === undefined) return { status: 200, html: [titled(SITE), HIDDEN].join('\n    ') };
  const title = about.title === SITE ? SITE : `${about.title} · 技汇`;
  const description = [...about.summary.replace(/\s+/g, ' ')].slice(0, LONGEST_SUMMARY).join('');
  const address = publicUrl + path;
  const lines = [
    titled(title),
    `<meta name="description" content="${escape(description)}" />`,
    `<link rel="canonical" href="${escape(address)}" />`,
    `<meta property="og:title" content="${escape(title)}" />`,
    `<meta property="og:description" content="${escape(description)}" />`,
    `<meta property="og:url" content="${escape(address)}" />`,
  ];
  if (subject)
    lines.push(
      `<script type="application/ld+json">${jsonLd({
        '@context': 'https://schema.org',
        '@type': subject.type,
        name: subject.title,
        description: subject.summary,
        url: address,
        ...(subject.published && { datePublished: subject.published }),
      })}</script>`,
    );
  return { status: 200, html: lines.join('\n    ') };
}
