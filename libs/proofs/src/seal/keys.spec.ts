import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import fc from 'fast-check';
import { hex, own, unhex, utf8 } from '../bytes.js';
import type { Fault } from '../fault.js';
import { fingerprint, makeCustodianKey, openCustodianKey, type CustodianKeyFile } from './custodian-key.js';
import { generateKeyPair, keyPairOf, openWith, sealTo } from './hpke.js';
import { paddedLength } from './padding.js';

describe('HPKE', () => {
  it('is that of RFC 9180, appendix A.1.1: key pairs, encapsulation and the first message', async () => {
    const kem = new DhkemX25519HkdfSha256();
    const suite = new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes128Gcm() });
    const recipient = await kem.deriveKeyPair(
      unhex('6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037').buffer,
    );
    const publicKey = hex(own(await kem.serializePublicKey(recipient.publicKey)));
    expect(publicKey).toBe('3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d');
    const sender = await suite.createSenderContext({
      recipientPublicKey: recipient.publicKey,
      info: unhex('4f6465206f6e2061204772656369616e2055726e'),
      ekm: unhex('7268600d403fce431561aef583ee1613527cff655c1343f29812e66706df3234'),
    });
    expect(hex(own(sender.enc))).toBe('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431');
    const sealed = await sender.seal(
      unhex('4265617574792069732074727574682c20747275746820626561757479'),
      unhex('436f756e742d30'),
    );
    expect(hex(own(sealed))).toBe(
      'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a',
    );
  });

  it('takes no public key of small order (RFC 7748, section 6.1; Wycheproof x25519, low order)', async () => {
    const small = [
      '0000000000000000000000000000000000000000000000000000000000000000',
      '0100000000000000000000000000000000000000000000000000000000000000',
      'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
      '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
      'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
      'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
      'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    ];
    for (const publicKey of small)
      await expect(
        sealTo(unhex(publicKey), utf8('info'), utf8('share'), own(new Uint8Array(32).fill(1))),
      ).rejects.toThrow();
  });

  it('opens for its key and purpose alone', async () => {
    const [one, two] = [await generateKeyPair(), await generateKeyPair()];
    const sealed = await sealTo(one.publicKey, utf8('info'), utf8('share'), own(new Uint8Array(32).fill(1)));
    expect(await openWith(one.privateKey, utf8('info'), sealed)).toEqual(utf8('share'));
    expect(await openWith(two.privateKey, utf8('info'), sealed)).toBeUndefined();
    expect(await openWith(one.privateKey, utf8('other'), sealed)).toBeUndefined();
    expect(await openWith(one.privateKey, utf8('info'), sealed.slice(0, 20))).toBeUndefined();
    expect(keyPairOf(one.privateKey).publicKey).toEqual(one.publicKey);
  });
});

describe('a custodian’s key file', () => {
  /** Cheap enough for tests; what the format asks of real ones stands in the code. */
  const cost = { N: 2 ** 10, r: 8, p: 1 };
  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'opened',
      (fault: unknown) => (fault as Fault).code,
    );

  it('opens with its passphrase, however it was typed, and with no other', async () => {
    const file = await makeCustodianKey('call-1', 'notary', '公证处１２３', cost);
    const pair = await openCustodianKey(file, '公证处123');
    expect(hex(pair.publicKey)).toBe(file.publicKey);
    expect(JSON.stringify(file)).not.toContain(hex(pair.privateKey));
    expect(await codeOf(openCustodianKey(file, '公证处124'))).toBe('SEAL.WRONG_PASSPHRASE');
  });

  it('a file in which anything was changed does not open', async () => {
    const file = await makeCustodianKey('call-1', 'notary', 'passphrase', cost);
    const other = await makeCustodianKey('call-1', 'notary', 'passphrase', cost);
    const changes: Partial<Record<keyof CustodianKeyFile, unknown>>[] = [
      { call: 'call-2' },
      { custodian: 'bureau' },
      { publicKey: other.publicKey },
      { kdf: { ...file.kdf, N: 2 ** 11 } },
      { box: `${file.box.slice(0, -2)}${hex(own(Uint8Array.of((unhex(file.box).at(-1) ?? 0) ^ 1)))}` },
    ];
    for (const change of changes)
      expect(await codeOf(openCustodianKey({ ...file, ...change } as CustodianKeyFile, 'passphrase'))).toBe(
        'SEAL.WRONG_PASSPHRASE',
      );
    const nonsense = [
      { format: 'other/1' },
      { kdf: { ...file.kdf, N: 2 ** 30 } },
      { box: '' },
      { box: 'xyz' },
    ];
    for (const change of nonsense)
      expect(await codeOf(openCustodianKey({ ...file, ...change } as CustodianKeyFile, 'passphrase'))).toBe(
        'SEAL.BAD_KEY_FILE',
      );
  });

  it('has a fingerprint that people can read to each other', async () => {
    expect(fingerprint(unhex('00'.repeat(32)))).toMatch(/^([0-9A-F]{4} ){4}[0-9A-F]{4}$/);
  });
});

describe('the padded length', () => {
  it('is never less, at most 12 % more, and the same for many lengths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 }), (length) => {
        const padded = paddedLength(length);
        expect(padded).toBeGreaterThanOrEqual(length);
        expect(padded).toBeLessThanOrEqual(length * 1.12);
        expect(paddedLength(padded)).toBe(padded);
      }),
    );
    const lengths = new Set(Array.from({ length: 100_000 }, (_, at) => paddedLength(20_000_000 + at)));
    expect(lengths.size).toBeLessThanOrEqual(2);
  });
});
