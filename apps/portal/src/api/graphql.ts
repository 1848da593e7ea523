import type { graphql as Typed } from '../gql/index.js';

const fragments = new Map<string, string>();

const spreads = (source: string): string[] =>
  [...source.matchAll(/\.\.\.\s*(?!on\b)([A-Za-z_]\w*)/g)].flatMap((match) => match[1] ?? []);

/** The fragments that the source uses, each once, with what those use. */
function withFragments(source: string): string {
  const needed = new Map<string, string>();
  const open = spreads(source);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (needed.has(name)) continue;
    const fragment = fragments.get(name);
    if (fragment === undefined)
      throw new Error(`Fragment ${name} is used before the module that declares it was imported`);
    needed.set(name, fragment);
    open.push(...spreads(fragment));
  }
  return [source, ...needed.values()].join('\n');
}

/**
 * Marks a GraphQL document. Its type comes from the generated `gql`; at run time it is the text itself, so that each
 * page carries its own operations alone. A fragment is known from the moment its module is imported.
 */
export const graphql = ((source: string) => {
  const fragment = /^\s*fragment\s+(\w+)/.exec(source)?.[1];
  if (fragment !== undefined) {
    fragments.set(fragment, source);
    return source;
  }
  return withFragments(source);
}) as unknown as typeof Typed;
