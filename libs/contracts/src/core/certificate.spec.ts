import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { fromBase64Url, toBase64Url } from './base64url.js';
import {
  factsHash,
  sealFile,
  signToken,
  tokenOf,
  verifyCertificateFile,
  verifyToken,
  type CertificateFacts,
  type CertificatePayload,
  type CertificatePublicKey,
} from './certificate.js';

const pair = generateKeyPairSync('ed25519');
const signer = (bytes: Uint8Array): Uint8Array => new Uint8Array(sign(null, bytes, pair.privateKey));
const publicKey: CertificatePublicKey = {
  kid: 'k1',
  kty: 'OKP',
  crv: 'Ed25519',
  x: pair.publicKey.export({ format: 'jwk' }).x as string,
  validFrom: '2026-01-01',
  validTo: null,
};
const facts: CertificateFacts = {
  title: '一种高效光伏组件封装技术转让',
  subclass: '21',
  sellers: ['忻州师范学院'],
  buyers: ['忻州光电有限公司'],
  signedOn: '2026-11-01',
  effectiveFrom: '2026-11-01',
  effectiveTo: '2028-10-31',
  total: 100_000_000,
  technical: 75_000_000,
  amountOpen: false,
  acceptanceNumber: '受理2026140900000001',
  nationalRegNo: null,
  firstReviewer: '王初',
  secondReviewer: '李复',
  ruleSet: '2026',
};
const salt = 'c2FsdA';
const PDF = new TextEncoder().encode(
  '%PDF-1.7\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n32\n%%EOF\n',
);

async function payload(): Promise<CertificatePayload> {
  return {
    v: 1,
    key: 'k1',
    number: '2026140900000001',
    version: 1,
    class: '2',
    registry: '忻州市科学技术局',
    date: '2026-11-23',
    facts: await factsHash(facts, salt),
  };
}
const token = async (): Promise<string> => signToken(await payload(), signer);
const file = async (): Promise<Uint8Array> =>
  sealFile(PDF, { token: await token(), facts, salt, key: 'k1' }, signer);

describe('the code on the certificate', () => {
  it('is genuine, bare or as an address', async () => {
    const text = await token();
    expect(await verifyToken(text, [publicKey])).toEqual({ genuine: true, payload: await payload() });
    const address = `https://jihui.example/verify#${text}`;
    expect(tokenOf(address)).toBe(text);
    expect((await verifyToken(address, [publicKey])).genuine).toBe(true);
  });
  it('is refused by a key that is not published, or was not in force', async () => {
    const text = await token();
    expect(await verifyToken(text, [])).toEqual({ genuine: false, refusal: 'UNKNOWN_KEY' });
    const later = { ...publicKey, validFrom: '2027-01-01' };
    expect(await verifyToken(text, [later])).toEqual({ genuine: false, refusal: 'KEY_NOT_VALID' });
    const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x as string;
    expect(await verifyToken(text, [{ ...publicKey, x: other }])).toEqual({
      genuine: false,
      refusal: 'BAD_SIGNATURE',
    });
  });
  it('is refused with any letter changed', async () => {
    const text = await token();
    for (let at = 0; at < text.length; at += 1) {
      const changed = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
      expect((await verifyToken(changed, [publicKey])).genuine).toBe(false);
    }
  });
  it.each([
    '',
    'JH1',
    'JH1..',
    'JH2.a.b',
    'JH1.!.!',
    '💥',
    'JH1.e30.AA',
    `JH1.${toBase64Url(new TextEncoder().encode('null'))}.AA`,
  ])('calls %p malformed', async (text) =>
    expect(await verifyToken(text, [publicKey])).toEqual({ genuine: false, refusal: 'MALFORMED' }),
  );
  it('shows nothing of parties and amounts', async () => {
    const body = (await token()).split('.')[1] ?? '';
    const shown = new TextDecoder().decode(fromBase64Url(body) ?? undefined);
    for (const hidden of ['光伏', '师范', '光电', '100000000', '王初']) expect(shown).not.toContain(hidden);
  });
});

describe('the file', () => {
  it('gives back what it certifies', async () =>
    expect(await verifyCertificateFile(await file(), [publicKey])).toEqual({
      genuine: true,
      payload: await payload(),
      facts,
    }));
  it('still ends as a PDF does', async () => {
    const text = new TextDecoder().decode((await file()).slice(-400));
    expect(text).toMatch(/startxref\n32\n%%EOF\n%JIHUI-SIGNATURE k1 [0-9a-f]{128}\n$/);
  });
  it('is refused with any one bit flipped anywhere', async () => {
    const whole = await file();
    for (let at = 0; at < whole.length; at += 1) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect((await verifyCertificateFile(changed, [publicKey])).genuine).toBe(false);
    }
  });
  it('is refused when cut, lengthened, or without its key', async () => {
    const whole = await file();
    expect((await verifyCertificateFile(whole.slice(0, -1), [publicKey])).genuine).toBe(false);
    expect((await verifyCertificateFile(new Uint8Array([...whole, 10]), [publicKey])).genuine).toBe(false);
    expect((await verifyCertificateFile(new Uint8Array(), [publicKey])).genuine).toBe(false);
    expect(await verifyCertificateFile(whole, [])).toEqual({ genuine: false, refusal: 'UNKNOWN_KEY' });
  });
  it('is refused when sealed with another contract’s token', async () => {
    const other = sealFile(
      PDF,
      { token: await token(), facts: { ...facts, total: 1 }, salt, key: 'k1' },
      signer,
    );
    expect(await verifyCertificateFile(other, [publicKey])).toEqual({ genuine: false, refusal: 'ALTERED' });
  });
  it('seals nothing but a whole PDF', async () =>
    expect(() => sealFile(PDF.slice(0, 20), { token: '', facts, salt, key: 'k1' }, signer)).toThrow(
      'not a complete PDF',
    ));
});

describe('base64url', () => {
  it('reads back what it wrote, and only that', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const text = toBase64Url(bytes);
        expect(fromBase64Url(text)).toEqual(new Uint8Array(bytes));
      }),
    ));
  it('refuses spare bits', () => expect(fromBase64Url('AB')).toBeNull());
});
