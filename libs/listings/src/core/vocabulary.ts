/** The published language's words, as this core speaks them (the same as in libs/events). */
export const VISIBILITY_TIERS = ['PUBLIC', 'SIGNED_IN', 'NDA'] as const;
export type VisibilityTier = (typeof VISIBILITY_TIERS)[number];

export const COOPERATION_MODES = {
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
  OTHER: '其他',
} as const;
export type CooperationMode = keyof typeof COOPERATION_MODES;

export const PRICE_MODES = {
  NEGOTIABLE: '面议',
  FIXED: '固定价格',
  RANGE: '价格区间',
  LISTED: '挂牌',
  AUCTION: '拍卖',
  ROYALTY: '提成',
  EQUITY: '入股',
} as const;
export type PriceMode = keyof typeof PRICE_MODES;

export type IpKind =
  | 'INVENTION_PATENT'
  | 'UTILITY_MODEL'
  | 'DESIGN_PATENT'
  | 'SOFTWARE_COPYRIGHT'
  | 'PLANT_VARIETY'
  | 'IC_LAYOUT'
  | 'BIO_MEDICINE_VARIETY'
  | 'KNOW_HOW'
  | 'DESIGN_COPYRIGHT';

export const PATENT_KINDS = ['INVENTION_PATENT', 'UTILITY_MODEL', 'DESIGN_PATENT'] as const;
export type PatentKindOfRight = (typeof PATENT_KINDS)[number];
export const isPatent = (kind: IpKind): kind is PatentKindOfRight =>
  (PATENT_KINDS as readonly string[]).includes(kind);

export const NEED_TYPES = {
  KEY_TECHNOLOGY: '关键技术攻关',
  PRODUCT: '产品开发',
  PROCESS: '工艺改进',
  EQUIPMENT: '设备',
  TECHNOLOGY_IMPORT: '技术引进',
  TALENT: '人才',
  TESTING: '检测',
  FINANCING: '融资',
  PILOT: '中试',
} as const;

export const URGENCIES = { NORMAL: '一般', URGENT: '较急', CRITICAL: '特急' } as const;

/** The friendly five steps of the readiness levels (reference C2). */
export const TRL_BANDS = {
  RESEARCH: '研发（1–3级）',
  LAB: '小试（4–5级）',
  PILOT: '中试（6–7级）',
  INDUSTRIAL: '产业化（8–9级）',
  SCALE: '规模化（10级以上）',
} as const;
export type TrlBand = keyof typeof TRL_BANDS;

export const trlBandOf = (trl: number): TrlBand => {
  if (trl <= 3) return 'RESEARCH';
  if (trl <= 5) return 'LAB';
  if (trl <= 7) return 'PILOT';
  if (trl <= 9) return 'INDUSTRIAL';
  return 'SCALE';
};

/** Modes after which nobody else can have the result: signing one ends its offer (民法典第862条以下). */
const EXCLUSIVE: readonly CooperationMode[] = ['TRANSFER', 'LICENCE_SOLE', 'LICENCE_EXCLUSIVE', 'EQUITY'];
export const isExclusive = (mode: string): boolean => (EXCLUSIVE as readonly string[]).includes(mode);
