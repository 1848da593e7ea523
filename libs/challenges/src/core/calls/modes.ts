/** 榜单方式 (code table `call_mode`, reference B2): one call is of one mode for good. */
export const CALL_MODES = ['JB', 'SM', 'ZY', 'DW', 'YY', 'SX', 'BM'] as const;
export type CallMode = (typeof CALL_MODES)[number];

/** What a mode asks for that others do not. */
export interface ModeRule {
  readonly title: string;
  /** How many may be awarded; a race has several, everything else one. */
  readonly winners: { readonly least: number; readonly most: number };
  /** Whether anybody eligible may bid, or one undertaker is named. */
  readonly open: boolean;
  /** Documents without which the call is not approved. */
  readonly needs: readonly ModeDocument[];
  /** Whose approval it takes, in order. */
  readonly approvals: readonly Approval[];
  /** Whether the county pays a part and supervises too. */
  readonly shared: boolean;
}

export type ModeDocument =
  /** 定向委托理由 */
  | 'DESIGNATION_REASON'
  /** 专家论证意见 */
  | 'EXPERT_ARGUMENT'
  /** 一事一议决策记录 */
  | 'DECISION_RECORD'
  /** 市县资金分担协议 */
  | 'FUNDING_AGREEMENT'
  /** 会签部门意见 */
  | 'CO_SIGNATURES'
  /** 查新报告: any mode's, as the two below. */
  | 'NOVELTY_REPORT'
  /** 指标论证意见 */
  | 'INDICATOR_ARGUMENT'
  /** 推荐函 */
  | 'RECOMMENDATION';

export type Approval =
  /** 局务会（党组会） */
  | 'BUREAU_MEETING'
  /** 县（市、区）科技部门 */
  | 'COUNTY_BUREAU'
  /** 会签部门 */
  | 'CO_DEPARTMENTS'
  /** 市政府分管领导 */
  | 'CITY_LEADERSHIP';

const ONE = { least: 1, most: 1 };

/** The seven modes as reference B2 tells them apart. */
export const MODES: Readonly<Record<CallMode, ModeRule>> = {
  JB: {
    title: '揭榜挂帅',
    winners: ONE,
    open: true,
    needs: [],
    approvals: ['BUREAU_MEETING'],
    shared: false,
  },
  SM: {
    title: '赛马制',
    winners: { least: 2, most: 3 },
    open: true,
    needs: [],
    approvals: ['BUREAU_MEETING'],
    shared: false,
  },
  ZY: {
    title: '竞争择优',
    winners: ONE,
    open: true,
    needs: [],
    approvals: ['BUREAU_MEETING'],
    shared: false,
  },
  DW: {
    title: '定向委托',
    winners: ONE,
    open: false,
    needs: ['DESIGNATION_REASON', 'EXPERT_ARGUMENT'],
    approvals: ['BUREAU_MEETING', 'CITY_LEADERSHIP'],
    shared: false,
  },
  YY: {
    title: '一事一议',
    winners: ONE,
    open: false,
    needs: ['DECISION_RECORD'],
    approvals: ['BUREAU_MEETING', 'CITY_LEADERSHIP'],
    shared: false,
  },
  SX: {
    title: '市县联合',
    winners: ONE,
    open: true,
    needs: ['FUNDING_AGREEMENT'],
    approvals: ['COUNTY_BUREAU', 'BUREAU_MEETING'],
    shared: true,
  },
  BM: {
    title: '部门协同',
    winners: ONE,
    open: true,
    needs: ['CO_SIGNATURES'],
    approvals: ['CO_DEPARTMENTS', 'BUREAU_MEETING'],
    shared: false,
  },
};

/** 榜单类型 (reference B2): solving a need, or putting a mature result to work. */
export const CALL_TYPES = ['TECHNICAL_CHALLENGE', 'RESULT_TRANSFER'] as const;
export type CallType = (typeof CALL_TYPES)[number];
