/** Codes of this domain's refusals and violations. The general ones stand in the kernel. */
export const ListingCodes = {
  /** A code that its table does not hold: cluster, field, division, industry, plan source, TRL, IPC. */
  UNKNOWN_CODE: 'LISTING.UNKNOWN_CODE',
  /** More items in a list than the form takes. */
  TOO_MANY: 'LISTING.TOO_MANY',
  /** Fewer items in a list than a complete form has. */
  TOO_FEW: 'LISTING.TOO_FEW',
  /** Telephone or e-mail that cannot be one. */
  CONTACT_INVALID: 'LISTING.CONTACT_INVALID',
  /** A link that is no web address: only http and https are ever followed. */
  LINK_INVALID: 'LISTING.LINK_INVALID',
  /** A readiness level without what shows it (reference C2: evidence, not only the number). */
  TRL_EVIDENCE: 'LISTING.TRL_EVIDENCE',
  /** A patent number whose check digit is wrong (ZC 0006). */
  PATENT_NUMBER: 'LISTING.PATENT_NUMBER',
  /** A patent number that states another kind of patent. */
  PATENT_KIND: 'LISTING.PATENT_KIND',
  /** The same right twice in one result. */
  DUPLICATE_NUMBER: 'LISTING.DUPLICATE_NUMBER',
  /** A patent whose term ended or that was lost cannot be online as a patent. */
  PATENT_LAPSED: 'LISTING.PATENT_LAPSED',
  /** A co-owner has not consented (专利法第14条). */
  CO_OWNER_CONSENT: 'LISTING.CO_OWNER_CONSENT',
  /** A disputed right, or one licensed exclusively, offered as if it were free. */
  ENCUMBERED: 'LISTING.ENCUMBERED',
  /** An open licence beside an exclusive or sole one (专利法第51条). */
  OPEN_LICENCE_EXCLUSIVE: 'LISTING.OPEN_LICENCE_EXCLUSIVE',
  /** An open licence without a granted patent (专利法第50条). */
  OPEN_LICENCE_NEEDS_PATENT: 'LISTING.OPEN_LICENCE_NEEDS_PATENT',
  /** A price mode without the amounts or terms it needs. */
  PRICE_INCOMPLETE: 'LISTING.PRICE_INCOMPLETE',
  /** A lower bound above the upper one. */
  RANGE_REVERSED: 'LISTING.RANGE_REVERSED',
  /** A service invention that its unit has not approved (促进科技成果转化法第18、19条). */
  SERVICE_INVENTION_UNAPPROVED: 'LISTING.SERVICE_INVENTION_UNAPPROVED',
  /** A day that should lie ahead and does not. */
  DAY_PASSED: 'LISTING.DAY_PASSED',
  /** A need that asks to become a challenge without a number, a budget or a day to hold it to. */
  CHALLENGE_INCOMPLETE: 'LISTING.CHALLENGE_INCOMPLETE',
  /** A need that did not ask to become a challenge. */
  CHALLENGE_NOT_ASKED: 'LISTING.CHALLENGE_NOT_ASKED',
  /** A file that was not uploaded by the actor and is not attached to this listing. */
  FILE_UNKNOWN: 'LISTING.FILE_UNKNOWN',
  /** The owner's organisation has not reached this domain yet, or is not active. */
  OWNER_NOT_YET_KNOWN: 'LISTINGS.NOT_YET_KNOWN',
  /** The NDA that was read is not the current one. */
  NDA_OUTDATED: 'LISTING.NDA_OUTDATED',
  /** Nothing of this listing is withheld under an NDA, or the organisation owns it. */
  NDA_NOT_NEEDED: 'LISTING.NDA_NOT_NEEDED',
  /** The uploaded file is not there, or another person's. */
  IMPORT_FILE_UNKNOWN: 'IMPORT.FILE_UNKNOWN',
  /** None of the file's columns is known. */
  IMPORT_NO_COLUMNS: 'IMPORT.NO_COLUMNS',
  /** The same external id twice in one file. */
  IMPORT_DUPLICATE: 'IMPORT.DUPLICATE',
  /** The row's listing was changed by hand since; the file does not overwrite people's work. */
  IMPORT_CHANGED_BY_HAND: 'IMPORT.CHANGED_BY_HAND',
} as const;
