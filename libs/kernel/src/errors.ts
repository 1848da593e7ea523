import { say, told, type Sentence, type Told } from './saying.js';

/** One thing that is wrong with what was asked, placed at the field it concerns. */
export interface Violation extends Told {
  /** Path inside the input or the entity, e.g. `patents.0.number`; empty for the whole. */
  readonly path: string;
  /** Stable code, e.g. `LISTING.PATENT_EXPIRED`. */
  readonly code: string;
  /** What is wrong and what to do next, in plain Chinese. */
  readonly message: string;
  /** The law or rule it rests on, e.g. `民法典第865条`. */
  readonly article?: string;
}

/** What is wrong, placed. @param article the law or rule it rests on */
export const violation = (path: string, code: string, sentence: Sentence, article?: string): Violation => ({
  path,
  code,
  ...told(sentence),
  ...(article === undefined ? {} : { article }),
});

/**
 * A refusal that the caller can act on. Anything else that is thrown is a defect and reaches
 * the outside only as INTERNAL_SERVER_ERROR.
 */
export class DomainError extends Error {
  /** The message with its facts apart, as far as it has any. */
  readonly told: Told;

  constructor(
    /** Stable code: `<DOMAIN>.<WHAT>`, or one of the general codes in {@link Codes}. */
    readonly code: string,
    sentence: Sentence,
    readonly violations: readonly Violation[] = [],
  ) {
    super(sentence.toString());
    this.name = 'DomainError';
    this.told = told(sentence);
  }
}

/** Codes that every domain shares; a domain's own stand in its core/errors.ts. */
export const Codes = {
  /** Nobody is signed in, or the session ended. */
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  /** The actor is known, sees the thing, and may not do this to it. */
  FORBIDDEN: 'FORBIDDEN',
  /** The thing does not exist, or the actor may not know that it does: the two look alike. */
  NOT_FOUND: 'NOT_FOUND',
  /** The input breaks a rule; every violation is listed. */
  INVALID_INPUT: 'INVALID_INPUT',
  /** The state that the thing is in has no such action. */
  ILLEGAL_TRANSITION: 'ILLEGAL_TRANSITION',
  /** `expectedVersion` is not the current version: somebody changed it meanwhile. */
  STALE_VERSION: 'STALE_VERSION',
  /** The same clientMutationId came before with another input. */
  IDEMPOTENCY_MISMATCH: 'IDEMPOTENCY.MISMATCH',
  /** More than 100 rows were asked for in one page. */
  PAGE_TOO_LARGE: 'PAGE.TOO_LARGE',
  /** A cursor that this list did not issue. */
  PAGE_BAD_CURSOR: 'PAGE.BAD_CURSOR',
  /** The act is grave, and the last proof of who one is was too long ago: prove it (`reauthenticate`) and send it again. */
  REAUTHENTICATE: 'IDENTITY.REAUTHENTICATE',
  /** Only a person signed in through the browser may do this, not a program with an access token. */
  SESSION_REQUIRED: 'IDENTITY.SESSION_REQUIRED',
  /** Too many tries; `retry after` is in the message. */
  THROTTLED: 'THROTTLED',
} as const;

export const notFound = (what: string): DomainError =>
  new DomainError(Codes.NOT_FOUND, say`${what}不存在，或您无权查看`);

export const invalid = (violations: readonly Violation[]): DomainError =>
  new DomainError(Codes.INVALID_INPUT, '填写的内容有误，请按提示修改', violations);

/** Throws INVALID_INPUT with all violations when there are any. */
export function refuseIf(violations: readonly Violation[]): void {
  if (violations.length > 0) throw invalid(violations);
}
