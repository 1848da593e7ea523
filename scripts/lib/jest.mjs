import { inRoot } from './paths.mjs';

/** Jest's own program: run with Node, so that no shell or npx stands between. */
export const JEST = inRoot('node_modules/jest/bin/jest.js');

/** Jest loads ES modules only with this flag; Node warns of it on every run. */
export const NODE_FOR_JEST = {
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules`.trim(),
  NODE_NO_WARNINGS: '1',
};

/**
 * What Jest and its workers are run with: each test file loads a thousand modules and drops them, and a larger space for
 * what is young spares the collector a tenth of all the work.
 */
export const ARGUMENTS_FOR_JEST = ['--max-semi-space-size=64'];
