import { cleanText, say, Violations, type LegalDay, type Violation } from '@jihui/kernel';
import { LawCodes } from './errors.js';

/** What is entered: a value from a day on, with where it comes from. */
export interface VersionForm {
  readonly value: number;
  readonly effectiveFrom: LegalDay;
  /** Last day of a temporary version; null for one that holds until a later one. */
  readonly effectiveTo: LegalDay | null;
  readonly source: string;
  readonly note: string;
}

/** What a parameter allows. */
export interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
  readonly choices: readonly { readonly value: number; readonly label: string }[];
}

/** A version as far as its standing depends on it. */
export interface VersionDays {
  readonly id: string;
  readonly effectiveFrom: LegalDay;
  readonly effectiveTo: LegalDay | null;
  readonly withdrawn: boolean;
}

export const STANDINGS = ['IN_FORCE', 'FUTURE', 'PAST', 'WITHDRAWN'] as const;
export type Standing = (typeof STANDINGS)[number];

const holdsOn = ({ effectiveFrom, effectiveTo, withdrawn }: VersionDays, day: LegalDay): boolean =>
  !withdrawn && effectiveFrom <= day && (effectiveTo === null || effectiveTo >= day);

/** The version that holds on that day: of those that cover it, the one that began last. */
export function inForceOn<V extends VersionDays>(versions: readonly V[], day: LegalDay): V | undefined {
  return versions
    .filter((version) => holdsOn(version, day))
    .reduce<V | undefined>(
      (best, version) => (best === undefined || version.effectiveFrom > best.effectiveFrom ? version : best),
      undefined,
    );
}

/** Where a version stands today among all of its parameter. */
export function standingOf(version: VersionDays, all: readonly VersionDays[], today: LegalDay): Standing {
  if (version.withdrawn) return 'WITHDRAWN';
  if (version.effectiveFrom > today) return 'FUTURE';
  return inForceOn(all, today)?.id === version.id ? 'IN_FORCE' : 'PAST';
}

/** The form with its texts as they are stored. */
export const cleanVersion = (form: {
  readonly value: number;
  readonly effectiveFrom: LegalDay;
  readonly effectiveTo?: LegalDay | null;
  readonly source: string;
  readonly note?: string | null;
}): VersionForm => ({
  value: form.value,
  effectiveFrom: form.effectiveFrom,
  effectiveTo: form.effectiveTo ?? null,
  source: cleanText(form.source),
  note: cleanText(form.note ?? ''),
});

const allows = (bounds: Bounds, value: number): boolean =>
  Number.isSafeInteger(value) &&
  value >= bounds.minimum &&
  value <= bounds.maximum &&
  (bounds.choices.length === 0 || bounds.choices.some((choice) => choice.value === value));

/**
 * What is wrong with a version. It begins tomorrow at the earliest: what was decided until today was
 * decided by what held.
 */
export function versionViolations(
  form: VersionForm,
  bounds: Bounds,
  others: readonly VersionDays[],
  today: LegalDay,
): readonly Violation[] {
  const limits =
    bounds.choices.length > 0
      ? '请从列表中选择取值'
      : say`取值应为 ${bounds.minimum} 至 ${bounds.maximum} 的整数`;
  return new Violations()
    .when(!allows(bounds, form.value), 'value', LawCodes.OUT_OF_BOUNDS, limits)
    .when(
      form.effectiveFrom <= today,
      'effectiveFrom',
      LawCodes.PAST,
      '生效日期最早为明天：已作出的决定以当时的参数为准，不能更改过去',
    )
    .when(
      form.effectiveTo !== null && form.effectiveTo < form.effectiveFrom,
      'effectiveTo',
      LawCodes.PAST,
      '失效日期不能早于生效日期',
    )
    .when(
      others.some(({ effectiveFrom, withdrawn }) => !withdrawn && effectiveFrom === form.effectiveFrom),
      'effectiveFrom',
      LawCodes.DAY_TAKEN,
      '该日期已有一个版本；如需替换，请先撤回尚未生效的版本',
    )
    .text('source', '依据文件', form.source, { max: 300 })
    .optionalText('note', '说明', form.note, 1_000).found;
}

/** What stands in the way of withdrawing a version. */
export function withdrawalViolations(version: VersionDays, today: LegalDay): readonly Violation[] {
  return new Violations()
    .when(version.withdrawn, '', LawCodes.WITHDRAWN, '该版本已撤回')
    .when(
      !version.withdrawn && version.effectiveFrom <= today,
      '',
      LawCodes.IN_FORCE,
      '该版本已经生效，不能撤回；请录入新的版本',
    ).found;
}
