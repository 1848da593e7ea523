import type { webcrypto } from 'node:crypto';

/** The names that browsers have for WebCrypto's keys; Node has the keys, and these names only in its own module. */
declare global {
  type CryptoKey = webcrypto.CryptoKey;
  type CryptoKeyPair = webcrypto.CryptoKeyPair;
}
