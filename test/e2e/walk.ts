import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  Kind,
  parse,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import type { GraphClient } from '@jihui/testing';

/** The committed schema: what walks it meets every field of it, those not yet thought of included. */
export const schema = buildSchema(readFileSync('schema/all.graphql', 'utf8'), { assumeValid: true });

export type Field = GraphQLField<unknown, unknown>;
export const fieldsOf = (type: GraphQLObjectType | null | undefined): Field[] =>
  Object.values(type?.getFields() ?? {});
export const queries = fieldsOf(schema.getQueryType());
export const mutations = fieldsOf(schema.getMutationType());

export const isConnection = (field: Field): boolean => getNamedType(field.type).name.endsWith('Connection');

const typeOf = (type: GraphQLObjectType, field: string): GraphQLObjectType =>
  getNamedType(type.getFields()[field]?.type as GraphQLOutputType) as unknown as GraphQLObjectType;

/** What a connection is a list of. */
export const nodeOf = (field: Field): GraphQLObjectType =>
  typeOf(typeOf(getNamedType(field.type) as GraphQLObjectType, 'edges'), 'node');

/** Whether the field can be asked for without an argument. */
export const isPlain = (field: Field): boolean => !field.args.some(isRequiredArgument);

const leafNames = (type: GraphQLObjectType): string[] =>
  fieldsOf(type)
    .filter((field) => isPlain(field) && isLeafType(getNamedType(field.type)))
    .map((field) => field.name);
export const leaves = (type: GraphQLObjectType): string => leafNames(type).join(' ') || '__typename';

/** Each relation of the type as a selection of its own, that many deep; connections are asked for `$rows`. */
export function relations(type: GraphQLObjectType, depth: number): string[] {
  if (depth === 0) return [];
  return fieldsOf(type).flatMap((field) => {
    const target = getNamedType(field.type);
    if (!isPlain(field) || !isObjectType(target)) return [];
    const node = isConnection(field) ? nodeOf(field) : target;
    return [leaves(node), ...relations(node, depth - 1)].map((inner) => selectionOf(field, inner));
  });
}

/** What one selection may cost, below the server's own limits (libs/platform/src/graph/graph.module.ts). */
const LIMITS = { cost: 4_000, tokens: 2_500 };
const costOf = (set: SelectionSetNode | undefined): number =>
  (set?.selections ?? []).reduce(
    (sum, field) =>
      sum + 1.5 * (field.kind === Kind.FIELD && field.selectionSet ? 2 + costOf(field.selectionSet) : 1),
    0,
  );
const tokensOf = (text: string): number => text.split(/[\s(){}:]+/).length * 2;

/** Selections in one, and each of them. */
export interface Packed {
  readonly text: string;
  readonly parts: readonly string[];
}

/**
 * Everything of the type that can be asked for without arguments, relations followed that deep, in as few
 * selections as the server's limits allow: what is asked for twice is one field.
 */
export function everything(type: GraphQLObjectType, depth: number): Packed[] {
  const packed: { text: string; cost: number; parts: string[] }[] = [
    { text: leaves(type), cost: 0, parts: [leaves(type)] },
  ];
  for (const piece of relations(type, depth)) {
    const [definition] = parse(`{ ${piece} }`).definitions;
    const cost = costOf(definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet : undefined);
    const last = packed.at(-1);
    if (last !== undefined && last.cost + cost < LIMITS.cost && tokensOf(last.text + piece) < LIMITS.tokens) {
      last.text += ` ${piece}`;
      last.cost += cost;
      last.parts.push(piece);
    } else packed.push({ text: piece, cost, parts: [piece] });
  }
  return packed;
}

const selectionOf = (field: Field, inner: string): string =>
  isConnection(field)
    ? `${field.name}(first: $rows) { totalCount edges { node { ${inner} } } }`
    : `${field.name} { ${inner} }`;

/**
 * The field as a query of its own, `inner` asked for of what it answers; of a list `$first` after `$after`, and of
 * those in it `$rows`.
 */
export function queryOf(field: Field, given: Readonly<Record<string, unknown>>, inner: string): string {
  const literal = (name: string, value: unknown): string => {
    const type = field.args.find((argument) => argument.name === name)?.type;
    return isEnumType(getNamedType(type)) ? String(value) : JSON.stringify(value);
  };
  const words = Object.entries(given).map(([name, value]) => `${name}: ${literal(name, value)}`);
  if (isConnection(field)) words.push('first: $first', 'after: $after');
  const asked = isConnection(field)
    ? `{ totalCount edges { cursor node { ${inner} } } }`
    : inner === ''
      ? ''
      : `{ ${inner} }`;
  const text = `${field.name}${words.length === 0 ? '' : `(${words.join(', ')})`} ${asked}`;
  const variables = ['first: Int', 'after: String', 'rows: Int']
    .filter((name) => text.includes(`$${name.split(':')[0]}`))
    .map((name) => `$${name}`);
  return `query ${variables.length === 0 ? '' : `(${variables.join(', ')})`} { ${text} }`;
}

/** Whether the field looks for words: by an argument of its own or in its filter. */
export function takesText(field: Field): boolean {
  const filter = field.args.find(({ name }) => name === 'filter');
  const type = filter === undefined ? undefined : getNamedType(filter.type);
  const inFilter = isInputObjectType(type) && 'text' in type.getFields();
  return inFilter || field.args.some(({ name }) => name === 'text');
}

/** The arguments that ask such a field for a text, with what it cannot do without: a year. */
export function askingFor(field: Field, text: string): string {
  const own = field.args.some(({ name }) => name === 'text');
  const required = field.args.filter(isRequiredArgument).map(({ name }) => `${name}: 2026`);
  return [own ? `text: ${text}` : `filter: { text: ${text} }`, ...required].join(', ');
}

/** The type of a field's value itself, lists and non-nulls taken off; undefined for a leaf. */
export const targetOf = (field: Field): GraphQLObjectType | undefined => {
  const target = getNamedType(field.type);
  return isObjectType(target) ? target : undefined;
};

const unwrapped = (type: GraphQLOutputType): GraphQLOutputType =>
  isNonNullType(type) ? unwrapped(type.ofType as GraphQLOutputType) : type;

/** What a mutation's payload is about: the object that the mutation's name names, otherwise the first. */
export function subjectOf(mutation: Field): Field | undefined {
  const objects = fieldsOf(targetOf(mutation)).filter((field) => {
    const type = unwrapped(field.type);
    return !isListType(type) && isObjectType(type);
  });
  const name = mutation.name.toLowerCase();
  return objects.find((field) => name.includes(field.name.toLowerCase())) ?? objects[0];
}

export const mutationNamed = (name: string): Field => {
  const found = mutations.find((mutation) => mutation.name === name);
  if (found === undefined) throw new Error(`the schema has no mutation ${name}`);
  return found;
};

/** The mutation as a document that asks for its subject's own identity and state. */
export function documentOf(name: string, more = ''): string {
  const mutation = mutationNamed(name);
  const subject = subjectOf(mutation);
  const known = new Set(subject === undefined ? [] : leafNames(targetOf(subject) as GraphQLObjectType));
  const own = ['id', 'version', 'state'].filter((field) => known.has(field));
  const asked = subject === undefined ? '' : `${subject.name} { ${own.join(' ') || '__typename'} ${more} }`;
  return `mutation ($input: ${String(mutation.args[0]?.type)}) { ${name}(input: $input) { clientMutationId ${asked} } }`;
}

export interface Subject {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

/** Performs the mutation and gives what it is about. @throws Error with the refusal when there is one. */
export async function perform<T = unknown>(
  client: GraphClient,
  name: string,
  input: object,
  more = '',
): Promise<Subject & T> {
  const data = await client.mutate<Record<string, Record<string, Subject & T>>>(documentOf(name, more), {
    input,
  });
  return data[name]?.[subjectOf(mutationNamed(name))?.name ?? ''] as Subject & T;
}

/** Names a thing at the version that was seen. */
export const at = ({ id, version }: { readonly id: string; readonly version: number }) => ({
  id,
  expectedVersion: version,
});
