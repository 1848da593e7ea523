import type { RewardMode, RewardPart } from '../rewards/reward.js';

/**
 * What a figure of the annual report is counted over (促进科技成果转化法第二十一条, reference C4): rows of the ledger of
 * registered contracts whose seller the unit is, rewards confirmed in the year, payments of the year, deals signed in it.
 */
export type FigureSource = 'LEDGER' | 'REWARD' | 'PAYMENT' | 'DEAL';
/** Contracts or deals, people, or an amount in 分. */
export type FigureUnit = 'COUNT' | 'PERSONS' | 'FEN';

/** Where the buyer is, seen from the city. */
export type Place = 'CITY' | 'PROVINCE' | 'ELSEWHERE' | 'ABROAD';
/** What the buyer is. */
export type Counterpart = 'STATE_OWNED' | 'OTHER_ENTERPRISE' | 'PUBLIC' | 'OTHER';

/** Which rows of the ledger count; what is left out narrows nothing. */
export interface LedgerCut {
  /** 子类 by their codes, or whole classes by their first digit. */
  readonly kinds?: readonly string[];
  readonly without?: readonly string[];
  readonly place?: Place;
  readonly counterpart?: Counterpart;
  /** Of a government programme. */
  readonly planned?: true;
}

export interface ReportFigure {
  readonly key: string;
  readonly group: FigureGroup;
  readonly label: string;
  readonly unit: FigureUnit;
  readonly source: FigureSource;
  readonly cut?: LedgerCut;
  /** Of the reward: who of the people is counted or summed. */
  readonly part?: RewardPart;
  /** Of the reward: how the result was turned to account; all ways where it is left out. */
  readonly modes?: readonly RewardMode[];
}

export const FIGURE_GROUPS = {
  CONVERSION: '以转让、许可、作价投资方式转化科技成果',
  WORK: '技术开发、咨询、服务',
  INCOME: '转化收入与奖励',
  DEALS: '平台对接',
} as const;
export type FigureGroup = keyof typeof FIGURE_GROUPS;

/** 作价投资 is registered as 技术转让 (子类 28). */
const INVESTMENT = '28';
const CONVERSION: LedgerCut = { kinds: ['2', '3'] };
const WORK: LedgerCut = { kinds: ['1', '4', '5'] };

const pair = (
  key: string,
  group: FigureGroup,
  label: string,
  cut: LedgerCut,
): readonly [ReportFigure, ReportFigure] => [
  { key: `${key}.count`, group, label: `${label}：合同项数`, unit: 'COUNT', source: 'LEDGER', cut },
  { key: `${key}.amount`, group, label: `${label}：合同金额`, unit: 'FEN', source: 'LEDGER', cut },
];

const conversion = (key: string, label: string, cut: LedgerCut) =>
  pair(`conversion.${key}`, 'CONVERSION', label, { ...CONVERSION, ...cut });
const work = (key: string, label: string, cut: LedgerCut) =>
  pair(`work.${key}`, 'WORK', label, { ...WORK, ...cut });
const reward = (
  key: string,
  label: string,
  unit: FigureUnit,
  more: Partial<ReportFigure> = {},
): ReportFigure => ({ key: `reward.${key}`, group: 'INCOME', label, unit, source: 'REWARD', ...more });

/** A profit of 自行实施 is no 转化收入. */
const RECEIVED: readonly RewardMode[] = ['TRANSFER_LICENCE', 'INVESTMENT', 'SERVICE'];

/** The figures in the order of the report; a key never changes its meaning. */
export const REPORT_FIGURES: readonly ReportFigure[] = [
  ...conversion('all', '转让、许可、作价投资合计', {}),
  ...conversion('transfer', '其中：转让', { kinds: ['2'], without: [INVESTMENT] }),
  ...conversion('licence', '其中：许可', { kinds: ['3'] }),
  ...conversion('investment', '其中：作价投资', { kinds: [INVESTMENT] }),
  ...conversion('city', '受让方在本市', { place: 'CITY' }),
  ...conversion('province', '受让方在省内他市', { place: 'PROVINCE' }),
  ...conversion('elsewhere', '受让方在省外（含港澳台）', { place: 'ELSEWHERE' }),
  ...conversion('abroad', '受让方在国外', { place: 'ABROAD' }),
  ...conversion('stateOwned', '受让方为国有企业', { counterpart: 'STATE_OWNED' }),
  ...conversion('otherEnterprise', '受让方为其他企业', { counterpart: 'OTHER_ENTERPRISE' }),
  ...conversion('public', '受让方为机关、事业、社团', { counterpart: 'PUBLIC' }),
  ...conversion('otherBuyer', '受让方为其他', { counterpart: 'OTHER' }),
  ...conversion('planned', '财政资助项目成果', { planned: true }),
  ...work('all', '技术开发、咨询、服务合计', {}),
  ...work('development', '其中：技术开发', { kinds: ['1'] }),
  ...work('consulting', '其中：技术咨询', { kinds: ['4'] }),
  ...work('service', '其中：技术服务', { kinds: ['5'] }),
  reward('income', '转化收入（奖励台账所载到账）', 'FEN', { modes: RECEIVED }),
  reward('income.conversion', '其中：转让、许可、作价投资到账', 'FEN', {
    modes: ['TRANSFER_LICENCE', 'INVESTMENT'],
  }),
  reward('income.work', '其中：技术开发、咨询、服务到账', 'FEN', { modes: ['SERVICE'] }),
  reward('net', '转化净收入', 'FEN', { modes: RECEIVED }),
  reward('ownUse', '自行实施成果的营业利润', 'FEN', { modes: ['OWN_USE'] }),
  reward('total', '奖励总额', 'FEN'),
  reward('cash', '其中：现金奖励', 'FEN', { modes: ['TRANSFER_LICENCE', 'OWN_USE', 'SERVICE'] }),
  reward('shares', '其中：股权奖励', 'FEN', { modes: ['INVESTMENT'] }),
  reward('main', '其中：主要贡献人员', 'FEN', { part: 'MAIN' }),
  reward('staff', '其中：技术转移机构人员', 'FEN', { part: 'TRANSFER_STAFF' }),
  reward('persons', '奖励人次', 'PERSONS'),
  reward('paid', '当年发放的奖励', 'FEN', { source: 'PAYMENT' }),
  { key: 'deal.count', group: 'DEALS', label: '在平台签约的对接项数', unit: 'COUNT', source: 'DEAL' },
];

const BY_KEY: ReadonlyMap<string, ReportFigure> = new Map(
  REPORT_FIGURES.map((figure) => [figure.key, figure]),
);
export const figureNamed = (key: string): ReportFigure | undefined => BY_KEY.get(key);

/** Codes of 单位性质 (reference A11) by what the report calls them. */
export const COUNTERPARTS: { readonly [kind in Exclude<Counterpart, 'OTHER'>]: readonly string[] } = {
  STATE_OWNED: ['110'],
  OTHER_ENTERPRISE: [
    '100',
    '120',
    '130',
    '140',
    '150',
    '160',
    '170',
    '180',
    '200',
    '210',
    '220',
    '230',
    '240',
    '300',
    '310',
    '320',
    '330',
    '340',
    '400',
  ],
  PUBLIC: ['010', '011', '012', '013', '014', '020', '021', '022', '023', '024', '030'],
};
/** 计划外. */
export const UNPLANNED = '5';
