import { createHash, createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { sm2, sm3 } from 'sm-crypto-v2';
import { toBase64Url } from '../core/certificates/base64url.js';
import { hex, unhex, utf8 } from '../core/certificates/bytes.js';
import { sm2Point, sm2Verify } from '../sm2-verify.js';
import { generateSm2, sm2Digest, sm2Signer } from './sm2.js';

/** The worked example on the recommended curve: GB/T 32918.5-2017 annex A, GM/T 0003.5-2012. */
const EXAMPLE = {
  message: utf8('message digest'),
  privateKey: '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8',
  x: '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020',
  y: 'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  digest: 'f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640',
  k: '59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21',
  signature:
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' +
    'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
};
const key = { x: toBase64Url(unhex(EXAMPLE.x)), y: toBase64Url(unhex(EXAMPLE.y)) };
const point = `04${EXAMPLE.x}${EXAMPLE.y}`;

/** GB/T 32905-2016 annex A. */
const SM3_EXAMPLES = [
  ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
] as const;

describe('SM3', () => {
  it.each(SM3_EXAMPLES)('of %p is that of the standard, by both implementations', (text, digest) => {
    expect(createHash('sm3').update(text).digest('hex')).toBe(digest);
    expect(sm3(utf8(text))).toBe(digest);
  });
  it('is the same by both implementations for any bytes', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) =>
        expect(sm3(new Uint8Array(bytes))).toBe(createHash('sm3').update(bytes).digest('hex')),
      ),
    ));
});

describe('SM2', () => {
  it('makes the signature of the standard’s example', () => {
    expect(sm2Digest(point, EXAMPLE.message).toString('hex')).toBe(EXAMPLE.digest);
    expect(hex(sm2Signer(EXAMPLE.privateKey, EXAMPLE.k)(EXAMPLE.message))).toBe(EXAMPLE.signature);
  });
  it('accepts the signature of the standard’s example, and no other', () => {
    const signature = unhex(EXAMPLE.signature);
    expect(sm2Verify(key, signature, EXAMPLE.message)).toBe(true);
    expect(sm2Verify(key, signature, utf8('message digesu'))).toBe(false);
    expect(sm2Verify({ ...key, y: key.x }, signature, EXAMPLE.message)).toBe(false);
    expect(sm2Verify({ ...key, x: 'AA' }, signature, EXAMPLE.message)).toBe(false);
    for (const wrong of [new Uint8Array(64), new Uint8Array(63), new Uint8Array(64).fill(255)])
      expect(sm2Verify(key, wrong, EXAMPLE.message)).toBe(false);
  });
  it('verifies what it signed under a new key, with a new number each time, and nothing with a bit flipped', () => {
    const pair = generateSm2();
    const sign = sm2Signer(pair.privateKey);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), fc.nat(), (bytes, at) => {
        const message = new Uint8Array(bytes);
        const [one, other] = [sign(message), sign(message)];
        expect(hex(one)).not.toBe(hex(other));
        expect(sm2Verify(pair, one, message)).toBe(true);
        const flipped = one.slice();
        flipped[at % 64] = (flipped[at % 64] ?? 0) ^ (1 << (at % 8));
        expect(sm2Verify(pair, flipped, message)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });
  it('agrees with OpenSSL, as far as node:crypto can be asked: over an empty identity', () => {
    const spki = Buffer.concat([
      Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex'),
      Buffer.from(sm2Point(key) ?? '', 'hex'),
    ]);
    const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    const der = sm2.doSignature(EXAMPLE.message, EXAMPLE.privateKey, { hash: true, userId: '', der: true });
    const digest = sm2Digest(point, EXAMPLE.message, Buffer.alloc(0));
    const plain = sm2.doSignature(digest, EXAMPLE.privateKey, { der: true });
    expect(verify('sm3', EXAMPLE.message, publicKey, Buffer.from(plain, 'hex'))).toBe(true);
    expect(verify('sm3', EXAMPLE.message, publicKey, Buffer.from(der, 'hex'))).toBe(true);
    // The standard's own identity cannot be given: what everybody else signs, node:crypto refuses.
    const standard = sm2.doSignature(EXAMPLE.message, EXAMPLE.privateKey, { hash: true, der: true });
    expect(verify('sm3', EXAMPLE.message, publicKey, Buffer.from(standard, 'hex'))).toBe(false);
  });
});
