import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/**
 * 单位资料: a list of what an organisation owns or is party to, as the domain's own schema gives it, so that an export holds
 * what the organisation's administrator may read on the pages, and nothing else.
 */
export interface HoldingList {
  /** Names the file: `<name>.jsonl`. */
  readonly name: string;
  /** As a person reads it, in Chinese. */
  readonly title: string;
  /**
   * A field of Query with its arguments; `$organisation` is the organisation's id, `$parent` a row's of {@link of}, or the
   * row itself where those are no things (years), `$after` the cursor where it is a connection.
   */
  readonly field: string;
  /** The rows are what this field of the answer holds, not the answer: things that stand inside another alone. */
  readonly inside?: string;
  /** The list before it whose rows each have one of these. */
  readonly of?: string;
  /** Only asked for its ids, on which another hangs: it is not the organisation's. */
  readonly isStep?: true;
}

/** How deep values lie in each other at most. */
const DEEPEST = 6;
/** What names a thing of another list beside its id. */
const NAMES = ['id', 'code', 'name', 'title', 'displayName', 'registrationNumber'];
/** What one may do to it now is of the moment. */
const LEFT_OUT = ['availableActions', '__typename'];

type Field = GraphQLField<unknown, unknown>;

const fieldsOf = (type: GraphQLObjectType): Field[] =>
  Object.values(type.getFields()).filter(
    ({ name, args, deprecationReason }) =>
      !args.some(isRequiredArgument) && deprecationReason == null && !LEFT_OUT.includes(name),
  );
const isConnection = ({ type }: Field): boolean => getNamedType(type).name.endsWith('Connection');

/** Everything that the type says of itself; of other things only which they are, since those have lists of their own. */
function selectionOf(type: GraphQLObjectType, depth: number): string {
  const parts = fieldsOf(type).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return [field.name];
    if (isConnection(field) || depth === 0) return [];
    if (isInterfaceType(inner) || isUnionType(inner)) return [`${field.name} { __typename }`];
    if (!isObjectType(inner)) return [];
    const below = isThing(inner) ? nameOf(inner) : selectionOf(inner, depth - 1);
    return below === '' ? [] : [`${field.name} { ${below} }`];
  });
  return parts.join(' ');
}

/** What stands for itself and changes has a version. */
const isThing = (type: GraphQLObjectType): boolean =>
  'id' in type.getFields() && ('version' in type.getFields() || type.name === 'Person');

const nameOf = (type: GraphQLObjectType): string =>
  fieldsOf(type)
    .filter(({ name, type: inner }) => NAMES.includes(name) && isLeafType(getNamedType(inner)))
    .map(({ name }) => name)
    .join(' ');

const typeOf = (type: GraphQLObjectType, field: string): GraphQLObjectType => {
  const found = type.getFields()[field];
  if (found === undefined) throw new Error(`no field ${field} of ${type.name}`);
  return getNamedType(found.type) as GraphQLObjectType;
};

/** A list's question to this schema, and whether it is asked page by page. */
export interface Question {
  readonly document: string;
  readonly root: string;
  readonly isPaged: boolean;
}

/** @throws Error where the schema has no such field */
export function questionOf(schema: GraphQLSchema, list: HoldingList): Question {
  const { field: asked, inside } = list;
  const root = /^\w+/.exec(asked)?.[0] ?? '';
  const field = schema.getQueryType()?.getFields()[root];
  if (field === undefined) throw new Error(`no field ${root} of Query`);
  const variables = ['organisation', 'parent', 'after']
    .filter((name) => asked.includes(`$${name}`))
    .map((name) => `$${name}: ${typeOfVariable(field, asked, name)}`);
  const head = variables.length === 0 ? 'query' : `query (${variables.join(', ')})`;
  const rows = rowsIn(field, list);
  const selection = inside === undefined ? rows : ` { ${inside}${rows} }`;
  return { document: `${head} { ${asked}${selection} }`, root, isPaged: isConnection(field) };
}

/** As the argument that it is given to says; what stands further inside is an id. */
function typeOfVariable({ args }: Field, asked: string, name: string): string {
  if (name === 'after') return 'String';
  const given = new RegExp(`(\\w+): \\$${name}\\b`).exec(asked)?.[1];
  const type = args.find((argument) => argument.name === given)?.type;
  return type === undefined ? 'ID!' : String(type);
}

function rowsIn(field: Field, { inside, isStep }: HoldingList): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  if (isConnection(field)) {
    const node = typeOf(typeOf(type as GraphQLObjectType, 'edges'), 'node');
    const of = isStep === true ? 'id' : selectionOf(node, DEEPEST);
    return ` { edges { node { ${of} } } pageInfo { hasNextPage endCursor } }`;
  }
  const rows = inside === undefined ? (type as GraphQLObjectType) : typeOf(type as GraphQLObjectType, inside);
  return ` { ${selectionOf(rows, DEEPEST)} }`;
}

/** The type of the list's rows; nothing of plain values. */
export function typeOfRows(
  schema: GraphQLSchema,
  { field, inside }: HoldingList,
): GraphQLObjectType | undefined {
  const found = schema.getQueryType()?.getFields()[/^\w+/.exec(field)?.[0] ?? ''];
  if (found === undefined || isLeafType(getNamedType(found.type))) return undefined;
  const type = getNamedType(found.type) as GraphQLObjectType;
  if (isConnection(found)) return typeOf(typeOf(type, 'edges'), 'node');
  return inside === undefined ? type : typeOf(type, inside);
}

/**
 * Things that the list's rows name by id alone, so that another list has to hold what they say.
 * @returns their types, each with the field that names it
 */
export function namedOnly(schema: GraphQLSchema, list: HoldingList): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const look = (type: GraphQLObjectType, depth: number): void => {
    for (const field of fieldsOf(type)) {
      const inner = getNamedType(field.type);
      if (!isObjectType(inner) || isConnection(field) || depth === 0) continue;
      if (isThing(inner)) found.set(inner.name, `${type.name}.${field.name}`);
      else look(inner, depth - 1);
    }
  };
  const rows = list.isStep === true ? undefined : typeOfRows(schema, list);
  if (rows !== undefined) look(rows, DEEPEST);
  return found;
}
