import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

interface Component {
  readonly 'bom-ref': string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}
interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: Component & { readonly name: string } };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}
interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const bill = JSON.parse(
  execFileSync(process.execPath, ['scripts/sbom.mjs'], { encoding: 'utf8', maxBuffer: 64 << 20 }),
) as Bill;
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly version?: string }>>;
};
const refs = new Set(bill.components.map((one) => one['bom-ref']));

/** Our own packages but the one that tests alone use. */
const manifests = ['apps', 'libs']
  .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}/package.json`))
  .filter((file) => existsSync(file) && file !== 'libs/testing/package.json')
  .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Manifest);

/** What `npm run sbom` hands out, made here: a bill that lacks something, or says another hash, is found before. */
describe('the bill of materials', () => {
  it('is CycloneDX, of this product', () => {
    expect([bill.bomFormat, bill.specVersion]).toEqual(['CycloneDX', '1.5']);
    expect(bill.metadata.component.name).toBe('jihui');
    expect(bill.components.length).toBeGreaterThan(500);
    expect(refs.size).toBe(bill.components.length);
    expect(
      bill.components.filter(({ purl }) => !/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@[\w.+-]+$/.test(purl)),
    ).toEqual([]);
  });

  it('has all that our packages name, at the version that they name exactly', () => {
    const named = manifests.flatMap(({ dependencies }) =>
      Object.entries(dependencies ?? {}).map(([name, version]) => `${name}@${version}`),
    );
    expect(named.length).toBeGreaterThan(50);
    const names = new Set([...refs].map((ref) => ref.slice(0, ref.lastIndexOf('@'))));
    const has = (ref: string): boolean =>
      refs.has(ref) || (/@\^[^@]+$/.test(ref) && names.has(ref.slice(0, ref.lastIndexOf('@'))));
    expect(named.filter((ref) => !has(ref))).toEqual([]);
  });

  it('has what leads on from there, and nothing of our tests', () => {
    const told = new Map(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
    expect([...refs].filter((ref) => !told.has(ref))).toEqual([]);
    expect([...told.values()].flat().filter((ref) => !refs.has(ref))).toEqual([]);
    expect(
      [...refs].filter((ref) => /^(jest|eslint|supertest|oidc-provider|@jihui\/testing)@/.test(ref)),
    ).toEqual([]);
  });

  it('says the hashes of the lock', () => {
    const locked = new Set(
      Object.values(packages).map(({ integrity = '' }) =>
        Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex'),
      ),
    );
    for (const { hashes, ...component } of bill.components) {
      const isOwn = component['bom-ref'].startsWith('@jihui/');
      expect([component['bom-ref'], hashes === undefined]).toEqual([component['bom-ref'], isOwn]);
      for (const { content } of hashes ?? []) expect(locked.has(content)).toBe(true);
    }
  });
});
