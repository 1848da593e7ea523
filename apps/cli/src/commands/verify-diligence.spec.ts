import { sha256, zipped } from '@jihui/platform';
import { PACK_FORMAT } from '@jihui/proofs';
import { aTerminal } from '../../test/terminal.js';
import { UsageError } from '../command.js';
import { command } from './verify-diligence.js';

const { said, put, run } = aTerminal();
const verify = (archive: Uint8Array): Promise<number | undefined> => run(command, [put('pack.zip', archive)]);
const record = '{"code":"BD2026-0001-1"}';
const manifest = JSON.stringify({
  ...{ format: PACK_FORMAT, history: { length: 0, head: '0'.repeat(64) } },
  files: [{ path: 'records/project.json', size: record.length, sha256: sha256(record) }],
});
const packed = (text: string): Buffer =>
  zipped(
    [
      { path: 'records/project.json', bytes: Buffer.from(text) },
      { path: 'manifest.json', bytes: Buffer.from(manifest) },
    ],
    new Date('2026-11-30T00:00:00Z'),
  );

it('says that a pack is as it was made, and the hash that its report names', async () => {
  expect(await verify(packed(record))).toBe(0);
  expect(said.join()).toContain(sha256(manifest));
});

it('names what was changed, and refuses what is no archive', async () => {
  expect(await verify(packed(record.replace('1', '2')))).toBe(1);
  expect(said).toEqual(['✗ 文件与清单中的哈希不符：records/project.json (FILE_CHANGED)']);
  await expect(verify(Buffer.from('not a zip'))).rejects.toThrow(UsageError);
});
