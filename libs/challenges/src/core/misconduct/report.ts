import {
  act,
  allow,
  Codes,
  defineLifecycle,
  deny,
  type Check,
  type LegalDay,
  type Rule,
} from '@jihui/kernel';
import { ChallengeCodes } from '../errors.js';
import { mayHandle, type Concern, type NamedInReport, type ReportPlace } from './handlers.js';

/** 举报事项: what is reported. */
export const MISCONDUCT_SUBJECTS = ['CALL', 'BID', 'REVIEW', 'PROJECT', 'OFFICER'] as const;
export type MisconductSubject = (typeof MISCONDUCT_SUBJECTS)[number];

const table = {
  RECEIVED: { accept: 'ACCEPTED', refuse: 'NOT_ACCEPTED', ask: 'RECEIVED', supplement: 'RECEIVED' },
  ACCEPTED: {
    investigate: 'INVESTIGATING',
    extend: 'ACCEPTED',
    ask: 'ACCEPTED',
    supplement: 'ACCEPTED',
  },
  INVESTIGATING: {
    substantiate: 'SUBSTANTIATED',
    dismiss: 'UNSUBSTANTIATED',
    extend: 'INVESTIGATING',
    ask: 'INVESTIGATING',
    supplement: 'INVESTIGATING',
  },
  NOT_ACCEPTED: {},
  SUBSTANTIATED: {},
  UNSUBSTANTIATED: {},
} as const;
export type MisconductState = keyof typeof table;
type ActionsOf<T> = T extends unknown ? keyof T : never;
export type MisconductAction = ActionsOf<(typeof table)[MisconductState]>;

/** 举报: 收到 → 受理或不予受理 → 调查 → 结论（属实、不属实）. */
export const misconductLifecycle = defineLifecycle<MisconductState, MisconductAction>({
  name: 'MisconductReport',
  initial: 'RECEIVED',
  table,
});

/** States in which somebody has to do something. */
export const OPEN_REPORTS: readonly MisconductState[] = ['RECEIVED', 'ACCEPTED', 'INVESTIGATING'];

/** What was said after the report was received, oldest first. */
export interface MisconductNote {
  /** ISO. */
  readonly at: string;
  readonly by: 'REPORTER' | 'HANDLER';
  readonly text: string;
}

export interface MisconductReport {
  readonly id: string;
  readonly version: number;
  readonly state: MisconductState;
  readonly subject: MisconductSubject;
  /** Null where it is about no call, such as an officer's conduct elsewhere. */
  readonly callId: string | null;
  readonly projectId: string | null;
  /** Of the call, otherwise of the city: whose inspectors handle it. */
  readonly divisionCode: string;
  /** 实名: with name and contact. */
  readonly signed: boolean;
  /** The account of who reported by name; null for everybody else. */
  readonly personId: string | null;
  readonly name: string;
  readonly contact: string;
  /** 被举报人: a person with the unit, or a unit alone. */
  readonly named: readonly NamedInReport[];
  /** 被举报人的身份, where the name is not known. */
  readonly concerns: readonly Concern[];
  readonly statement: string;
  /** Keyed hash of the receipt code; the code itself stands nowhere. */
  readonly receiptHash: string;
  readonly notes: readonly MisconductNote[];
  readonly acceptBy: LegalDay;
  readonly concludeBy: LegalDay | null;
  readonly extended: boolean;
  /** The day on which its handlers were told that the deadline is over. */
  readonly alarmedOn: LegalDay | null;
  /** 受理意见, or why it is not accepted: the reporter reads it. */
  readonly decision: string;
  /** 调查情况: stays with the desk. */
  readonly finding: string;
  /** 处理措施: stays with the desk. */
  readonly measures: string;
  /** 答复: the reporter reads it. */
  readonly answer: string;
  readonly handledBy: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The day by which the next step is due; null once it is over. */
export const dueOf = (
  report: Pick<MisconductReport, 'state' | 'acceptBy' | 'concludeBy'>,
): LegalDay | null => {
  if (report.state === 'RECEIVED') return report.acceptBy;
  return OPEN_REPORTS.includes(report.state) ? report.concludeBy : null;
};

/** A report with what decides who may handle it. */
export interface ReportCase {
  readonly report: MisconductReport;
  /** The call and who has a part in it; null where it is about no call. */
  readonly place: ReportPlace | null;
  /** How the actor is called, and the actor's organisations: a name that is reported is kept out. */
  readonly known: { readonly names: readonly string[]; readonly units: readonly string[] };
  /** Whether the actor showed the report's receipt code. */
  readonly receipt: boolean;
}

const handler: Check<ReportCase> = (actor, subject) => {
  if (actor.kind === 'anonymous') return deny('请先登录', Codes.UNAUTHENTICATED);
  return mayHandle(actor, subject) ? allow : deny('举报只由与之无关的监督人员办理');
};
const reporter: Check<ReportCase> = (_, { receipt }) => (receipt ? allow : deny('请出示查询码'));

const once: Rule<ReportCase> = ({ report }) =>
  report.extended
    ? [{ path: '', code: ChallengeCodes.EXTENDED_ALREADY, message: '办理期限只能延长一次' }]
    : [];

/** What a report can hold of what its reporter adds, and of what is asked. */
export const MAX_NOTES = 50;
const room: Rule<ReportCase> = ({ report }) =>
  report.notes.length >= MAX_NOTES
    ? [{ path: '', code: ChallengeCodes.TOO_MANY_NOTES, message: '补充和询问已达上限，不能再增加' }]
    : [];

/** The one place where an action on a report is decided. */
export const misconductMachine = act<ReportCase, MisconductState, MisconductAction>({
  lifecycle: misconductLifecycle,
  stateOf: ({ report }) => report.state,
  rules: {
    accept: [],
    refuse: [],
    investigate: [],
    extend: [once],
    substantiate: [],
    dismiss: [],
    ask: [room],
    supplement: [room],
  },
  policy: {
    accept: handler,
    refuse: handler,
    investigate: handler,
    extend: handler,
    substantiate: handler,
    dismiss: handler,
    ask: handler,
    supplement: reporter,
  },
});
