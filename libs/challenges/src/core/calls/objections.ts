import {
  act,
  allow,
  Codes,
  defineLifecycle,
  deny,
  isMember,
  Violations,
  type Actor,
  type Check,
  type LegalDay,
  type Rule,
  type Violation,
} from '@jihui/kernel';
import { ChallengeCodes } from '../errors.js';
import type { Call } from './call.js';
import type { CallAction, CallState } from './lifecycle.js';
import { belongsToOneOf, isCityOfficer, OF_A_BIDDER } from './perform.js';

/** 异议环节: what is objected to, by where the call stands. */
export const OBJECTION_STAGES = [
  'NOTICE',
  'BIDDING',
  'OPENING',
  'QUALIFICATION',
  'AWARD',
  'CANCELLATION',
] as const;
export type ObjectionStage = (typeof OBJECTION_STAGES)[number];

const STAGE_OF: { readonly [state in CallState]?: ObjectionStage } = {
  NOTICED: 'NOTICE',
  CLEARED: 'NOTICE',
  PUBLISHED: 'BIDDING',
  BIDDING: 'BIDDING',
  BIDS_CLOSED: 'OPENING',
  BIDS_OPENED: 'OPENING',
  QUALIFIED: 'QUALIFICATION',
  AWARD_NOTICED: 'AWARD',
  FAILED: 'CANCELLATION',
  TERMINATED: 'CANCELLATION',
};

/** The stage to which an objection belongs now; null where the call shows nothing that could be objected to. */
export const stageOf = (state: CallState): ObjectionStage | null => STAGE_OF[state] ?? null;

/** The last day on which the present stage can be objected to; null where it has none of its own. */
export const objectionsUntil = ({
  state,
  noticeUntil,
  stageUntil,
}: Pick<Call, 'state' | 'noticeUntil' | 'stageUntil'>): LegalDay | null => {
  if (state === 'NOTICED') return noticeUntil;
  return state === 'QUALIFIED' || state === 'AWARD_NOTICED' ? stageUntil : null;
};

/** What an upheld objection annuls, by where the call stands. */
export const ANNULS: { readonly [state in CallState]?: CallAction } = {
  NOTICED: 'annulNotice',
  QUALIFIED: 'reviseQualification',
  AWARD_NOTICED: 'annulAward',
};

/** Whether the call shows something on that day that can be objected to. */
export const isObjectable = (
  call: Pick<Call, 'state' | 'noticeUntil' | 'stageUntil'>,
  today: LegalDay,
): boolean => stageOf(call.state) !== null && today <= (objectionsUntil(call) ?? today);

const table = {
  RECEIVED: { accept: 'ACCEPTED', refuse: 'REFUSED', withdraw: 'WITHDRAWN' },
  ACCEPTED: { extend: 'ACCEPTED', uphold: 'UPHELD', dismiss: 'DISMISSED', withdraw: 'WITHDRAWN' },
  REFUSED: {},
  UPHELD: {},
  DISMISSED: {},
  WITHDRAWN: {},
} as const;
export type CallObjectionState = keyof typeof table;
type ActionsOf<T> = T extends unknown ? keyof T : never;
export type CallObjectionAction = ActionsOf<(typeof table)[CallObjectionState]>;

/** 异议: 受理 (3 工作日) → 调查 → 结论 (15 工作日, extendable once) → 答复 (reference B5). */
export const callObjectionLifecycle = defineLifecycle<CallObjectionState, CallObjectionAction>({
  name: 'CallObjection',
  initial: 'RECEIVED',
  table,
});

/** States in which the result of the stage waits for it. */
export const OPEN_OBJECTIONS: readonly CallObjectionState[] = ['RECEIVED', 'ACCEPTED'];

export interface CallObjection {
  readonly id: string;
  readonly version: number;
  readonly callId: string;
  readonly stage: ObjectionStage;
  readonly state: CallObjectionState;
  readonly personId: string;
  /** 真实姓名; of a unit its name, with the person who signs for it. */
  readonly name: string;
  readonly contact: string;
  readonly statement: string;
  /** 依据: what proves it. An objection without evidence is not accepted. */
  readonly evidence: string;
  readonly acceptBy: LegalDay;
  readonly decideBy: LegalDay | null;
  readonly extended: boolean;
  readonly answer: string;
  readonly answeredBy: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An objection with the call that it concerns. */
export interface ObjectionCase {
  readonly objection: CallObjection;
  readonly call: Call;
  /** Whose bids were opened: who belongs to one decides on no objection, and reads none but the own. */
  readonly bidders: readonly string[];
}

const officer: Check<ObjectionCase> = (actor, { call, bidders }) => {
  if (actor.kind === 'anonymous') return deny('请先登录', Codes.UNAUTHENTICATED);
  if (belongsToOneOf(actor, bidders)) return OF_A_BIDDER;
  return isCityOfficer(actor, call) ? allow : deny('异议由市科技主管部门处理');
};
const objector: Check<ObjectionCase> = (actor, { objection }) => {
  if (actor.kind === 'anonymous') return deny('请先登录', Codes.UNAUTHENTICATED);
  return actor.kind === 'person' && actor.personId === objection.personId
    ? allow
    : deny('只有异议人本人可以撤回');
};

const notOwn: Rule<ObjectionCase> = ({ objection }, { actor }) =>
  actor.kind === 'person' && actor.personId === objection.personId
    ? [
        {
          path: '',
          code: ChallengeCodes.OWN_OBJECTION,
          message: '不能处理本人提出的异议，请由其他经办人处理',
        },
      ]
    : [];
const once: Rule<ObjectionCase> = ({ objection }) =>
  objection.extended
    ? [{ path: '', code: ChallengeCodes.EXTENDED_ALREADY, message: '办理期限只能延长一次' }]
    : [];

export const callObjectionMachine = act<ObjectionCase, CallObjectionState, CallObjectionAction>({
  lifecycle: callObjectionLifecycle,
  stateOf: ({ objection }) => objection.state,
  rules: {
    accept: [notOwn],
    refuse: [notOwn],
    extend: [notOwn, once],
    uphold: [notOwn],
    dismiss: [notOwn],
    withdraw: [],
  },
  policy: {
    accept: officer,
    refuse: officer,
    extend: officer,
    uphold: officer,
    dismiss: officer,
    withdraw: objector,
  },
});

/** Who reads an objection's name, contact and words: the city's officers and the objector. Everybody reads how many there are. */
export const readsObjection = (actor: Actor, { objection, call, bidders }: ObjectionCase): boolean =>
  (isCityOfficer(actor, call) && !belongsToOneOf(actor, bidders)) ||
  (actor.kind === 'person' && actor.personId === objection.personId);

const PHONE = /^\+?[\d\s()-]{7,20}$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,}$/;

/** A telephone number or an e-mail address. */
export const isContact = (text: string): boolean => PHONE.test(text) || EMAIL.test(text);

/** 实名、有联系方式、有依据 (practice of the province: signed and evidenced objections alone). */
export const objectionFaults = (
  form: Pick<CallObjection, 'name' | 'contact' | 'statement' | 'evidence'>,
): readonly Violation[] =>
  new Violations()
    .text('name', '真实姓名或单位名称', form.name, { min: 2, max: 100 })
    .text('contact', '联系方式', form.contact, { max: 200 })
    .when(
      form.contact !== '' && !isContact(form.contact),
      'contact',
      ChallengeCodes.CONTACT_INVALID,
      '请填写电话号码或电子邮箱，以便答复',
    )
    .text('statement', '异议内容', form.statement, { min: 10, max: 2_000 })
    .text('evidence', '依据', form.evidence, { min: 10, max: 2_000 }).found;

/** A question about a published call; its answer is everybody's, who asked is nobody's. */
export interface Question {
  readonly id: string;
  readonly version: number;
  readonly callId: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly text: string;
  readonly answer: string;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Whether the actor's organisation may be named in a question: anybody's but the owner's. */
export const mayAsk = (actor: Actor, organisationId: string, call: Pick<Call, 'ownerId'>): boolean =>
  isMember(actor, organisationId) && organisationId !== call.ownerId;
