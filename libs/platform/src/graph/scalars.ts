import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import { isFen } from '@jihui/kernel';

const refuse = (message: string): never => {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
};

const scalar = (
  name: string,
  description: string,
  parse: (value: unknown) => unknown,
  serialize: (value: unknown) => unknown,
): GraphQLScalarType =>
  new GraphQLScalarType({
    name,
    description,
    serialize,
    parseValue: parse,
    parseLiteral: (node: ValueNode, variables) => parse(valueFromASTUntyped(node, variables)),
  });

const dateTime = scalar(
  'DateTime',
  'An instant, ISO 8601 in UTC, e.g. 2026-11-23T08:00:00.000Z.',
  (value) => {
    const at = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? new Date(value) : null;
    return at === null || Number.isNaN(at.getTime()) ? refuse('时间应为 ISO 8601 格式') : at;
  },
  (value) => (value instanceof Date ? value.toISOString() : new Date(String(value)).toISOString()),
);

/** There was no year 0, though JavaScript counts one. */
const isDay = (value: unknown): value is string => {
  if (typeof value !== 'string' || !/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
};

const date = scalar(
  'Date',
  'A legal day in China, e.g. 2026-11-23.',
  (value) => (isDay(value) ? value : refuse('日期应为 2026-11-23 这样的格式')),
  (value) => (isDay(value) ? value : refuse(`not a legal day: ${String(value)}`)),
);

const fen = scalar(
  'Fen',
  'An amount of money in integer 分 (1/100 yuan).',
  (value) => (typeof value === 'number' && isFen(value) ? value : refuse('金额应为不小于 0 的整数（分）')),
  (value) => Number(value),
);

const json = new GraphQLScalarType({
  name: 'JSON',
  description: 'Any JSON value.',
  parseValue: (value) => value,
  parseLiteral: (node, variables) => (node.kind === Kind.NULL ? null : valueFromASTUntyped(node, variables)),
});

export const scalars = { DateTime: dateTime, Date: date, Fen: fen, JSON: json };
