import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { sm2Verify } from '../../sm2-verify.js';
import { generateSm2, sm2Signer } from '../../certificates/sm2.js';
import { fromBase64Url, toBase64Url } from './base64url.js';
import { utf8 } from './bytes.js';
import { sealFile, verifyCertificateFile } from './file.js';
import type { Ed25519PublicKey, Signers, Sm2PublicKey, Trust } from './keys.js';
import { factsHash, type CertificateFacts, type CertificatePayload } from './payload.js';
import { signList, statusIn, verifyList, type StatusList } from './revocations.js';
import { signToken, tokenOf, verifyToken } from './token.js';

const pair = generateKeyPairSync('ed25519');
const signer = (bytes: Uint8Array): Uint8Array => new Uint8Array(sign(null, bytes, pair.privateKey));
const signers: Signers = { ed25519: { kid: 'k1', sign: signer }, sm2: null };
const publicKey: Ed25519PublicKey = {
  kid: 'k1',
  kty: 'OKP',
  crv: 'Ed25519',
  x: pair.publicKey.export({ format: 'jwk' }).x as string,
  validFrom: '2026-01-01',
  validTo: null,
};
const trust: Trust = { keys: [publicKey] };
const trusting = (change: Partial<Ed25519PublicKey>): Trust => ({ keys: [{ ...publicKey, ...change }] });
const nobody: Trust = { keys: [] };

const second = generateSm2();
const sm2Key: Sm2PublicKey = {
  kid: 's1',
  kty: 'EC',
  crv: 'SM2',
  x: second.x,
  y: second.y,
  validFrom: '2026-01-01',
  validTo: null,
};
const twoSigners: Signers = { ...signers, sm2: { kid: 's1', sign: sm2Signer(second.privateKey) } };
const twoKeys: Trust = { keys: [publicKey, sm2Key], sm2: sm2Verify };

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

async function payload(change: Partial<CertificatePayload> = {}): Promise<CertificatePayload> {
  return {
    v: 2,
    key: 'k1',
    number: '2026140900000001',
    version: 1,
    class: '2',
    registry: '忻州市科学技术局',
    date: '2026-11-23',
    issued: '2026-11-24',
    facts: await factsHash(facts, salt),
    ...change,
  };
}
const token = async (): Promise<string> => signToken(await payload(), signers);
const file = async (): Promise<Uint8Array<ArrayBuffer>> =>
  sealFile(PDF, { token: await token(), facts, salt }, signers);

describe('the code on the certificate', () => {
  it('is genuine, bare or as an address', async () => {
    const text = await token();
    expect(await verifyToken(text, trust)).toEqual({ genuine: true, payload: await payload(), sm2: null });
    const address = `https://jihui.example/verify#${text}`;
    expect(tokenOf(address)).toBe(text);
    expect((await verifyToken(address, trust)).genuine).toBe(true);
  });
  it('is refused by a key that is not published, or was not in force on the day of issue', async () => {
    const text = await token();
    expect(await verifyToken(text, nobody)).toEqual({ genuine: false, refusal: 'UNKNOWN_KEY' });
    expect(await verifyToken(text, trusting({ validFrom: '2027-01-01' }))).toEqual({
      genuine: false,
      refusal: 'KEY_NOT_VALID',
    });
    const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x as string;
    expect(await verifyToken(text, trusting({ x: other }))).toEqual({
      genuine: false,
      refusal: 'BAD_SIGNATURE',
    });
  });
  it('is refused with any letter changed', async () => {
    const text = await token();
    for (let at = 0; at < text.length; at += 1) {
      const changed = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
      expect((await verifyToken(changed, trust)).genuine).toBe(false);
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
    expect(await verifyToken(text, trust)).toEqual({ genuine: false, refusal: 'MALFORMED' }),
  );
  it('shows nothing of parties and amounts', async () => {
    const body = (await token()).split('.')[1] ?? '';
    const shown = new TextDecoder().decode(fromBase64Url(body) ?? undefined);
    for (const hidden of ['光伏', '师范', '光电', '100000000', '王初']) expect(shown).not.toContain(hidden);
  });
});

describe('the file', () => {
  it('gives back what it certifies', async () =>
    expect(await verifyCertificateFile(await file(), trust)).toEqual({
      genuine: true,
      payload: await payload(),
      facts,
      sm2: null,
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
      expect((await verifyCertificateFile(changed, trust)).genuine).toBe(false);
    }
  });
  it('is refused with any bytes changed, left out or put in', () =>
    fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat(40),
        fc.uint8Array({ maxLength: 40 }),
        async (from, removed, added) => {
          const whole = await file();
          const at = from % whole.length;
          const changed = new Uint8Array([...whole.slice(0, at), ...added, ...whole.slice(at + removed)]);
          const same =
            changed.length === whole.length && changed.every((byte, index) => byte === whole[index]);
          expect((await verifyCertificateFile(changed, trust)).genuine).toBe(same);
        },
      ),
      { numRuns: 300 },
    ));
  it('is refused when cut, lengthened, or without its key', async () => {
    const whole = await file();
    expect((await verifyCertificateFile(whole.slice(0, -1), trust)).genuine).toBe(false);
    expect((await verifyCertificateFile(new Uint8Array([...whole, 10]), trust)).genuine).toBe(false);
    expect((await verifyCertificateFile(new Uint8Array(), trust)).genuine).toBe(false);
    expect(await verifyCertificateFile(whole, nobody)).toEqual({ genuine: false, refusal: 'UNKNOWN_KEY' });
  });
  it('is refused when sealed with another contract’s token', async () => {
    const other = sealFile(PDF, { token: await token(), facts: { ...facts, total: 1 }, salt }, signers);
    expect(await verifyCertificateFile(other, trust)).toEqual({ genuine: false, refusal: 'ALTERED' });
  });
  it('seals nothing but a whole PDF', async () =>
    expect(() => sealFile(PDF.slice(0, 20), { token: '', facts, salt }, signers)).toThrow(
      'not a complete PDF',
    ));
});

describe('a certificate from before there was a day of issue', () => {
  const old = async (): Promise<string> => {
    const { issued: _, ...rest } = await payload({ v: 1 });
    const body = `JH1.${toBase64Url(utf8(JSON.stringify(rest)))}`;
    return `${body}.${toBase64Url(signer(utf8(body)))}`;
  };
  it('is still genuine, by the day of registration', async () => {
    expect(await verifyToken(await old(), trust)).toMatchObject({
      genuine: true,
      payload: { v: 1, issued: '2026-11-23' },
    });
    expect(await verifyToken(await old(), trusting({ validFrom: '2026-11-24' }))).toEqual({
      genuine: false,
      refusal: 'KEY_NOT_VALID',
    });
  });
  it('cannot be made of a newer one', async () =>
    expect(await verifyToken((await token()).replace('JH2.', 'JH1.'), trust)).toEqual({
      genuine: false,
      refusal: 'MALFORMED',
    }));
});

describe('the second signature', () => {
  const both = async (): Promise<string> => signToken(await payload({ sm2: 's1' }), twoSigners);
  const sealed = async (): Promise<Uint8Array<ArrayBuffer>> =>
    sealFile(PDF, { token: await both(), facts, salt }, twoSigners);

  it('is checked with SM2 where it can be, and said not to be where it cannot', async () => {
    expect(await verifyToken(await both(), twoKeys)).toMatchObject({ genuine: true, sm2: 'VALID' });
    const without = { keys: twoKeys.keys };
    expect(await verifyToken(await both(), without)).toMatchObject({ genuine: true, sm2: 'NOT_CHECKED' });
    expect(await verifyCertificateFile(await sealed(), twoKeys)).toMatchObject({
      genuine: true,
      sm2: 'VALID',
      facts,
    });
    expect(await verifyCertificateFile(await sealed(), without)).toMatchObject({
      genuine: true,
      sm2: 'NOT_CHECKED',
    });
  });
  it('cannot be left out, changed, or made by another key', async () => {
    const text = await both();
    expect(await verifyToken(text.slice(0, text.lastIndexOf('.')), twoKeys)).toMatchObject({
      genuine: false,
    });
    expect(await verifyToken(text, trust)).toEqual({ genuine: false, refusal: 'UNKNOWN_KEY' });
    const other = generateSm2();
    const forged: Signers = { ...signers, sm2: { kid: 's1', sign: sm2Signer(other.privateKey) } };
    expect(await verifyToken(signToken(await payload({ sm2: 's1' }), forged), twoKeys)).toEqual({
      genuine: false,
      refusal: 'BAD_SIGNATURE',
    });
    const halfSealed = sealFile(PDF, { token: text, facts, salt }, signers);
    expect(await verifyCertificateFile(halfSealed, twoKeys)).toEqual({ genuine: false, refusal: 'ALTERED' });
    const badlySealed = sealFile(PDF, { token: text, facts, salt }, forged);
    expect(await verifyCertificateFile(badlySealed, twoKeys)).toEqual({ genuine: false, refusal: 'ALTERED' });
    const retired = { ...twoKeys, keys: [publicKey, { ...sm2Key, validTo: '2026-11-01' }] };
    expect(await verifyToken(text, retired)).toEqual({ genuine: false, refusal: 'KEY_NOT_VALID' });
  });
  it('leaves no byte of the file outside', async () => {
    const whole = await sealed();
    for (let at = 0; at < whole.length; at += 7) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect((await verifyCertificateFile(changed, twoKeys)).genuine).toBe(false);
    }
  });
});

describe('the status list', () => {
  const list: StatusList = {
    v: 1,
    key: 'k1',
    sequence: 7,
    day: '2026-12-01',
    issuedAt: '2026-11-30T16:05:00.000Z',
    nextBy: '2026-12-03',
    entries: [
      { number: '2026140900000001', version: 1, status: 'SUPERSEDED', on: '2026-11-30' },
      { number: '2026140900000002', version: 1, status: 'REVOKED', on: '2026-11-29' },
    ],
  };
  const over = (value: object): unknown => JSON.parse(JSON.stringify(value));

  it('is genuine as it comes over the wire, whatever the order of its fields', async () => {
    expect(await verifyList(over(signList(list, signers)), trust)).toEqual({
      genuine: true,
      list,
      sm2: null,
    });
    const turned = Object.fromEntries(Object.entries(list).reverse());
    const { signature } = signList(list, signers);
    expect(await verifyList(over({ signature, list: turned }), trust)).toMatchObject({ genuine: true });
  });
  it('is refused with an entry left out, added or changed, or an older date', async () => {
    const signed = signList(list, signers);
    for (const change of [
      { entries: list.entries.slice(1) },
      { entries: [...list.entries, list.entries[0]] },
      { sequence: 8 },
      { day: '2026-12-02' },
    ])
      expect(await verifyList(over({ ...signed, list: { ...list, ...change } }), trust)).toEqual({
        genuine: false,
        refusal: 'BAD_SIGNATURE',
      });
    expect(await verifyList(over(signed), nobody)).toEqual({ genuine: false, refusal: 'UNKNOWN_KEY' });
    expect(await verifyList(over(signed), trusting({ validTo: '2026-11-01' }))).toEqual({
      genuine: false,
      refusal: 'KEY_NOT_VALID',
    });
  });
  it('cannot be taken for another kind of thing that the same key signs', async () => {
    const [, body = '', signature = ''] = (await token()).split('.');
    expect(
      await verifyList(
        { list: JSON.parse(atob(body.replaceAll('-', '+').replaceAll('_', '/'))), signature },
        trust,
      ),
    ).toMatchObject({ genuine: false });
  });
  it.each([
    null,
    1,
    'text',
    {},
    { list: null },
    { list: {}, signature: 'AA' },
    { list: { ...list, entries: [{}] }, signature: 'AA' },
  ])('calls %p malformed', async (value) =>
    expect(await verifyList(value, trust)).toEqual({ genuine: false, refusal: 'MALFORMED' }),
  );
  it('carries the second signature as well', async () => {
    const signed = signList({ ...list, sm2: 's1' }, twoSigners);
    expect(await verifyList(over(signed), twoKeys)).toMatchObject({ genuine: true, sm2: 'VALID' });
    const { sm2Signature: _, ...without } = signed;
    expect(await verifyList(over(without), twoKeys)).toEqual({ genuine: false, refusal: 'BAD_SIGNATURE' });
  });
  it('says what became of a certificate, and nothing of one that is younger than itself', () => {
    const of = (version: number, issued = '2026-11-24', number = '2026140900000001') =>
      statusIn(list, { number, version, issued });
    expect(of(1)).toEqual({ status: 'SUPERSEDED', since: '2026-11-30' });
    expect(of(2, '2026-11-30')).toEqual({ status: 'VALID', since: null });
    expect(of(1, '2026-11-24', '2026140900000002')).toEqual({ status: 'REVOKED', since: '2026-11-29' });
    expect(of(3, '2026-12-02')).toEqual({ status: 'UNKNOWN', since: null });
  });
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
