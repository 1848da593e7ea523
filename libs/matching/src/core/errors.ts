import {
  allow,
  Codes,
  deny,
  DomainError,
  isPlatformAdmin,
  say,
  type Actor,
  type Verdict,
} from '@jihui/kernel';
import type { Exclusion } from './exclusions.js';

export const MatchingCodes = {
  /** A broker adds a pair that a hard filter keeps apart; the violations say which. */
  EXCLUDED: 'MATCHING.EXCLUDED',
  /** A broker adds a pair that a broker has added already. */
  ALREADY_ADDED: 'MATCHING.ALREADY_ADDED',
  /** An administrator puts a version of the vectors in use that is in use. */
  IN_USE: 'MATCHING.IN_USE',
} as const;

export const excluded = (exclusions: readonly Exclusion[]): DomainError =>
  new DomainError(
    MatchingCodes.EXCLUDED,
    say`不能推荐：${exclusions[0]?.message ?? '请选择其他成果或需求'}`,
    exclusions.map(({ code, message }) => ({ path: 'resultId', code, message })),
  );

export const alreadyAdded = (): DomainError =>
  new DomainError(MatchingCodes.ALREADY_ADDED, '这一组合已有人工推荐，无需重复添加');

export const inUse = (): DomainError => new DomainError(MatchingCodes.IN_USE, '该版本正在使用，无需再次启用');

/** Who decides which version of the vectors ranks: platform administrators. */
export function mayChooseModel(actor: Actor): Verdict {
  if (actor.kind === 'anonymous') return deny('请先登录', Codes.UNAUTHENTICATED);
  return isPlatformAdmin(actor) ? allow : deny('只有平台管理员可以启用向量版本');
}
