import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ReadOutcome } from '@jihui/kernel';
import { ReaderProcess, type ReaderLimits } from './reader-process.js';

/** Generous for a document of a thousand pages, nothing for what is built to harm. */
export const READER_LIMITS: ReaderLimits = {
  timeMs: 90_000,
  memoryMb: 768,
  pages: 1_000,
  characters: 2_000_000,
  unpackedBytes: 128 * 1024 * 1024,
};

/** So many files are read at once by one server; the others wait. */
const AT_ONCE = 2;
/** A process is given up after so many files, so that nothing adds up in it. */
const FILES_A_PROCESS = 50;
const IDLE_MS = 5_000;

/**
 * Reads a file's text in a process apart, which is killed at the limits: whatever is in the file, the server
 * gets an outcome that can be told to a person. A process that met a bad file reads no other.
 */
@Injectable()
export class TextReader implements OnModuleDestroy {
  private readonly idle: ReaderProcess[] = [];
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  async read(path: string, limits: ReaderLimits = READER_LIMITS): Promise<ReadOutcome> {
    while (this.running >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
    const process = this.rested() ?? new ReaderProcess(limits.memoryMb);
    try {
      const outcome = await process.read(path, limits);
      if (outcome.status === 'READ' && process.files < FILES_A_PROCESS) this.rest(process);
      else process.end();
      return outcome;
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  onModuleDestroy(): void {
    for (const process of this.idle.splice(0)) process.end();
  }

  private rested(): ReaderProcess | undefined {
    const process = this.idle.pop();
    return process === undefined || process.alive ? process : this.rested();
  }

  private rest(process: ReaderProcess): void {
    this.idle.push(process);
    process.afterIdle(IDLE_MS, () => {
      const at = this.idle.indexOf(process);
      if (at >= 0) this.idle.splice(at, 1);
    });
  }
}
