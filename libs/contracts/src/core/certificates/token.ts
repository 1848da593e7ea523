import { canonical } from '@jihui/kernel';
import { fromBase64Url, toBase64Url } from './base64url.js';
import { utf8, type Bytes } from './bytes.js';
import { ed25519Key, inForce, isSignedBy, sm2Key, type Signers, type Sm2State, type Trust } from './keys.js';
import { parsePayload, type CertificatePayload } from './payload.js';
import { refused, type TokenVerdict } from './verdict.js';

const PREFIX = 'JH2';
/** Certificates issued before there was a second signature. */
const FIRST_PREFIX = 'JH1';

/** The text of the QR code: `JH2.<payload>.<Ed25519>`, and `.<SM2>` where the city wants it. */
export function signToken(payload: CertificatePayload, signers: Signers): string {
  const body = `${PREFIX}.${toBase64Url(utf8(canonical(payload)))}`;
  const signatures = [signers.ed25519, ...(signers.sm2 === null ? [] : [signers.sm2])].map(({ sign }) =>
    toBase64Url(sign(utf8(body))),
  );
  return [body, ...signatures].join('.');
}

/** Accepts the bare token, or the whole address that the QR code holds. */
export const tokenOf = (text: string): string => text.trim().replace(/^[^#]*#/, '');

interface Parts {
  readonly payload: CertificatePayload;
  readonly body: Bytes;
  readonly ed25519: Bytes;
  readonly sm2: Bytes | null;
}

function partsOf(text: string): Parts | null {
  const [prefix = '', body = '', first = '', second, ...rest] = tokenOf(text).split('.');
  const bytes = fromBase64Url(body);
  const payload = bytes && parsePayload(bytes);
  const ed25519 = fromBase64Url(first);
  const sm2 = second === undefined ? null : fromBase64Url(second);
  if (!payload || rest.length > 0 || prefix !== (payload.v === 1 ? FIRST_PREFIX : PREFIX)) return null;
  if (ed25519?.length !== 64 || (second !== undefined) !== (payload.sm2 !== undefined)) return null;
  if (second !== undefined && sm2?.length !== 64) return null;
  return { payload, body: utf8(`${prefix}.${body}`), ed25519, sm2 };
}

/** What the second signature is worth; null: it does not match. */
export function checkSm2(
  trust: Trust,
  second: { readonly kid: string | undefined; readonly signature: Uint8Array | null; readonly day: string },
  bytes: Uint8Array,
): { readonly state: Sm2State } | 'UNKNOWN_KEY' | 'KEY_NOT_VALID' | 'BAD_SIGNATURE' {
  const { kid, signature, day } = second;
  if (kid === undefined) return { state: null };
  const key = sm2Key(trust, kid);
  if (key === undefined) return 'UNKNOWN_KEY';
  if (trust.sm2 === undefined) return { state: 'NOT_CHECKED' };
  if (signature === null || !trust.sm2(key, signature, bytes)) return 'BAD_SIGNATURE';
  return inForce(key, day) ? { state: 'VALID' } : 'KEY_NOT_VALID';
}

/** Whether a QR code's text was signed by a published key: needs nothing but the keys. */
export async function verifyToken(text: string, trust: Trust): Promise<TokenVerdict> {
  const parts = partsOf(text);
  if (parts === null) return refused('MALFORMED');
  const { payload, body, ed25519, sm2 } = parts;
  const key = ed25519Key(trust, payload.key);
  if (key === undefined) return refused('UNKNOWN_KEY');
  if (!(await isSignedBy(key, ed25519, body))) return refused('BAD_SIGNATURE');
  if (!inForce(key, payload.issued)) return refused('KEY_NOT_VALID');
  const second = checkSm2(trust, { kid: payload.sm2, signature: sm2, day: payload.issued }, body);
  return typeof second === 'string' ? refused(second) : { genuine: true, payload, sm2: second.state };
}
