import type { NeedColumn } from './need.cells.js';
import type { ResultColumn } from './result.cells.js';

type Cells = Readonly<Record<string, unknown>>;

/** A known format of somebody else's: recognised by its keys, turned into our own columns. */
export interface NamedMapping<K extends string> {
  readonly name: string;
  /** Keys that every row of the format has. */
  readonly keys: readonly string[];
  columns(cells: Cells): { readonly [key in K]?: unknown };
}

/** 技术领域 by the discipline that a paper names; what is no technology stays without a field. */
const FIELD_OF_DISCIPLINE: Readonly<Record<string, string>> = {
  信息与通信工程: '01',
  计算机科学与技术: '01',
  电子科学与技术: '01',
  光学工程: '01',
  控制科学与工程: '01',
  航空宇航科学与技术: '02',
  兵器科学与技术: '02',
  机械工程: '03',
  船舶与海洋工程: '03',
  '中医学/中药学': '04',
  药学: '04',
  '基础医学/临床医学': '04',
  口腔医学: '04',
  公共卫生与预防医学: '04',
  '生物学/生物科学与工程': '04',
  材料科学与工程: '05',
  '化学/化学工程与技术': '05',
  冶金工程: '05',
  纺织科学与工程: '05',
  电气工程: '06',
  动力工程及工程热物理: '06',
  石油与天然气工程: '06',
  矿业工程: '06',
  环境科学与工程: '07',
  水利工程: '07',
  '地质学/地质资源与地质工程': '07',
  核科学与技术: '08',
  食品科学与工程: '09',
  园艺学: '09',
  作物学: '09',
  农业工程: '09',
  水产: '09',
  '林学/林业工程': '09',
  '畜牧学/兽医学': '09',
  农业资源利用: '09',
  植物保护: '09',
  交通运输工程: '10',
  土木工程: '11',
  建筑学: '11',
  测绘科学与技术: '11',
};

/** Longest and most keywords that the form takes: a paper may have more. */
const keywordsOf = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.filter((word) => typeof word === 'string' && word.length <= 30).slice(0, 10)
    : value;

const paper = (cells: Cells): { readonly [key in ResultColumn]?: unknown } => ({
  externalId: cells['id'],
  title: cells['title'],
  summary: cells['abstract'],
  keywords: keywordsOf(cells['keywords']),
});

/** ydli-ai/CSL: Chinese papers with their discipline. */
const csl: NamedMapping<ResultColumn> = {
  name: 'csl',
  keys: ['id', 'title', 'abstract', 'keywords', 'discipline'],
  columns: (cells) => ({
    ...paper(cells),
    techField: FIELD_OF_DISCIPLINE[String(cells['discipline'])],
    applicationFields: [cells['discipline']],
  }),
};

/** ChinaXiv preprints. */
const chinaxiv: NamedMapping<ResultColumn> = {
  name: 'chinaxiv',
  keys: ['id', 'title', 'abstract', 'keywords'],
  columns: paper,
};

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** National key R&D projects, taken as needs: what the state paid to have solved. */
const nkrdp: NamedMapping<NeedColumn> = {
  name: 'nkrdp',
  keys: ['no', 'year', 'title', 'institution', 'funds', 'type'],
  columns: (cells) => {
    const [no, year, title, institution, funds, type] = [
      'no',
      'year',
      'title',
      'institution',
      'funds',
      'type',
    ].map((key) => textOf(cells[key]));
    const budget = Number(funds) > 0 ? `，经费 ${funds} 万元` : '';
    return {
      externalId: no,
      title,
      description: `国家重点研发计划“${type}”专项 ${year} 年度项目（项目编号 ${no}）：${title}。牵头单位${institution}${budget}。`,
      keywords: type === '' ? [] : [(type ?? '').replace(/（.*$/, '').slice(0, 30)],
      needType: 'KEY_TECHNOLOGY',
      cooperationModes: ['COMMISSIONED_RND', 'JOINT_RND'],
      budgetNegotiable: budget === '' ? '是' : '否',
      budgetMaxWan: budget === '' ? null : funds,
    };
  },
};

export const RESULT_MAPPINGS = [csl, chinaxiv] as const;
export const NEED_MAPPINGS = [nkrdp] as const;

/** The first mapping all of whose keys the row has; undefined for our own columns. */
export const mappingFor = <K extends string>(
  mappings: readonly NamedMapping<K>[],
  cells: Cells,
): NamedMapping<K> | undefined => mappings.find(({ keys }) => keys.every((key) => Object.hasOwn(cells, key)));
