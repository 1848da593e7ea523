/** Speaks over HTTP as the given actor, as a page does: GraphQL, and the pieces of a sealed bid. */
import { randomUUID } from 'node:crypto';

/** Thrown for whatever is not answered as asked. */
export class NotDone extends Error {}

export class Speaker {
  /** @param headers those that name the actor */
  constructor(url, headers) {
    this.url = url;
    this.headers = headers;
  }

  async query(query, variables = {}) {
    const { data, errors } = await this.#sent('POST', '/graphql', 'application/json', {
      body: JSON.stringify({ query, variables }),
    });
    if (errors !== undefined) throw new NotDone(`${errors[0].extensions?.code}: ${errors[0].message}`);
    return data;
  }

  mutate(query, input) {
    return this.query(query, { input: { clientMutationId: randomUUID(), ...input } });
  }

  put(path, body) {
    return this.#sent('PUT', path, 'application/octet-stream', { body });
  }

  get(path) {
    return this.#sent('GET', path, undefined, {});
  }

  async #sent(method, path, type, more) {
    const headers = { ...this.headers, ...(type && { 'content-type': type }) };
    const response = await fetch(new URL(path, this.url), { method, headers, ...more });
    const text = await response.text();
    if (!response.ok) throw new NotDone(`${method} ${path}: HTTP ${response.status} ${text.slice(0, 200)}`);
    return JSON.parse(text);
  }
}
