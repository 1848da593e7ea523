import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describeWith } from '@jihui/testing';

interface Outcome {
  readonly kills: number;
  readonly writes: number;
  readonly lost: number;
  readonly doubled: number;
  readonly gaps: number;
  readonly recoveryMs: number;
}

describeWith('redis-server', 'a city whose processes are killed', () => {
  it.each(['one', 'split'])(
    'loses nothing that it acknowledged and doubles nothing (%s)',
    async (city) => {
      const words = ['scripts/chaos.mjs', '--seconds', '45', '--seed', '7', '--city', city];
      const { stdout } = await promisify(execFile)(process.execPath, words);
      const outcome = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Outcome;
      expect(outcome).toMatchObject({ lost: 0, doubled: 0, gaps: 0 });
      expect(outcome.kills).toBeGreaterThan(0);
      expect(outcome.writes).toBeGreaterThan(10);
    },
    900_000,
  );
});
