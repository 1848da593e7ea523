import { cleanText, say, Violations, type LegalDay } from '@jihui/kernel';
import { RegisterCodes } from '../errors.js';

export const LEVELS = {
  JUNIOR: '初级技术经纪人',
  INTERMEDIATE: '中级技术经纪人',
  SENIOR: '高级技术经理人',
} as const;
/** 专业能力等级 (reference D4: 火炬中心大纲 2020 [K]), from the lowest. */
export type Level = keyof typeof LEVELS;
const RANK = Object.keys(LEVELS) as readonly Level[];

export type CheckState = 'PENDING' | 'CONFIRMED' | 'REFUSED';

/** Something that a broker states and the bureau checks. */
interface Checked {
  readonly id: string;
  readonly state: CheckState;
  /** What the bureau said of it. */
  readonly note: string;
  readonly checkedOn: LegalDay | null;
}

/** 证书 of a level. */
export interface Credential extends Checked {
  readonly level: Level;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: LegalDay;
  /** Last day on which it holds; null where it has no term. */
  readonly validTo: LegalDay | null;
  /** 扫描件, for the broker and the bureau; left out of what was stated before there were any. */
  readonly scanId?: string | null;
}

/** 继续教育: one course. */
export interface Training extends Checked {
  readonly course: string;
  readonly provider: string;
  /** 学时. */
  readonly hours: number;
  /** Its last day: the year in which its hours count. */
  readonly endedOn: LegalDay;
  /** 结业证书编号; '' where there is none. */
  readonly certificate: string;
}

export interface Records {
  readonly credentials: readonly Credential[];
  readonly trainings: readonly Training[];
}

/** More than anybody has; a list without an end would grow with every call. */
const MAX = 300;
const MAX_HOURS = 500;
const PENDING = { state: 'PENDING', note: '', checkedOn: null } as const;

const tooMany = (violations: Violations, held: readonly unknown[]): Violations =>
  violations.when(held.length >= MAX, '', 'TOO_MANY', say`最多登记 ${MAX} 项，请与科技部门联系`);

export interface CredentialForm {
  readonly level: Level;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: LegalDay;
  readonly validTo?: LegalDay | null;
  readonly scanId?: string | null;
}

export function credentialFrom(id: string, form: CredentialForm, { credentials }: Records, today: LegalDay) {
  const credential: Credential = {
    ...{ id, ...PENDING, level: form.level, issuedOn: form.issuedOn, validTo: form.validTo ?? null },
    scanId: form.scanId ?? null,
    number: cleanText(form.number),
    issuer: cleanText(form.issuer),
  };
  const { validTo, issuedOn, number } = credential;
  const violations = tooMany(new Violations(), credentials)
    .text('number', '证书编号', number, { max: 50 })
    .text('issuer', '发证机构', credential.issuer, { max: 100 })
    .when(issuedOn > today, 'issuedOn', RegisterCodes.RECORD_DAYS, '发证日期不能晚于今天')
    .when(
      validTo !== null && validTo < issuedOn,
      'validTo',
      RegisterCodes.RECORD_DAYS,
      '有效期不能早于发证日期',
    )
    .when(
      credentials.some((one) => one.state !== 'REFUSED' && one.number === number && number !== ''),
      'number',
      RegisterCodes.RECORD_TWICE,
      '这个编号的证书已经登记',
    );
  return { credential, violations };
}

export interface TrainingForm {
  readonly course: string;
  readonly provider: string;
  readonly hours: number;
  readonly endedOn: LegalDay;
  readonly certificate?: string | null;
}

export function trainingFrom(id: string, form: TrainingForm, { trainings }: Records, today: LegalDay) {
  const training: Training = {
    ...{ id, ...PENDING, hours: form.hours, endedOn: form.endedOn },
    course: cleanText(form.course),
    provider: cleanText(form.provider),
    certificate: cleanText(form.certificate ?? ''),
  };
  const violations = tooMany(new Violations(), trainings)
    .text('course', '课程名称', training.course, { max: 100 })
    .text('provider', '举办单位', training.provider, { max: 100 })
    .optionalText('certificate', '结业证书编号', training.certificate, 50)
    .when(
      form.hours < 1 || form.hours > MAX_HOURS,
      'hours',
      'OUT_OF_RANGE',
      say`学时应在 1 到 ${MAX_HOURS} 之间`,
    )
    .when(form.endedOn > today, 'endedOn', RegisterCodes.RECORD_DAYS, '结束日期不能晚于今天')
    .when(
      trainings.some(
        (one) =>
          one.state !== 'REFUSED' && one.course === training.course && one.endedOn === training.endedOn,
      ),
      'course',
      RegisterCodes.RECORD_TWICE,
      '这门课程已经登记',
    );
  return { training, violations };
}

const unknown = (path: string): Violations =>
  new Violations().when(true, path, RegisterCodes.RECORD_UNKNOWN, '没有这项记录，或已核验，请刷新后再试');

/** The records after the broker took back one that is not confirmed: what was confirmed stays. */
export function withdrawn({ credentials, trainings }: Records, id: string) {
  const gone = (one: Checked): boolean => one.id === id && one.state !== 'CONFIRMED';
  const found = [...credentials, ...trainings].some(gone);
  return {
    records: {
      credentials: credentials.filter((one) => !gone(one)),
      trainings: trainings.filter((one) => !gone(one)),
    },
    violations: found ? new Violations() : unknown('recordId'),
  };
}

/** The records after the bureau checked one that waited; a refusal says why. */
export function checked(
  { credentials, trainings }: Records,
  given: { readonly recordId: string; readonly accepted: boolean; readonly note?: string | null },
  today: LegalDay,
) {
  const note = cleanText(given.note ?? '');
  const state: CheckState = given.accepted ? 'CONFIRMED' : 'REFUSED';
  const waits = (one: Checked): boolean => one.id === given.recordId && one.state === 'PENDING';
  const after = <T extends Checked>(one: T): T =>
    waits(one) ? { ...one, state, note, checkedOn: today } : one;
  const found = [...credentials, ...trainings].some(waits);
  const violations = (found ? new Violations() : unknown('recordId'))
    .when(!given.accepted && note === '', 'note', 'REQUIRED', '不予确认时请写明理由')
    .optionalText('note', '核验意见', note, 300);
  return {
    records: { credentials: credentials.map(after), trainings: trainings.map(after) },
    note,
    violations,
  };
}

/** The highest level whose certificate is confirmed and holds on the day, and until when that is so; null without one. */
export function levelOn(
  credentials: readonly Credential[],
  day: LegalDay,
): { readonly level: Level; readonly until: LegalDay | null } | null {
  const held = credentials.filter(
    ({ state, validTo }) => state === 'CONFIRMED' && (validTo === null || validTo >= day),
  );
  const level = RANK.findLast((one) => held.some((credential) => credential.level === one));
  if (level === undefined) return null;
  const terms = held.filter((credential) => credential.level === level).map(({ validTo }) => validTo);
  const until = terms.includes(null)
    ? null
    : terms.reduce((latest, term) => (latest !== null && term !== null && term > latest ? term : latest));
  return { level, until };
}

/** 学时 of each year, newest first; the given year also without any. */
export function hoursByYear(trainings: readonly Training[], thisYear: number) {
  const years = new Set([thisYear, ...trainings.map(({ endedOn }) => Number(endedOn.slice(0, 4)))]);
  const sum = (year: number, state: CheckState): number =>
    trainings
      .filter((one) => one.state === state && Number(one.endedOn.slice(0, 4)) === year)
      .reduce((total, { hours }) => total + hours, 0);
  return [...years]
    .sort((a, b) => b - a)
    .map((year) => ({ year, confirmed: sum(year, 'CONFIRMED'), pending: sum(year, 'PENDING') }));
}
