import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { x25519 } from '@noble/curves/ed25519.js';
import { concat, own, type Bytes } from '../bytes.js';

/** HPKE of RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, base mode. */
const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** Lengths in bytes. */
export const PUBLIC_KEY = 32;
export const PRIVATE_KEY = 32;
export const EPHEMERAL = 32;

export interface KeyPair {
  readonly publicKey: Bytes;
  readonly privateKey: Bytes;
}

export async function generateKeyPair(): Promise<KeyPair> {
  return serialized(await suite.kem.generateKeyPair());
}

/** The pair of a private key: the public one is X25519 of it and the base point (RFC 7748, section 6.1). */
export const keyPairOf = (privateKey: Bytes): KeyPair => ({
  publicKey: own(x25519.getPublicKey(privateKey)),
  privateKey,
});

async function serialized(pair: CryptoKeyPair): Promise<KeyPair> {
  return {
    publicKey: own(await suite.kem.serializePublicKey(pair.publicKey)),
    privateKey: own(await suite.kem.serializePrivateKey(pair.privateKey)),
  };
}

/**
 * Seals bytes to a public key.
 * @param ephemeral 32 random bytes, used for this alone: whoever learns them later can seal the same again and compare
 * @returns the encapsulated key and the sealed bytes, one after the other
 */
export async function sealTo(publicKey: Bytes, info: Bytes, plain: Bytes, ephemeral: Bytes): Promise<Bytes> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(publicKey);
  const sender = await suite.createSenderContext({ recipientPublicKey, info, ekm: ephemeral });
  const sealed = await sender.seal(plain);
  return concat(new Uint8Array(sender.enc), new Uint8Array(sealed));
}

/** @returns nothing where the bytes were not sealed to this key for this use, or were changed */
export async function openWith(privateKey: Bytes, info: Bytes, sealed: Bytes): Promise<Bytes | undefined> {
  try {
    const recipientKey = await suite.kem.importKey('raw', privateKey.slice().buffer, false);
    const recipient = await suite.createRecipientContext({
      recipientKey,
      info,
      enc: sealed.slice(0, PUBLIC_KEY),
    });
    return own(await recipient.open(sealed.slice(PUBLIC_KEY)));
  } catch {
    return undefined;
  }
}
