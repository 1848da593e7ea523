import {
  act,
  addDays,
  addWorkingDays,
  allow,
  Codes,
  daysBetween,
  defineLifecycle,
  deny,
  hasRole,
  legalDayOf,
  rollForward,
  say,
  violation,
  Violations,
  type Actor,
  type Check,
  type HolidayCalendar,
  type LegalDay,
  type Rule,
  type Violation,
} from '@jihui/kernel';
import { DealCodes } from './errors.js';
import { disclosureLifecycle, type DisclosureAction } from './lifecycle.js';
import type { CooperationMode, DisclosureState } from './types.js';

export type DayKind = 'NATURAL' | 'WORKING';

/** 协议定价公示 (reference A10, "Disclosure object"): what the public reads. */
export interface Disclosure {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly dealId: string;
  readonly proposalId: string;
  readonly state: DisclosureState;
  readonly sellerId: string;
  readonly sellerName: string;
  readonly resultName: string;
  readonly summary: string;
  readonly conversionMode: CooperationMode;
  readonly price: number;
  readonly technical: number;
  readonly royaltyTerms: string;
  readonly transfereeName: string;
  readonly relatedParty: boolean;
  readonly relation: string;
  readonly basis: string;
  readonly startsOn: LegalDay;
  readonly endsOn: LegalDay;
  readonly days: number;
  readonly dayKind: DayKind;
  readonly requiredDays: number;
  readonly requiredDaysSource: string;
  /** The version of the parameter that was applied. */
  readonly parameterId: string;
  readonly channels: readonly string[];
  readonly objectionOffice: string;
  readonly objectionPhone: string;
  readonly completedAt: Date | null;
  readonly annulledReason: string | null;
}

/** What the seller fills in. */
export interface DisclosureForm {
  readonly resultName: string;
  readonly summary: string;
  readonly relatedParty: boolean;
  readonly relation: string;
  readonly basis: string;
  readonly days: number;
  readonly dayKind: DayKind;
  readonly channels: readonly string[];
  readonly objectionOffice: string;
  readonly objectionPhone: string;
}

const MAX_DAYS = 180;

/**
 * The last day of a disclosure: that many days after the first, natural or working. A last day that
 * is not worked rolls forward (民法典 art 203), so that the office can still be reached on it.
 */
export const lastDay = (
  startsOn: LegalDay,
  days: number,
  kind: DayKind,
  calendar: HolidayCalendar,
): LegalDay =>
  kind === 'WORKING'
    ? addWorkingDays(startsOn, days, calendar)
    : rollForward(addDays(startsOn, days), calendar);

/** Days left on which an objection can be raised, today included. */
export const daysLeft = (disclosure: Pick<Disclosure, 'state' | 'endsOn'>, today: LegalDay): number =>
  disclosure.state === 'RUNNING' || disclosure.state === 'OBJECTED'
    ? Math.max(0, daysBetween(today, disclosure.endsOn) + 1)
    : 0;

/** Everything that is wrong with the form; `requiredDays` is the parameter that holds today. */
export function checkDisclosure(
  form: DisclosureForm,
  period: {
    readonly startsOn: LegalDay;
    readonly endsOn: LegalDay;
    readonly requiredDays: number;
    readonly source: string;
  },
): readonly Violation[] {
  const found = new Violations()
    .text('resultName', '成果名称', form.resultName, { max: 200 })
    .text('summary', '摘要', form.summary, { max: 2_000 })
    .text('basis', '定价依据', form.basis, { max: 1_000 })
    .text('objectionOffice', '异议受理部门', form.objectionOffice, { max: 100 })
    .text('objectionPhone', '异议受理电话', form.objectionPhone, { max: 40 })
    .optionalText('relation', '关联关系说明', form.relation, 500)
    .when(
      form.relatedParty && form.relation === '',
      'relation',
      DealCodes.RELATION_REQUIRED,
      '受让方为关联方的，请说明关联关系',
      '促进科技成果转化法第十八条',
    )
    .when(
      form.channels.length < 1 || form.channels.length > 10,
      'channels',
      'REQUIRED',
      '请填写 1 至 10 个公示渠道',
    );
  form.channels.forEach((channel, index) =>
    found.text(`channels.${index}`, '公示渠道', channel, { max: 200 }),
  );
  found
    .when(
      daysBetween(period.startsOn, period.endsOn) < period.requiredDays,
      'days',
      DealCodes.DISCLOSURE_PERIOD,
      say`公示期不得少于 ${period.requiredDays} 天`,
      period.source,
    )
    .when(form.days > MAX_DAYS, 'days', DealCodes.DISCLOSURE_PERIOD, say`公示期最长 ${MAX_DAYS} 天`);
  return found.found;
}

/** A disclosure with what raising an objection to it needs. */
export interface DisclosureCase {
  readonly disclosure: Disclosure;
  /** Objections to it that whoever acts has raised, decided ones among them. */
  readonly ownObjections: number;
  /** How many one person may raise to one disclosure: each stops it until the seller has decided it. */
  readonly objectionLimit: number;
}

const signedIn: Check<DisclosureCase> = (actor) =>
  actor.kind === 'person' ? allow : deny('请先登录，再以真实姓名提出异议', Codes.UNAUTHENTICATED);
const systemOnly: Check<DisclosureCase> = (actor) =>
  actor.kind === 'system' ? allow : deny('由系统按办理结果更新');

const inPeriod: Rule<DisclosureCase> = ({ disclosure: { endsOn } }, { now }) =>
  legalDayOf(now) > endsOn
    ? [
        violation(
          '',
          DealCodes.DISCLOSURE_OVER,
          say`公示已于 ${endsOn} 截止，如仍有意见请直接联系异议受理部门`,
        ),
      ]
    : [];

const withinLimit: Rule<DisclosureCase> = ({ ownObjections, objectionLimit }) =>
  ownObjections < objectionLimit
    ? []
    : [
        violation(
          '',
          DealCodes.OBJECTION_LIMIT,
          say`您对本公示已提出 ${ownObjections} 次异议，已达上限，如有补充请直接联系异议受理部门`,
        ),
      ];

/** What may happen to a disclosure; all but an objection follows from what happens to the deal. */
export const disclosureMachine = act<DisclosureCase, DisclosureState, DisclosureAction>({
  lifecycle: disclosureLifecycle,
  stateOf: ({ disclosure }) => disclosure.state,
  rules: { raiseObjection: [inPeriod, withinLimit], clearObjections: [], complete: [], annul: [] },
  policy: { raiseObjection: signedIn, clearObjections: systemOnly, complete: systemOnly, annul: systemOnly },
});

export type ObjectionState = 'OPEN' | 'SUSTAINED' | 'REJECTED';
export type ObjectionOutcome = 'SUSTAINED' | 'REJECTED';

/** 异议. */
export interface Objection {
  readonly id: string;
  readonly version: number;
  readonly disclosureId: string;
  readonly state: ObjectionState;
  readonly personId: string;
  readonly sellerId: string;
  readonly name: string;
  readonly contact: string;
  readonly reason: string;
  readonly raisedAt: Date;
  readonly decision: string | null;
  readonly decidedAt: Date | null;
}

const PHONE = /^\+?[\d\s()-]{7,20}$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,}$/;

/** Everything that is wrong with an objection: real name, contact, reason. */
export const checkObjection = (form: {
  name: string;
  contact: string;
  reason: string;
}): readonly Violation[] =>
  new Violations()
    .text('name', '真实姓名', form.name, { min: 2, max: 50 })
    .text('contact', '联系方式', form.contact, { max: 200 })
    .when(
      form.contact !== '' && !PHONE.test(form.contact) && !EMAIL.test(form.contact),
      'contact',
      DealCodes.CONTACT_INVALID,
      '请填写电话号码或电子邮箱，以便受理部门联系您',
    )
    .text('reason', '异议内容与理由', form.reason, { min: 10, max: 2_000 }).found;

export type ObjectionAction = 'sustain' | 'reject';

export const objectionLifecycle = defineLifecycle<ObjectionState, ObjectionAction>({
  name: 'objection',
  initial: 'OPEN',
  table: { OPEN: { sustain: 'SUSTAINED', reject: 'REJECTED' }, SUSTAINED: {}, REJECTED: {} },
});

const bySellersOffice: Check<Objection> = (actor, objection) =>
  hasRole(actor, objection.sellerId, 'TRANSFER_OFFICER')
    ? allow
    : deny('异议由公示单位的受理部门（转移转化负责人、单位管理员）处理');

const notOwn: Rule<Objection> = (objection, { actor }) =>
  actor.kind === 'person' && actor.personId === objection.personId
    ? [{ path: '', code: DealCodes.OWN_OBJECTION, message: '不能处理本人提出的异议，请由其他人员处理' }]
    : [];

export const objectionMachine = act<Objection, ObjectionState, ObjectionAction>({
  lifecycle: objectionLifecycle,
  stateOf: (objection) => objection.state,
  rules: { sustain: [notOwn], reject: [notOwn] },
  policy: { sustain: bySellersOffice, reject: bySellersOffice },
});

/** Who reads an objection's name, contact and reason: the seller's office, the bureau, the objector. */
export const readsObjection = (actor: Actor, objection: Objection, coveredByBureau: boolean): boolean =>
  coveredByBureau ||
  hasRole(actor, objection.sellerId, 'TRANSFER_OFFICER') ||
  (actor.kind === 'person' && actor.personId === objection.personId);
