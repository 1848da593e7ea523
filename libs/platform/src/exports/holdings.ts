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
   * A field of Query with its arguments; `$organisation` is the organisation's id, `$parent` a row's of {@link of}, `$after`
   * the cursor where it is a connection.
   */
  readonly field: string;
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
export function questionOf(schema: GraphQLSchema, { field: asked, isStep }: HoldingList): Question {
  const root = /^\w+/.exec(asked)?.[0] ?? '';
  const field = schema.getQueryType()?.getFields()[root];
  if (field === undefined) throw new Error(`no field ${root} of Query`);
  const type = getNamedType(field.type) as GraphQLObjectType;
  const variables = ['organisation', 'parent', 'after']
    .filter((name) => asked.includes(`$${name}`))
    .map((name) => `$${name}: ${name === 'after' ? 'String' : 'ID!'}`);
  const head = variables.length === 0 ? 'query' : `query (${variables.join(', ')})`;
  if (!isConnection(field))
    return { document: `${head} { ${asked} { ${selectionOf(type, DEEPEST)} } }`, root, isPaged: false };
  const node = typeOf(typeOf(type, 'edges'), 'node');
  const of = isStep === true ? 'id' : selectionOf(node, DEEPEST);
  const page = `edges { node { ${of} } } pageInfo { hasNextPage endCursor }`;
  return { document: `${head} { ${asked} { ${page} } }`, root, isPaged: true };
}
