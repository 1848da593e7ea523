import { randomUUID } from 'node:crypto';
import request from 'supertest';
import type { Actor } from '@jihui/kernel';

export interface Refusal {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions: {
    readonly code: string;
    readonly violations?: readonly {
      readonly path: string;
      readonly code: string;
      readonly message: string;
    }[];
  };
}

export interface GraphAnswer<T> {
  readonly data: T | null;
  readonly errors?: readonly Refusal[];
}

type Variables = Readonly<Record<string, unknown>>;

/** A request on its way: awaited it gives the data, and a refusal is an error; or say which refusal is expected. */
export class GraphCall<T> implements PromiseLike<T> {
  constructor(private readonly asked: Promise<GraphAnswer<T>>) {}

  /** The whole answer, refused or not. */
  answer(): Promise<GraphAnswer<T>> {
    return this.asked;
  }

  /** @throws Error with all refusals when there is one. */
  async data(): Promise<T> {
    const { data, errors } = await this.asked;
    if (errors !== undefined) throw new Error(`refused: ${errors.map(describe).join('; ')}`);
    if (data === null) throw new Error('an answer without data');
    return data;
  }

  /** @throws Error when the answer is not refused with that code. */
  async expectCode(code: string): Promise<Refusal> {
    const { data, errors } = await this.asked;
    const found = errors?.find((error) => error.extensions.code === code);
    if (found !== undefined) return found;
    throw new Error(`expected ${code}, got ${errors?.map(describe).join('; ') ?? JSON.stringify(data)}`);
  }

  then<A = T, B = never>(
    fulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.data().then(fulfilled, rejected);
  }
}

function describe(error: Refusal): string {
  const violations = error.extensions.violations ?? [];
  const details = violations.map((violation) => `${violation.path} ${violation.code}`).join(', ');
  return `${error.extensions.code} ${error.message}${details === '' ? '' : ` [${details}]`}`;
}

/** Header under which an application under test takes the actor as given; see {@link asActor}. */
export const ACTOR_HEADER = 'x-test-actor';

export const asActor = (actor: Actor): Readonly<Record<string, string>> => ({
  [ACTOR_HEADER]: Buffer.from(JSON.stringify(actor)).toString('base64url'),
});

/** Asks a server over HTTP, always with the same headers: an actor, a bearer token or a cookie. */
export class GraphClient {
  constructor(
    readonly url: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The same server, as somebody else. */
  with(headers: Readonly<Record<string, string>>): GraphClient {
    return new GraphClient(this.url, headers);
  }

  query<T = Record<string, never>>(document: string, variables: Variables = {}): GraphCall<T> {
    return new GraphCall(this.send<T>(document, variables));
  }

  /** Sends a mutation; its `input` gets a new clientMutationId unless it has one. */
  mutate<T = Record<string, never>>(document: string, variables: Variables = {}): GraphCall<T> {
    const input = variables['input'];
    const named =
      input === undefined ? variables : { ...variables, input: { clientMutationId: randomUUID(), ...input } };
    return new GraphCall(this.send<T>(document, named));
  }

  /** Any other route of the server, e.g. get('/files/contracts/…'). */
  get(path: string): request.Test {
    return request(this.url).get(path).set(this.headers);
  }

  /** Uploads one file to POST /files/<domain>. */
  upload(
    path: string,
    name: string,
    content: Buffer,
    fields: Readonly<Record<string, string>> = {},
  ): request.Test {
    return request(this.url).post(path).set(this.headers).field(fields).attach('file', content, name);
  }

  private async send<T>(query: string, variables: Variables): Promise<GraphAnswer<T>> {
    const response = await request(this.url).post('/graphql').set(this.headers).send({ query, variables });
    const answer = response.body as GraphAnswer<T>;
    if (answer.data !== undefined || answer.errors !== undefined) return answer;
    throw new Error(`HTTP ${response.status}: ${response.text.slice(0, 500)}`);
  }
}
