/** Codes of this domain's refusals and findings; general ones (REQUIRED, TOO_LONG …) are the kernel's. */
export const ContractCodes = {
  /** The deal is not known here, is not the applicant's, or has only just changed: all look alike. */
  NOT_YET_KNOWN: 'CONTRACTS.NOT_YET_KNOWN',
  /** An application is made from a deal whose signature both sides have confirmed, and this one has none. */
  DEAL_NOT_SIGNED: 'CONTRACT.DEAL_NOT_SIGNED',
  /** The deal already has a live application or a registered contract: one contract, one registration. */
  DEAL_HAS_APPLICATION: 'CONTRACT.DEAL_HAS_APPLICATION',
  /** No bureau on the platform registers contracts for the applicant's place. */
  NO_REGISTRY: 'CONTRACT.NO_REGISTRY',
  /** The registry's numbers of this year, of six digits, are used up. */
  SERIES_FULL: 'CONTRACT.SERIES_FULL',
  /** The registrar belongs to an organisation that is a party to the contract. */
  CONFLICT_OF_INTEREST: 'CONTRACT.CONFLICT_OF_INTEREST',
  /** First and second review must be done by different people. */
  SAME_REVIEWER: 'CONTRACT.SAME_REVIEWER',
  /** Another registrar holds this review. */
  CLAIMED_BY_OTHER: 'CONTRACT.CLAIMED_BY_OTHER',
  /** The review is given back by somebody who does not hold it. */
  NOT_CLAIMED: 'CONTRACT.NOT_CLAIMED',
  /** The amount asks for a favourable expert opinion first. */
  EXPERT_OPINION_NEEDED: 'CONTRACT.EXPERT_OPINION_NEEDED',
  /** The experts' opinion was unfavourable. */
  EXPERT_OPINION_UNFAVOURABLE: 'CONTRACT.EXPERT_OPINION_UNFAVOURABLE',
  /** The first reviewer proposed rejection: register only after a fresh first review. */
  REJECTION_PROPOSED: 'CONTRACT.REJECTION_PROPOSED',
  /** A refusal cites at least one ground of R01–R99. */
  GROUNDS_MISSING: 'CONTRACT.GROUNDS_MISSING',
  /** A return names at least one deficiency. */
  DEFICIENCIES_MISSING: 'CONTRACT.DEFICIENCIES_MISSING',
  /** What could have been told at the first return is told later without a reason (一次性告知). */
  LATE_DEFICIENCY: 'CONTRACT.LATE_DEFICIENCY',
  /** The applicant may still correct what was asked for. */
  CORRECTION_PERIOD_RUNS: 'CONTRACT.CORRECTION_PERIOD_RUNS',
  /** The national number is already recorded for another contract. */
  NATIONAL_NUMBER_TAKEN: 'CONTRACT.NATIONAL_NUMBER_TAKEN',
  /** A condition of recognition was not judged yet. */
  CHECKLIST_OPEN: 'CONTRACT.CHECKLIST_OPEN',
  /** A condition of recognition was found not met. */
  CHECKLIST_NOT_MET: 'CONTRACT.CHECKLIST_NOT_MET',
  /** The finding that is answered is not there, or is one to put right, not to explain. */
  NOTHING_TO_ANSWER: 'CONTRACT.NOTHING_TO_ANSWER',
  /** The file is of a kind that this person does not add at this stage. */
  FILE_KIND_NOT_ALLOWED: 'CONTRACT.FILE_KIND_NOT_ALLOWED',
  /** 涉密合同: nothing of it is taken online. */
  SECRET_OFFLINE: 'CONTRACT.SECRET_OFFLINE',
  /** A contract carries at most so many files. */
  TOO_MANY_FILES: 'CONTRACT.TOO_MANY_FILES',
  /** A calculator that is not in the list. */
  UNKNOWN_CALCULATOR: 'CONTRACT.UNKNOWN_CALCULATOR',
  /** A new signing key begins tomorrow at the earliest, so that it is known before it signs. */
  KEY_TOO_SOON: 'CONTRACT.KEY_TOO_SOON',
  /** A figure's query id that no figure of ours carries. */
  UNKNOWN_QUERY: 'CONTRACT.UNKNOWN_QUERY',
  /** A month that is not written as 2026-11, or a period that ends before it begins. */
  BAD_PERIOD: 'CONTRACT.BAD_PERIOD',
  /** A month is published after its last day. */
  MONTH_NOT_OVER: 'CONTRACT.MONTH_NOT_OVER',
  /** The month was published already; what is corrected counts later. */
  MONTH_CLOSED: 'CONTRACT.MONTH_CLOSED',
  /** Months are published one after another, without a gap. */
  MONTH_OUT_OF_ORDER: 'CONTRACT.MONTH_OUT_OF_ORDER',
  /** Whoever entered the application at the counter does not review it. */
  OWN_INTAKE: 'CONTRACT.OWN_INTAKE',
  /** Nothing was entered at the counter that is still to be taken over. */
  NOT_AT_COUNTER: 'CONTRACT.NOT_AT_COUNTER',
  /** The registrar may not do that review: of another registry, with a stake, or the other reviewer. */
  NOT_ASSIGNABLE: 'CONTRACT.NOT_ASSIGNABLE',
  /** Another registry's numbers carry that prefix. */
  NUMBER_PREFIX_TAKEN: 'CONTRACT.NUMBER_PREFIX_TAKEN',
  /** The person is no registrar of that registry. */
  NOT_A_REGISTRAR: 'CONTRACT.NOT_A_REGISTRAR',
  /** Nobody stands in for themself. */
  OWN_DEPUTY: 'CONTRACT.OWN_DEPUTY',
  /** The absent registrar has a deputy in that period already. */
  STAND_IN_OVERLAPS: 'CONTRACT.STAND_IN_OVERLAPS',
  /** The deputy is away in that period. */
  DEPUTY_ABSENT: 'CONTRACT.DEPUTY_ABSENT',
  /** Each decision is rated once. */
  RATED_ALREADY: 'CONTRACT.RATED_ALREADY',
  /** Who reviewed before the objection has no part in what it leads to. */
  FORMER_REVIEWER: 'CONTRACT.FORMER_REVIEWER',
  /** Another proceeding on the contract is open: one after another. */
  PROCEEDING_OPEN: 'CONTRACT.PROCEEDING_OPEN',
  /** The paper is of another kind than what is to be done with it. */
  WRONG_PROCEEDING: 'CONTRACT.WRONG_PROCEEDING',
  /** The paper names no supplementary agreement, judgement, letter or other evidence. */
  EVIDENCE_MISSING: 'CONTRACT.EVIDENCE_MISSING',
  /** A paper carries at most so many files. */
  TOO_MANY_EVIDENCE_FILES: 'CONTRACT.TOO_MANY_EVIDENCE_FILES',
  /** The changed form is the same as the registered one. */
  NOTHING_CHANGED: 'CONTRACT.NOTHING_CHANGED',
  /** The code of a seller entered at the counter does not check. */
  BAD_SELLER_CODE: 'CONTRACT.BAD_SELLER_CODE',
  /** A seller entered at the counter is an organisation of the platform: it is chosen instead. */
  SELLER_ON_PLATFORM: 'CONTRACT.SELLER_ON_PLATFORM',
  /** An expert is of a side, of a party's organisation, or reviews the contract. */
  EXPERT_HAS_STAKE: 'CONTRACT.EXPERT_HAS_STAKE',
  /** An expert is picked who is not in the bank, or is suspended there. */
  EXPERT_NOT_IN_BANK: 'CONTRACT.EXPERT_NOT_IN_BANK',
  /** An expert's opinion comes before the undertaking. */
  UNDERTAKING_MISSING: 'CONTRACT.UNDERTAKING_MISSING',
  /** The panel has fewer experts than the rule asks for. */
  EXPERTS_TOO_FEW: 'CONTRACT.EXPERTS_TOO_FEW',
  /** An expert of the panel has given no opinion yet. */
  EXPERT_SILENT: 'CONTRACT.EXPERT_SILENT',
  /** Undertaking and opinion of an expert with an account are that expert's alone. */
  EXPERT_SPEAKS_ALONE: 'CONTRACT.EXPERT_SPEAKS_ALONE',
  /** An expert who has signed an opinion is not taken off the panel. */
  EXPERT_SIGNED: 'CONTRACT.EXPERT_SIGNED',
  /** An invitation needs the expert's mail address. */
  EXPERT_WITHOUT_EMAIL: 'CONTRACT.EXPERT_WITHOUT_EMAIL',
  /** Whoever has given an opinion or withdrawn is not invited again. */
  EXPERT_ANSWERED: 'CONTRACT.EXPERT_ANSWERED',
  /** Opinions are asked for after the registry's own last day. */
  ANSWER_AFTER_DUE: 'CONTRACT.ANSWER_AFTER_DUE',
  /** The undertaking is given whole or not at all: confidentiality and no stake. */
  UNDERTAKING_PARTIAL: 'CONTRACT.UNDERTAKING_PARTIAL',
  /** The panel's conclusion is not that of most of its experts. */
  AGAINST_EXPERTS: 'CONTRACT.AGAINST_EXPERTS',
  /** A supplement states another rate than the fixed one of the contract. */
  RATE_DIFFERS: 'CONTRACT.RATE_DIFFERS',
  /** A royalty of that period was registered already. */
  PERIOD_SUPPLEMENTED: 'CONTRACT.PERIOD_SUPPLEMENTED',
  /** The registered form was changed after this request was drafted. */
  CHANGED_SINCE_DRAFT: 'CONTRACT.CHANGED_SINCE_DRAFT',
  /** Neither the tax benefits used are listed nor is it said that there were none. */
  BENEFITS_UNSAID: 'CONTRACT.BENEFITS_UNSAID',
  /** A tax or finance body's objection is recorded by the registry, the parties' own by themselves. */
  OBJECTOR_MISMATCH: 'CONTRACT.OBJECTOR_MISMATCH',
  /** The time for an objection is over. */
  OBJECTION_TOO_LATE: 'CONTRACT.OBJECTION_TOO_LATE',
  /** The same side has objected to the same decision before, and it was kept. */
  ALREADY_OBJECTED: 'CONTRACT.ALREADY_OBJECTED',
  /** A decision needs an opinion of the first examiner. */
  EXAMINATION_NEEDED: 'CONTRACT.EXAMINATION_NEEDED',
  /** Another registrar has examined it; the decision is the next step. */
  EXAMINED_BY_OTHER: 'CONTRACT.EXAMINED_BY_OTHER',
  /** The first examiner advised against what is to be granted. */
  EXAMINER_AGAINST: 'CONTRACT.EXAMINER_AGAINST',
  /** The amounts that this person approves are not those of the form. */
  AMOUNTS_DIFFER: 'CONTRACT.AMOUNTS_DIFFER',
  /** The seller may still state its defence. */
  DEFENCE_PERIOD_RUNS: 'CONTRACT.DEFENCE_PERIOD_RUNS',
  /** The period of defence is over. */
  DEFENCE_PERIOD_OVER: 'CONTRACT.DEFENCE_PERIOD_OVER',
  /** A reward is of a contract whose registration stands. */
  REWARD_CONTRACT_NOT_STANDING: 'CONTRACT.REWARD_CONTRACT_NOT_STANDING',
  /** 自行实施 is rewarded year by year. */
  REWARD_NOT_A_YEAR: 'CONTRACT.REWARD_NOT_A_YEAR',
  /** A profit of before the result went into production. */
  REWARD_BEFORE_PRODUCTION: 'CONTRACT.REWARD_BEFORE_PRODUCTION',
  /** What only 自行实施 says, in a plan for a receipt of a contract. */
  REWARD_OF_A_CONTRACT: 'CONTRACT.REWARD_OF_A_CONTRACT',
  /** Cost and taxes leave nothing of the income to reward. */
  REWARD_NO_NET_INCOME: 'CONTRACT.REWARD_NO_NET_INCOME',
  /** The same amount of the same day is rewarded in another plan. */
  REWARD_SAME_RECEIPT: 'CONTRACT.REWARD_SAME_RECEIPT',
  /** The receipts add up to more than the contract pays. */
  REWARD_OVER_CONTRACT: 'CONTRACT.REWARD_OVER_CONTRACT',
  /** More is given than the net income. */
  REWARD_OVER_NET: 'CONTRACT.REWARD_OVER_NET',
  /** A state-established unit gives less than the law's share of the net income. */
  REWARD_BELOW_MINIMUM: 'CONTRACT.REWARD_BELOW_MINIMUM',
  /** The main contributors get less than their share of the reward. */
  REWARD_MAIN_BELOW_MINIMUM: 'CONTRACT.REWARD_MAIN_BELOW_MINIMUM',
  /** What the people get is not what is given. */
  REWARD_SUM_DIFFERS: 'CONTRACT.REWARD_SUM_DIFFERS',
  /** The plan is confirmed when its disclosure is over. */
  REWARD_DISCLOSURE_RUNS: 'CONTRACT.REWARD_DISCLOSURE_RUNS',
  /** Objections are made while the disclosure runs. */
  REWARD_DISCLOSURE_OVER: 'CONTRACT.REWARD_DISCLOSURE_OVER',
  /** An objection was not answered yet. */
  REWARD_OBJECTION_OPEN: 'CONTRACT.REWARD_OBJECTION_OPEN',
  /** An objection was upheld: the plan is taken back and disclosed anew. */
  REWARD_OBJECTION_UPHELD: 'CONTRACT.REWARD_OBJECTION_UPHELD',
  /** One colleague objects to one disclosure at most so often. */
  REWARD_TOO_MANY_OBJECTIONS: 'CONTRACT.REWARD_TOO_MANY_OBJECTIONS',
  /** A line names the account of somebody who is not of the unit. */
  REWARD_NOT_A_COLLEAGUE: 'CONTRACT.REWARD_NOT_A_COLLEAGUE',
  /** The objection is not one of this plan's, or has been answered. */
  REWARD_NO_SUCH_OBJECTION: 'CONTRACT.REWARD_NO_SUCH_OBJECTION',
  /** A year is reported when it is over. */
  REPORT_YEAR_NOT_OVER: 'CONTRACT.REPORT_YEAR_NOT_OVER',
  /** A figure that the annual report does not have. */
  UNKNOWN_FIGURE: 'CONTRACT.UNKNOWN_FIGURE',
  /** Every registered contract has its national number, or went out as it stands. */
  NOTHING_TO_EXPORT: 'CONTRACT.NOTHING_TO_EXPORT',
  /** A row of returned numbers was not taken over; its message says why. */
  NATIONAL_NUMBER_NOT_TAKEN: 'CONTRACT.NATIONAL_NUMBER_NOT_TAKEN',
  /** More is paid than the person's line still holds. */
  REWARD_OVERPAID: 'CONTRACT.REWARD_OVERPAID',
  /** The payment is not one of this plan's, or was voided or corrected. */
  REWARD_NO_SUCH_PAYMENT: 'CONTRACT.REWARD_NO_SUCH_PAYMENT',
} as const;
