import Sequencer from '@jest/test-sequencer';

/**
 * Files that take half a minute or more, the longest first: one that began last would be waited for alone. The first makes the
 * city that the others copy; the second does without it, and so has no need to wait.
 */
const LONG = [
  'test/e2e/trials.e2e-spec.ts',
  'test/e2e/start.e2e-spec.ts',
  'test/e2e/secrecy.e2e-spec.ts',
  'test/e2e/statements.e2e-spec.ts',
  'test/e2e/trials-contracts.e2e-spec.ts',
  'test/e2e/cli.e2e-spec.ts',
  'libs/challenges/test/bids.e2e-spec.ts',
  'test/e2e/crash.e2e-spec.ts',
  'test/e2e/bad-input.e2e-spec.ts',
  'test/e2e/odd-queries.e2e-spec.ts',
];
const rank = ({ path }) => {
  // Groups of database specs are numbered in the order in which they should begin.
  const group = /\/\.groups\/(\d+)-/.exec(path);
  if (group) return Number(group[1]);
  const found = LONG.findIndex((file) => path.endsWith(`/${file}`));
  return found < 0 ? LONG.length : found;
};

/** In a fresh clone Jest knows no times and would go by the size of the files. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
}
