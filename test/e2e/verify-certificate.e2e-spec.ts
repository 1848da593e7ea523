import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { command } from '../../apps/cli/src/commands/verify-certificate.js';
import { demoCity } from './city.js';

const KEYS = 'jihui-certificate-keys.json';
const LIST = 'jihui-certificate-status.json';

let folder: string;
const inFolder = (name: string): string => join(folder, name);
let said: string[] = [];

/** Saves what is published and a certificate in both its versions; then the server is gone. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jihui-verify-'));
  const city = await demoCity();
  const officer = city.who('registrar1');
  const { contracts } = await officer.query<{
    contracts: { edges: { node: { id: string; version: number; certificate: { verifyUrl: string } } }[] };
  }>(
    '{ contracts(filter: { states: [REGISTERED] }, first: 1) { edges { node { id version certificate { verifyUrl } } } } }',
  );
  const contract = contracts.edges[0]?.node;
  if (contract === undefined) throw new Error('the demo city has no registered contract');
  writeFileSync(inFolder('code.txt'), contract.certificate.verifyUrl);
  const save = async (name: string, path: string): Promise<void> => {
    const answer = await officer.get(path).buffer(true).parse(bytes);
    writeFileSync(inFolder(name), answer.body as Buffer);
  };
  await save('first.pdf', `/files/contracts/certificates/${contract.id}/1`);
  await save('before.json', `/.well-known/${LIST}`);
  await officer.mutate(
    'mutation ($input: RecordNationalNumberInput!) { recordNationalNumber(input: $input) { contract { id } } }',
    { input: { id: contract.id, expectedVersion: contract.version, nationalRegNo: '2026140000000777' } },
  );
  await city.settle();
  await save('second.pdf', `/files/contracts/certificates/${contract.id}`);
  await save(KEYS, `/.well-known/${KEYS}`);
  await save(LIST, `/.well-known/${LIST}`);
  await city.close();
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Parser = (response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void) => void;
const bytes = ((response, done) => {
  const chunks: Buffer[] = [];
  response
    .on('data', (chunk: Buffer) => chunks.push(chunk))
    .on('end', () => done(null, Buffer.concat(chunks)));
}) as Parser as never;

beforeEach(() => {
  said = [];
  const hear = (text: string): void => void said.push(text);
  jest.spyOn(console, 'log').mockImplementation(hear);
  jest.spyOn(console, 'error').mockImplementation(hear);
});
afterEach(() => jest.restoreAllMocks());

/** The command as it is typed; `list: null` names none. */
const verify = async (file: string, list: string | null = LIST, keys = KEYS): Promise<number | undefined> =>
  command.run({
    words: [inFolder(file)],
    text: (name) => (name === 'keys' ? inFolder(keys) : list === null ? undefined : inFolder(list)),
    flag: () => false,
  });
const heard = (): string => said.join('\n');

describe('jihui verify-certificate, with the server gone', () => {
  it('calls the present version genuine and standing, as of the list’s day', async () => {
    expect(await verify('second.pdf')).toBe(0);
    expect(heard()).toMatch(/genuine as issued/);
    expect(heard()).toMatch(/有效；状态以 \d{4}-\d{2}-\d{2} 签名的状态清单/);
  });
  it('calls the earlier version genuine and superseded, from file and code alike', async () => {
    for (const file of ['first.pdf', 'code.txt']) {
      said = [];
      expect(await verify(file)).toBe(2);
      expect(heard()).toMatch(/genuine as issued/);
      expect(heard()).toMatch(/已换发新版本/);
    }
  });
  it('says what the older list said, and that nothing was checked without one', async () => {
    expect(await verify('first.pdf', 'before.json')).toBe(0);
    expect(heard()).toMatch(/有效/);
    said = [];
    expect(await verify('first.pdf', null)).toBe(0);
    expect(heard()).toMatch(/status not checked/);
  });
  it('finds a flipped byte', async () => {
    const file = readFileSync(inFolder('second.pdf'));
    file[5_000] = (file[5_000] ?? 0) ^ 1;
    writeFileSync(inFolder('altered.pdf'), file);
    expect(await verify('altered.pdf')).toBe(1);
    expect(heard()).toMatch(/ALTERED/);
  });
  it('takes no altered list, no other file for keys, and no missing file', async () => {
    const list = readFileSync(inFolder(LIST), 'utf8').replace('SUPERSEDED', 'REVOKED');
    writeFileSync(inFolder('forged.json'), list);
    await expect(verify('second.pdf', 'forged.json')).rejects.toThrow('未通过核验');
    await expect(verify('second.pdf', LIST, LIST)).rejects.toThrow('不是公钥清单');
    await expect(verify('second.pdf', LIST, 'second.pdf')).rejects.toThrow('不是 JSON');
    await expect(verify('none.pdf')).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(verify('second.pdf', 'none.json')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
