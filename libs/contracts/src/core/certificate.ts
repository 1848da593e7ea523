import type { Fen, LegalDay } from '@jihui/kernel';
import { fromBase64Url, toBase64Url } from './base64url.js';
import { canonicalJson } from './canonical.js';

/** What the QR code carries and anybody may read (reference A9); `facts` is a salted hash of the rest. */
export interface CertificatePayload {
  /** Format of this payload. */
  readonly v: 1;
  /** Id of the signing key. */
  readonly key: string;
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

/** A public key as the well-known address lists it (RFC 8037 with a validity). */
export interface CertificatePublicKey {
  readonly kid: string;
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly validFrom: LegalDay;
  readonly validTo: LegalDay | null;
}

export type Refusal = 'MALFORMED' | 'UNKNOWN_KEY' | 'KEY_NOT_VALID' | 'BAD_SIGNATURE' | 'ALTERED';
/** Refusals in plain words. */
export const REFUSALS: { readonly [refusal in Refusal]: string } = {
  MALFORMED: '不是本平台出具的登记证明，或内容不完整',
  UNKNOWN_KEY: '签名所用的密钥不在公布的名单中',
  KEY_NOT_VALID: '登记日期不在签名密钥的有效期内',
  BAD_SIGNATURE: '签名不符，内容被改动过',
  ALTERED: '文件与签名时不一致，内容被改动过',
};

export type TokenVerdict =
  | { readonly genuine: true; readonly payload: CertificatePayload }
  | { readonly genuine: false; readonly refusal: Refusal };
export type FileVerdict =
  | { readonly genuine: true; readonly payload: CertificatePayload; readonly facts: CertificateFacts }
  | { readonly genuine: false; readonly refusal: Refusal };
/** Ed25519 over the bytes: 64 bytes. */
export type Sign = (bytes: Uint8Array) => Uint8Array;

const PREFIX = 'JH1';
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const refused = (refusal: Refusal): { readonly genuine: false; readonly refusal: Refusal } => ({
  genuine: false,
  refusal,
});

/** Hash of the rest under a salt, so that a short list of possible amounts cannot be tried against it. */
export async function factsHash(facts: CertificateFacts, salt: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', utf8(`${salt}.${canonicalJson(facts)}`));
  return toBase64Url(new Uint8Array(digest));
}

/** The text of the QR code: `JH1.<payload>.<signature>`. */
export function signToken(payload: CertificatePayload, sign: Sign): string {
  const body = `${PREFIX}.${toBase64Url(utf8(canonicalJson(payload)))}`;
  return `${body}.${toBase64Url(sign(utf8(body)))}`;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function parsePayload(bytes: Uint8Array): CertificatePayload | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  if (value === null || typeof value !== 'object') return null;
  const {
    v,
    key,
    number,
    version,
    class: contractClass,
    registry,
    date,
    facts,
  } = value as Record<string, unknown>;
  const texts = [key, number, contractClass, registry, date, facts];
  if (v !== 1 || !texts.every(isText) || !Number.isInteger(version)) return null;
  return value as CertificatePayload;
}

async function check(
  key: CertificatePublicKey,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const { kty, crv, x } = key;
  const publicKey = await crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', publicKey, signature, bytes);
}

const inForce = (key: CertificatePublicKey, day: LegalDay): boolean =>
  key.validFrom <= day && (key.validTo === null || day <= key.validTo);

/** Accepts the bare token, or the whole address that the QR code holds. */
export const tokenOf = (text: string): string => text.trim().replace(/^[^#]*#/, '');

/** Whether a QR code's text was signed by a published key: needs nothing but the keys. */
export async function verifyToken(
  text: string,
  keys: readonly CertificatePublicKey[],
): Promise<TokenVerdict> {
  const [prefix, body, signature, ...rest] = tokenOf(text).split('.');
  if (prefix !== PREFIX || body === undefined || signature === undefined || rest.length > 0)
    return refused('MALFORMED');
  const bytes = fromBase64Url(body);
  const signed = fromBase64Url(signature);
  const payload = bytes && parsePayload(bytes);
  if (!payload || signed?.length !== 64) return refused('MALFORMED');
  const key = keys.find(({ kid }) => kid === payload.key);
  if (key === undefined) return refused('UNKNOWN_KEY');
  if (!(await check(key, signed, utf8(`${prefix}.${body}`)))) return refused('BAD_SIGNATURE');
  return inForce(key, payload.date) ? { genuine: true, payload } : refused('KEY_NOT_VALID');
}

/*
 * The file: a complete PDF, then comment lines that PDF readers pass over, the last of which signs
 * every byte before it. Nothing in the file is outside the signature but the signature itself.
 */
const DATA = '%JIHUI-CERTIFICATE ';
const SIGNATURE = '%JIHUI-SIGNATURE ';
const LAST_LINE = /^%JIHUI-SIGNATURE ([a-z0-9-]{1,64}) ([0-9a-f]{128})\n$/;
const HEX = 128;

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const unhex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Closes a PDF: appends token and facts, repeats the PDF's own last lines, and signs all of it. */
export function sealFile(
  pdf: Uint8Array,
  parts: {
    readonly token: string;
    readonly facts: CertificateFacts;
    readonly salt: string;
    readonly key: string;
  },
  sign: Sign,
): Uint8Array<ArrayBuffer> {
  const tail = new TextDecoder('latin1').decode(pdf.subarray(-64));
  const startxref = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1];
  if (startxref === undefined) throw new Error('not a complete PDF');
  const data = toBase64Url(utf8(canonicalJson({ token: parts.token, facts: parts.facts, salt: parts.salt })));
  const signed = concat([pdf, utf8(`\n${DATA}${data}\nstartxref\n${startxref}\n%%EOF\n`)]);
  return concat([signed, utf8(`${SIGNATURE}${parts.key} ${hex(sign(signed))}\n`)]);
}

function lastLine(
  bytes: Uint8Array,
): { readonly signed: Uint8Array<ArrayBuffer>; readonly match: RegExpExecArray } | null {
  const longest = SIGNATURE.length + 64 + 1 + HEX + 1;
  const from = Math.max(0, bytes.length - longest);
  const tail = new TextDecoder('latin1').decode(bytes.subarray(from));
  const start = tail.lastIndexOf('\n', tail.length - 2) + 1;
  const match = LAST_LINE.exec(tail.slice(start));
  return match && { signed: bytes.slice(0, from + start), match };
}

interface SealedData {
  readonly token: string;
  readonly facts: CertificateFacts;
  readonly salt: string;
}

function sealedData(signed: Uint8Array): SealedData | null {
  const text = new TextDecoder('latin1').decode(signed);
  const line = text.slice(text.lastIndexOf(`\n${DATA}`) + 1).split('\n', 1)[0] ?? '';
  const bytes = line.startsWith(DATA) ? fromBase64Url(line.slice(DATA.length)) : null;
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as SealedData);
}

/**
 * Whether a certificate file is as it was issued, byte for byte: needs the published keys and no
 * server. What became of the registration since then it cannot know.
 */
export async function verifyCertificateFile(
  bytes: Uint8Array,
  keys: readonly CertificatePublicKey[],
): Promise<FileVerdict> {
  const last = lastLine(bytes);
  if (last === null) return refused('MALFORMED');
  const [, kid = '', signature = ''] = last.match;
  const key = keys.find((candidate) => candidate.kid === kid);
  if (key === undefined) return refused('UNKNOWN_KEY');
  if (!(await check(key, unhex(signature), last.signed))) return refused('ALTERED');
  const data = sealedData(last.signed);
  if (data === null) return refused('MALFORMED');
  const verdict = await verifyToken(data.token, keys);
  if (!verdict.genuine) return verdict;
  if ((await factsHash(data.facts, data.salt)) !== verdict.payload.facts) return refused('ALTERED');
  return { genuine: true, payload: verdict.payload, facts: data.facts };
}
