import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mergeTypeDefs } from '@graphql-tools/merge';
import { composeServices } from '@theguild/federation-composition';
import { Kind, buildASTSchema, lexicographicSortSchema, parse, print, printSchema } from 'graphql';
import { Failure } from './failure.mjs';
import { inRoot } from './paths.mjs';

/**
 * What federation's directives and scalars look like to tools that do not know them. The list is that of
 * https://specs.apollo.dev/federation/v2.3, as far as the schemas here use it.
 */
const FEDERATION = parse(`
  scalar FieldSet
  scalar LinkImport
  enum LinkPurpose { SECURITY EXECUTION }
  directive @link(url: String!, as: String, for: LinkPurpose, import: [LinkImport]) repeatable on SCHEMA
  directive @key(fields: FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
  directive @requires(fields: FieldSet!) on FIELD_DEFINITION
  directive @provides(fields: FieldSet!) on FIELD_DEFINITION
  directive @external(reason: String) on OBJECT | FIELD_DEFINITION
  directive @shareable repeatable on OBJECT | FIELD_DEFINITION
  directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
  directive @override(from: String!) on FIELD_DEFINITION
  directive @extends on OBJECT | INTERFACE
`);
const FEDERATION_NAMES = new Set(FEDERATION.definitions.map((definition) => definition.name.value));

const COMMON = inRoot('libs/platform/src/graph/common.graphql');
const sdlFile = (domain) => inRoot(`libs/${domain}/src/${domain}.graphql`);

/** A domain's own file first, then those of its aggregates by name. */
const sdlFiles = (domain) => [
  sdlFile(domain),
  ...readdirSync(inRoot(`libs/${domain}/src`), { recursive: true })
    .filter((name) => name.endsWith('.graphql') && name !== `${domain}.graphql`)
    .sort()
    .map((name) => inRoot(`libs/${domain}/src`, name)),
];

/**
 * Names of the domains that have an SDL file, in the order of libs/events, in which the server merges them: where two
 * describe a shared type, the same words win.
 */
export function domainNames() {
  const source = readFileSync(inRoot('libs/events/src/consumers.ts'), 'utf8');
  const [, list] = /DOMAIN_NAMES = \[([^\]]*)\]/.exec(source) ?? [];
  return [...(list ?? '').matchAll(/'([a-z]+)'/g)]
    .map(([, name]) => name)
    .filter((name) => existsSync(sdlFile(name)));
}

function read(file) {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Failure(`${file}: ${error.message}`, { cause: error });
  }
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@external", "@provides", "@requires"])';

/** The SDL of one domain as a subgraph: the common file and its own, sorted, with federation's directives. */
export function subgraphSdl(domain) {
  const merged = mergeTypeDefs([read(COMMON), ...sdlFiles(domain).map(read)], {
    sort: true,
    convertExtensions: true,
  });
  return `${LINK}\n\n${print({ kind: Kind.DOCUMENT, definitions: merged.definitions.filter(isOwn) })}\n`;
}

/** The subgraphs of these domains composed, for the gateway; where each is served, the gateway's settings say. */
export function supergraphSdl(domains) {
  const services = domains.map((name) => ({
    name,
    url: `http://${name}.invalid/graphql`,
    typeDefs: parse(subgraphSdl(name)),
  }));
  const { supergraphSdl: sdl, errors = [] } = composeServices(services);
  if (sdl === undefined) throw new Failure(errors.map(({ message }) => message).join('\n'));
  return sdl;
}

/** The schema of these domains in one process, as those who call it see it: sorted, without federation's directives. */
export function publicSdl(domains) {
  const schema = buildASTSchema(
    knownDocument([read(COMMON), ...domains.flatMap((domain) => sdlFiles(domain).map(read))]),
  );
  return `${withoutFederation(printSchema(lexicographicSortSchema(schema)))}\n`;
}

function knownDocument(documents) {
  const merged = mergeTypeDefs(documents, { convertExtensions: true });
  return {
    kind: Kind.DOCUMENT,
    definitions: [...FEDERATION.definitions, ...merged.definitions.filter(isOwn)],
  };
}

/** What the domains define, as against what federation brings. */
const isOwn = (definition) =>
  definition.kind !== Kind.SCHEMA_EXTENSION &&
  definition.kind !== Kind.SCHEMA_DEFINITION &&
  !FEDERATION_NAMES.has(definition.name.value);

function withoutFederation(sdl) {
  const document = parse(sdl);
  const definitions = document.definitions.filter(
    (definition) => !FEDERATION_NAMES.has(definition.name?.value),
  );
  return print({ kind: Kind.DOCUMENT, definitions });
}
