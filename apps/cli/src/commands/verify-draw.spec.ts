import { aDraw, aTranscript } from '../../../../libs/proofs/test/draws.js';
import { aTerminal } from '../../test/terminal.js';
import { UsageError } from '../command.js';
import { command } from './verify-draw.js';

const { said, put, run } = aTerminal();
const verify = (value: string | object): Promise<number | undefined> =>
  run(command, [put('draw.json', value)]);

it('says of a published draw that it is the same when it is drawn again, and who was drawn', async () => {
  const transcript = await aTranscript();
  expect(await verify(transcript)).toBe(0);
  expect(said[0]).toContain('✓ 一致');
  expect(said.filter((line) => /第 \d+ 行/.test(line))).toHaveLength(5);
  expect(said.join('\n')).toContain(transcript.opened[1]!.person);
});

it('says how many bids each judges, where they were given out', async () => {
  const { transcript } = await aDraw(true);
  expect(await verify(transcript)).toBe(0);
  expect(said.filter((line) => /评审 \d 份方案/.test(line))).toHaveLength(5);
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
