import { bundleOf } from './bundle.mjs';

/**
 * What node is told to run the command line. An import of 100,000 rows must stay under 512 MB: without a bound, garbage
 * is left lying above that.
 */
export const cliWords = ['--enable-source-maps', '--max-old-space-size=320', bundleOf('apps/cli')];
