/** Builds what is stale: npm run build. */
import { build } from './lib/build.mjs';
import { runMain } from './lib/failure.mjs';

runMain(() => build());
