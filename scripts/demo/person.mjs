import { randomUUID } from 'node:crypto';

/** Thrown when the server refuses; carries the typed code. */
export class Refused extends Error {
  constructor(errors) {
    const [first] = errors;
    const violations = first.extensions?.violations ?? [];
    const details = violations.map((violation) => `\n      ${violation.path}: ${violation.message}`).join('');
    super(`${first.extensions?.code}: ${first.message}${details}`);
    this.code = first.extensions?.code;
    this.violations = violations;
  }
}

/** One person at the portal: signs in once and speaks GraphQL over HTTP with the session cookie. */
export class Person {
  #cookie = '';

  /** @param headers sent with everything: to an application under test, those that name the actor instead of a sign-in */
  constructor(url, name, headers = {}) {
    this.url = url;
    this.name = name;
    this.headers = headers;
  }

  async signIn(email, password) {
    const { signIn } = await this.mutate(
      'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { person { id displayName } memberships { organisation { id name } roles } } } }',
      { email, password },
    );
    this.id = signIn.viewer.person.id;
    this.name = `${this.name} ${signIn.viewer.person.displayName}`;
    this.organisation = signIn.viewer.memberships[0]?.organisation;
    return this;
  }

  /** Sends the mutation with a clientMutationId of its own. @throws {Refused} */
  mutate(document, input) {
    return this.query(document, { input: { clientMutationId: randomUUID(), ...input } });
  }

  /** @throws {Refused} */
  async query(document, variables = {}) {
    const response = await fetch(new URL('/graphql', this.url), {
      method: 'POST',
      headers: { ...this.#who, 'content-type': 'application/json' },
      body: JSON.stringify({ query: document, variables }),
    });
    this.#keep(response);
    const text = await response.text();
    let answer;
    try {
      answer = JSON.parse(text);
    } catch {
      throw new Error(`HTTP ${response.status}: ${text.slice(0, 300)}`);
    }
    if (answer.errors) throw new Refused(answer.errors);
    return answer.data;
  }

  /** Uploads bytes to /files/<domain>. @returns what the server says of the file, its id included */
  async upload(domain, name, bytes, fields = {}) {
    const form = new FormData();
    for (const [key, value] of Object.entries(fields)) form.set(key, value);
    form.set('file', new Blob([bytes]), name);
    const response = await fetch(new URL(`/files/${domain}`, this.url), {
      method: 'POST',
      headers: this.#who,
      body: form,
    });
    if (!response.ok) throw new Error(`upload ${name}: HTTP ${response.status} ${await response.text()}`);
    return response.json();
  }

  /** Sends bytes as they are, as a page sends a piece of a sealed bid. */
  async put(path, bytes) {
    const response = await fetch(new URL(path, this.url), {
      method: 'PUT',
      headers: { ...this.#who, 'content-type': 'application/octet-stream' },
      body: bytes,
    });
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status} ${await response.text()}`);
    return response.json();
  }

  /** @returns {Promise<Buffer>} */
  async download(path) {
    const response = await fetch(new URL(path, this.url), { headers: this.#who });
    if (!response.ok) throw new Error(`download ${path}: HTTP ${response.status} ${await response.text()}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** What the session is known by. */
  get cookie() {
    return this.#cookie;
  }

  get #who() {
    return { ...this.headers, cookie: this.#cookie };
  }

  #keep(response) {
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (cookies.length > 0) this.#cookie = cookies.join('; ');
  }
}

/** What a domain answers while a neighbour's fact is on its way to it. */
const ON_ITS_WAY = /NOT_YET_KNOWN$|^CONTRACT\.DEAL_NOT_SIGNED$/;
/** What it finds wrong while it knows a listing as it stood a moment before it went online. */
const LATE = 'DEALS.LISTING_NOT_ONLINE';
const isLate = ({ code, violations = [] }) =>
  code === 'INVALID_INPUT' && violations.length > 0 && violations.every((one) => one.code === LATE);

/**
 * Asks until the answer is there: facts reach other domains by events, a moment later.
 * @param {{ boundMs?: number, hidden?: boolean }} [options] `hidden`: what is not there yet answers NOT_FOUND, as what
 *   one may not see does
 * @throws {Error} when it is not there within the bound
 */
export async function until(what, ask, { boundMs = 60_000, hidden = false } = {}) {
  const end = Date.now() + boundMs;
  const isOnItsWay = (error) =>
    ON_ITS_WAY.test(error.code) || isLate(error) || (hidden && error.code === 'NOT_FOUND');
  for (;;) {
    const answer = await ask().catch((error) => (isOnItsWay(error) ? undefined : Promise.reject(error)));
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`${what}：等待超过 ${boundMs / 1000} 秒`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
