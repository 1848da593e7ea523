import {
  isPatentNumber,
  legalDayOf,
  patentKindOf,
  say,
  Violations,
  type LegalDay,
  type Rule,
} from '@jihui/kernel';
import { ListingCodes } from './errors.js';
import type { Result } from './result.js';
import type { IpRight } from './types.js';
import { isPatent } from './vocabulary.js';

const LOST: readonly IpRight['status'][] = ['EXPIRED', 'ABANDONED', 'INVALIDATED'];

/** Whether the right was lost or its term is over on that day. */
export const isLapsed = (right: IpRight, today: LegalDay): boolean =>
  LOST.includes(right.status) || (right.expiresOn !== null && right.expiresOn < today);

function numberOf(violations: Violations, right: IpRight, path: string): void {
  if (!isPatent(right.kind)) return;
  if (right.number === '') violations.add(`${path}.number`, 'REQUIRED', '请填写专利号或申请号');
  else if (!isPatentNumber(right.number))
    violations.add(
      `${path}.number`,
      ListingCodes.PATENT_NUMBER,
      say`专利号 ${right.number} 的校验位不对，请对照证书核对`,
      'ZC 0006-2003',
    );
  else if (patentKindOf(right.number) !== right.kind)
    violations.add(`${path}.kind`, ListingCodes.PATENT_KIND, '专利号所示的专利类型与所选类型不符，请核对');
}

/** Every right of the result: its number, its validity and its owners' consent. */
export const rightsAreSound: Rule<Result> = ({ content }, { now }) => {
  const today = legalDayOf(now);
  const violations = new Violations();
  const seen = new Set<string>();
  content.ipRights.forEach((right, index) => {
    const path = `ipRights.${index}`;
    numberOf(violations, right, path);
    violations
      .when(
        right.number !== '' && seen.has(right.number),
        `${path}.number`,
        ListingCodes.DUPLICATE_NUMBER,
        say`${right.number} 重复填写，请删去一条`,
      )
      .when(
        isPatent(right.kind) && isLapsed(right, today),
        path,
        ListingCodes.PATENT_LAPSED,
        '该专利已失效或期限已满，不能作为专利发布；请更新权利状态，或删去它、改按技术秘密或技术服务发布',
        '专利法第42、44条',
      )
      .when(
        right.owners.length > 1 && !right.coOwnersConsent,
        `${path}.coOwnersConsent`,
        ListingCodes.CO_OWNER_CONSENT,
        '该权利有共有人，请先取得全体共有人同意并勾选确认',
        '专利法第14条',
      )
      .when(
        right.encumbrance === 'DISPUTED',
        `${path}.encumbrance`,
        ListingCodes.ENCUMBERED,
        '权属有争议或被查封的权利，请待争议解决后再发布',
      );
    seen.add(right.number);
  });
  return violations.found;
};

const needsFreeRight = ['TRANSFER', 'LICENCE_EXCLUSIVE', 'LICENCE_SOLE'] as const;

/** What is offered must be there to give. */
export const offerIsFree: Rule<Result> = ({ content }) => {
  const { cooperationModes: modes, ipRights } = content;
  const violations = new Violations();
  const exclusive = needsFreeRight.some((mode) => modes.includes(mode));
  ipRights.forEach((right, index) =>
    violations.when(
      exclusive && right.encumbrance === 'LICENSED_EXCLUSIVELY',
      `ipRights.${index}.encumbrance`,
      ListingCodes.ENCUMBERED,
      '该权利已独占或排他许可他人，不能再以转让、独占或排他许可方式发布',
    ),
  );
  if (!modes.includes('LICENCE_OPEN')) return violations.found;
  return violations
    .when(
      modes.includes('LICENCE_EXCLUSIVE') || modes.includes('LICENCE_SOLE'),
      'cooperationModes',
      ListingCodes.OPEN_LICENCE_EXCLUSIVE,
      '开放许可期间不得给予独占或排他许可，请只选其一',
      '专利法第51条',
    )
    .when(
      !ipRights.some((right) => isPatent(right.kind) && right.status === 'GRANTED'),
      'cooperationModes',
      ListingCodes.OPEN_LICENCE_NEEDS_PATENT,
      '开放许可须有已授权的专利，请在知识产权中填写',
      '专利法第50条',
    ).found;
};
