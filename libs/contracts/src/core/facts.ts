import type { Fen, LegalDay } from '@jihui/kernel';
import type { Contract, FileKind } from './contract.js';
import type { ContractParameters } from './parameters.js';
import type { Proceeding } from './proceedings/proceeding.js';
import type { Reading } from './text/reading.js';
import type { ProposedDeduction, ProposedParty } from './text/proposals.js';
import type { Restriction } from './text/restrictions.js';

/** Another contract, submitted or registered at any registry. Who and what it is stays with the registry. */
export interface OtherContract {
  readonly contractId: string;
  readonly registered: boolean;
}

/** A party as a text names it. */
export interface StatedParty extends ProposedParty {
  readonly side: 'sellers' | 'buyers';
}

/** What the text of one file states of what the form asks; unknown in verdicts kept before it was looked at. */
export interface StatedTerms {
  readonly parties: readonly StatedParty[];
  readonly signedOn: LegalDay | null;
  /** Where the text names the day itself; a period that is given by its length is not held against the form. */
  readonly effectiveTo: LegalDay | null;
  readonly deductions: readonly Pick<ProposedDeduction, 'name' | 'amount'>[];
  /** Numbers of patents that it names. */
  readonly rights: readonly string[];
  readonly restrictions: readonly Restriction[];
}

/** What the text of one file says, as far as rules hold it against the form. */
export interface TextFacts extends Omit<Reading, 'pages'> {
  readonly fileId: string;
  readonly kind: FileKind;
  readonly name: string;
  /** The class that the text speaks for, 0 for none; null where it says nothing. */
  readonly contractClass: string | null;
  readonly subclass: string | null;
  /** How clearly, 0–100. */
  readonly clarity: number;
  /** 合同总额 as the text states it. */
  readonly total: Fen | null;
  /** 大写 and 小写 of the total do not agree. */
  readonly amountsDisagree: boolean;
  readonly stated?: StatedTerms;
}

/** Another contract that looks like this one. */
export interface Twin extends OtherContract {
  /**
   * SAME_TEXT: the same file; SAME_NUMBER: the same seller's contract number; SAME_TERMS: same parties,
   * amount and signing day; SAME_RIGHT: it transfers the same right; SAME_TITLE: the same seller's 项目名称;
   * SIMILAR_TEXT: its text reads alike.
   */
  readonly likeness:
    'SAME_TEXT' | 'SAME_NUMBER' | 'SAME_TERMS' | 'SAME_RIGHT' | 'SAME_TITLE' | 'SIMILAR_TEXT';
  /** How alike two texts read, in 1/100 of a percent; 10,000 for what is the same. */
  readonly similarity: number;
}

/** A contract between the same parties, signed about the same time. */
export interface Sibling extends OtherContract {
  readonly signedOn: LegalDay;
  readonly total: Fen;
  readonly technical: Fen;
}

/** What the city's register of patents says of one (法律状态, 期限, 权利人). */
export interface RegisteredPatent {
  /** Normalised. */
  readonly number: string;
  readonly state: string;
  readonly open: boolean;
  /** The organisation that keeps the entry. */
  readonly ownerId: string;
  readonly applicants: readonly string[];
  readonly expiresOn: LegalDay;
  /** 独占、排他许可: the last day on which somebody else holds one. */
  readonly exclusiveUntil: LegalDay | null;
  /** A 质押 that was not released. */
  readonly pledged: boolean;
}

/** A tie between a seller and a buyer that facts held here show. */
export interface Relation {
  /** LEGAL_REPRESENTATIVE and CONTROLLER: the same name on both sides; DECLARED: said in another contract. */
  readonly kind: 'LEGAL_REPRESENTATIVE' | 'CONTROLLER' | 'DECLARED';
  readonly name: string | null;
  readonly contractId: string | null;
}

/** What the deal says that matters here. */
export interface DealFacts {
  readonly pricingMethod: 'AGREEMENT' | 'LISTING' | 'AUCTION' | null;
  readonly disclosureCompleted: boolean;
}

/** Everything outside the application that its rules look at; gathered by the service, so that rules never query. */
export interface CaseFacts {
  /** 申请日: the day of submission, or today for what is not submitted yet. */
  readonly applicationDay: LegalDay;
  readonly parameters: ContractParameters;
  readonly fileKinds: readonly FileKind[];
  readonly twins: readonly Twin[];
  /** Of the files that have been read. */
  readonly texts: readonly TextFacts[];
  readonly siblings: readonly Sibling[];
  readonly relations: readonly Relation[];
  /** The shortest chain of contracts by which what is sold here comes back to the seller; null when there is none. */
  readonly circle: readonly string[] | null;
  readonly deal: DealFacts | null;
  /** Of the applicant's organisation: its code, by which it is found among the parties. */
  readonly applicantUscc: string;
  /** No contract of the applicant's was ever registered. Unknown in verdicts kept before it was looked at. */
  readonly firstTimeSeller?: boolean;
  /** Of the rights in the form, those that the register of patents holds. Unknown in verdicts kept before it was looked at. */
  readonly patents?: readonly RegisteredPatent[];
  /** Entered at the counter from the seller's paper. Unknown in verdicts kept before it was looked at. */
  readonly atCounter?: boolean;
  /** 国家设立的研究开发机构、高等院校. */
  readonly applicantStateEstablished: boolean;
  /** The proceeding that is acted on: the open one, or the draft that is to be opened. */
  readonly proceeding: Proceeding | null;
  /** The proceeding that is open, whichever is acted on. */
  readonly pending: Proceeding | null;
  /** Files of the proceeding that is acted on. */
  readonly evidenceCount: number;
  /** Last day for the parties' objection to the last decision. */
  readonly objectionUntil: LegalDay | null;
  /** 代理人 of whoever holds the review, today. */
  readonly deputyId: string | null;
  /** Organisations whose objection to the present decision was not granted. */
  readonly keptObjectors: readonly string[];
}

/** What is decided upon: a contract with the facts around it. */
export interface ContractCase {
  readonly contract: Contract;
  readonly facts: CaseFacts;
}
