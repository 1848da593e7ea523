import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXPORT_TOO_LARGE, intoArchive, intoFolder, type Sink } from './sinks.js';
import { unzipped } from './zipped.js';

const AT = new Date('2026-11-30T00:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'jihui-sinks-'));
const place = join(folder, 'archive');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const two = async (sink: Sink): Promise<string[]> => {
  const parts = [
    await sink.add('a/one.txt', [Buffer.from('一'), Buffer.from('二')]),
    await sink.add('two.txt', []),
  ];
  return parts.map(({ path, bytes, sha256 }) => `${path} ${bytes} ${sha256}`);
};
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const TOLD = [`a/one.txt 6 ${sha256('一二')}`, `two.txt 0 ${sha256('')}`];

it('writes parts into an archive, each with its hash, and the archive’s own', async () => {
  const { written, bytes, sha256: own } = await intoArchive(place, AT, two);
  const archive = readFileSync(place);
  expect(written).toEqual(TOLD);
  expect([bytes, own]).toEqual([archive.length, createHash('sha256').update(archive).digest('hex')]);
  expect(Buffer.from(unzipped(archive)!.get('a/one.txt')!).toString()).toBe('一二');
});

it('writes the same into a folder, which stands once it is whole', async () => {
  const whole = join(folder, 'whole');
  expect(await intoFolder(whole, two)).toEqual(TOLD);
  expect(readFileSync(join(whole, 'a/one.txt'), 'utf8')).toBe('一二');
  const broken = join(folder, 'broken');
  await expect(
    intoFolder(broken, async (sink) => {
      await two(sink);
      throw new Error('broken off');
    }),
  ).rejects.toThrow('broken off');
  expect(existsSync(broken)).toBe(false);
});

it.each([
  ['bytes', { bytes: 5, parts: 10 }],
  ['parts', { bytes: 100, parts: 1 }],
])('refuses what an archive could not say: more %s than that', async (_, most) => {
  await expect(intoArchive(place, AT, two, most)).rejects.toMatchObject({ code: EXPORT_TOO_LARGE });
});
