/** Codes of this domain, each with when it is thrown. */
export const ChallengeCodes = {
  // --- general
  /** The organisation has not been told of here yet, or does not stand. */
  NOT_YET_KNOWN: 'CHALLENGES.NOT_YET_KNOWN',
  /** A code that its table does not hold. */
  UNKNOWN_CODE: 'CHALLENGES.UNKNOWN_CODE',
  /** More items in a list than the form takes. */
  TOO_MANY: 'CHALLENGES.TOO_MANY',
  /** A link that is no web address. */
  LINK_INVALID: 'CHALLENGES.LINK_INVALID',
  // --- the demand
  /** The owner is not registered in the city (reference B4). */
  NOT_LOCAL: 'CHALLENGES.NOT_LOCAL',
  /** The need is not one's own, or is not online. */
  NEED_NOT_OWN: 'CHALLENGES.NEED_NOT_OWN',
  /** Another demand that is still under way was made of the same need. */
  NEED_TAKEN: 'CHALLENGES.NEED_TAKEN',
  /** What a demand must say and does not. */
  MISSING: 'CHALLENGES.MISSING',
  /** A target or an upper end that is no decimal. */
  NOT_A_DECIMAL: 'CHALLENGES.NOT_A_DECIMAL',
  /** BETWEEN without an upper end, or with one below its target; an upper end where there is none. */
  RANGE: 'CHALLENGES.RANGE',
  /** No core indicator: nothing would decide whether a project passes. */
  NO_CORE_INDICATOR: 'CHALLENGES.NO_CORE_INDICATOR',
  /** A term longer than the parameter, or none. */
  MONTHS: 'CHALLENGES.MONTHS',
  /** A part of the money that breaks a rule of reference B6. */
  FUNDING: 'CHALLENGES.FUNDING',
  /** A commitment of reference B4 that was not given. */
  COMMITMENT: 'CHALLENGES.COMMITMENT',
  // --- the list
  /** A document, approval or entry that the mode asks for is missing (reference B2). */
  PLAN_INCOMPLETE: 'CHALLENGES.PLAN_INCOMPLETE',
  /** Weights of the criteria do not sum to 100. */
  WEIGHTS: 'CHALLENGES.WEIGHTS',
  /** Fewer custodians than the parameter, one twice, one of the owner's own, or no office among them twice over. */
  CUSTODIANS: 'CHALLENGES.CUSTODIANS',
  /** Number of winners outside what the mode allows. */
  WINNERS: 'CHALLENGES.WINNERS',
  /** The plan's panel is no panel: an even number of judges, or fewer than the rule asks for. */
  PANEL: 'CHALLENGES.PANEL',
  /** A person who is not known, or does not stand. */
  PERSON_UNKNOWN: 'CHALLENGES.PERSON_UNKNOWN',
  /** An organisation that is not known, does not stand, or is the owner itself. */
  UNDERTAKER: 'CHALLENGES.UNDERTAKER',
  /** Responsible and supervising are the same person. */
  SAME_PERSON: 'CHALLENGES.SAME_PERSON',
  /** A day that lies in the future. */
  DATE_IN_FUTURE: 'CHALLENGES.DATE_IN_FUTURE',
  // --- notice and bidding
  /** Completing before the day after the notice's last day. */
  NOTICE_RUNNING: 'CHALLENGES.NOTICE_RUNNING',
  /** Going on while an objection is open. */
  OBJECTION_OPEN: 'CHALLENGES.OBJECTION_OPEN',
  /** Anything but resuming or stopping while the call is suspended. */
  SUSPENDED: 'CHALLENGES.SUSPENDED',
  /** Resuming what is not suspended. */
  NOT_SUSPENDED: 'CHALLENGES.NOT_SUSPENDED',
  /** A window shorter than the parameter, or a last day before it, or none later than the present one. */
  WINDOW: 'CHALLENGES.WINDOW',
  /** Opening or closing before its time. */
  NOT_YET: 'CHALLENGES.NOT_YET',
  /** Extending after the deadline for anything but an outage, or after the opening began. */
  TOO_LATE: 'CHALLENGES.TOO_LATE',
  /** Bids are there: the call has not failed. */
  HAS_BIDS: 'CHALLENGES.HAS_BIDS',
  // --- sealed bids
  /** Bureaus and agencies do not bid (reference B4). */
  BIDDER_KIND: 'CHALLENGES.BIDDER_KIND',
  /** The bidder is the owner, or related to it by a fact that is held (reference B4). */
  RELATED: 'CHALLENGES.RELATED',
  /** The call is meant for another organisation. */
  NOT_DESIGNATED: 'CHALLENGES.NOT_DESIGNATED',
  /** Custodians have not proved their keys yet: nothing can be sealed to them. */
  KEYS_MISSING: 'CHALLENGES.KEYS_MISSING',
  /** The answer to the challenge is not right: who gave it does not hold the private key. */
  KEY_NOT_PROVED: 'CHALLENGES.KEY_NOT_PROVED',
  /** A public key that is none, or that another custodian of the call has. */
  KEY_INVALID: 'CHALLENGES.KEY_INVALID',
  /** A custodian's key after the call was published: bids are sealed to the one before. */
  KEY_FIXED: 'CHALLENGES.KEY_FIXED',
  /** Bids do not come in now: not yet open, closed by the database's clock, suspended. */
  BIDDING_CLOSED: 'CHALLENGES.BIDDING_CLOSED',
  /** The bytes are not all there yet. */
  UPLOAD_INCOMPLETE: 'CHALLENGES.UPLOAD_INCOMPLETE',
  /** A piece that does not begin where the last one ended. */
  UPLOAD_OFFSET: 'CHALLENGES.UPLOAD_OFFSET',
  /** The bytes do not give the commitment that was announced, or are no sealed bid. */
  BID_DAMAGED: 'CHALLENGES.BID_DAMAGED',
  /** Sealed for another call or round. */
  OTHER_CALL: 'CHALLENGES.OTHER_CALL',
  /** Sealed to other keys, or with another threshold, than the call's. */
  OTHER_CUSTODIANS: 'CHALLENGES.OTHER_CUSTODIANS',
  /** Withdrawing where no bid stands. */
  NO_BID: 'CHALLENGES.NO_BID',
  /** The last head holds everything: opening before it would leave a bid unexplained. */
  HEAD_MISSING: 'CHALLENGES.HEAD_MISSING',
  /** A share that is not the one that was sealed. */
  WRONG_SHARE: 'CHALLENGES.WRONG_SHARE',
  /** Releasing before the opening began, or after all was opened. */
  NOT_OPENING: 'CHALLENGES.NOT_OPENING',
  /** So many custodians are lost that the bids could not be opened. */
  TOO_MANY_LOST: 'CHALLENGES.TOO_MANY_LOST',
  // --- qualification and review
  /** Publishing the 资格审查 before every bid is decided. */
  NOT_DECIDED: 'CHALLENGES.NOT_DECIDED',
  /** Deciding what is decided and published. */
  DECIDED_ALREADY: 'CHALLENGES.DECIDED_ALREADY',
  /** A verdict against what the check found, without a reason. */
  REASON_MISSING: 'CHALLENGES.REASON_MISSING',
  /** Reviewing without a panel whose members have all accepted. */
  NO_PANEL: 'CHALLENGES.NO_PANEL',
  /** The review is at another stage, or the plan's second one is none. */
  STAGE: 'CHALLENGES.STAGE',
  /** Of the panel too few may judge a bid. */
  UNJUDGEABLE: 'CHALLENGES.UNJUDGEABLE',
  /** Concluding before every sheet and the panel's opinion are in. */
  SHEETS_MISSING: 'CHALLENGES.SHEETS_MISSING',
  /** Deliberating where no bid passed. */
  NONE_PASSED: 'CHALLENGES.NONE_PASSED',
  /** Deliberating before all have signed the minutes. */
  UNSIGNED: 'CHALLENGES.UNSIGNED',
  /** A draw where one stands, or in another state of the call than the one that asks for it. */
  DRAW_STANDS: 'CHALLENGES.DRAW_STANDS',
  /** The pool holds no panel that meets the criteria. */
  POOL_TOO_SMALL: 'CHALLENGES.POOL_TOO_SMALL',
  /** A part of the seed that is malformed, comes twice, or is not the one committed to. */
  SEED_PART: 'CHALLENGES.SEED_PART',
  /** Committing or revealing when the draw is at another step. */
  DRAW_STEP: 'CHALLENGES.DRAW_STEP',
  /** Answering an invitation, or leaving a seat, that does not stand. */
  SEAT_STANDS: 'CHALLENGES.SEAT_STANDS',
  /** Declaring an expert absent before the time to answer is over. */
  NOT_ABSENT: 'CHALLENGES.NOT_ABSENT',
  /** A sheet that lacks a criterion, or has points outside of it. */
  SHEET: 'CHALLENGES.SHEET',
  /** Changing what is handed in. */
  SHEETS_IN: 'CHALLENGES.SHEETS_IN',
  /** Asking for more recusals than the rule allows, or after the draw. */
  RECUSALS: 'CHALLENGES.RECUSALS',
  /** Bids that the panel has left in one place: it votes again. */
  TIED: 'CHALLENGES.TIED',
  /** Awarding to a bid that did not pass, to too many, or out of order without a reason. */
  AWARDS: 'CHALLENGES.AWARDS',
  // --- projects
  /** A step of a project that its facts do not allow: not all milestones passed, no user report, an indicator not met. */
  PROJECT: 'CHALLENGES.PROJECT',
  /** A payment or a row of the ledger that a rule of reference B6 stops. */
  PAYMENT: 'CHALLENGES.PAYMENT',
  /** 免责认定 out of turn, or where there is nothing to be exempt from. */
  EXEMPTION: 'CHALLENGES.EXEMPTION',
  /** Instalments that do not make up the whole, or milestones out of order. */
  SCHEDULE: 'CHALLENGES.SCHEDULE',
  /** A contract that is not registered, or not between these two sides. */
  CONTRACT: 'CHALLENGES.CONTRACT',
  /** 评审费: one that is not on the sheet, paid already, one's own, or paid before it was due. */
  FEE: 'CHALLENGES.FEE',
  /** 评审信用: a record that is lifted already, or a concealment by who has signed nothing. */
  CREDIT: 'CHALLENGES.CREDIT',
  /** 失信禁入: of whom it is, entered twice, or lifted when it is over. */
  BAN: 'CHALLENGES.BAN',
  /** Whoever takes part in a call, or would judge it, is banned. */
  BANNED: 'CHALLENGES.BANNED',
  // --- rehearsal
  /** Nobody on the platform may do what a step asks for. */
  NOBODY: 'CHALLENGES.NOBODY',
  // --- questions
  /** Asking when answers can no longer be heeded. */
  QUESTIONS_CLOSED: 'CHALLENGES.QUESTIONS_CLOSED',
  /** More open questions of one organisation than the call takes. */
  TOO_MANY_QUESTIONS: 'CHALLENGES.TOO_MANY_QUESTIONS',
  /** Asking for an organisation that one does not belong to, or for the owner. */
  NOT_A_BIDDER: 'CHALLENGES.NOT_A_BIDDER',
  /** Answering a question a second time. */
  ANSWERED_ALREADY: 'CHALLENGES.ANSWERED_ALREADY',
  // --- objections
  /** The call stands where nothing can be objected to, or the notice's last day is over. */
  NOTHING_TO_OBJECT_TO: 'CHALLENGES.NOTHING_TO_OBJECT_TO',
  /** A contact that is neither a telephone number nor an e-mail address. */
  CONTACT_INVALID: 'CHALLENGES.CONTACT_INVALID',
  /** Handling one's own objection. */
  OWN_OBJECTION: 'CHALLENGES.OWN_OBJECTION',
  /** Extending a second time. */
  EXTENDED_ALREADY: 'CHALLENGES.EXTENDED_ALREADY',
  /** More open objections of one person than a call takes. */
  TOO_MANY_OBJECTIONS: 'CHALLENGES.TOO_MANY_OBJECTIONS',
  // --- reports of misconduct
  /** A report that says of nobody. */
  NOBODY_REPORTED: 'CHALLENGES.NOBODY_REPORTED',
  /** Nobody on the platform could handle the report without having a part in it. */
  NO_SUPERVISION: 'CHALLENGES.NO_SUPERVISION',
  /** A file that was not received, was sent for something else, or belongs to another record. */
  FILE_UNKNOWN: 'CHALLENGES.FILE_UNKNOWN',
  /** More files of a call or project than are kept of one. */
  FILES_FULL: 'CHALLENGES.FILES_FULL',
  /** More additions and questions than a report holds. */
  TOO_MANY_NOTES: 'CHALLENGES.TOO_MANY_NOTES',
} as const;
export type ChallengeCode = (typeof ChallengeCodes)[keyof typeof ChallengeCodes];
