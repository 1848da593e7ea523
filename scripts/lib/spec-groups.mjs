import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';

/** Where jest.config.mjs looks for groups; made for a run and removed after it. */
const FOLDER = inRoot('.groups');

/** Specs that take the better part of a minute: each begins a group of its own, and these groups begin first. */
const LONG = [
  'contracts/test/buttons',
  'contracts/test/proceedings',
  'contracts/test/checks',
  'contracts/test/numbers',
  'platform/test/outbox',
];
const PER_GROUP = 5;

/**
 * Jest loads every module anew for each file, which takes longer than most database specs: in a whole run the specs
 * of one library are imported by a few files, several by each, and share what is loaded. Each opens and closes a
 * world of its own in its `describe`, so that none meets another's rows.
 * @returns {{ env: Record<string, string>, remove: () => void }} what Jest's configuration must know
 */
export function groupSpecs() {
  remove();
  mkdirSync(FOLDER);
  groupsOf(specsByLibrary()).forEach((specs, index) => {
    const imports = specs.map((spec) => `import '../${spec}';\n`);
    const name = `${String(index).padStart(2, '0')}-${specs[0].split('/')[1]}.group.ts`;
    writeFileSync(path.join(FOLDER, name), imports.join(''));
  });
  return { env: { JIHUI_SPEC_GROUPS: '1' }, remove };
}

const remove = () => rmSync(FOLDER, { recursive: true, force: true });

/** @returns {string[][]} paths from the root, one list a library */
const specsByLibrary = () =>
  readdirSync(inRoot('libs'))
    .map((library) => ['src', 'test'].flatMap((part) => specsIn(`libs/${library}/${part}`)))
    .filter((specs) => specs.length > 0);

const specsIn = (folder) =>
  (existsSync(inRoot(folder)) ? readdirSync(inRoot(folder), { recursive: true }) : [])
    .filter((name) => name.endsWith('.db-spec.ts'))
    .sort()
    .map((name) => `${folder}/${name}`);

/** The long ones lead groups, one each, and are joined by others of their library. */
function groupsOf(libraries) {
  const isLong = (spec) => LONG.some((long) => spec.includes(long));
  const groups = libraries.flatMap((specs) => {
    const ordered = [...specs.filter(isLong), ...specs.filter((spec) => !isLong(spec))];
    const count = Math.max(Math.ceil(specs.length / PER_GROUP), specs.filter(isLong).length);
    return Array.from({ length: count }, (_, index) => ordered.filter((_spec, at) => at % count === index));
  });
  return groups.sort((one, other) => Number(isLong(other[0])) - Number(isLong(one[0])));
}
