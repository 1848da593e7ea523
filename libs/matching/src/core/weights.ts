/** Parts of a score in the order of reference D2. */
export const PART_NAMES = [
  'FIELD',
  'TEXT',
  'COOPERATION',
  'MATURITY',
  'PRICE',
  'PLACE',
  'RIGHTS',
  'HISTORY',
  'TIME',
] as const;
export type PartName = (typeof PART_NAMES)[number];

export const PART_LABELS: Readonly<Record<PartName, string>> = {
  FIELD: '集群与技术领域',
  TEXT: '内容相关',
  COOPERATION: '合作方式',
  MATURITY: '成熟度与需求阶段',
  PRICE: '价格与预算',
  PLACE: '地域',
  RIGHTS: '知识产权',
  HISTORY: '历史评价',
  TIME: '时间',
};

export type Weights = Readonly<Record<PartName, number>>;

/** Weights before any label is there (reference D2); the deployment's parameters decide. */
export const COLD_START: Weights = {
  FIELD: 25,
  TEXT: 25,
  COOPERATION: 10,
  MATURITY: 10,
  PRICE: 10,
  PLACE: 5,
  RIGHTS: 5,
  HISTORY: 5,
  TIME: 5,
};

/** What the deployment sets about matching. */
export interface Settings {
  readonly weights: Weights;
  /** A price floor over this share of the budget's top excludes the pair; 20,000 basis points are twice. */
  readonly priceCeilingBasisPoints: number;
  /** Score from which the owners of a new listing and its counterparts are told. */
  readonly noticeScore: number;
  /** How many counterparts of a new listing are told at most. */
  readonly noticeLimit: number;
  /** Score below which a pair is not listed. */
  readonly listScore: number;
}

export const DEFAULTS: Settings = {
  weights: COLD_START,
  priceCeilingBasisPoints: 20_000,
  noticeScore: 50,
  noticeLimit: 5,
  listScore: 10,
};

/**
 * Names the way of scoring, the version of the vectors (null: the lexical signals alone), the model outside whose vectors
 * counted (null: none) and the weights, whether set (d2) or learnt by that version, so that a stored score says how it came
 * about.
 */
export function modelVersion(
  weights: Weights,
  vectors: number | null,
  { isLearnt = false, embeddedBy = null }: { isLearnt?: boolean; embeddedBy?: string | null } = {},
): string {
  const parts = PART_NAMES.map((name) => Math.round(weights[name])).join('.');
  return [
    'lexical-2',
    ...(vectors === null ? [] : [`vectors-${vectors}`]),
    ...(embeddedBy === null ? [] : [`embeddings:${embeddedBy}`]),
    `${isLearnt ? 'learnt' : 'd2'}:${parts}`,
  ].join(' ');
}
