import { unwrapResolverError } from '@apollo/server/errors';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError } from '@jihui/kernel';

const log = new Logger('GraphQL');
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

/** The one place where an error becomes an answer: typed code, violations, never a stack or SQL. */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(thrown);
  const place = {
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
  };
  if (cause instanceof DomainError)
    return {
      message: cause.message,
      ...place,
      extensions: { code: cause.code, violations: cause.violations },
    };
  const given = formatted.extensions?.['code'];
  const code = typeof given === 'string' ? given : 'INTERNAL_SERVER_ERROR';
  if (REQUEST_CODES.has(code)) return { message: formatted.message, ...place, extensions: { code } };
  if (cause instanceof GraphQLError && code !== 'INTERNAL_SERVER_ERROR')
    return { message: cause.message, ...place, extensions: { code } };
  log.error(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
  return { message: '系统出错了，请稍后再试', ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}
