import type { DomainName } from '@jihui/events';
import { toMermaid, type Lifecycle } from '@jihui/kernel';
import { eachDomain, filesBelow, load, textOf } from './sources.js';

type AnyLifecycle = Lifecycle<string, string>;
interface Found {
  readonly domain: DomainName;
  readonly name: string;
  readonly lifecycle: AnyLifecycle;
}

const isLifecycle = (value: unknown): value is AnyLifecycle =>
  typeof value === 'object' && value !== null && 'table' in value && 'initial' in value && 'next' in value;

/** Every lifecycle that a core exports; loading it has already checked its table. */
async function findLifecycles(): Promise<Found[]> {
  const files = eachDomain((domain) =>
    filesBelow(`libs/${domain}/src/core`, /(?<!spec)\.ts$/)
      .filter((file) => textOf(file).includes('defineLifecycle'))
      .map((file) => ({ domain, file })),
  );
  const found: Found[] = [];
  for (const { domain, file } of files)
    for (const lifecycle of Object.values(await load(file)).filter(isLifecycle))
      found.push({ domain, name: lifecycle.name, lifecycle });
  return found;
}

const lifecycles = await findLifecycles();
const label = ({ domain, name }: Found): string => `${domain}: ${name}`;

/** All strings and keys of the domain's expectation files. */
function expectedWords(domain: DomainName): Set<string> {
  const files = filesBelow(`libs/${domain}/test`, /\.matrix\.(json|csv)$/);
  return new Set(files.flatMap((file) => textOf(file).split(/[^A-Za-z_]+/)));
}

describe('lifecycles', () => {
  it('are found in every domain that has states', () => {
    const domains = new Set(lifecycles.map((found) => found.domain));
    expect([...domains]).toEqual(expect.arrayContaining(['identity', 'listings', 'deals', 'contracts']));
  });

  it.each(lifecycles.map((found) => [label(found), found] as const))(
    '%s: every state can still come to an end',
    (_, found) => {
      const { states, table } = found.lifecycle;
      // What leaves the state as it is, such as an edit, is no way out and none is needed from a final state.
      const isFinal = (state: string): boolean =>
        Object.values(table[state] ?? {}).every((target) => target === state);
      if (!states.some(isFinal)) return;
      const ends = new Set(states.filter(isFinal));
      for (let size = 0; size !== ends.size;) {
        size = ends.size;
        for (const state of states)
          if (Object.values(table[state] ?? {}).some((target) => target !== undefined && ends.has(target)))
            ends.add(state);
      }
      expect(states.filter((state) => !ends.has(state))).toEqual([]);
    },
  );

  it.each(lifecycles.map((found) => [label(found), found] as const))(
    '%s: every state and action stands in an expectation file',
    (_, { domain, lifecycle }) => {
      const words = expectedWords(domain);
      expect([...lifecycle.states, ...lifecycle.actions].filter((word) => !words.has(word))).toEqual([]);
    },
  );

  it.each(lifecycles.map((found) => [label(found), found] as const))(
    "%s: the domain's README shows it as it is",
    (_, { domain, lifecycle }) => {
      expect(textOf(`libs/${domain}/README.md`)).toContain(toMermaid(lifecycle));
    },
  );
});
