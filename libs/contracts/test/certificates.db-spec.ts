import { readFileSync, statSync, readdirSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { sql, Work } from '@jihui/platform';
import { describeWith } from '@jihui/testing';
import { verifyCertificateFile, type CertificatePublicKey } from '../src/certificate-file.js';
import { CertificateKeys } from '../src/certificates/certificate-keys.js';
import { CertificatesService } from '../src/certificates/certificates.service.js';
import { aWorld, type World } from './contracts.world.js';

let world: World;
let id: string;
beforeAll(async () => {
  world = await aWorld();
  id = await world.application('REGISTERED');
  await world.app.settle();
}, 120_000);
afterAll(() => world.close());

const publishedKeys = async (): Promise<readonly CertificatePublicKey[]> =>
  (
    (await world.app.client().get('/.well-known/jihui-certificate-keys.json')).body as {
      keys: CertificatePublicKey[];
    }
  ).keys;
const certificateOf = async () =>
  (
    await world.app.as(world.seller).query<{
      contract: {
        registrationNumber: string;
        certificate: { version: number; url: string; verifyUrl: string };
      };
    }>('query ($id: ID!) { contract(id: $id) { registrationNumber certificate { version url verifyUrl issuedAt } } }', { id })
  ).contract;
const download = async (): Promise<Buffer> => {
  const answer = await world.app
    .as(world.seller)
    .get((await certificateOf()).certificate.url)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => done(null, Buffer.concat(chunks)));
    });
  return answer.body as Buffer;
};
const verify = async (payload: string) =>
  (
    await world.app
      .client()
      .query<{ verifyCertificate: Record<string, unknown> }>(
        'query ($payload: String!) { verifyCertificate(payload: $payload) { genuine reason registrationNumber version status className registryName registeredOn } }',
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
    for (const at of [
      0,
      1_000,
      Math.floor(file.length / 2),
      file.length - 400,
      file.length - 10,
      file.length - 1,
    ]) {
      const changed = Buffer.from(file);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect((await verifyCertificateFile(changed, keys)).genuine).toBe(false);
    }
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
    });
    const rest = await world.app
      .client()
      .get(`/files/contracts/verifications?payload=${encodeURIComponent(certificate.verifyUrl)}`);
    expect(rest.body).toEqual(told);
    expect(certificate.verifyUrl).toContain('/verify#JH1.');
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
    expect((await world.app.as(world.seller).get(`/files/contracts/certificates/${draft}`)).status).toBe(404);
  });
  it('is drawn once, however often the job runs', async () => {
    const again = world.app
      .get(Work)
      .run({ domain: 'contracts', name: 'again', actor: { kind: 'system', name: 'test' } }, (tx) =>
        world.app.get(CertificatesService).issue(id, tx),
      );
    await again;
    expect(await world.rows(sql`select 1 from contracts.certificate where contract_id = ${id}`)).toHaveLength(
      1,
    );
    const draft = await world.application();
    await world.app
      .get(Work)
      .run({ domain: 'contracts', name: 'draft', actor: { kind: 'system', name: 'test' } }, (tx) =>
        world.app.get(CertificatesService).issue(draft, tx),
      );
    expect(
      await world.rows(sql`select 1 from contracts.certificate where contract_id = ${draft}`),
    ).toHaveLength(0);
  });
  it('is issued again with the national number, and the old code says so', async () => {
    const old = (await certificateOf()).certificate.verifyUrl;
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
    expect(await verify((await certificateOf()).certificate.verifyUrl)).toMatchObject({
      version: 2,
      status: 'VALID',
    });
  });
});

describe('the signing key', () => {
  it('stands in the state folder, for the server’s account alone, and stays the same', async () => {
    const folder = join(world.app.stateDir, 'keys');
    const names = readdirSync(folder);
    expect(names).toEqual(['certificate-1.json']);
    expect(statSync(join(folder, 'certificate-1.json')).mode & 0o777).toBe(0o600);
    const keys = world.app.get(CertificateKeys);
    const before = keys.published();
    await keys.onModuleInit();
    expect(keys.published()).toEqual(before);
    expect(JSON.stringify(await publishedKeys())).not.toContain('PRIVATE');
  });
  it('gives way to a later one, and the earlier still verifies', async () => {
    const folder = join(world.app.stateDir, 'keys');
    const file = await download();
    const first = JSON.parse(
      readFileSync(join(folder, 'certificate-1.json'), 'utf8'),
    ) as CertificatePublicKey;
    writeFileSync(
      join(folder, 'certificate-2.json'),
      JSON.stringify({ ...first, kid: 'c2', validFrom: '2999-01-01' }),
      { mode: 0o600 },
    );
    const keys = world.app.get(CertificateKeys);
    await keys.onModuleInit();
    expect(keys.published().map(({ kid }) => kid)).toEqual(['c2', first.kid]);
    expect(keys.signing('2999-01-02').kid).toBe('c2');
    expect(() => keys.signing('1999-01-01')).toThrow('no certificate key');
    expect((await verifyCertificateFile(file, keys.published())).genuine).toBe(true);
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
      '20261400000012345',
    ])
      expect(text).toContain(said);
  });
});
