import {
  BreakingChangeType,
  Kind,
  buildASTSchema,
  buildClientSchema,
  findBreakingChanges,
  findDangerousChanges,
  getIntrospectionQuery,
  parse,
  print,
  visit,
} from 'graphql';
import { Failure } from './failure.mjs';

/** What composition adds to a supergraph, and nobody asks for (https://specs.apollo.dev/join/v0.3, link/v1.0). */
const OF_COMPOSITION = /^(join__|link(__|$))/;

/**
 * @typedef {object} Served what is served somewhere
 * @property {import('graphql').GraphQLSchema} schema as who asks sees it
 * @property {ReadonlyMap<string, readonly string[]> | null} services by `Type.field`: which services answer it; null where
 *   that is not known
 */

/** @param {string} sdl a supergraph's, or a plain schema's @returns {Served} */
export function servedBy(sdl) {
  const document = parse(sdl);
  const own = document.definitions.filter(
    ({ kind, name }) =>
      kind !== Kind.SCHEMA_DEFINITION && kind !== Kind.SCHEMA_EXTENSION && !OF_COMPOSITION.test(name?.value),
  );
  const schema = buildASTSchema(withoutComposition({ kind: Kind.DOCUMENT, definitions: own }));
  return { schema, services: sdl.includes('@join__') ? servicesIn(own) : null };
}

/** What a running server says of itself. @returns {Promise<Served>} @throws {Failure} where it cannot be asked */
export async function servedAt(url) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: getIntrospectionQuery() }),
  }).catch((error) => {
    throw new Failure(`${url}: ${error.cause?.code ?? error.message}`, { cause: error });
  });
  const text = await answer.text();
  if (!answer.ok || !text.startsWith('{"data"'))
    throw new Failure(`${url}: ${answer.status} ${text.slice(0, 200)}`);
  return { schema: buildClientSchema(JSON.parse(text).data), services: null };
}

/**
 * What breaks for those who ask as they did while the old was served: a page that is still open, a program of others, and a
 * gateway of the old version before services of the new.
 * @param {Served} before @param {Served} after @returns {string[]} sorted
 */
export function breaksBetween(before, after) {
  const breaking = findBreakingChanges(before.schema, after.schema).filter(
    // Directives are asked for by nobody but `@skip` and `@include`, which stay.
    ({ type }) => !/DIRECTIVE/.test(BreakingChangeType[type]),
  );
  return [...breaking.map(({ description }) => description), ...moves(before, after)].sort();
}

/** What breaks only those who take what they got for all there is: a new value of an enum, say. @returns {string[]} */
export const dangersBetween = (before, after) =>
  findDangerousChanges(before.schema, after.schema)
    .map(({ description }) => description)
    .sort();

/** A field that stays in the schema but is answered by another service is asked in vain by an old gateway. */
function moves({ services: before }, { services: after }) {
  if (before === null || after === null) return [];
  return [...before].flatMap(([field, old]) => {
    const now = after.get(field);
    return now === undefined
      ? []
      : old
          .filter((service) => !now.includes(service))
          .map((service) => `${field} was answered by ${service}.`);
  });
}

const argument = (directive, name) => directive.arguments?.find((one) => one.name.value === name)?.value;
const isFieldOf = ({ name }) => name.value === 'join__field';

/** A field without a word of its own is answered wherever its type is. */
function servicesIn(definitions) {
  const services = new Map();
  for (const { kind, name, directives = [], fields = [] } of definitions) {
    if (kind !== Kind.OBJECT_TYPE_DEFINITION && kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const graphs = (of, isWanted) =>
      of.filter(isWanted).flatMap((directive) => argument(directive, 'graph')?.value.toLowerCase() ?? []);
    const ofType = graphs(directives, (one) => one.name.value === 'join__type');
    for (const field of fields) {
      const isOwn = (one) => isFieldOf(one) && argument(one, 'external')?.value !== true;
      const own = graphs(field.directives ?? [], isOwn);
      services.set(`${name.value}.${field.name.value}`, own.length > 0 ? own : ofType);
    }
  }
  return services;
}

const withoutComposition = (document) =>
  visit(document, {
    Directive: ({ name }) => (OF_COMPOSITION.test(name.value) ? null : undefined),
  });

/** What is kept of a supergraph to be compared with: everything but its words. @param {string} sdl */
export const bones = (sdl) =>
  `${print(visit(parse(sdl), { enter: (node) => (node.description ? { ...node, description: undefined } : undefined) }))}\n`;
