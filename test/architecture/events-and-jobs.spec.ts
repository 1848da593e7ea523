import 'reflect-metadata';
import { CONSUMERS, JOB_TYPES, type EventType } from '@jihui/events';
import { loadDomains } from '@jihui/registry';
import { eachDomain, filesBelow, textOf } from './sources.js';

type Constructor = abstract new (...args: never[]) => object;

/** Keys under which the platform's decorators leave their marks (libs/platform/src/outbox/handlers.ts). */
const MARKS = { event: 'jihui:event-handler', job: 'jihui:job-handler' } as const;

/** Every class that the module and those it imports provide. */
function providersOf(module: unknown, seen = new Set<unknown>()): Constructor[] {
  const type = (module as { module?: Constructor }).module ?? (module as Constructor);
  if (typeof type !== 'function' || seen.has(type)) return [];
  seen.add(type);
  const metadata = (key: string): unknown[] =>
    (Reflect.getMetadata(key, type) as unknown[] | undefined) ?? [];
  const own = metadata('providers')
    .map((provider) =>
      typeof provider === 'function' ? provider : (provider as { useClass?: unknown }).useClass,
    )
    .filter((provider): provider is Constructor => typeof provider === 'function');
  return [...own, ...metadata('imports').flatMap((imported) => providersOf(imported, seen))];
}

function marksOf<T>(providers: readonly Constructor[], key: string): T[] {
  return providers.flatMap((provider) =>
    Object.values(Object.getOwnPropertyDescriptors(provider.prototype as object))
      .map((descriptor) => descriptor.value as unknown)
      .filter((method): method is () => unknown => typeof method === 'function')
      .map((method) => Reflect.getMetadata(key, method) as T | undefined)
      .filter((mark): mark is NonNullable<typeof mark> => mark !== undefined),
  );
}

const domains = await loadDomains(null);
const providers = [...new Set(domains.flatMap((domain) => providersOf(domain.module)))];

describe('events and jobs', () => {
  it('have exactly the handlers that the published map names, over all domains', () => {
    const handled = marksOf<{ type: string; name: string }>(providers, MARKS.event).map(
      ({ type, name }) => `${type} → ${name}`,
    );
    const published = (Object.keys(CONSUMERS) as EventType[]).flatMap((type) =>
      CONSUMERS[type].map((name) => `${type} → ${name}`),
    );
    expect(handled.sort()).toEqual(published.sort());
  });

  it('have one handler for each job type', () => {
    const handled = marksOf<{ type: string }>(providers, MARKS.job).map(({ type }) => type);
    expect(handled.sort()).toEqual([...JOB_TYPES].sort());
  });

  it('are emitted by the domain that owns them', () => {
    const emitted = eachDomain((domain) =>
      filesBelow(`libs/${domain}/src`, /(?<!spec)\.ts$/).flatMap((file) =>
        [...textOf(file).matchAll(/\.emit\(\s*'([a-z]+)\.([A-Za-z]+)'/g)].map(([, owner, name]) => ({
          domain,
          owner,
          name,
        })),
      ),
    );
    expect(emitted.filter(({ domain, owner }) => domain !== owner)).toEqual([]);
  });
});
