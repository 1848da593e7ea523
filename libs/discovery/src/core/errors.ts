/** Codes of this domain's refusals and violations. The general ones stand in the kernel. */
export const DiscoveryCodes = {
  /** A code that its table does not hold: cluster, field, division, IPC. */
  UNKNOWN_CODE: 'DISCOVERY.UNKNOWN_CODE',
  /** More items in a list than the form takes. */
  TOO_MANY: 'DISCOVERY.TOO_MANY',
  /** A link that is no web address. */
  LINK_INVALID: 'DISCOVERY.LINK_INVALID',
  /** The organisation has not reached this domain yet, or is not active. */
  NOT_YET_KNOWN: 'DISCOVERY.NOT_YET_KNOWN',
} as const;

/** Codes of the patent register. */
export const PatentCodes = {
  /** A patent number whose check digit is wrong (ZC 0006). */
  NUMBER: 'PATENT.NUMBER',
  /** A patent number that states another kind of patent. */
  KIND: 'PATENT.KIND',
  /** The number stands in the register already: the unit's own, or another's that is public. */
  ALREADY_REGISTERED: 'PATENT.ALREADY_REGISTERED',
  /** None of a file's columns is known. */
  NO_COLUMNS: 'PATENT.NO_COLUMNS',
  /** A holder's number twice in one file. */
  TWICE_IN_FILE: 'PATENT.TWICE_IN_FILE',
  /** The entry was made or changed by hand; a file does not overwrite people's work. */
  CHANGED_BY_HAND: 'PATENT.CHANGED_BY_HAND',
  /** A file says another legal status than the register: a status changes by its verb, with its day. */
  STATE_BY_VERB: 'PATENT.STATE_BY_VERB',
  /** A day that lies before the one it must follow, or ahead. */
  DATES: 'PATENT.DATES',
  /** A state without the day on which it began. */
  STATE_DATE: 'PATENT.STATE_DATE',
  /** An end of the term other than the law's default, without its ground (专利法第42条). */
  TERM_UNEXPLAINED: 'PATENT.TERM_UNEXPLAINED',
  /** A year whose fee is paid already, is not due in this term, or has one before it unpaid. */
  FEE_YEAR: 'PATENT.FEE_YEAR',
  /** A licence that outlives the patent (民法典第865条). */
  LICENCE_BEYOND_TERM: 'PATENT.LICENCE_BEYOND_TERM',
  /** A licence beside an exclusive one, or an exclusive one beside an open licence (专利法第51条). */
  LICENCE_CONFLICT: 'PATENT.LICENCE_CONFLICT',
  /** A pledged patent is licensed or opened without the pledgee's consent (民法典第444条). */
  PLEDGEE_CONSENT: 'PATENT.PLEDGEE_CONSENT',
  /** An id that names none of the patent's licences or pledges. */
  ENTRY_UNKNOWN: 'PATENT.ENTRY_UNKNOWN',
  /** A licence or pledge that was filed or ended already. */
  ENTRY_DONE: 'PATENT.ENTRY_DONE',
  /** An open licence while one stands, or none to withdraw. */
  OPEN_LICENCE_STATE: 'PATENT.OPEN_LICENCE_STATE',
  /** A utility model or design is opened to all without its evaluation report (专利法第50条). */
  EVALUATION_REPORT: 'PATENT.EVALUATION_REPORT',
} as const;

/** Codes of the record of research projects. */
export const ProjectCodes = {
  /** The unit has recorded a project of that number already. */
  ALREADY_RECORDED: 'PROJECT.ALREADY_RECORDED',
  /** Days that lie ahead, end before they begin, or miss an end that came. */
  DAYS: 'PROJECT.DAYS',
  /** None of a file's columns is known. */
  NO_COLUMNS: 'PROJECT.NO_COLUMNS',
  /** A unit's number twice in one file. */
  TWICE_IN_FILE: 'PROJECT.TWICE_IN_FILE',
  /** The record was made or changed by hand; a file does not overwrite people's work. */
  CHANGED_BY_HAND: 'PROJECT.CHANGED_BY_HAND',
} as const;

/** Codes of the expert bank. */
export const ExpertCodes = {
  /** Handed in without the promise that all relations that bear on recusal were told. */
  RELATIONS_UNTOLD: 'EXPERT.RELATIONS_UNTOLD',
  /** A relation that names neither an organisation nor a person. */
  RELATION_OF_NOBODY: 'EXPERT.RELATION_OF_NOBODY',
  /** People of a work without its title, or beside a relation that is none of a work. */
  RELATION_WORK: 'EXPERT.RELATION_WORK',
  /** Days of a relation that lie ahead or end before they begin. */
  RELATION_DAYS: 'EXPERT.RELATION_DAYS',
  /** An id that names none of the expert's relations, or one that has ended. */
  RELATION_UNKNOWN: 'EXPERT.RELATION_UNKNOWN',
  /** The person has a profile already. */
  ALREADY_KNOWN: 'EXPERT.ALREADY_KNOWN',
  /** A unit that the person is no member of. */
  NOT_A_MEMBER: 'EXPERT.NOT_A_MEMBER',
  /** A member of a platform unit who applies without naming it: its consent is not to be passed by. */
  UNIT_UNNAMED: 'EXPERT.UNIT_UNNAMED',
  /** The unit consented for its own member: who changes unit leaves the bank and applies anew. */
  UNIT_FIXED: 'EXPERT.UNIT_FIXED',
  /** Not the form of a mail address. */
  EMAIL: 'EXPERT.EMAIL',
  /** A reason that this act does not give. */
  REASON: 'EXPERT.REASON',
  /** Somebody who was removed for a violation applies again before their time. */
  BARRED: 'EXPERT.BARRED',
} as const;

/** Codes of the register of intermediaries: agencies and brokers. */
export const RegisterCodes = {
  /** The person or the organisation has an entry already. */
  ALREADY_ENTERED: 'REGISTER.ALREADY_ENTERED',
  /** An agency that the person is no member of. */
  NOT_A_MEMBER: 'REGISTER.NOT_A_MEMBER',
  /** A bureau, which registers and decides, is no intermediary. */
  NOT_AN_AGENCY: 'REGISTER.NOT_AN_AGENCY',
  /** The agency confirmed for its own member: who changes agency leaves the register and applies anew. */
  AGENCY_FIXED: 'REGISTER.AGENCY_FIXED',
  /** Not the form of a mail address. */
  EMAIL: 'REGISTER.EMAIL',
  /** A reason that this act does not give. */
  REASON: 'REGISTER.REASON',
  /** Whoever was removed for a violation applies again before their time. */
  BARRED: 'REGISTER.BARRED',
  /** A scan that is neither a PDF nor a picture. */
  SCAN_TYPE: 'REGISTER.SCAN_TYPE',
  /** A scan that is not there, is somebody else's or belongs to another certificate. */
  SCAN_UNKNOWN: 'REGISTER.SCAN_UNKNOWN',
  /** Days of a certificate or a course that lie ahead or end before they begin. */
  RECORD_DAYS: 'REGISTER.RECORD_DAYS',
  /** A certificate or a course that stands there already. */
  RECORD_TWICE: 'REGISTER.RECORD_TWICE',
  /** An id that names none of the entry's records, or one that was checked. */
  RECORD_UNKNOWN: 'REGISTER.RECORD_UNKNOWN',
  /** Square metres of a support that is no place to work in. */
  SUPPORT_AREA: 'REGISTER.SUPPORT_AREA',
  /** 骨干认定 although a criterion is not met by what the platform counts, without saying on what ground. */
  CRITERIA: 'REGISTER.CRITERIA',
  /** A designation is withdrawn where there is none. */
  NOT_DESIGNATED: 'REGISTER.NOT_DESIGNATED',
} as const;

/** Codes of ratings of brokers by counterparties. */
export const RatingCodes = {
  /** The deal is not signed by both sides yet, or was abandoned. */
  NOT_CONCLUDED: 'RATING.NOT_CONCLUDED',
  /** The broker did not act in the deal. */
  NOT_THEIR_BROKER: 'RATING.NOT_THEIR_BROKER',
  /** A broker of the own organisation, or oneself. */
  OWN_BROKER: 'RATING.OWN_BROKER',
  /** The side has rated this broker for this deal already. */
  ALREADY_RATED: 'RATING.ALREADY_RATED',
  /** A score that is not 1 to 5. */
  SCORE: 'RATING.SCORE',
  /** The broker has answered already. */
  ANSWERED: 'RATING.ANSWERED',
} as const;
