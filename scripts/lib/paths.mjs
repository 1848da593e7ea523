import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The checkout. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

export const inRoot = (...parts) => path.join(ROOT, ...parts);

/** Folders of libs/ and apps/ that are packages. */
export const packageFolders = () =>
  ['libs', 'apps'].flatMap((group) =>
    readdirSync(inRoot(group))
      .map((name) => `${group}/${name}`)
      .filter((folder) => existsSync(inRoot(folder, 'package.json'))),
  );

/** Every file under a folder, as paths relative to it, sorted; nothing when the folder is missing. */
export const filesUnder = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
        .sort()
    : [];
