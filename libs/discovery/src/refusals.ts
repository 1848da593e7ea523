import { Codes, DomainError, invalid, say, violation, type Actor, type PersonActor } from '@jihui/kernel';
import { checkIds } from '@jihui/platform';
import {
  DiscoveryCodes,
  ExpertCodes,
  PatentCodes,
  ProjectCodes,
  RatingCodes,
  RegisterCodes,
} from './core/errors.js';

/** @throws DomainError UNAUTHENTICATED for whoever has not signed in: nobody changes anything unnamed. */
export function requireSignedIn(actor: Actor): void {
  if (actor.kind === 'anonymous') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
}

/** @throws DomainError UNAUTHENTICATED for whoever is no person: what is one's own belongs to somebody. */
export function requirePerson(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
  return actor;
}

/** The organisation's approval has not reached this domain yet; asking again a moment later helps. */
export const notYetKnown = (): DomainError =>
  new DomainError(DiscoveryCodes.NOT_YET_KNOWN, '单位信息尚未同步或单位尚未通过审核，请稍后再试');

/** The organisation that a new entry names. @throws DomainError INVALID_INPUT without one, NOT_FOUND for no id. */
export function givenOwner(ownerId: string | null | undefined): string {
  if (ownerId == null)
    throw invalid([{ path: 'ownerId', code: 'REQUIRED', message: '请选择以哪个单位的名义填写' }]);
  checkIds(ownerId);
  return ownerId;
}

export const alreadyRegistered = (): DomainError =>
  invalid([
    {
      path: 'number',
      code: PatentCodes.ALREADY_REGISTERED,
      message: '该专利号已在登记簿中；共有专利由先登记的单位维护，请搜索专利号查看',
    },
  ]);

export const alreadyRecorded = (): DomainError =>
  invalid([
    {
      path: 'number',
      code: ProjectCodes.ALREADY_RECORDED,
      message: '本单位已登记这个编号的项目，请在原记录上修改',
    },
  ]);

export const alreadyAnExpert = (): DomainError =>
  invalid([{ path: '', code: ExpertCodes.ALREADY_KNOWN, message: '您已有专家档案，请在原档案上修改' }]);

/** @param whose 您 for a person, 本机构 for an agency */
export const alreadyEntered = (whose: string): DomainError =>
  invalid([violation('', RegisterCodes.ALREADY_ENTERED, say`${whose}已有登记，请在原登记上修改`)]);

export const alreadyRated = (): DomainError =>
  invalid([{ path: '', code: RatingCodes.ALREADY_RATED, message: '本单位已就这个对接评价过该经纪人' }]);
