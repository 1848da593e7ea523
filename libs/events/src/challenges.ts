import type { Fen, LegalDay } from '@jihui/kernel';

/** challenges.call: a call (榜单), from the demand on. Nothing of it tells whether bids came, or how many. */
export interface CallSnapshot {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly title: string;
  /** E.g. BIDDING. */
  readonly state: string;
  /** 榜单方式, e.g. JB. */
  readonly mode: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly divisionCode: string;
  readonly createdBy: string;
  /** Whether the public sees it. */
  readonly open: boolean;
  /** 脱敏: the owner is shown to nobody but itself and the bureaus. */
  readonly masked: boolean;
  readonly noticeUntil: LegalDay | null;
  /** The last day on which 资格审查 or awards can be objected to; not said in events of before. */
  readonly stageUntil?: LegalDay | null;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly suspended: boolean;
  readonly custodianIds: readonly string[];
  /** Whom it is meant for; null where anybody may bid. */
  readonly undertakerId: string | null;
  /** Whose bids were opened: empty before the opening, and not said in events of before. For programs, never for pages. */
  readonly bidderIds?: readonly string[];
  /** Why it was returned, declined, suspended or stopped. */
  readonly note: string;
  /** Whom the step answers, such as an objector or who asked; not said in events of before. For programs, never for pages. */
  readonly concernedIds?: readonly string[];
}

/** challenges.project: what an award of a call became. */
export interface ProjectSnapshot {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly title: string;
  /** E.g. RUNNING. */
  readonly state: string;
  readonly callId: string;
  /** 承担单位. */
  readonly organisationId: string;
  readonly organisationName: string;
  readonly ownerId: string;
  readonly divisionCode: string;
  readonly supervisorId: string | null;
  /** Why it was suspended, ended or eliminated; empty while nothing of the kind happened last. */
  readonly note: string;
  /** Whom the step replaced as its undertaker; null in all others, and not said in events of before. */
  readonly formerOrganisationId?: string | null;
}

/**
 * challenges.misconduct: a step of a report (举报). It names neither the call nor what was reported, so that nobody who
 * reads events learns of whom there is one: only whom to tell.
 */
export interface MisconductReportTold {
  readonly id: string;
  readonly version: number;
  /** Who handles it: the call's supervisor and inspectors, without whoever has a part in it. */
  readonly handlerIds: readonly string[];
  /** Who reported by name with an account; null for everybody else. */
  readonly reporterId: string | null;
  /** By when the next step is due; null where nothing is. */
  readonly dueOn: LegalDay | null;
}

/** challenges.ban: 失信禁入 is recorded, lifted or over. Why is read on its page, by whom it is of and the bureau alone. */
export interface BanTold {
  readonly id: string;
  readonly version: number;
  /** Null for a person. */
  readonly organisationId: string | null;
  /** Of a person; empty for an organisation. */
  readonly personName: string;
  /** The person's account, where exactly one of that name belongs to the unit. */
  readonly personId: string | null;
  /** The person's unit, where it is on the platform. */
  readonly unitId: string | null;
  readonly fromDay: LegalDay;
  /** Its last day; null for good. */
  readonly untilDay: LegalDay | null;
  /** 处理决定文号, or that of the decision to lift it. */
  readonly document: string;
}

/**
 * challenges.reviewer: what a panel of experts had for one of its members afterwards: a fee (评审费) or a record (评审信用).
 * It is told to that person alone, and does not say of which call.
 */
export interface ReviewerTold {
  /** Of the seat in the panel. */
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  /** The fee, after tax; null for a record. */
  readonly amount: Fen | null;
  /** When it was paid; null where it is not. */
  readonly paidOn: LegalDay | null;
  /** What the record is of, e.g. LATE; null for a fee. */
  readonly record: string | null;
}
