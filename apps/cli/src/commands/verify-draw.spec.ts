import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { aTranscript } from '../../../../libs/proofs/test/draws.js';
import { UsageError } from '../command.js';
import { command } from './verify-draw.js';

let folder: string;
let said: string[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jihui-draw-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  said = [];
  const hear = (text: string): void => void said.push(text);
  jest.spyOn(console, 'log').mockImplementation(hear);
  jest.spyOn(console, 'error').mockImplementation(hear);
});
afterEach(() => jest.restoreAllMocks());

const verify = (value: unknown): Promise<number | undefined> => {
  const file = join(folder, 'draw.json');
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return command.run({ words: [file], text: () => undefined, flag: () => false });
};

it('says of a published draw that it is the same when it is drawn again, and who was drawn', async () => {
  const transcript = await aTranscript();
  expect(await verify(transcript)).toBe(0);
  expect(said[0]).toContain('✓ 一致');
  expect(said.filter((line) => /第 \d+ 行/.test(line))).toHaveLength(5);
  expect(said.join('\n')).toContain(transcript.opened[1]!.person);
});

it('names what differs', async () => {
  const transcript = await aTranscript();
  expect(await verify({ ...transcript, seed: '00'.repeat(32) })).toBe(1);
  expect(said).toEqual(['✗ 随机种子与重新计算的不同：draw-1 (SEED_DIFFERS)']);
});

it('refuses what is no transcript', async () => {
  await expect(verify('{')).rejects.toThrow(UsageError);
  await expect(verify({ format: 'jihui-draw/1' })).rejects.toThrow(UsageError);
});
