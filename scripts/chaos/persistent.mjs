import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Person, Refused } from '../demo/person.mjs';

/** So long may the city keep an answer from somebody, in milliseconds, whatever is killed. */
const LONGEST_MS = 180_000;

/** Nothing was decided: no answer came, or one that says that it may be asked again. */
const isAway = (error) =>
  error instanceof Refused ? error.code === 'UNAVAILABLE' : !/HTTP 4\d\d/.test(error.message);

/**
 * Asks, and asks the same again until it is answered: as a page does.
 * @throws {Refused} what is decided against; and whatever keeps the answer longer than it may
 */
export async function persistently(ask) {
  for (const end = Date.now() + LONGEST_MS; ; await pause(100))
    try {
      return await ask();
    } catch (error) {
      if (!isAway(error) || Date.now() > end) throw error;
    }
}

/**
 * A person whom no outage turns away, and who writes down what was acknowledged.
 * @typedef {{ clientMutationId: string, data: object }} Acknowledged
 */
export class Persistent extends Person {
  /** @param {Acknowledged[]} journal */
  constructor(url, name, journal) {
    super(url, name);
    this.journal = journal;
  }

  async mutate(document, input) {
    const clientMutationId = randomUUID();
    const data = await super.mutate(document, { clientMutationId, ...input });
    // Signing in keeps no answer: it makes a session each time.
    if (data.signIn === undefined)
      this.journal.push({ clientMutationId: input.clientMutationId ?? clientMutationId, data });
    return data;
  }

  query(document, variables) {
    return persistently(() => super.query(document, variables));
  }

  upload(...words) {
    return persistently(() => super.upload(...words));
  }

  download(path) {
    return persistently(() => super.download(path));
  }
}
