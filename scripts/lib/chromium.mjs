import { existsSync } from 'node:fs';
import path from 'node:path';

/** The headless shell opens pages faster: it is the same engine without the parts of a window. */
const PROGRAMS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/**
 * The browser for tests: the one that CHROMIUM_PATH names, or the first of those that are installed.
 * @returns {string | undefined} nothing where there is none
 */
export function findChromium() {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(path.delimiter)];
  const found = PROGRAMS.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [process.env.CHROMIUM_PATH, ...found].find((file) => file && existsSync(file));
}
