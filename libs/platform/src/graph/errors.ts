import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError } from '@jihui/kernel';
import { isOutage } from '../config/reasons.js';
import { unavailable } from '../outage.js';

/** Codes that speak of the request itself; everything else that is not a refusal is a defect. */
const REQUEST_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'UNAUTHENTICATED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

const DEFECT = 'INTERNAL_SERVER_ERROR';

/** The defect behind an error; undefined when it is a refusal or speaks of the request itself. */
export function defectIn(thrown: unknown, code: unknown): unknown {
  const cause = unwrapResolverError(thrown);
  if (cause instanceof DomainError) return undefined;
  if (typeof code === 'string' && code !== DEFECT) {
    if (REQUEST_CODES.has(code) || cause instanceof GraphQLError) return undefined;
  }
  return cause;
}

/** How other languages find their words: only where the message holds facts. */
const params = ({ told: { pattern, params } }: DomainError): object =>
  pattern === undefined ? {} : { pattern, params };

/** Extension under which an error that a service answered says which: it went through here already. */
export const FROM = 'from';

/** The one place where an error becomes an answer: typed code, violations, never a stack or SQL. */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(thrown);
  const cause = isOutage(original) ? unavailable() : original;
  const place = {
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
  };
  if (formatted.extensions?.[FROM] !== undefined) {
    const { [FROM]: _, ...extensions } = formatted.extensions;
    return { message: formatted.message, ...place, extensions };
  }
  if (cause instanceof DomainError)
    return {
      message: cause.message,
      ...place,
      extensions: { code: cause.code, ...params(cause), violations: cause.violations },
    };
  const code = formatted.extensions?.['code'];
  if (defectIn(thrown, code) === undefined)
    return { message: formatted.message, ...place, extensions: { code } };
  return { message: '系统出错了，请稍后再试', ...place, extensions: { code: DEFECT } };
}
