import { addDays, say, Violations, type LegalDay, type Violation } from '@jihui/kernel';
import { ChallengeCodes } from '../errors.js';

/** 征集批次 (reference B5: 征集 30 days): when the city asks for demands, and what it asks for. */
export interface Batch {
  readonly id: string;
  readonly version: number;
  /** E.g. ZJ2026-1. */
  readonly code: string;
  readonly title: string;
  readonly opensOn: LegalDay;
  /** Its last day. */
  readonly closesOn: LegalDay;
  /** 征集指南. */
  readonly guide: string;
  readonly divisionCode: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface BatchRules {
  /** Days that a batch is open at least. */
  readonly collectionDays: number;
  /** 1: demands are submitted while a batch is open, and at no other time. */
  readonly batchesOnly: number;
}

export const isCollecting = (
  { opensOn, closesOn }: Pick<Batch, 'opensOn' | 'closesOn'>,
  day: LegalDay,
): boolean => opensOn <= day && day <= closesOn;

export type BatchForm = Pick<Batch, 'title' | 'opensOn' | 'closesOn' | 'guide'>;

/**
 * What is wrong with a batch: shorter than the rule, or at the time of another one of the city, so that every demand is of
 * one batch.
 * @param before the batch as it stood, where it is changed: its days are not what was wrong then
 */
export function batchFaults(
  form: BatchForm,
  others: readonly Pick<Batch, 'title' | 'opensOn' | 'closesOn'>[],
  { collectionDays }: BatchRules,
  today: LegalDay,
  before: Batch | null = null,
): readonly Violation[] {
  const { title, opensOn, closesOn, guide } = form;
  const met = others.find((one) => opensOn <= one.closesOn && one.opensOn <= closesOn);
  const { WINDOW } = ChallengeCodes;
  return new Violations()
    .text('title', '批次名称', title, { min: 2, max: 100 })
    .text('guide', '征集指南', guide, { min: 10, max: 5_000 })
    .when(before === null && opensOn < today, 'opensOn', WINDOW, '征集开始日期不能早于今天')
    .when(
      before !== null && opensOn !== before.opensOn && before.opensOn <= today,
      'opensOn',
      WINDOW,
      '征集已经开始，不能再改开始日期',
    )
    .when(
      closesOn < addDays(opensOn, collectionDays - 1),
      'closesOn',
      WINDOW,
      say`征集期不少于 ${collectionDays} 天`,
    )
    .when(closesOn < today, 'closesOn', WINDOW, '征集截止日期不能早于今天')
    .when(met !== undefined, 'closesOn', WINDOW, say`与批次“${met?.title ?? ''}”的征集期重叠`).found;
}
