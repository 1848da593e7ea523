import type { Fen, LegalDay, PatentKind } from '@jihui/kernel';

export const PATENT_KINDS = ['INVENTION_PATENT', 'UTILITY_MODEL', 'DESIGN_PATENT'] as const;

export const PATENT_STATES = [
  'FILED',
  'PUBLISHED',
  'EXAMINATION',
  'GRANTED',
  'REJECTED',
  'WITHDRAWN',
  'LAPSED',
  'EXPIRED',
  'ABANDONED',
  'INVALIDATED',
  'REMOVED',
] as const;
/** 法律状态 (reference G3): as the patent office declares it; 转让, 许可 and 质押 are records of their own. */
export type PatentState = (typeof PATENT_STATES)[number];

/** States in which a patent may be when it is entered. */
export type EnteredState = Exclude<PatentState, 'REMOVED'>;

/** 同族专利. */
export interface FamilyMember {
  /** WIPO ST.3 code of the office, e.g. CN, US, EP, WO. */
  readonly office: string;
  readonly number: string;
  readonly title: string;
}

/** 年费减缴 (财税〔2016〕78号): none, for one applicant, or for several. */
export type FeeReduction = 'NONE' | 'SINGLE' | 'JOINT';

/** What is entered of a patent. Text that was not filled in is ''. */
export interface PatentContent {
  /** 申请号, which is the patent number too: normalised, without ZL and the point. */
  readonly number: string;
  readonly kind: PatentKind;
  readonly title: string;
  readonly summary: string;
  readonly applicants: readonly string[];
  /** 专利权人; the applicants until the grant. */
  readonly owners: readonly string[];
  readonly inventors: readonly string[];
  /** The first is the main one. */
  readonly ipc: readonly string[];
  readonly keywords: readonly string[];
  readonly filedOn: LegalDay;
  readonly publishedOn: LegalDay | null;
  readonly publicationNumber: string;
  readonly grantedOn: LegalDay | null;
  /** Last day of the term: the law's default unless entered. */
  readonly expiresOn: LegalDay;
  /** Ground of a term other than the default, e.g. 期限补偿. */
  readonly termNote: string;
  readonly feeReduction: FeeReduction;
  readonly family: readonly FamilyMember[];
  readonly cluster: string | null;
  readonly techField: string | null;
  readonly divisionCode: string;
}

/** 年费缴纳记录. */
export interface FeePayment {
  readonly year: number;
  readonly paidOn: LegalDay;
  readonly amount: Fen | null;
  readonly receipt: string;
}

export const LICENCE_KINDS = ['EXCLUSIVE', 'SOLE', 'ORDINARY', 'OPEN', 'CROSS', 'SUBLICENCE'] as const;
export type LicenceKind = (typeof LICENCE_KINDS)[number];

/** 实施许可. */
export interface Licence {
  readonly id: string;
  readonly kind: LicenceKind;
  readonly licensee: string;
  readonly effectiveOn: LegalDay;
  readonly endsOn: LegalDay;
  readonly territory: string;
  /** Fee as agreed, in words; the holder's own. */
  readonly fee: string;
  /** The registered technology contract behind it. */
  readonly contractId: string | null;
  /** Last day on which it is filed with the patent office (专利法实施细则: 3 months from effect). */
  readonly fileBy: LegalDay;
  readonly filedOn: LegalDay | null;
  readonly filingNumber: string;
  readonly endedOn: LegalDay | null;
}

/** 质押. */
export interface Pledge {
  readonly id: string;
  readonly pledgee: string;
  readonly registeredOn: LegalDay;
  readonly registrationNumber: string;
  readonly securedAmount: Fen | null;
  readonly releasedOn: LegalDay | null;
}

/** 开放许可声明 (专利法第50条). */
export interface OpenLicence {
  readonly declaredOn: LegalDay;
  readonly endsOn: LegalDay;
  /** 许可使用费支付方式、标准. */
  readonly feeStandard: string;
  readonly announcement: string;
  /** 专利权评价报告 of a utility model or design. */
  readonly evaluationReport: string;
  readonly withdrawnOn: LegalDay | null;
}

/** One legal status with the day on which it began. */
export interface StatusEntry {
  readonly state: PatentState;
  /** Null where the register was not told. */
  readonly on: LegalDay | null;
  readonly note: string;
}

/** 专利. */
export interface Patent {
  readonly id: string;
  readonly version: number;
  readonly ownerId: string;
  readonly createdBy: string;
  readonly scopeCode: string;
  readonly state: PatentState;
  readonly content: PatentContent;
  /** 已缴至第几年度; null = 未填报. */
  readonly paidThrough: number | null;
  readonly fees: readonly FeePayment[];
  readonly licences: readonly Licence[];
  readonly pledges: readonly Pledge[];
  readonly openLicence: OpenLicence | null;
  readonly history: readonly StatusEntry[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Published or granted: everybody may know of it. An application before that is its holder's secret. */
export const isOpenPatent = ({ state, content }: Pick<Patent, 'state' | 'content'>): boolean =>
  state !== 'REMOVED' && (content.publishedOn !== null || content.grantedOn !== null);

/** Number as the office writes it: ZL202010123456.7 once granted. */
export function displayNumber({ number, grantedOn }: Pick<PatentContent, 'number' | 'grantedOn'>): string {
  const pointed = `${number.slice(0, -1)}.${number.slice(-1)}`;
  return grantedOn === null ? pointed : `ZL${pointed}`;
}

export const activeLicences = (licences: readonly Licence[], today: LegalDay): readonly Licence[] =>
  licences.filter(({ endedOn, endsOn }) => endedOn === null && endsOn >= today);

export const activePledges = (pledges: readonly Pledge[]): readonly Pledge[] =>
  pledges.filter(({ releasedOn }) => releasedOn === null);

/** Licences beside which nobody else may be granted one (民法典第862条 and the interpretation's article 25). */
export const EXCLUDING_LICENCES: readonly LicenceKind[] = ['EXCLUSIVE', 'SOLE'];

/** The last day on which somebody holds an exclusive or sole licence, as far as is known now; null where nobody does. */
export const exclusiveUntil = ({ licences }: Pick<Patent, 'licences'>): LegalDay | null =>
  licences
    .filter(({ kind, endedOn }) => EXCLUDING_LICENCES.includes(kind) && endedOn === null)
    .map(({ endsOn }) => endsOn)
    .sort()
    .at(-1) ?? null;

/** The last day of the declared open licence; null where none stands. */
export const openLicenceUntil = ({ openLicence }: Pick<Patent, 'openLicence'>): LegalDay | null =>
  openLicence !== null && openLicence.withdrawnOn === null ? openLicence.endsOn : null;

export const standingOpenLicence = (patent: Patent, today: LegalDay): OpenLicence | null =>
  patent.openLicence !== null && patent.openLicence.withdrawnOn === null && patent.openLicence.endsOn >= today
    ? patent.openLicence
    : null;
