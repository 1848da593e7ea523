import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/**
 * Runs a program to its end and gives its exit code and all it printed, without colours.
 * @param {string} program
 * @param {readonly string[]} words
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, onLine?: (line: string) => void, show?: boolean | 'stderr' }} [options]
 *   `show` passes what it prints on to the terminal, all of it or only its stderr; `onLine` is told each line.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, words, { cwd, env, onLine, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (stream, shown) => (chunk) => {
      const text = chunk.toString();
      output += stripVTControlCharacters(text);
      if (shown) stream.write(text);
      if (onLine)
        for (const line of stripVTControlCharacters(text).split('\n')) if (line.trim()) onLine(line.trim());
    };
    child.stdout.on('data', take(process.stdout, show === true));
    child.stderr.on('data', take(process.stderr, show !== false));
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }));
  });
}
