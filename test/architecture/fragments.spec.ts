import { dirname, join } from 'node:path/posix';
import { filesBelow, textOf } from './sources.js';

/** What a portal module declares and needs: fragments at run time are text, known once their module was imported. */
interface Module {
  readonly declares: readonly string[];
  readonly spreads: readonly string[];
  readonly imports: readonly string[];
}

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);

const FILES = filesBelow('apps/portal/src', /\.tsx?$/).filter((file) => !file.includes('/gql/'));

/** A module's file for an import of the portal's own; types are not imported at run time. */
const target = (file: string, specifier: string): string[] => {
  const path = join(dirname(file), specifier).replace(/\.js$/, '');
  return [`${path}.ts`, `${path}.tsx`].filter((candidate) => FILES.includes(candidate));
};

const read = (file: string): Module => {
  const text = textOf(file);
  const documents = all(text, /\bgraphql\(\s*(?:\/\*\s*GraphQL\s*\*\/\s*)?`([^`]*)`/g).join('\n');
  return {
    declares: all(documents, /\bfragment\s+(\w+)\s+on\b/g),
    spreads: all(documents, /\.\.\.\s*(?!on\b)([A-Za-z_]\w*)/g),
    imports: [
      ...all(text, /^(?:import|export)\s+(?!type\b)[^;]*?\bfrom\s+'(\.[^']+)'/gm),
      ...all(text, /^import\s+'(\.[^']+)'/gm),
    ].flatMap((specifier) => target(file, specifier)),
  };
};

const MODULES = new Map(FILES.map((file) => [file, read(file)]));

/** The module and all that it imports, near or far. */
function reached(file: string): Set<string> {
  const seen = new Set<string>();
  const open = [file];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(MODULES.get(next)?.imports ?? []));
  }
  return seen;
}

describe('a document of the portal', () => {
  it('is read from every module that has one', () => {
    expect([...MODULES.values()].flatMap((module) => module.declares).length).toBeGreaterThan(20);
  });

  it.each([...MODULES].filter(([, module]) => module.spreads.length > 0).map(([file]) => file))(
    'imports the modules that declare its fragments: %s',
    (file) => {
      const known = new Set([...reached(file)].flatMap((module) => MODULES.get(module)?.declares ?? []));
      expect((MODULES.get(file)?.spreads ?? []).filter((name) => !known.has(name))).toEqual([]);
    },
  );
});
