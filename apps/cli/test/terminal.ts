import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { Command } from '../src/command.js';

/** Where a command runs in a test: a folder of its own for each test, and what it says, line by line. */
export interface Terminal {
  readonly folder: string;
  readonly said: string[];
  /** Writes a file; an object as JSON. @returns its path */
  put(name: string, content: string | Uint8Array | object): string;
  run(
    command: Command,
    words: readonly string[],
    options?: Readonly<Record<string, string>>,
  ): Promise<number | undefined>;
}

/** For the top of a file of tests: it is made before each and removed after it. */
export function aTerminal(): Terminal {
  let folder = '';
  const said: string[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jihui-cli-'));
    said.length = 0;
    const hear = (text: string): void => void said.push(text);
    jest.spyOn(console, 'log').mockImplementation(hear);
    jest.spyOn(console, 'error').mockImplementation(hear);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    said,
    get folder() {
      return folder;
    },
    put(name, content) {
      const path = join(folder, name);
      const isPlain = typeof content === 'string' || content instanceof Uint8Array;
      writeFileSync(path, isPlain ? content : JSON.stringify(content));
      return path;
    },
    run: (command, words, options = {}) =>
      command.run({ words: [...words], text: (name) => options[name], flag: () => false }),
  };
}
