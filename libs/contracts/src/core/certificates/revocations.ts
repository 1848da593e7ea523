import type { LegalDay } from '@jihui/kernel';
import { fromBase64Url, toBase64Url } from './base64url.js';
import { signedForm } from './bytes.js';
import { ed25519Key, inForce, isSignedBy, type Signers, type Sm2State, type Trust } from './keys.js';
import type { CertificatePayload } from './payload.js';
import { checkSm2 } from './token.js';
import { refused, type Refusal } from './verdict.js';

/** Why a certificate no longer speaks for its registration. */
export const ENDINGS = {
  SUPERSEDED: '已换发新版本',
  CANCELLED: '登记已注销',
  REVOKED: '登记已撤销',
} as const;
export type Ending = keyof typeof ENDINGS;

/** One certificate that no longer stands. */
export interface EndedCertificate {
  readonly number: string;
  readonly version: number;
  readonly status: Ending;
  readonly on: LegalDay;
}

/** Every certificate that no longer stands, as of one instant; what is not in it stands. */
export interface StatusList {
  readonly v: 1;
  readonly key: string;
  readonly sm2?: string;
  /** From 1, without a gap: a list with a lower number than one seen before is an old one. */
  readonly sequence: number;
  readonly day: LegalDay;
  /** ISO 8601 in UTC. */
  readonly issuedAt: string;
  /** Day by which the next list is out at the latest. */
  readonly nextBy: LegalDay;
  readonly entries: readonly EndedCertificate[];
}

/** As the well-known address serves it. */
export interface SignedStatusList {
  readonly list: StatusList;
  readonly signature: string;
  readonly sm2Signature?: string;
}

const KIND = 'JHL1';

export function signList(list: StatusList, signers: Signers): SignedStatusList {
  const bytes = signedForm(KIND, list);
  return {
    list,
    signature: toBase64Url(signers.ed25519.sign(bytes)),
    ...(signers.sm2 === null ? {} : { sm2Signature: toBase64Url(signers.sm2.sign(bytes)) }),
  };
}

export type ListVerdict =
  | { readonly genuine: true; readonly list: StatusList; readonly sm2: Sm2State }
  | { readonly genuine: false; readonly refusal: Refusal };

const isEntry = (value: unknown): value is EndedCertificate => {
  const { number, version, status, on } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof number === 'string' &&
    Number.isInteger(version) &&
    typeof status === 'string' &&
    Object.hasOwn(ENDINGS, status) &&
    typeof on === 'string'
  );
};

function listOf(value: unknown): SignedStatusList | null {
  const { list, signature, sm2Signature } = (value ?? {}) as Record<string, unknown>;
  const { v, key, sm2, sequence, day, issuedAt, nextBy, entries } = (list ?? {}) as Record<string, unknown>;
  const texts = [key, day, issuedAt, nextBy, signature];
  if (v !== 1 || !texts.every((text) => typeof text === 'string') || !Number.isInteger(sequence)) return null;
  if (!Array.isArray(entries) || !entries.every(isEntry)) return null;
  if ([sm2, sm2Signature].some((text) => text !== undefined && typeof text !== 'string')) return null;
  return value as SignedStatusList;
}

/** Whether the list is the registry's own: needs the published keys and no server. */
export async function verifyList(value: unknown, trust: Trust): Promise<ListVerdict> {
  const signed = listOf(value);
  const signature = signed && fromBase64Url(signed.signature);
  if (!signed || signature?.length !== 64) return refused('MALFORMED');
  const { list } = signed;
  const key = ed25519Key(trust, list.key);
  if (key === undefined) return refused('UNKNOWN_KEY');
  const bytes = signedForm(KIND, list);
  if (!(await isSignedBy(key, signature, bytes))) return refused('BAD_SIGNATURE');
  if (!inForce(key, list.day)) return refused('KEY_NOT_VALID');
  const sm2 = signed.sm2Signature === undefined ? null : fromBase64Url(signed.sm2Signature);
  const second = checkSm2(trust, { kid: list.sm2, signature: sm2, day: list.day }, bytes);
  return typeof second === 'string' ? refused(second) : { genuine: true, list, sm2: second.state };
}

export type CertificateStatus = 'VALID' | Ending | 'UNKNOWN';

/** What a list says of a certificate: nothing where it is older than the certificate. */
export function statusIn(
  list: StatusList,
  { number, version, issued }: Pick<CertificatePayload, 'number' | 'version' | 'issued'>,
): { readonly status: CertificateStatus; readonly since: LegalDay | null } {
  const ended = list.entries.find((entry) => entry.number === number && entry.version === version);
  if (ended !== undefined) return { status: ended.status, since: ended.on };
  return { status: list.day < issued ? 'UNKNOWN' : 'VALID', since: null };
}
