import { constants, createContext } from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';
import { ModuleMocker } from 'jest-mock';

let awaitsEnd = false;

/**
 * Node's environment. A worker that has nothing left to do ends at once instead of tidying up the heaps of all its
 * test files first, which takes longer than the half second that Jest grants: it would be called leaking. One that
 * does leave a connection or a timer open never gets here, and is called so as before.
 */
export default class NodeEnvironment extends TestEnvironment {
  constructor(...words) {
    super(...words);
    this.global = this.context = plainGlobalLike(this.global);
    this.moduleMocker = new ModuleMocker(this.global);
    if (awaitsEnd || process.send === undefined) return;
    awaitsEnd = true;
    process.once('beforeExit', () => process.exit());
  }
}

/** What the context has of its own, and yet must be the one that Node's own modules know. */
const OF_NODE = new Set(['ArrayBuffer', 'Uint8Array']);

/**
 * The same globals as those of an ordinary global object. Jest's own is watched (an interceptor of `node:vm`, and a Proxy
 * behind it), so that each look at `Math`, `BigInt` or `Uint8Array` is two calls: what hashes and draws takes half as
 * long again. Before Node 20.18 there is no other.
 */
function plainGlobalLike(made) {
  if (constants?.DONT_CONTEXTIFY === undefined) return made;
  const plain = createContext(constants.DONT_CONTEXTIFY);
  for (const key of Reflect.ownKeys(made))
    if (!Object.hasOwn(plain, key) || OF_NODE.has(key))
      Object.defineProperty(plain, key, Object.getOwnPropertyDescriptor(made, key));
  plain.global = plain;
  plain.Error.stackTraceLimit = made.Error.stackTraceLimit;
  return plain;
}
