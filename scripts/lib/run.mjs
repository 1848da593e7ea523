import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and gives its exit code and all it printed.
 * @param {string} program
 * @param {readonly string[]} words
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, onLine?: (line: string) => void, show?: boolean }} [options]
 *   `show` passes what it prints on to the terminal; `onLine` is told each line.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, words, { cwd, env, onLine, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd,
      // What is kept and shown later, or searched, should hold no colours.
      env: { ...process.env, ...(show ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (stream) => (chunk) => {
      const text = chunk.toString();
      output += text;
      if (show) stream.write(text);
      if (onLine) for (const line of text.split('\n')) if (line.trim()) onLine(line.trim());
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }));
  });
}
