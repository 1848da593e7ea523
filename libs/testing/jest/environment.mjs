import { TestEnvironment } from 'jest-environment-node';

let awaitsEnd = false;

/**
 * Node's environment. A worker that has nothing left to do ends at once instead of tidying up the heaps of all its
 * test files first, which takes longer than the half second that Jest grants: it would be called leaking. One that
 * does leave a connection or a timer open never gets here, and is called so as before.
 */
export default class NodeEnvironment extends TestEnvironment {
  constructor(...words) {
    super(...words);
    if (awaitsEnd || process.send === undefined) return;
    awaitsEnd = true;
    process.once('beforeExit', () => process.exit());
  }
}
