/**
 * The bill of materials of the product (CycloneDX 1.5), made of the lock: what its programs and pages need, whatever else
 * needs it too. `npm sbom --omit=dev` leaves out what a tool of development happens to share with them.
 *
 *   npm run --silent sbom > jihui.cdx.json
 */
import { readFileSync } from 'node:fs';

/** What is handed out; everything else is there to build and to test it. */
const PROGRAMS = ['apps/server', 'apps/cli', 'apps/portal'];

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const root = packages[''];

/** Where a package of that name is found from there, as Node looks for it: upwards. */
function resolved(from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    const found = packages[path];
    if (found !== undefined) return found.link ? found.resolved : path;
    if (folder === '') return undefined;
    if (!folder.includes('/node_modules/')) folder = '';
  }
}

/** Peers that are not installed are somebody else's choice; so is what is optional and not for this lock. */
const neededBy = (path) => {
  const { dependencies, optionalDependencies, peerDependencies } = packages[path];
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
  return [...new Set(names.flatMap((name) => resolved(path, name) ?? []))];
};

const nameOf = (path) =>
  packages[path].name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const refOf = (path) => `${nameOf(path)}@${packages[path].version}`;

/** The programs, and what they lead to. */
const needs = new Map();
const waiting = [...PROGRAMS];
for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
  if (needs.has(path)) continue;
  const found = neededBy(path);
  needs.set(path, found);
  waiting.push(...found);
}

/** `sha512-<base64>` as CycloneDX writes it. */
const hashOf = (integrity) => ({
  alg: 'SHA-512',
  content: Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex'),
});
const purlOf = (path) => `pkg:npm/${nameOf(path).replace('@', '%40')}@${packages[path].version}`;
/** One name of the SPDX list, an expression of several, or what a package calls it that knows no list. */
function licenceOf(licence) {
  if (/ (OR|AND|WITH) /.test(licence)) return { expression: licence };
  return { license: licence.includes('/') ? { name: licence } : { id: licence } };
}

const component = (path) => {
  const { version, integrity, license, optional } = packages[path];
  return {
    'bom-ref': refOf(path),
    type: PROGRAMS.includes(path) ? 'application' : 'library',
    name: nameOf(path),
    version,
    scope: optional ? 'optional' : 'required',
    purl: purlOf(path),
    ...(integrity === undefined ? {} : { hashes: [hashOf(integrity)] }),
    ...(license === undefined ? {} : { licenses: [licenceOf(license)] }),
  };
};

/** The same version may stand in several folders: it is one component, which needs what each of them needs. */
const byRef = new Map();
for (const path of needs.keys()) byRef.set(refOf(path), [...(byRef.get(refOf(path)) ?? []), path]);

const refs = [...byRef.keys()].sort();
const own = `${root.name}@${root.version}`;
const bill = {
  $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: {
    component: {
      'bom-ref': own,
      type: 'application',
      name: root.name,
      version: root.version,
      licenses: [licenceOf(root.license)],
    },
  },
  components: refs.map((ref) => component(byRef.get(ref)[0])),
  dependencies: [
    { ref: own, dependsOn: PROGRAMS.map(refOf) },
    ...refs.map((ref) => ({
      ref,
      dependsOn: [...new Set(byRef.get(ref).flatMap((path) => needs.get(path).map(refOf)))].sort(),
    })),
  ],
};
process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`);
