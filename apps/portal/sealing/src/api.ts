import { t } from './dom.js';

interface Violation {
  readonly path: string;
  readonly message: string;
}
interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly violations?: readonly Violation[] };
  }[];
}

/** A refusal of the server, with its code. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** @throws Refused */
export async function ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'include',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
    body: JSON.stringify({ query, variables }),
  });
  return dataOf<T>((await response.json()) as Answer);
}

function dataOf<T>({ data, errors }: Answer): T {
  const [error] = errors ?? [];
  if (error !== undefined) {
    const { code = '', violations = [] } = error.extensions ?? {};
    const details = violations.map(({ message }) => message);
    throw new Refused(code, details.length > 0 ? details.join('；') : error.message);
  }
  return data as T;
}

/** A mutation, with an id under which it is done once. */
export const command = <T>(query: string, input: Readonly<Record<string, unknown>>): Promise<T> =>
  ask<T>(query, { input: { clientMutationId: crypto.randomUUID(), ...input } });

const PIECE = 4 * 1024 * 1024;
const TRIES = 5;

/** Sends the bytes from where the server has them; a piece that breaks off is sent again. */
export async function upload(
  id: string,
  bytes: Blob,
  from: number,
  progress: (done: number) => void,
): Promise<void> {
  let [at, failures] = [from, 0];
  while (at < bytes.size) {
    progress(at);
    try {
      at = await sendPiece(id, at, bytes.slice(at, at + PIECE));
      failures = 0;
    } catch (error) {
      failures += 1;
      if (failures >= TRIES || (error instanceof Refused && error.code !== 'CHALLENGES.UPLOAD_OFFSET'))
        throw error;
      at = await receivedOf(id).catch(() => at);
    }
  }
  progress(bytes.size);
}

async function sendPiece(id: string, from: number, piece: Blob): Promise<number> {
  const response = await fetch(`/files/challenges/uploads/${id}?from=${from}`, {
    method: 'PUT',
    credentials: 'include',
    headers: { 'content-type': 'application/octet-stream' },
    body: piece,
  }).catch(() => undefined);
  if (response === undefined) throw new Error(t('网络中断，请重试', 'The network broke off. Try again'));
  const answer = (await response.json()) as Answer & { readonly received?: number };
  if (answer.received !== undefined) return answer.received;
  return dataOf<never>(answer);
}

async function receivedOf(id: string): Promise<number> {
  const { bidUpload } = await ask<{ bidUpload: { received: number } | null }>(
    'query BidUpload($id: ID!) { bidUpload(id: $id) { received } }',
    { id },
  );
  return bidUpload?.received ?? 0;
}
