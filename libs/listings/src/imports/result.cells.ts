import { IP_KINDS, PLAN_SOURCES, patentKindOf, normalisePatentNumber } from '@jihui/kernel';
import type { CellReader, ColumnNames, PlaceNames } from '@jihui/platform';
import type { ResultForm } from '../core/result.form.js';
import type { Award, Comparison, IpRight, MediaReport, TeamMember } from '../core/types.js';
import { COOPERATION_MODES, PRICE_MODES } from '../core/vocabulary.js';
import { classificationFrom, offerFrom } from './listing.cells.js';

/** Columns of a results file, by the names under which they may stand. Amounts without a unit in their name are 分. */
export const RESULT_COLUMNS = {
  externalId: ['外部编号', '编号', '成果编号', 'id'],
  owner: ['持有单位', '单位名称', '所属单位', '统一社会信用代码', 'ownerName'],
  title: ['成果名称', '名称', '标题'],
  summary: ['摘要', '成果简介', '简介', 'abstract'],
  keywords: ['关键词', '标签', 'tags'],
  keyPoints: ['技术要点'],
  problem: ['解决的问题'],
  innovation: ['创新点'],
  comparison: ['指标对比'],
  applicationFields: ['应用领域'],
  scenes: ['应用场景'],
  cluster: ['产业集群', '集群'],
  techField: ['技术领域'],
  ipc: ['国际专利分类号', 'IPC分类号'],
  industry: ['行业', '国民经济行业'],
  trl: ['技术就绪度', '成熟度'],
  trlEvidence: ['就绪度证明', '成熟度证明'],
  ipRights: ['知识产权'],
  patentNumbers: ['专利号'],
  awards: ['获奖', '获奖鉴定'],
  planSource: ['计划来源'],
  planName: ['计划名称', '项目编号'],
  serviceInvention: ['是否职务成果', '职务成果', '是否职务科技成果'],
  stateFunded: ['是否财政资金', '财政资金', '是否财政资金支持'],
  stateOwned: ['是否国有资产', '国有资产', '国有'],
  unitApprovalDocument: ['单位审批文号', '审批文号'],
  cooperationModes: ['合作方式'],
  priceMode: ['价格方式'],
  priceMin: [],
  priceMax: [],
  priceMinWan: ['价格下限', '价格', '定价'],
  priceMaxWan: ['价格上限'],
  conditions: ['转化条件'],
  investment: [],
  investmentWan: ['预计投资', '预计投资额'],
  expectedBenefit: ['预期效益'],
  cases: ['应用案例'],
  media: ['媒体报道', '媒体'],
  team: ['团队'],
  contact: [],
  contactName: ['联系人', '联系人姓名'],
  contactPhone: ['联系电话', '电话'],
  contactEmail: ['电子邮箱', '邮箱'],
  visibility: ['公开范围', '密级'],
  validUntil: ['有效期', '有效期至'],
  divisionCode: ['县区', '县(市、区)', '行政区划', 'division'],
} as const satisfies ColumnNames<string>;
export type ResultColumn = keyof typeof RESULT_COLUMNS;

/** Patents of a table's one cell: the number tells the kind, and nothing else is known of them. */
const patentsFrom = (numbers: readonly string[]): NonNullable<ResultForm['ipRights']> =>
  numbers.map((number) => ({
    kind: patentKindOf(normalisePatentNumber(number)) ?? 'INVENTION_PATENT',
    number,
  }));

const RIGHT_STATUS = {
  PENDING: '申请中',
  GRANTED: '有效',
  EXPIRED: '已失效',
  ABANDONED: '已放弃',
  INVALIDATED: '已宣告无效',
} as const;
const ENCUMBRANCE = {
  NONE: '无',
  PLEDGED: '已质押',
  LICENSED: '已许可',
  LICENSED_EXCLUSIVELY: '已独占或排他许可',
  DISPUTED: '有争议',
} as const;
const AWARD_KINDS = {
  AWARD: '获奖',
  APPRAISAL: '鉴定',
  NOVELTY_SEARCH: '查新',
  TEST_REPORT: '检测',
  ACCEPTANCE: '验收',
} as const;

type Cells = CellReader<ResultColumn>;

const rightsFrom = (cells: Cells): ResultForm['ipRights'] =>
  cells.each('ipRights', (right: CellReader<keyof IpRight>) => ({
    kind: right.requiredCode('kind', IP_KINDS, 'KNOW_HOW'),
    title: right.text('title'),
    number: right.text('number'),
    status: right.code('status', RIGHT_STATUS),
    filedOn: right.day('filedOn'),
    expiresOn: right.day('expiresOn'),
    owners: right.list('owners'),
    coOwnersConsent: right.yesNo('coOwnersConsent'),
    encumbrance: right.code('encumbrance', ENCUMBRANCE),
    encumbranceNote: right.text('encumbranceNote'),
  }));

const awardsFrom = (cells: Cells): ResultForm['awards'] =>
  cells.each('awards', (award: CellReader<keyof Award>) => ({
    kind: award.requiredCode('kind', AWARD_KINDS, 'AWARD'),
    name: award.text('name'),
    issuer: award.text('issuer'),
    issuedOn: award.day('issuedOn'),
  }));

const comparisonFrom = (cells: Cells): ResultForm['comparison'] =>
  cells.each('comparison', (row: CellReader<keyof Comparison>) => ({
    indicator: row.text('indicator'),
    ours: row.text('ours'),
    peers: row.text('peers'),
    basis: row.text('basis'),
  }));

/** Objects; in a table one cell with the titles, or the addresses, set apart. */
function mediaFrom(cells: Cells): ResultForm['media'] {
  if (!cells.holdsObjects('media'))
    return (cells.list('media') ?? []).map((text) =>
      /^https?:/i.test(text) ? { title: text.slice(0, 200), url: text } : { title: text },
    );
  return cells.each('media', (report: CellReader<keyof MediaReport>) => ({
    title: report.text('title'),
    outlet: report.text('outlet'),
    url: report.text('url'),
    publishedOn: report.day('publishedOn'),
  }));
}

const teamFrom = (cells: Cells): ResultForm['team'] =>
  cells.each('team', (member: CellReader<keyof TeamMember>) => ({
    name: member.text('name'),
    title: member.text('title'),
    role: member.text('role'),
  }));

/** A row of a results file as a form. */
export function resultFormFrom(cells: Cells, places: PlaceNames): ResultForm {
  return {
    title: cells.text('title'),
    summary: cells.text('summary'),
    keywords: cells.list('keywords'),
    keyPoints: cells.text('keyPoints'),
    problem: cells.text('problem'),
    innovation: cells.text('innovation'),
    comparison: comparisonFrom(cells),
    applicationFields: cells.list('applicationFields'),
    scenes: cells.text('scenes'),
    ...classificationFrom(cells, places),
    trl: cells.integer('trl'),
    trlEvidence: cells.text('trlEvidence'),
    ipRights: rightsFrom(cells) ?? patentsFrom(cells.list('patentNumbers') ?? []),
    awards: awardsFrom(cells),
    planSource: cells.code('planSource', PLAN_SOURCES),
    planName: cells.text('planName'),
    serviceInvention: cells.yesNo('serviceInvention'),
    stateFunded: cells.yesNo('stateFunded'),
    stateOwned: cells.yesNo('stateOwned'),
    unitApprovalDocument: cells.text('unitApprovalDocument'),
    cooperationModes: cells.codes('cooperationModes', COOPERATION_MODES),
    priceMode: cells.code('priceMode', PRICE_MODES),
    priceMin: cells.fen('priceMin') ?? cells.wan('priceMinWan'),
    priceMax: cells.fen('priceMax') ?? cells.wan('priceMaxWan'),
    conditions: cells.text('conditions'),
    investment: cells.fen('investment') ?? cells.wan('investmentWan'),
    expectedBenefit: cells.text('expectedBenefit'),
    cases: cells.text('cases'),
    media: mediaFrom(cells),
    team: teamFrom(cells),
    ...offerFrom(cells, places),
  };
}
