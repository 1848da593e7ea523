import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRoot, packageFolders } from './paths.mjs';

/**
 * A folder for temporary files with what npm installs by, and nothing else. Npm may be asked there: 10.2, which came
 * with Node 20.11, empties node_modules also when `ci` is to be a dry run.
 */
export function packagesCopy() {
  const copy = mkdtempSync(path.join(tmpdir(), 'jihui-packages-'));
  for (const folder of packageFolders()) mkdirSync(path.join(copy, folder), { recursive: true });
  for (const file of [
    'package-lock.json',
    ...['', ...packageFolders()].map((folder) => path.join(folder, 'package.json')),
  ])
    copyFileSync(inRoot(file), path.join(copy, file));
  return copy;
}
