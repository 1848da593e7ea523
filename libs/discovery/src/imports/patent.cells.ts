import { normalisePatentNumber, patentKindOf, TECH_FIELDS } from '@jihui/kernel';
import type { CellReader, ColumnNames, PlaceNames } from '@jihui/platform';
import type { PatentForm } from '../core/patents/form.js';
import type { EnteredState, FamilyMember, FeeReduction } from '../core/patents/patent.js';
import { KIND_NAMES, STATE_NAMES } from '../patents/vocabulary.js';

/** Columns of a file of patents, by the names under which they may stand: the office's own tables among them. */
export const PATENT_COLUMNS = {
  owner: ['登记单位', '持有单位', '单位名称', '所属单位', '统一社会信用代码', 'ownerName'],
  number: ['申请号', '专利号', '专利申请号', '申请号或专利号', 'applicationNumber'],
  kind: ['专利类型', '类型'],
  state: ['法律状态', '当前法律状态', '状态'],
  title: ['专利名称', '发明名称', '名称', '标题'],
  summary: ['摘要', 'abstract'],
  applicants: ['申请人'],
  owners: ['专利权人'],
  inventors: ['发明人', '设计人', '发明人或设计人'],
  ipc: ['国际专利分类号', 'IPC分类号', '分类号', 'IPC'],
  keywords: ['关键词'],
  filedOn: ['申请日', '申请日期'],
  publishedOn: ['公布日', '公开日', '公开日期', '公布日期'],
  publicationNumber: ['公布号', '公开号'],
  grantedOn: ['授权公告日', '授权日', '授权日期'],
  expiresOn: ['期限届满日', '期限届满', '届满日'],
  termNote: ['期限依据', '期限说明'],
  feeReduction: ['年费减缴', '费用减缴'],
  paidThrough: ['年费已缴至第几年度', '已缴年度'],
  family: ['同族专利'],
  cluster: ['产业集群', '集群'],
  techField: ['技术领域'],
  divisionCode: ['县区', '县(市、区)', '行政区划', 'division'],
} as const satisfies ColumnNames<string>;
export type PatentColumn = keyof typeof PATENT_COLUMNS;
type Cells = CellReader<PatentColumn>;

const { REMOVED: _, ...ENTERED_STATES } = STATE_NAMES;
const REDUCTIONS = {
  NONE: '不减缴',
  SINGLE: '一个申请人',
  JOINT: '两个以上申请人',
} as const satisfies Readonly<Record<FeeReduction, string>>;

/** What a row says of a patent: its form, and what is entered once, beside it. */
export interface PatentRecord {
  readonly form: PatentForm;
  /** Null where the row says nothing of it. */
  readonly state: EnteredState | null;
  readonly paidThrough: number | null;
}

/** 发明专利 as well as 发明. Without the column the number tells it. */
function kindFrom(cells: Cells, number: string): PatentForm['kind'] {
  const told = cells.text('kind')?.trim();
  const byName = Object.entries(KIND_NAMES).find(([, name]) => told?.startsWith(name) === true);
  if (byName !== undefined) return byName[0] as PatentForm['kind'];
  return cells.code('kind', KIND_NAMES) ?? patentKindOf(normalisePatentNumber(number)) ?? 'INVENTION_PATENT';
}

export function patentRecordFrom(cells: Cells, places: PlaceNames): PatentRecord {
  const number = cells.text('number') ?? '';
  const form: PatentForm = {
    number,
    kind: kindFrom(cells, number),
    title: cells.text('title'),
    summary: cells.text('summary'),
    applicants: cells.list('applicants'),
    owners: cells.list('owners'),
    inventors: cells.list('inventors'),
    ipc: cells.list('ipc'),
    keywords: cells.list('keywords'),
    filedOn: cells.requiredDay('filedOn'),
    publishedOn: cells.day('publishedOn'),
    publicationNumber: cells.text('publicationNumber'),
    grantedOn: cells.day('grantedOn'),
    expiresOn: cells.day('expiresOn'),
    termNote: cells.text('termNote'),
    feeReduction: cells.code('feeReduction', REDUCTIONS),
    family: cells.each('family', (member: CellReader<keyof FamilyMember>) => ({
      office: member.text('office'),
      number: member.text('number'),
      title: member.text('title'),
    })),
    cluster: cells.code('cluster', places.clusters),
    techField: cells.code('techField', TECH_FIELDS),
    divisionCode: cells.code('divisionCode', places.divisions),
  };
  return {
    form,
    state: cells.code('state', ENTERED_STATES),
    paidThrough: cells.integer('paidThrough'),
  };
}

/** The state of a row that names none: as far as its days go. */
export const stateByDays = ({ publishedOn, grantedOn }: PatentForm): EnteredState =>
  grantedOn != null ? 'GRANTED' : publishedOn != null ? 'PUBLISHED' : 'FILED';
