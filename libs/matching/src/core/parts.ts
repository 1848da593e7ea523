import { daysBetween, formatWan, TECH_FIELDS, TRL_LEVELS, type Fen, type LegalDay } from '@jihui/kernel';
import { hasLapsed, type NeedFacts, type ResultFacts, type Verdicts } from './listing.js';

/** How far one aspect of the pair fits: 0–1, and why, in plain Chinese. */
export interface Fit {
  readonly value: number;
  readonly note: string;
}

/** What a side did not say counts half: neither a merit nor a fault. */
const UNKNOWN = 0.5;

/** Names that only the city's data file knows. */
export interface Names {
  readonly cluster: (code: string) => string;
  readonly division: (code: string) => string;
}

/** 集群/领域: one cluster is best, one technical field nearly so. */
export function fieldFit(need: NeedFacts, result: ResultFacts, names: Names): Fit {
  const clusters = both(need.cluster, result.cluster);
  if (clusters?.same === true) return { value: 1, note: `同属“${names.cluster(clusters.code)}”产业集群` };
  const fields = both(need.techField, result.techField);
  if (fields?.same === true) return { value: 0.8, note: `同属“${fieldName(fields.code)}”技术领域` };
  if (fields !== null) return { value: 0.1, note: '技术领域不同' };
  if (clusters !== null) return { value: 0.2, note: '产业集群不同' };
  return { value: UNKNOWN, note: '一方未填产业集群和技术领域' };
}

const both = (left: string | null, right: string | null): { same: boolean; code: string } | null =>
  left === null || right === null ? null : { same: left === right, code: left };

const fieldName = (code: string): string => (TECH_FIELDS as Readonly<Record<string, string>>)[code] ?? code;

/** Ways of cooperating that can stand in for each other. */
const MODE_GROUPS: readonly (readonly string[])[] = [
  ['TRANSFER', 'LICENCE_ORDINARY', 'LICENCE_SOLE', 'LICENCE_EXCLUSIVE', 'LICENCE_OPEN'],
  ['TRANSFER', 'EQUITY'],
  ['COMMISSIONED_RND', 'JOINT_RND', 'JOINT_LAB'],
  ['SERVICE', 'CONSULTING', 'COMMISSIONED_RND'],
  ['TALENT', 'CONSULTING', 'JOINT_LAB'],
];

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

/** 合作方式: one in common is best, a related one helps. */
export function cooperationFit(need: NeedFacts, result: ResultFacts): Fit {
  const wanted = need.cooperationModes.filter((mode) => mode in MODE_NAMES);
  const offered = result.cooperationModes.filter((mode) => mode in MODE_NAMES);
  if (wanted.length === 0 || offered.length === 0) return { value: UNKNOWN, note: '一方未限定合作方式' };
  const common = wanted.filter((mode) => offered.includes(mode));
  if (common.length > 0)
    return { value: 1, note: `双方都接受${common.map((mode) => MODE_NAMES[mode] ?? mode).join('、')}` };
  const related = MODE_GROUPS.some(
    (group) => wanted.some((mode) => group.includes(mode)) && offered.some((mode) => group.includes(mode)),
  );
  return related
    ? { value: 0.6, note: '合作方式不同但相近，可以商量' }
    : { value: 0.1, note: '双方希望的合作方式不同' };
}

/** Readiness that each type of need can use, lowest and highest level; the others do not depend on it. */
const WANTED_LEVELS: Readonly<Record<string, readonly [low: number, high: number]>> = {
  KEY_TECHNOLOGY: [3, 8],
  PRODUCT: [4, 9],
  PROCESS: [5, 13],
  EQUIPMENT: [7, 13],
  TECHNOLOGY_IMPORT: [7, 13],
  PILOT: [4, 7],
};

/** TRL/阶段: inside the range that the type of need can use, falling with each level outside. */
export function maturityFit(need: NeedFacts, result: ResultFacts): Fit {
  const wanted = need.needType === null ? undefined : WANTED_LEVELS[need.needType];
  if (result.trl === null) return { value: UNKNOWN, note: '成果未填技术就绪度' };
  const level = `成果就绪度 ${result.trl} 级（${levelName(result.trl)}）`;
  if (wanted === undefined) return { value: UNKNOWN, note: `${level}，此类需求不限成熟度` };
  const [low, high] = wanted;
  if (result.trl < low)
    return { value: Math.max(0, 1 - 0.25 * (low - result.trl)), note: `${level}，离可用还需继续研发` };
  if (result.trl > high)
    return { value: Math.max(0.5, 1 - 0.1 * (result.trl - high)), note: `${level}，比所需更成熟` };
  return { value: 1, note: `${level}，与需求阶段相符` };
}

const levelName = (level: number): string =>
  (TRL_LEVELS as Readonly<Record<string, string>>)[String(level)] ?? '未定级';

/** 价格区间重叠: full inside the budget, falling to nothing at the ceiling beyond which the pair is excluded. */
export function priceFit(need: NeedFacts, result: ResultFacts, ceilingBasisPoints: number): Fit {
  if (result.priceMin === null)
    return result.priceMode === 'NEGOTIABLE'
      ? { value: 0.7, note: '成果价格面议' }
      : { value: UNKNOWN, note: '成果未标价' };
  if (need.budgetMax === null)
    return { value: 0.6, note: `成果要价 ${yuan(result.priceMin)}起，需求预算面议` };
  if (result.priceMin <= need.budgetMax)
    return { value: 1, note: `成果要价 ${yuan(result.priceMin)}起，在需求预算 ${yuan(need.budgetMax)} 以内` };
  const ceiling = (need.budgetMax * ceilingBasisPoints) / 10_000;
  const value = Math.max(0, (ceiling - result.priceMin) / Math.max(1, ceiling - need.budgetMax));
  return {
    value: Math.min(0.9, value),
    note: `成果要价 ${yuan(result.priceMin)}起，高于需求预算 ${yuan(need.budgetMax)}`,
  };
}

const yuan = (amount: Fen): string => `${formatWan(amount)} 万元`;

/** 地域: the same county, city or province. */
export function placeFit(need: NeedFacts, result: ResultFacts, names: Names): Fit {
  const here = need.divisionCode;
  const there = result.divisionCode;
  if (here === '' || there === '') return { value: UNKNOWN, note: '一方未填所在地' };
  if (here === there) return { value: 1, note: `双方都在${names.division(here)}` };
  if (here.slice(0, 4) === there.slice(0, 4)) return { value: 0.8, note: '双方在同一市' };
  if (here.slice(0, 2) === there.slice(0, 2)) return { value: 0.5, note: '双方在同一省' };
  return { value: 0.3, note: '双方不在同一省' };
}

const SOON_DAYS = 365;

/** IP 有效: a granted right in force is best; one that ends within a year is worth less. */
export function rightsFit(result: ResultFacts, today: LegalDay): Fit {
  if (result.rights.length === 0) return { value: 0.4, note: '成果未登记知识产权' };
  const living = result.rights.filter((right) => !hasLapsed(right, today));
  if (living.length === 0) return { value: 0, note: '成果的知识产权已全部失效' };
  const granted = living.filter((right) => right.status === 'GRANTED');
  if (granted.length === 0) return { value: 0.6, note: '成果的知识产权在申请中' };
  const ends = granted.map((right) => right.expiresOn).filter((day): day is LegalDay => day !== null);
  const last = ends.length < granted.length ? null : (ends.sort().at(-1) ?? null);
  if (last !== null && daysBetween(today, last) < SOON_DAYS)
    return { value: 0.5, note: `成果的知识产权将于 ${last} 全部到期` };
  return { value: 1, note: `成果有 ${granted.length} 项有效知识产权` };
}

/** 历史: what people made of earlier recommendations of the listing, drawn towards the middle while they are few. */
export function historyFit(verdicts: Verdicts): Fit {
  const total = verdicts.useful + verdicts.notUseful;
  if (total === 0) return { value: UNKNOWN, note: '还没有人评价过' };
  const value = (verdicts.useful + 2) / (total + 4);
  return { value, note: `${total} 人评价过，${verdicts.useful} 人认为有用` };
}

/** Months of work that one level of readiness short of 9 is taken to need. */
const MONTHS_PER_LEVEL = 6;

/** 时间: whether the result can be ready by the day on which the need wants it. */
export function timeFit(need: NeedFacts, result: ResultFacts, today: LegalDay): Fit {
  if (need.neededBy === null) return { value: UNKNOWN, note: '需求未限定时间' };
  const days = daysBetween(today, need.neededBy);
  if (days < 0) return { value: 0, note: `需求的期望时间 ${need.neededBy} 已过` };
  if (result.trl === null)
    return { value: UNKNOWN, note: `需求希望 ${need.neededBy} 前完成，成果未填就绪度` };
  const months = Math.max(0, 9 - result.trl) * MONTHS_PER_LEVEL;
  if (months === 0) return { value: 1, note: `成果已成熟，可在 ${need.neededBy} 前交付` };
  const value = Math.min(1, days / 30 / months);
  return {
    value,
    note:
      value === 1
        ? `按成果就绪度，${need.neededBy} 前可望完成`
        : `距 ${need.neededBy} 较近，成果可能来不及成熟`,
  };
}
