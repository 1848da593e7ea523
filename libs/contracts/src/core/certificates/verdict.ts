import type { Sm2State } from './keys.js';
import type { CertificateFacts, CertificatePayload } from './payload.js';

/** Refusals in plain words. */
export const REFUSALS = {
  MALFORMED: '不是本平台出具的登记证明，或内容不完整',
  UNKNOWN_KEY: '签名所用的密钥不在公布的名单中',
  KEY_NOT_VALID: '出具日期不在签名密钥的有效期内',
  BAD_SIGNATURE: '签名不符，内容被改动过',
  ALTERED: '文件与签名时不一致，内容被改动过',
} as const;
export type Refusal = keyof typeof REFUSALS;

interface Refused {
  readonly genuine: false;
  readonly refusal: Refusal;
}
export interface GenuineToken {
  readonly genuine: true;
  readonly payload: CertificatePayload;
  readonly sm2: Sm2State;
}
export type TokenVerdict = GenuineToken | Refused;
export type FileVerdict = (GenuineToken & { readonly facts: CertificateFacts }) | Refused;

export const refused = (refusal: Refusal): Refused => ({ genuine: false, refusal });
