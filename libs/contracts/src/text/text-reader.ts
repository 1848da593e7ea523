import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { ReadOutcome } from '../core/text/reading.js';

/** What one file may cost. Generous for a contract of a thousand pages, nothing for what is built to harm. */
export interface ReaderLimits {
  readonly timeMs: number;
  /** Of the whole process, V8's own memory and what lies beside it. */
  readonly memoryMb: number;
  readonly pages: number;
  readonly characters: number;
  readonly unpackedBytes: number;
}
export const READER_LIMITS: ReaderLimits = {
  timeMs: 90_000,
  memoryMb: 768,
  pages: 1_000,
  characters: 2_000_000,
  unpackedBytes: 128 * 1024 * 1024,
};

/** So many files are read at once by one server; the others wait. */
const AT_ONCE = 2;
const WATCH_MS = 100;
const READER = fileURLToPath(new URL('./reader/reader.mjs', import.meta.url));

/**
 * Reads a file's text in a process of its own, which is killed at the limits: whatever is in the file, the server
 * gets an outcome that can be told to a person.
 */
@Injectable()
export class TextReader {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  async read(path: string, limits: ReaderLimits = READER_LIMITS): Promise<ReadOutcome> {
    await this.turn();
    try {
      return await readApart(path, limits);
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    while (this.running >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
  }
}

function readApart(path: string, limits: ReaderLimits): Promise<ReadOutcome> {
  const { timeMs, memoryMb, ...inside } = limits;
  // No environment: neither the database's address nor any other secret is there to be found.
  const child = fork(READER, [path, JSON.stringify(inside)], {
    execArgv: [`--max-old-space-size=${Math.floor(memoryMb / 2)}`, '--no-warnings'],
    env: {},
    cwd: '/',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve) => {
    const end = (outcome: ReadOutcome): void => {
      clearTimeout(timer);
      clearInterval(watch);
      child.kill('SIGKILL');
      resolve(outcome);
    };
    const timer = setTimeout(() => end({ status: 'TOO_SLOW' }), timeMs);
    const watch = setInterval(() => {
      void residentMb(child).then((used) => used > memoryMb && end({ status: 'TOO_LARGE' }));
    }, WATCH_MS);
    child.on('message', (outcome: ReadOutcome) => end(outcome));
    // What it said last may still be on its way when it has gone: both must have happened.
    const gone = (): void => {
      if (child.connected || (child.exitCode === null && child.signalCode === null)) return;
      // V8 aborts when its heap is full; anything else that ends it without a word was made by a damaged file.
      end({ status: child.signalCode === 'SIGABRT' ? 'TOO_LARGE' : 'DAMAGED' });
    };
    child.on('exit', gone);
    child.on('disconnect', gone);
    child.on('error', () => end({ status: 'DAMAGED' }));
  });
}

/** Resident memory; 0 where the system does not tell (then only V8's own bound holds). */
async function residentMb({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1_024;
}
