import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadOutcome } from '@jihui/kernel';

/** What one file may cost. */
export interface ReaderLimits {
  readonly timeMs: number;
  /** Of the whole process, V8's own memory and what lies beside it. */
  readonly memoryMb: number;
  readonly pages: number;
  readonly characters: number;
  readonly unpackedBytes: number;
  /** Workbooks as well, and of every file what stands beside its text. */
  readonly office?: boolean;
}

const WATCH_MS = 100;
const READER = fileURLToPath(new URL('./reader/reader.mjs', import.meta.url));

/** One process that reads one file after the other, until it is ended or a limit kills it. */
export class ReaderProcess {
  files = 0;
  private readonly child: ChildProcess;
  private idleTimer: NodeJS.Timeout | undefined;

  constructor(memoryMb: number) {
    // No environment: neither the database's address nor any other secret is there to be found.
    this.child = fork(READER, {
      execArgv: [`--max-old-space-size=${Math.floor(memoryMb / 2)}`, '--no-warnings'],
      env: {},
      cwd: '/',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    // An idle reader keeps no server alive.
    this.child.unref();
    this.child.channel?.unref();
    this.child.on('error', () => this.end());
  }

  read(path: string, limits: ReaderLimits): Promise<ReadOutcome> {
    clearTimeout(this.idleTimer);
    this.files += 1;
    const { child } = this;
    const { timeMs, memoryMb, ...inside } = limits;
    return new Promise((resolve) => {
      const stop = (outcome: ReadOutcome): void => {
        clearTimeout(timer);
        clearInterval(watch);
        child.off('message', stop).off('exit', gone).off('disconnect', gone);
        child.channel?.unref();
        resolve(outcome);
      };
      const kill = (status: 'TOO_SLOW' | 'TOO_LARGE'): void => {
        this.end();
        stop({ status });
      };
      // What it said last may still be on its way when it has gone: both must have happened.
      const gone = (): void => {
        if (child.connected || (child.exitCode === null && child.signalCode === null)) return;
        // V8 aborts when its heap is full, and the kernel takes it where memory is short.
        const outOfMemory = child.signalCode === 'SIGABRT' || child.signalCode === 'SIGKILL';
        stop({ status: outOfMemory ? 'TOO_LARGE' : 'DAMAGED' });
      };
      const timer = setTimeout(() => kill('TOO_SLOW'), timeMs);
      const watch = setInterval(() => {
        if (residentMb(child.pid) > memoryMb) kill('TOO_LARGE');
      }, WATCH_MS);
      child.on('message', stop).on('exit', gone).on('disconnect', gone);
      child.channel?.ref();
      child.send({ path, limits: inside }, (error) => {
        if (error !== null) stop({ status: 'DAMAGED' });
      });
    });
  }

  get alive(): boolean {
    return this.child.connected;
  }

  /** Ends it when nothing came to read for so long. */
  afterIdle(ms: number, told: () => void): void {
    this.idleTimer = setTimeout(() => {
      told();
      this.end();
    }, ms);
    this.idleTimer.unref();
  }

  end(): void {
    clearTimeout(this.idleTimer);
    this.child.kill('SIGKILL');
  }
}

/** Resident memory; 0 where the system does not tell (then only V8's own bound holds). */
function residentMb(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
}
