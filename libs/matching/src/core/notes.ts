import { formatWan, TECH_FIELDS, TRL_LEVELS } from '@jihui/kernel';

/** Names that only the city's data file knows. */
export interface Names {
  readonly cluster: (code: string) => string;
  readonly division: (code: string) => string;
}

type Facts = readonly string[];
type Saying = (facts: Facts, names: Names) => string;

const fieldName = (code: string): string => (TECH_FIELDS as Readonly<Record<string, string>>)[code] ?? code;

const MODE_NAMES: Readonly<Record<string, string>> = {
  TRANSFER: '转让',
  LICENCE_ORDINARY: '普通许可',
  LICENCE_SOLE: '排他许可',
  LICENCE_EXCLUSIVE: '独占许可',
  LICENCE_OPEN: '开放许可',
  EQUITY: '作价入股',
  COMMISSIONED_RND: '委托开发',
  JOINT_RND: '合作开发',
  SERVICE: '技术服务',
  CONSULTING: '技术咨询',
  JOINT_LAB: '共建平台',
  TALENT: '人才引进',
};
/** Ways of cooperating that say something: 其他 could be anything. */
export const isKnownMode = (mode: string): boolean => mode in MODE_NAMES;
const modeNames = (modes: Facts): string => modes.map((mode) => MODE_NAMES[mode] ?? mode).join('、');

const readiness = ([level = '']: Facts): string =>
  `成果就绪度 ${level} 级（${(TRL_LEVELS as Readonly<Record<string, string>>)[level] ?? '未定级'}）`;
const asking = ([floor = '']: Facts): string => `成果要价 ${wan(floor)}起`;
const wan = (fen = ''): string => `${formatWan(Number(fen))} 万元`;

/**
 * Everything that can be said of a part of a score, by its code. The facts are codes of the city or the nation, days,
 * whole numbers, and amounts in fen, in the order in which the sentence names them: whoever reads another language says
 * the same from code and facts.
 */
const SAYINGS = {
  SAME_CLUSTER: ([cluster = ''], names) => `同属“${names.cluster(cluster)}”产业集群`,
  SERVES_CLUSTER: ([cluster = ''], names) => `服务“${names.cluster(cluster)}”产业集群`,
  SAME_FIELD: ([field = '']) => `同属“${fieldName(field)}”技术领域`,
  OTHER_FIELD: () => '技术领域不同',
  OTHER_CLUSTER: () => '产业集群不同',
  CLUSTER_AND_FIELD_UNSAID: () => '一方未填产业集群和技术领域',
  FIELD_UNSAID: () => '一方未填技术领域',

  TEXT_CLOSE: () => '内容高度相关',
  TEXT_RELATED: () => '内容相关',
  TEXT_PARTLY: () => '内容有一定联系',
  TEXT_FAINTLY: () => '内容联系较弱',

  COOPERATION_UNSAID: () => '一方未限定合作方式',
  COOPERATION_COMMON: (modes) => `双方都接受${modeNames(modes)}`,
  COOPERATION_NEAR: () => '合作方式不同但相近，可以商量',
  COOPERATION_OTHER: () => '双方希望的合作方式不同',
  COOPERATION_TAKEN: () => '专家接受需求所要的合作方式',
  COOPERATION_TO_AGREE: () => '合作方式不同，需协商',
  COOPERATION_BY_RIGHT: () => '需求接受转让或许可',
  COOPERATION_ORDINARY_ALONE: () => '开放许可期间只能普通许可',

  READINESS_UNSAID: () => '成果未填技术就绪度',
  READINESS_FREE: (facts) => `${readiness(facts)}，此类需求不限成熟度`,
  READINESS_BELOW: (facts) => `${readiness(facts)}，离可用还需继续研发`,
  READINESS_ABOVE: (facts) => `${readiness(facts)}，比所需更成熟`,
  READINESS_FITS: (facts) => `${readiness(facts)}，与需求阶段相符`,

  PRICE_NEGOTIABLE: () => '成果价格面议',
  PRICE_UNSAID: () => '成果未标价',
  BUDGET_OPEN: (facts) => `${asking(facts)}，需求预算面议`,
  PRICE_WITHIN: (facts) => `${asking(facts)}，在需求预算 ${wan(facts[1])} 以内`,
  PRICE_ABOVE: (facts) => `${asking(facts)}，高于需求预算 ${wan(facts[1])}`,

  PLACE_UNSAID: () => '一方未填所在地',
  SAME_DIVISION: ([division = ''], names) => `双方都在${names.division(division)}`,
  SAME_CITY: () => '双方在同一市',
  SAME_PROVINCE: () => '双方在同一省',
  OTHER_PROVINCE: () => '双方不在同一省',
  OTHER_CITY: () => '双方不在同一市',

  RIGHTS_NONE: () => '成果未登记知识产权',
  RIGHTS_LAPSED: () => '成果的知识产权已全部失效',
  RIGHTS_APPLIED: () => '成果的知识产权在申请中',
  RIGHTS_ENDING: ([day = '']) => `成果的知识产权将于 ${day} 全部到期`,
  RIGHTS_IN_FORCE: ([count = '']) => `成果有 ${count} 项有效知识产权`,

  PATENT_OPEN_TO_ALL: () => '专利已声明开放许可，按公告的标准即可实施',
  PATENT_GRANTED: ([day = '']) => `专利已授权，有效期至 ${day}`,
  PATENT_PENDING: () => '专利尚未授权，权利要求可能变化',

  HISTORY_NONE: () => '还没有人评价过',
  HISTORY_SAID: ([total = '', useful = '']) => `${total} 人评价过，${useful} 人认为有用`,

  TIME_OPEN: () => '需求未限定时间',
  TIME_PAST: ([day = '']) => `需求的期望时间 ${day} 已过`,
  TIME_UNCERTAIN: ([day = '']) => `需求希望 ${day} 前完成，成果未填就绪度`,
  TIME_READY: ([day = '']) => `成果已成熟，可在 ${day} 前交付`,
  TIME_ENOUGH: ([day = '']) => `按成果就绪度，${day} 前可望完成`,
  TIME_SHORT: ([day = '']) => `距 ${day} 较近，成果可能来不及成熟`,
  TAKES_INVITATIONS: () => '可接受邀请',
  LITTLE_TIME: () => '时间有限',
  NO_INVITATIONS: () => '暂不接受邀请',
} as const satisfies Readonly<Record<string, Saying>>;

export type NoteCode = keyof typeof SAYINGS;
export const NOTE_CODES = Object.keys(SAYINGS) as readonly NoteCode[];

/** What is said of a part, without a language. */
export interface Note {
  readonly code: NoteCode;
  readonly facts: Facts;
}

/** The note as a sentence in plain Chinese. */
export const inChinese = ({ code, facts }: Note, names: Names): string => SAYINGS[code](facts, names);

/**
 * What stands in the way however little it takes from the score: a price a little above the budget lowers its part by
 * next to nothing and is still no reason to look at the pair.
 */
const OBSTACLES: ReadonlySet<NoteCode> = new Set([
  'PRICE_ABOVE',
  'TIME_SHORT',
  'READINESS_BELOW',
  'RIGHTS_ENDING',
  'LITTLE_TIME',
]);
export const isObstacle = ({ code }: Pick<Note, 'code'>): boolean => OBSTACLES.has(code);
