import type { Client } from 'urql';

/**
 * The versions that one's own commands led to. A page that was not drawn anew yet holds the version before its own last
 * command; what one does next on it is done on the version that this command left. A version that somebody else made is
 * never skipped: each step was compared by the server.
 */
interface Own {
  /** By the thing and the version that a command was given: the version that it left. */
  readonly led: Map<string, number>;
  /** The last command on each thing, which the next one waits for. */
  readonly last: Map<string, Promise<unknown>>;
}
const owned = new WeakMap<Client, Own>();

function ownOf(client: Client): Own {
  const known = owned.get(client);
  if (known !== undefined) return known;
  const fresh: Own = { led: new Map(), last: new Map() };
  owned.set(client, fresh);
  return fresh;
}

interface Target {
  readonly id: string;
  readonly expectedVersion: number;
}
const isTarget = (input: object): input is Target =>
  'id' in input &&
  typeof input.id === 'string' &&
  'expectedVersion' in input &&
  typeof input.expectedVersion === 'number';

/** The version of the thing with this id, where the answer of its mutation shows it. */
function versionIn(answer: unknown, id: string): number | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  if ('id' in answer && answer.id === id && 'version' in answer && typeof answer.version === 'number')
    return answer.version;
  for (const part of Object.values(answer)) {
    const found = versionIn(part, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Sends a command once those before it on the same thing are done, and on the version that they left. What names no
 * thing with a version is sent at once.
 */
export async function sendInTurn<I extends object, A>(
  client: Client,
  input: I,
  send: (input: I) => Promise<A>,
  dataOf: (answer: A) => unknown,
): Promise<A> {
  if (!isTarget(input)) return send(input);
  const { led, last } = ownOf(client);
  const { id } = input;
  const run = async (): Promise<A> => {
    let { expectedVersion } = input;
    for (let next = led.get(`${id}@${expectedVersion}`); next !== undefined;) {
      expectedVersion = next;
      next = led.get(`${id}@${expectedVersion}`);
    }
    const answer = await send({ ...input, expectedVersion });
    const left = versionIn(dataOf(answer), id);
    if (left !== undefined && left > expectedVersion) led.set(`${id}@${expectedVersion}`, left);
    return answer;
  };
  const turn = (last.get(id) ?? Promise.resolve()).then(run, run);
  last.set(id, turn);
  return turn;
}
