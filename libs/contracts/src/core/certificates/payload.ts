import { canonical, type Fen, type LegalDay } from '@jihui/kernel';
import { toBase64Url } from './base64url.js';
import { parseJson, utf8 } from './bytes.js';

/** What the QR code carries and anybody may read (reference A9); `facts` is a salted hash of the rest. */
export interface CertificatePayload {
  /** Format of this payload; 1 knew neither a day of issue nor a second signature. */
  readonly v: 1 | 2;
  /** Id of the signing key. */
  readonly key: string;
  /** Id of the key of the second signature, where one is made: it cannot be left out unnoticed. */
  readonly sm2?: string;
  /** 登记编号. */
  readonly number: string;
  /** Version of the certificate, from 1. */
  readonly version: number;
  /** 合同类别 1–5. */
  readonly class: string;
  /** 登记机构. */
  readonly registry: string;
  /** 登记日期. */
  readonly date: LegalDay;
  /** 出具日期, on which the signing key was in force. */
  readonly issued: LegalDay;
  readonly facts: string;
}

/** What stands on the paper and only its holder reads. */
export interface CertificateFacts {
  readonly title: string;
  readonly subclass: string;
  readonly sellers: readonly string[];
  readonly buyers: readonly string[];
  readonly signedOn: LegalDay;
  readonly effectiveFrom: LegalDay;
  readonly effectiveTo: LegalDay;
  readonly total: Fen;
  readonly technical: Fen;
  readonly amountOpen: boolean;
  readonly acceptanceNumber: string;
  readonly nationalRegNo: string | null;
  readonly firstReviewer: string;
  readonly secondReviewer: string;
  readonly ruleSet: string;
}

/** Hash of the rest under a salt, so that a short list of possible amounts cannot be tried against it. */
export async function factsHash(facts: CertificateFacts, salt: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', utf8(`${salt}.${canonical(facts)}`));
  return toBase64Url(new Uint8Array(digest));
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The payload that the bytes hold, or null for anything else. */
export function parsePayload(bytes: Uint8Array): CertificatePayload | null {
  const value = parseJson(bytes);
  if (value === null || typeof value !== 'object') return null;
  const {
    v,
    key,
    sm2,
    number,
    version,
    class: contractClass,
    registry,
    date,
    issued,
    facts,
  } = value as Record<string, unknown>;
  const texts = [key, number, contractClass, registry, date, facts, ...(v === 2 ? [issued] : [])];
  if ((v !== 1 && v !== 2) || !texts.every(isText) || !Number.isInteger(version)) return null;
  if (sm2 !== undefined && !isText(sm2)) return null;
  return v === 1
    ? { ...(value as CertificatePayload), issued: date as string }
    : (value as CertificatePayload);
}
