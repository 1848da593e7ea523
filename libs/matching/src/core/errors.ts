import { DomainError } from '@jihui/kernel';
import type { Exclusion } from './exclusions.js';

export const MatchingCodes = {
  /** A broker adds a pair that a hard filter keeps apart; the violations say which. */
  EXCLUDED: 'MATCHING.EXCLUDED',
  /** A broker adds a pair that a broker has added already. */
  ALREADY_ADDED: 'MATCHING.ALREADY_ADDED',
} as const;

export const excluded = (exclusions: readonly Exclusion[]): DomainError =>
  new DomainError(
    MatchingCodes.EXCLUDED,
    `不能推荐：${exclusions[0]?.message ?? '请选择其他成果或需求'}`,
    exclusions.map(({ code, message }) => ({ path: 'resultId', code, message })),
  );

export const alreadyAdded = (): DomainError =>
  new DomainError(MatchingCodes.ALREADY_ADDED, '这一组合已有人工推荐，无需重复添加');
