import { createECDH, createHash } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { toBase64Url } from '../core/certificates/base64url.js';
import { unhex } from '../core/certificates/bytes.js';
import type { Sign } from '../core/certificates/keys.js';

/*
 * What node:crypto does here: keys and the random point of each signature (ECDH on curve SM2, so nonces come
 * from OpenSSL), and SM3. What it cannot do: sign or verify as GB/T 32918.2 says. A generated key signs ECDSA,
 * an imported one SM2 over an empty identity, and neither takes the identity that the standard's digest
 * begins with (docs/decisions.md). The arithmetic in between is the library's.
 */

/** The standard's own identity, which everybody assumes where none is agreed (GM/T 0009-2012). */
const IDENTITY = Buffer.from('1234567812345678');
/** a, b and the base point of the recommended curve (GB/T 32918.5-2017). */
const CURVE = Buffer.from(
  'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc' +
    '28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93' +
    '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7' +
    'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
  'hex',
);

export interface Sm2KeyPair {
  /** 64 hex digits. */
  readonly privateKey: string;
  readonly x: string;
  readonly y: string;
}

const HEX = 64;
const half = (point: string, index: 0 | 1): string => point.slice(2 + index * HEX, 2 + (index + 1) * HEX);

export function generateSm2(): Sm2KeyPair {
  const pair = createECDH('SM2');
  const point = pair.generateKeys('hex');
  return {
    privateKey: pair.getPrivateKey('hex').padStart(HEX, '0'),
    x: toBase64Url(unhex(half(point, 0))),
    y: toBase64Url(unhex(half(point, 1))),
  };
}

/** SM3(Z ‖ message), Z binding identity, curve and public key (GB/T 32918.2-2016, 5.5). */
export function sm2Digest(publicPoint: string, message: Uint8Array, identity = IDENTITY): Buffer {
  const bits = Buffer.alloc(2);
  bits.writeUInt16BE(identity.length * 8);
  const z = createHash('sm3')
    .update(bits)
    .update(identity)
    .update(CURVE)
    .update(Buffer.from(publicPoint.slice(2), 'hex'))
    .digest();
  return createHash('sm3').update(z).update(message).digest();
}

/** The number k of a signature and the x of kG: random, or given by a test of the standard's example. */
interface Nonce {
  readonly k: bigint;
  readonly x1: bigint;
}
function nonce(privateKey?: string): Nonce {
  const pair = createECDH('SM2');
  if (privateKey === undefined) pair.generateKeys();
  else pair.setPrivateKey(privateKey, 'hex');
  return {
    k: BigInt(`0x${pair.getPrivateKey('hex')}`),
    x1: BigInt(`0x${half(pair.getPublicKey('hex'), 0)}`),
  };
}

/** @param fixedNonce only for the standard's worked example */
export function sm2Signer(privateKey: string, fixedNonce?: string): Sign {
  const pair = createECDH('SM2');
  pair.setPrivateKey(privateKey, 'hex');
  const point = pair.getPublicKey('hex');
  return (bytes) =>
    unhex(sm2.doSignature(sm2Digest(point, bytes), privateKey, { pointPool: [nonce(fixedNonce)] }));
}
