import {
  isPatentNumber,
  legalDayOf,
  patentKindOf,
  patentTermEnd,
  say,
  Violations,
  type LegalDay,
  type Rule,
} from '@jihui/kernel';
import { PatentCodes } from '../errors.js';
import type { PatentAction } from './lifecycle.js';
import { activePledges, standingOpenLicence, type Patent } from './patent.js';

const isComplete: Rule<Patent> = ({ content }) => {
  const { number, kind, title, applicants, inventors } = content;
  const violations = new Violations()
    // How long it may be is the form's to say.
    .text('title', '专利名称', title, { min: 2, max: Infinity })
    .when(applicants.length === 0, 'applicants', 'REQUIRED', '请填写申请人')
    .when(inventors.length === 0, 'inventors', 'REQUIRED', '请填写发明人（设计人）');
  if (number === '') return violations.add('number', 'REQUIRED', '请填写申请号或专利号').found;
  if (!isPatentNumber(number))
    return violations.add(
      'number',
      PatentCodes.NUMBER,
      say`专利号 ${number.slice(0, 20)} 的校验位不对，请对照证书核对`,
      'ZC 0006-2003',
    ).found;
  return violations.when(
    patentKindOf(number) !== kind,
    'kind',
    PatentCodes.KIND,
    '专利号所示的专利类型与所选类型不符，请核对',
  ).found;
};

const inOrder: Rule<Patent> = ({ content }, { now }) => {
  const today = legalDayOf(now);
  const { filedOn, publishedOn, grantedOn, expiresOn, kind, termNote } = content;
  const violations = new Violations();
  const after = (path: string, label: string, day: LegalDay | null): void => {
    violations
      .when(day !== null && day < filedOn, path, PatentCodes.DATES, say`${label}不能早于申请日`)
      .when(day !== null && day > today, path, PatentCodes.DATES, say`${label}不能晚于今天`);
  };
  violations.when(filedOn > today, 'filedOn', PatentCodes.DATES, '申请日不能晚于今天');
  after('publishedOn', '公布日', publishedOn);
  after('grantedOn', '授权公告日', grantedOn);
  return violations
    .when(expiresOn <= filedOn, 'expiresOn', PatentCodes.DATES, '期限届满日应晚于申请日')
    .when(
      expiresOn !== patentTermEnd(kind, filedOn) && termNote === '',
      'termNote',
      PatentCodes.TERM_UNEXPLAINED,
      say`法定期限届满日为 ${patentTermEnd(kind, filedOn)}；与此不同的，请写明依据，例如期限补偿`,
      '专利法第42条',
    ).found;
};

/** States that come after the grant, and those that come after the publication of an invention. */
const AFTER_GRANT: readonly string[] = ['GRANTED', 'LAPSED', 'EXPIRED', 'ABANDONED', 'INVALIDATED'];
const AFTER_PUBLICATION: readonly string[] = ['PUBLISHED', 'EXAMINATION'];

const stateHasItsDay: Rule<Patent> = ({ state, content }, { now }) =>
  new Violations()
    .when(
      AFTER_GRANT.includes(state) && content.grantedOn === null,
      'grantedOn',
      PatentCodes.STATE_DATE,
      '已授权的专利请填写授权公告日',
    )
    .when(
      content.kind === 'INVENTION_PATENT' &&
        AFTER_PUBLICATION.includes(state) &&
        content.publishedOn === null,
      'publishedOn',
      PatentCodes.STATE_DATE,
      '已公布的申请请填写公布日',
    )
    .when(
      !AFTER_GRANT.includes(state) && content.grantedOn !== null,
      'grantedOn',
      PatentCodes.STATE_DATE,
      '尚未授权的申请没有授权公告日，请核对法律状态',
    )
    .when(
      state === 'GRANTED' && content.expiresOn < legalDayOf(now),
      'state',
      PatentCodes.STATE_DATE,
      '期限已届满的专利不再是授权状态，请选择“期限届满”',
      '专利法第42条',
    ).found;

/** 质押的专利权未经质权人同意不得转让或者许可他人使用. */
export const pledgeeConsent = (patent: Patent, consented: boolean): Violations =>
  new Violations().when(
    activePledges(patent.pledges).length > 0 && !consented,
    'pledgeeConsents',
    PatentCodes.PLEDGEE_CONSENT,
    '专利已质押，许可他人使用须经质权人同意，请取得同意后勾选确认',
    '民法典第444条',
  );

const notOpenYet: Rule<Patent> = (patent, { now }) =>
  new Violations().when(
    standingOpenLicence(patent, legalDayOf(now)) !== null,
    '',
    PatentCodes.OPEN_LICENCE_STATE,
    '该专利已在开放许可中',
  ).found;
const openNow: Rule<Patent> = (patent, { now }) =>
  new Violations().when(
    standingOpenLicence(patent, legalDayOf(now)) === null,
    '',
    PatentCodes.OPEN_LICENCE_STATE,
    '该专利没有有效的开放许可声明',
  ).found;

const sound: readonly Rule<Patent>[] = [isComplete, inOrder, stateHasItsDay];
const none: readonly Rule<Patent>[] = [];

/** What must hold before each action; `openToAll` is asked of the patent as it was. */
export const patentRules: { readonly [action in PatentAction]: readonly Rule<Patent>[] } = {
  edit: sound,
  discard: none,
  publish: none,
  examine: none,
  grant: none,
  reject: none,
  withdraw: none,
  lapse: none,
  restore: none,
  abandon: none,
  invalidate: none,
  expire: none,
  warn: none,
  payFee: none,
  addLicence: none,
  fileLicence: none,
  endLicence: none,
  addPledge: none,
  releasePledge: none,
  openToAll: [notOpenYet],
  closeToAll: [openNow],
};
