import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { answer, STOPPED, type Answers, type Call } from './calls.js';
import { Engine } from './engine.js';

/** The engine, wherever it runs. */
export interface EngineThread {
  /** False once the thread ended by itself: what it held is gone. */
  readonly alive: boolean;
  ask<C extends Call>(call: C): Promise<Answers[C['call']]>;
  close(): Promise<void>;
}

/** The worker as built; run from source (in tests) there is none, and the work is done in place. */
const workerFile = new URL('./engine.worker.js', import.meta.url);

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Starts the engine in a thread of its own, so that searching and indexing keep no request waiting. */
export function startEngine(): EngineThread {
  return existsSync(fileURLToPath(workerFile)) ? inThread() : inPlace();
}

function inPlace(): EngineThread {
  const engine = new Engine();
  let closed = false;
  return {
    alive: true,
    ask: async <C extends Call>(call: C) => (await answer(engine, call, () => closed)) as Answers[C['call']],
    close() {
      closed = true;
      return Promise.resolve();
    },
  };
}

function inThread(): EngineThread {
  const worker = new Worker(workerFile);
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let ended: Error | null = null;
  const end = (error: Error): void => {
    ended = error;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  worker.on('message', ({ number, value, error }: { number: number; value?: unknown; error?: string }) => {
    const one = waiting.get(number);
    waiting.delete(number);
    if (waiting.size === 0) worker.unref();
    if (error === undefined) one?.resolve(value);
    else one?.reject(new Error(error));
  });
  worker.on('error', end);
  worker.on('exit', () => {
    end(new Error(STOPPED));
  });
  // A command that waits for no answer ends without waiting for the thread.
  worker.unref();
  return {
    get alive() {
      return ended === null;
    },
    ask: <C extends Call>(call: C) =>
      new Promise<Answers[C['call']]>((resolve, reject) => {
        if (ended !== null) {
          reject(ended);
          return;
        }
        last += 1;
        worker.ref();
        waiting.set(last, { resolve, reject });
        worker.postMessage({ number: last, call });
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
