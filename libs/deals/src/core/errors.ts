/** Codes of this domain, each with when it is thrown. */
export const DealCodes = {
  // --- opening
  /** A result, need, organisation or person that has not been told of here, or is not to be seen. */
  NOT_YET_KNOWN: 'DEALS.NOT_YET_KNOWN',
  /** openDeal and introduceDeal: neither a result nor a need was named. */
  NO_LISTING: 'DEALS.NO_LISTING',
  /** The own listing, or one of a broker's two, is not online. */
  LISTING_NOT_ONLINE: 'DEALS.LISTING_NOT_ONLINE',
  /** openDeal with a result and a need of which neither belongs to one's organisation. */
  NOT_A_PARTY: 'DEALS.NOT_A_PARTY',
  /** introduceDeal: one of the two sides was not named. */
  PARTY_MISSING: 'DEALS.PARTY_MISSING',
  /** introduceDeal: the side named is not the owner of the listing named. */
  OWNER_MISMATCH: 'DEALS.OWNER_MISMATCH',
  /** Seller and buyer are the same organisation: on opening, or on confirming what a broker introduced. */
  SAME_PARTY: 'DEALS.SAME_PARTY',
  /** An organisation is suspended or not approved. */
  PARTY_NOT_ACTIVE: 'DEALS.PARTY_NOT_ACTIVE',
  /** A deal between the same two on the same listing is still open. */
  ALREADY_OPEN: 'DEALS.ALREADY_OPEN',
  // --- inviting an expert
  /** The expert is not in the bank, suspended, known to the bureau alone, or without an account that stands. */
  EXPERT_NOT_LISTED: 'DEALS.EXPERT_NOT_LISTED',
  /** The expert takes no invitations now. */
  EXPERT_NOT_AVAILABLE: 'DEALS.EXPERT_NOT_AVAILABLE',
  /** The expert works for the need's owner. */
  OWN_EXPERT: 'DEALS.OWN_EXPERT',
  /** The expert declared a relation with the need's owner that holds. */
  EXPERT_RECUSED: 'DEALS.EXPERT_RECUSED',
  /** The expert was invited for this need before, and nobody withdrew it. */
  ALREADY_INVITED: 'DEALS.ALREADY_INVITED',
  // --- confirming and taking part
  /** One's side has confirmed before. */
  ALREADY_CONFIRMED: 'DEALS.ALREADY_CONFIRMED',
  /** An anonymous need's owner wants to speak before it has confirmed and so shown itself. */
  HIDDEN_PARTY: 'DEALS.HIDDEN_PARTY',
  /** One's side has signed the confidentiality text before. */
  NDA_ALREADY_SIGNED: 'DEALS.NDA_ALREADY_SIGNED',
  /** One side signed the confidentiality text and the other did not: no prices meanwhile. */
  NDA_PENDING: 'DEALS.NDA_PENDING',
  /** The person is not an active member of one's side's organisation. */
  PERSON_NOT_MEMBER: 'DEALS.PERSON_NOT_MEMBER',
  /** The person takes part already. */
  PERSON_ALREADY_ADDED: 'DEALS.PERSON_ALREADY_ADDED',
  // --- price
  /** acceptPrice: nothing waits for an answer. */
  NO_OPEN_PROPOSAL: 'DEALS.NO_OPEN_PROPOSAL',
  /** acceptPrice: the waiting proposal is one's own side's. */
  OWN_PROPOSAL: 'DEALS.OWN_PROPOSAL',
  /** acceptPrice: another proposal took the place of the one that was read. */
  PROPOSAL_CHANGED: 'DEALS.PROPOSAL_CHANGED',
  /** The same person may not act for both sides of an agreement. */
  SAME_PERSON: 'DEALS.SAME_PERSON',
  /** The technical part is larger than the total (reference I4). */
  TECHNICAL_EXCEEDS_TOTAL: 'DEALS.TECHNICAL_EXCEEDS_TOTAL',
  /** A total of nothing without royalties. */
  PRICE_ZERO: 'DEALS.PRICE_ZERO',
  /** Royalties are paid and their terms are missing or out of range. */
  ROYALTY_TERMS: 'DEALS.ROYALTY_TERMS',
  /** Royalty terms with a payment mode that has none. */
  ROYALTY_NOT_ALLOWED: 'DEALS.ROYALTY_NOT_ALLOWED',
  /** Listing or auction without the exchange and its number. */
  EVIDENCE_REQUIRED: 'DEALS.EVIDENCE_REQUIRED',
  /** A state-established seller's price without its basis. */
  BASIS_REQUIRED: 'DEALS.BASIS_REQUIRED',
  /** Instalments or another payment mode without its terms. */
  PAYMENT_TERMS_REQUIRED: 'DEALS.PAYMENT_TERMS_REQUIRED',
  // --- disclosure
  /** Signing without the completed disclosure that this seller and price need. */
  DISCLOSURE_REQUIRED: 'DEALS.DISCLOSURE_REQUIRED',
  /** Starting a disclosure where none is needed, or where it is completed. */
  DISCLOSURE_NOT_REQUIRED: 'DEALS.DISCLOSURE_NOT_REQUIRED',
  /** A period shorter than the statutory minimum, or longer than half a year. */
  DISCLOSURE_PERIOD: 'DEALS.DISCLOSURE_PERIOD',
  /** A related transferee without what the relation is. */
  RELATION_REQUIRED: 'DEALS.RELATION_REQUIRED',
  /** Completing before the day after the last day. */
  DISCLOSURE_RUNNING: 'DEALS.DISCLOSURE_RUNNING',
  /** Completing while an objection is open. */
  OBJECTION_OPEN: 'DEALS.OBJECTION_OPEN',
  /** Objecting after the last day. */
  DISCLOSURE_OVER: 'DEALS.DISCLOSURE_OVER',
  /** One person has raised as many objections to one disclosure as may be raised (a parameter). */
  OBJECTION_LIMIT: 'DEALS.OBJECTION_LIMIT',
  /** Deciding on one's own objection. */
  OWN_OBJECTION: 'DEALS.OWN_OBJECTION',
  /** A contact that is neither a telephone number nor an e-mail address. */
  CONTACT_INVALID: 'DEALS.CONTACT_INVALID',
  // --- signature
  /** The signed file is not a PDF. */
  NOT_A_PDF: 'DEALS.NOT_A_PDF',
  /** A file that was not uploaded for this deal by one's own organisation. */
  FILE_UNKNOWN: 'DEALS.FILE_UNKNOWN',
  /** A date in the future. */
  DATE_IN_FUTURE: 'DEALS.DATE_IN_FUTURE',
  /** Signed on or before the last day of the disclosure. */
  SIGNED_BEFORE_DISCLOSURE_END: 'DEALS.SIGNED_BEFORE_DISCLOSURE_END',
  /** The effective period ends before it begins. */
  PERIOD_REVERSED: 'DEALS.PERIOD_REVERSED',
  /** Confirming the signature that one's own side recorded. */
  OWN_SIGNATURE: 'DEALS.OWN_SIGNATURE',
  /** Confirming another file than the recorded one. */
  SIGNATURE_CHANGED: 'DEALS.SIGNATURE_CHANGED',
  // --- brokers
  /** The organisation invited is not an active broker agency. */
  NOT_A_BROKER: 'DEALS.NOT_A_BROKER',
  /** The agency is one of the two sides. */
  BROKER_IS_PARTY: 'DEALS.BROKER_IS_PARTY',
  /** The agency is invited or has joined; to act for both sides it discloses a dual agency. */
  BROKER_ALREADY_THERE: 'DEALS.BROKER_ALREADY_THERE',
  /** The deal is closed or abandoned. */
  DEAL_OVER: 'DEALS.DEAL_OVER',
  /** The dual agency has been disclosed before. */
  DUAL_ALREADY_DISCLOSED: 'DEALS.DUAL_ALREADY_DISCLOSED',
  /** Consenting to a dual agency that was not disclosed. */
  DUAL_NOT_DISCLOSED: 'DEALS.DUAL_NOT_DISCLOSED',
  /** One's side has consented before. */
  DUAL_ALREADY_CONSENTED: 'DEALS.DUAL_ALREADY_CONSENTED',
  // --- commission
  /** Tiers whose limits do not rise, whose last one has a limit, or whose rate is out of range. */
  TIERS_INVALID: 'DEALS.TIERS_INVALID',
  /** A minimum above the maximum. */
  RANGE_INVALID: 'DEALS.RANGE_INVALID',
  /** The two sides' shares do not make 10,000. */
  PAYERS_INVALID: 'DEALS.PAYERS_INVALID',
  /** The agencies' shares do not make 10,000, or one is named twice. */
  SPLITS_INVALID: 'DEALS.SPLITS_INVALID',
  /** An agency that has not joined the deal. */
  SPLIT_NOT_JOINED: 'DEALS.SPLIT_NOT_JOINED',
  /** A broker is neither paid nor does one's side pay: not one's commission to propose. */
  NOT_CONCERNED: 'DEALS.NOT_CONCERNED',
  /** A side pays an agency that acts for the other side alone. */
  DUAL_CONSENT_MISSING: 'DEALS.DUAL_CONSENT_MISSING',
  /** One's own agreement was given before. */
  ALREADY_AGREED: 'DEALS.ALREADY_AGREED',
  /** Declaring due before the contract is concluded (民法典 art 964). */
  NOT_CONCLUDED: 'DEALS.NOT_CONCLUDED',
  /** Declaring due what falls due by signature or registration. */
  TRIGGER_AUTOMATIC: 'DEALS.TRIGGER_AUTOMATIC',
  // --- the room
  /** More than ten files on one message, note or contact. */
  TOO_MANY_FILES: 'DEALS.TOO_MANY_FILES',
} as const;
export type DealCode = (typeof DealCodes)[keyof typeof DealCodes];
