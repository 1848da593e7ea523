import 'reflect-metadata';
import { ownerOf } from '@jihui/platform';
import { loadDomains } from '@jihui/registry';

type Constructor = abstract new (...args: never[]) => object;

const metadata = <T>(key: string, target: object): T | undefined =>
  Reflect.getMetadata(key, target) as T | undefined;

/** Paths that a domain's controllers answer, parameters as they are written. */
function pathsOf(module: Constructor): string[] {
  const controllers = metadata<Constructor[]>('controllers', module) ?? [];
  return controllers.flatMap((controller) => {
    const prefix = metadata<string>('path', controller) ?? '';
    const methods = Object.values(Object.getOwnPropertyDescriptors(controller.prototype as object))
      .map(({ value }: PropertyDescriptor) => value as unknown)
      .filter((value): value is () => unknown => typeof value === 'function' && value !== controller);
    return methods
      .map((method) => metadata<string>('path', method))
      .filter((path) => path !== undefined)
      .map((path) => `/${prefix}/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1'));
  });
}

describe('the gateway', () => {
  it('passes every route of a domain on to that domain, and no other', async () => {
    const routes = (await loadDomains(null)).flatMap(({ name, module }) =>
      pathsOf(module as Constructor).map((path) => ({ name, path })),
    );
    expect(routes.length).toBeGreaterThan(30);
    expect(routes.filter(({ name, path }) => ownerOf(path) !== name)).toEqual([]);
    for (const path of ['/graphql', '/healthz', '/files', '/files/weather/1', '/eventsx', '/'])
      expect(ownerOf(path)).toBeUndefined();
  });
});
