import { readFileSync, statSync, readdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Test } from 'supertest';
import { addDays, legalDayOf } from '@jihui/kernel';
import { sql, Work } from '@jihui/platform';
import { describeWith } from '@jihui/testing';
import {
  statusIn,
  tokenOf,
  verifyCertificateFile,
  verifyList,
  verifyToken,
  type Trust,
} from '../src/certificate-file.js';
import { CertificateKeys } from '../src/certificates/certificate-keys.js';
import { CertificatesService } from '../src/certificates/certificates.service.js';
import { KeyRotation } from '../src/certificates/rotation.js';
import { StatusListsService } from '../src/certificates/status-lists.service.js';
import type { EndedCertificate, StatusList } from '../src/core/certificates/revocations.js';
import { sm2Verify } from '../src/sm2-verify.js';
import { Ledger } from '../src/statistics/ledger.js';
import { aWorld, type World } from './contracts.world.js';
import { anAftermath } from './proceedings.world.js';

describe('certificates', () => {
  let world: World;
  let id: string;
  beforeAll(async () => {
    world = await aWorld();
    id = await world.application('REGISTERED');
    await world.app.settle();
  }, 120_000);
  afterAll(() => world.close());

  const publishedKeys = async (of = world): Promise<Trust> => ({
    keys: ((await of.app.client().get('/.well-known/jihui-certificate-keys.json')).body as Trust).keys,
    sm2: sm2Verify,
  });
  /** The newest list as anybody fetches it, checked with the published keys alone. */
  const statusList = async (): Promise<StatusList> => {
    const answer = await world.app.client().get('/.well-known/jihui-certificate-status.json');
    const verdict = await verifyList(answer.body, await publishedKeys());
    if (!verdict.genuine) throw new Error(verdict.refusal);
    return verdict.list;
  };
  const inJob = <T>(work: Parameters<Work['run']>[1]): Promise<T> =>
    world.app
      .get(Work)
      .run(
        { domain: 'contracts', name: 'test', actor: { kind: 'system', name: 'test' } },
        work,
      ) as Promise<T>;
  const collect: Parameters<Test['parse']>[0] = (response, done) => {
    const chunks: Buffer[] = [];
    response
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => done(null, Buffer.concat(chunks)));
  };
  const certificateOf = async () =>
    (
      await world.app.as(world.seller).query<{
        contract: {
          registrationNumber: string;
          certificate: {
            version: number;
            url: string;
            verifyUrl: string;
            versions: { version: number; status: string; url: string }[];
          };
        };
      }>('query ($id: ID!) { contract(id: $id) { registrationNumber certificate { version url verifyUrl issuedAt versions { version status url } } } }', { id })
    ).contract;
  const download = async (url?: string): Promise<Buffer> => {
    const answer = await world.app
      .as(world.seller)
      .get(url ?? (await certificateOf()).certificate.url)
      .buffer(true)
      .parse(collect);
    return answer.body as Buffer;
  };
  const verify = async (payload: string) =>
    (
      await world.app
        .client()
        .query<{ verifyCertificate: Record<string, unknown> }>(
          'query ($payload: String!) { verifyCertificate(payload: $payload) { genuine reason registrationNumber version status className registryName registeredOn issuedOn } }',
          { payload },
        )
    ).verifyCertificate;

  describe('a certificate', () => {
    it('verifies with the published keys alone; one flipped byte fails', async () => {
      const [file, keys] = [await download(), await publishedKeys()];
      const { registrationNumber } = await certificateOf();
      expect(await verifyCertificateFile(file, keys)).toMatchObject({
        genuine: true,
        payload: { number: registrationNumber, version: 1, class: '2', registry: '忻州市科学技术局' },
        facts: {
          sellers: ['忻州示范大学'],
          buyers: ['原平光电科技有限公司'],
          total: 100_000_000,
          technical: 75_000_000,
          firstReviewer: '刘慧',
          secondReviewer: '陈立',
          nationalRegNo: null,
        },
      });
      await fc.assert(
        fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
          const changed = Buffer.from(file);
          changed[at] = (changed[at] ?? 0) ^ mask;
          expect((await verifyCertificateFile(changed, keys)).genuine).toBe(false);
        }),
        { numRuns: 200 },
      );
    });
    it('tells the public number, status, class, registry and day, and nothing more', async () => {
      const { certificate, registrationNumber } = await certificateOf();
      const told = await verify(certificate.verifyUrl);
      expect(told).toEqual({
        genuine: true,
        reason: null,
        registrationNumber,
        version: 1,
        status: 'VALID',
        className: '技术转让',
        registryName: '忻州市科学技术局',
        registeredOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        issuedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      });
      const rest = await world.app
        .client()
        .get(`/files/contracts/verifications?payload=${encodeURIComponent(certificate.verifyUrl)}`);
      expect(rest.body).toEqual(told);
      expect(certificate.verifyUrl).toContain('/verify#JH2.');
    });
    it('says why when it is not genuine', async () => {
      const { verifyUrl } = (await certificateOf()).certificate;
      expect(await verify(`${verifyUrl.slice(0, -4)}AAAA`)).toMatchObject({
        genuine: false,
        registrationNumber: null,
      });
      expect(await verify('')).toMatchObject({
        genuine: false,
        reason: '不是本平台出具的登记证明，或内容不完整',
      });
      expect(await verify('x'.repeat(100_000))).toMatchObject({ genuine: false });
    });
    it('is for those who see the contract', async () => {
      const { url } = (await certificateOf()).certificate;
      expect((await world.app.as(world.officer).get(url)).status).toBe(200);
      for (const actor of [world.stranger, world.sellerMember, world.countyRegistrar])
        expect((await world.app.as(actor).get(url)).status).toBe(404);
      expect((await world.app.client().get(url)).status).toBe(404);
      const draft = await world.application();
      expect((await world.app.as(world.seller).get(`/files/contracts/certificates/${draft}`)).status).toBe(
        404,
      );
    });
    it('is drawn once, however often the job runs', async () => {
      await inJob((tx) => world.app.get(CertificatesService).issue(id, tx));
      expect(
        await world.rows(sql`select 1 from contracts.certificate where contract_id = ${id}`),
      ).toHaveLength(1);
      const draft = await world.application();
      await inJob((tx) => world.app.get(CertificatesService).issue(draft, tx));
      expect(
        await world.rows(sql`select 1 from contracts.certificate where contract_id = ${draft}`),
      ).toHaveLength(0);
    });
    it('is issued again with the national number, and the old code says so', async () => {
      const old = (await certificateOf()).certificate.verifyUrl;
      const first = await download();
      await world.registration.recordNationalNumber(world.registrarA, {
        ...(await world.target(id)),
        nationalRegNo: '20261400000012345',
      });
      expect((await certificateOf()).certificate).toMatchObject({ version: 2, url: null });
      await world.app.settle();
      expect(await verifyCertificateFile(await download(), await publishedKeys())).toMatchObject({
        genuine: true,
        payload: { version: 2 },
        facts: { nationalRegNo: '20261400000012345' },
      });
      expect(await verify(old)).toMatchObject({ genuine: true, version: 1, status: 'SUPERSEDED' });
      const { certificate } = await certificateOf();
      expect(await verify(certificate.verifyUrl)).toMatchObject({ version: 2, status: 'VALID' });
      expect(certificate.versions).toEqual([
        { version: 2, status: 'VALID', url: expect.stringMatching(/\/2$/) },
        { version: 1, status: 'SUPERSEDED', url: expect.stringMatching(/\/1$/) },
      ]);
      const older = certificate.versions[1]?.url ?? '';
      expect((await download(older)).equals(first)).toBe(true);
      const named = await world.app.as(world.seller).get(older);
      expect(decodeURIComponent(String(named.headers['content-disposition']))).toContain(
        '第1版（已换发新版本）',
      );
      expect((await world.app.as(world.seller).get(older.replace(/1$/, '9'))).status).toBe(404);
      expect((await world.app.as(world.stranger).get(older)).status).toBe(404);
    });
  });

  describe('the status list', () => {
    const publish = () => inJob((tx) => world.app.get(StatusListsService).publish(tx));

    it('names the superseded version, so that anybody knows without asking', async () => {
      const { certificate, registrationNumber } = await certificateOf();
      const list = await statusList();
      expect(list.entries).toEqual([
        { number: registrationNumber, version: 1, status: 'SUPERSEDED', on: expect.any(String) as string },
      ]);
      const verdict = await verifyToken(tokenOf(certificate.verifyUrl), await publishedKeys());
      if (!verdict.genuine) throw new Error(verdict.refusal);
      expect(statusIn(list, verdict.payload)).toEqual({ status: 'VALID', since: null });
    });
    it('is published once a day, and when something ended; its numbers have no gap', async () => {
      const { sequence } = await statusList();
      await Promise.all([publish(), publish()]);
      expect((await statusList()).sequence).toBe(sequence);
      await world.app.advance(1);
      await Promise.all([publish(), publish(), publish()]);
      expect(await statusList()).toMatchObject({ sequence: sequence + 1 });
      const numbers = await world.rows<{ sequence: number }>(
        sql`select sequence from contracts.status_list order by sequence`,
      );
      expect(numbers.map(({ sequence: number }) => number)).toEqual(numbers.map((_, index) => index + 1));
    });
    it('names every version of what was revoked or cancelled, and none of what was restored', async () => {
      const other = await world.application('REGISTERED');
      await world.app.settle();
      await inJob(() => world.app.get(Ledger).end(id, 'REVOCATION', '2026-12-01'));
      await inJob(() => world.app.get(Ledger).end(other, 'CANCELLATION', '2026-12-01'));
      await publish();
      const { registrationNumber } = await certificateOf();
      const { entries } = await statusList();
      expect(entries.filter(({ number }) => number === registrationNumber)).toEqual([
        { number: registrationNumber, version: 1, status: 'REVOKED', on: '2026-12-01' },
        { number: registrationNumber, version: 2, status: 'REVOKED', on: '2026-12-01' },
      ]);
      expect(entries.map(({ status }) => status)).toContain('CANCELLED');
      await inJob(() => world.app.get(Ledger).reinstate(id, '2026-12-02'));
      await publish();
      expect((await statusList()).entries.filter(({ number }) => number === registrationNumber)).toEqual([
        expect.objectContaining({ version: 1, status: 'SUPERSEDED' }),
      ]);
    });
    it('is published again by the decision that ends a registration', async () => {
      const ending = await world.application('REGISTERED');
      await world.app.settle();
      const before = await statusList();
      await anAftermath(world).cancel(ending, 'APPROVED');
      await world.app.settle();
      const after = await statusList();
      expect(after.sequence).toBe(before.sequence + 1);
      const named = ({ number, version }: EndedCertificate): string => `${number}/${version}`;
      const known = before.entries.map(named);
      expect(after.entries.filter((entry) => !known.includes(named(entry)))).toEqual([
        expect.objectContaining({ version: 1, status: 'CANCELLED' }),
      ]);
    });
    it('is there for anybody, also from another site', async () => {
      const answer = await world.app.client().get('/.well-known/jihui-certificate-status.json');
      expect(answer.headers).toMatchObject({ 'access-control-allow-origin': '*' });
      expect(JSON.stringify(answer.body)).not.toContain('示范大学');
    });
  });

  describe('the signing key', () => {
    const folder = (): string => join(world.app.stateDir, 'keys');
    /** The folder holds the key of the mailed links as well. */
    const signingKeys = (): string[] =>
      readdirSync(folder()).filter((name) => name.startsWith('certificate-'));
    const rotate = (options: Readonly<Record<string, string>> = {}): Promise<readonly string[]> =>
      world.app.get(KeyRotation).run(options);
    const today = async (): Promise<string> => {
      const [row] = await world.rows<{ now: Date }>(sql`select platform.business_now() as now`);
      return legalDayOf(row?.now ?? new Date());
    };

    it('stands in the state folder, for the server’s account alone, and stays the same', async () => {
      expect(signingKeys()).toEqual(['certificate-1.json']);
      for (const name of readdirSync(folder()))
        expect(statSync(join(folder(), name)).mode & 0o777).toBe(0o600);
      const keys = world.app.get(CertificateKeys);
      const before = await keys.published();
      await keys.onModuleInit();
      expect(await keys.published()).toEqual(before);
      expect(JSON.stringify((await publishedKeys()).keys)).not.toContain('rivate');
    });
    it('is rotated ahead of its first day, once however often it is asked, and the earlier still verifies', async () => {
      const file = await download();
      const from = addDays(await today(), 3);
      await expect(rotate({ from: await today() })).rejects.toMatchObject({ code: 'CONTRACT.KEY_TOO_SOON' });
      await expect(rotate({ from: 'tomorrow' })).rejects.toMatchObject({ code: 'CONTRACT.KEY_TOO_SOON' });
      expect(await rotate({ from })).toHaveLength(2);
      expect(await rotate({ from })).toHaveLength(2);
      const [next, first] = (await publishedKeys()).keys;
      expect(next).toMatchObject({ validFrom: from, validTo: null });
      expect(first).toMatchObject({ validTo: addDays(from, -1) });
      const keys = world.app.get(CertificateKeys);
      expect((await keys.signers(from)).ed25519.kid).toBe(next?.kid);
      expect((await keys.signers(addDays(from, -1))).ed25519.kid).toBe(first?.kid);
      await expect(keys.signers('1999-01-01')).rejects.toThrow('no Ed25519 certificate key');
      expect((await verifyCertificateFile(file, await publishedKeys())).genuine).toBe(true);
    });
    it('signs what is issued after its first day, also for what was registered before', async () => {
      await world.app.advance(5);
      await world.registration.recordNationalNumber(world.registrarA, {
        ...(await world.target(id)),
        nationalRegNo: '20261400000099999',
      });
      await world.app.settle();
      const [next] = (await publishedKeys()).keys;
      expect(await verifyCertificateFile(await download(), await publishedKeys())).toMatchObject({
        genuine: true,
        payload: { version: 3, key: next?.kid },
      });
    });
    it('loses its private part when it has ended', async () => {
      await rotate({ from: addDays(await today(), 1) });
      const files = signingKeys().map(
        (name) =>
          JSON.parse(readFileSync(join(folder(), name), 'utf8')) as {
            validTo: string;
            privateKey: string | null;
          },
      );
      expect(files.map(({ privateKey }) => privateKey === null).sort()).toEqual([false, false, true]);
    });
  });

  describe('where the city wants SM2 as well', () => {
    let second: World;
    beforeAll(async () => {
      second = await aWorld({ settings: { CERTIFICATE_SM2: 'on' } });
    }, 120_000);
    afterAll(() => second.close());

    it('signs code, file and list twice', async () => {
      const contractId = await second.application('REGISTERED');
      await second.app.settle();
      const trust = await publishedKeys(second);
      expect(trust.keys.map(({ crv }) => crv).sort()).toEqual(['Ed25519', 'SM2']);
      const file = await second.app
        .as(second.seller)
        .get(`/files/contracts/certificates/${contractId}`)
        .buffer(true)
        .parse(collect);
      expect(await verifyCertificateFile(file.body as Buffer, trust)).toMatchObject({
        genuine: true,
        sm2: 'VALID',
      });
      const list = await second.app.client().get('/.well-known/jihui-certificate-status.json');
      expect(await verifyList(list.body, trust)).toMatchObject({
        genuine: true,
        sm2: 'VALID',
        list: { sequence: 1 },
      });
    });
  });

  describeWith('pdftotext', 'the page', () => {
    it('says in Chinese what was registered', async () => {
      const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: await download() }).toString();
      const { registrationNumber } = await certificateOf();
      for (const said of [
        '技术合同登记证明',
        registrationNumber,
        '忻州示范大学',
        '原平光电科技有限公司',
        '¥1,000,000.00',
        '人民币柒拾伍万元整',
        '忻州市科学技术局',
        '初审 刘慧',
        '复核 陈立',
        '20261400000099999',
      ])
        expect(text).toContain(said);
    });
  });
});
