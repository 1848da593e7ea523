import type { CombinedError } from 'urql';
import type { Said } from '../i18n/reading.js';

/** One thing that is wrong, beside its field by `path`. */
export interface Violation extends Said {
  readonly path: string;
  /** Empty where people wrote what is wrong, as in a list of deficiencies. */
  readonly code: string;
  readonly article?: string | null;
}

/** Why a request did not do what was asked: the server's typed code, or one of ours for what never reached it. */
export interface Failure extends Said {
  /** A code of the server, or OFFLINE, NETWORK, UNKNOWN. */
  readonly code: string;
  readonly violations: readonly Violation[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The message and, where it names anything, its pattern with what stands in its places; tolerates any shape. */
const saidIn = ({ message, pattern, params }: Record<string, unknown>): Said => ({
  message: text(message),
  ...(typeof pattern === 'string' && Array.isArray(params) && { pattern, params: params.map(text) }),
});

/** Reads violations out of an error's extensions, tolerating any shape. */
export function violationsFrom(value: unknown): Violation[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { path, code, article, ...said } = entry as Record<string, unknown>;
    return [{ path: text(path), code: text(code), ...saidIn(said), article: text(article) || null }];
  });
}

/** A GraphQL or network error as a failure with a code. */
export function failureOf(error: CombinedError): Failure {
  const first = error.graphQLErrors[0];
  if (!first) return { code: navigator.onLine ? 'NETWORK' : 'OFFLINE', message: '', violations: [] };
  const extensions = first.extensions as Record<string, unknown> | undefined;
  return {
    code: text(extensions?.['code']) || 'UNKNOWN',
    ...saidIn({ ...extensions, message: first.message }),
    violations: violationsFrom(extensions?.['violations']),
  };
}

/** The failure of a REST answer, which carries the same code, message and violations in its body. */
export async function failureOfResponse(response: Response): Promise<Failure> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  return {
    code: text(body['code']) || `HTTP_${response.status}`,
    ...saidIn(body),
    violations: violationsFrom(body['violations']),
  };
}

/** What the network did, when the request never got an answer. */
export const unreachable = (): Failure => ({
  code: navigator.onLine ? 'NETWORK' : 'OFFLINE',
  message: '',
  violations: [],
});
