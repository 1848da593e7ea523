import { addDays, addYears, cleanText, say, Violations, type LegalDay } from '@jihui/kernel';
import { RegisterCodes } from '../errors.js';

/**
 * 骨干认定: the bureau in charge names agencies and brokers that set an example (reference H17, plan 四(六)5: 能力建设、
 * 制度规范和网络化协作). It holds for a term and may be withdrawn.
 */
export interface Designation {
  readonly on: LegalDay;
  /** Its last day. */
  readonly until: LegalDay;
  /** 认定文号. */
  readonly document: string;
  /** Why it was given although a criterion was not met by what the platform counts; '' where all were. */
  readonly exception: string;
}

export const CRITERIA = {
  MONTHS: '在册满（月）',
  BROKERS: '在册经纪人（人）',
  LEVEL: '专业能力等级（1 初级，2 中级，3 高级）',
  CONTRACTS: '经认定登记的技术合同（份）',
  RATING: '交易方评价平均分（十分之一分）',
} as const;
export type CriterionName = keyof typeof CRITERIA;

/** What each criterion asks for, from the parameters, with the source of each. */
export type Thresholds = Readonly<Record<CriterionName, { readonly value: number; readonly source: string }>>;

/** What the platform counts of somebody; null where nothing is known yet. */
export interface Counted {
  readonly admittedOn: LegalDay | null;
  readonly contracts: number;
  /** Average of all ratings, 1 to 5. */
  readonly rating: number | null;
}

/** A criterion with what the platform counts of it. */
export interface Criterion {
  readonly name: CriterionName;
  readonly required: number;
  /** Null where nothing is known yet, which is no failure: missing is not zero. */
  readonly actual: number | null;
  readonly source: string;
}
export const isMet = ({ required, actual }: Criterion): boolean => actual === null || actual >= required;

export interface DesignationForm {
  readonly document: string;
  readonly exception?: string | null;
}

/** The designation that a form makes from the day on, with everything that is wrong in it. */
export function designationFrom(
  form: DesignationForm,
  criteria: readonly Criterion[],
  today: LegalDay,
  years: number,
): { readonly designation: Designation; readonly violations: Violations } {
  const exception = cleanText(form.exception ?? '');
  const designation: Designation = {
    ...{ on: today, until: addDays(addYears(today, years), -1), exception },
    document: cleanText(form.document),
  };
  const unmet = criteria.filter((criterion) => !isMet(criterion));
  const violations = new Violations()
    .text('document', '认定文号', designation.document, { max: 100 })
    .optionalText('exception', '例外理由', exception, 500)
    .when(
      unmet.length > 0 && exception === '',
      'exception',
      RegisterCodes.CRITERIA,
      say`按平台记录尚未达到：${unmet.map(({ name, required, actual }) => `${CRITERIA[name]}应不少于 ${required}，现为 ${actual ?? 0}`).join('；')}。确需认定的，请写明依据`,
    );
  return { designation, violations };
}

/** Whether it holds on the day. */
export const holdsOn = (designation: Designation | null, day: LegalDay): boolean =>
  designation !== null && designation.on <= day && designation.until >= day;

/** Whole months from one day to another. */
export function monthsBetween(from: LegalDay, to: LegalDay): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0);
}

/** The criteria with what is counted: those of everybody, and one of its own for agencies and for brokers. */
export function criteriaFor(
  { admittedOn, contracts, rating }: Counted,
  own: { readonly brokers: number } | { readonly level: number },
  thresholds: Thresholds,
  today: LegalDay,
): Criterion[] {
  const criterion = (name: CriterionName, actual: number | null): Criterion => ({
    ...{ name, actual },
    required: thresholds[name].value,
    source: thresholds[name].source,
  });
  return [
    criterion('MONTHS', admittedOn === null ? 0 : monthsBetween(admittedOn, today)),
    'brokers' in own ? criterion('BROKERS', own.brokers) : criterion('LEVEL', own.level),
    criterion('CONTRACTS', contracts),
    criterion('RATING', rating === null ? null : Math.floor(rating * 10 + 1e-9)),
  ];
}
