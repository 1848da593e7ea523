import type { LegalDay } from '@jihui/kernel';
import type { Bytes } from './bytes.js';

interface Validity {
  readonly kid: string;
  /** First and last day on which it signs. */
  readonly validFrom: LegalDay;
  readonly validTo: LegalDay | null;
}
/** RFC 8037. */
export interface Ed25519PublicKey extends Validity {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
}
/** GB/T 32918 on its recommended curve; coordinates in base64url. */
export interface Sm2PublicKey extends Validity {
  readonly kty: 'EC';
  readonly crv: 'SM2';
  readonly x: string;
  readonly y: string;
}
/** A public key as the well-known address lists it. */
export type CertificatePublicKey = Ed25519PublicKey | Sm2PublicKey;

/** 64 bytes over the bytes. */
export type Sign = (bytes: Uint8Array) => Uint8Array;
export interface Signer {
  readonly kid: string;
  readonly sign: Sign;
}
/** Who signs on a day: always with Ed25519, with SM2 as well where the city wants it. */
export interface Signers {
  readonly ed25519: Signer;
  readonly sm2: Signer | null;
}

/**
 * Checks an SM2 signature with SM3 (GB/T 32918.2, the standard's own identity). Handed in, since no runtime
 * brings it: without it the second signature is not checked, which the verdict says.
 */
export type Sm2Verify = (
  key: Pick<Sm2PublicKey, 'x' | 'y'>,
  signature: Uint8Array,
  bytes: Uint8Array,
) => boolean;

/** All that a check needs: what the registry publishes, and no server. */
export interface Trust {
  readonly keys: readonly CertificatePublicKey[];
  readonly sm2?: Sm2Verify | undefined;
}

/** What became of the second signature: null where none was made. */
export type Sm2State = 'VALID' | 'NOT_CHECKED' | null;

const isEd25519 = (key: CertificatePublicKey): key is Ed25519PublicKey => key.crv === 'Ed25519';
const isSm2 = (key: CertificatePublicKey): key is Sm2PublicKey => key.crv === 'SM2';

export const ed25519Key = ({ keys }: Trust, kid: string): Ed25519PublicKey | undefined =>
  keys.filter(isEd25519).find((key) => key.kid === kid);
export const sm2Key = ({ keys }: Trust, kid: string): Sm2PublicKey | undefined =>
  keys.filter(isSm2).find((key) => key.kid === kid);

export const inForce = (key: CertificatePublicKey, day: LegalDay): boolean =>
  key.validFrom <= day && (key.validTo === null || day <= key.validTo);

export async function isSignedBy(
  { kty, crv, x }: Ed25519PublicKey,
  signature: Bytes,
  bytes: Bytes,
): Promise<boolean> {
  const publicKey = await crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', publicKey, signature, bytes);
}
