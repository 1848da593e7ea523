import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SearchField } from './document.js';
import { tsvectorLiteral } from './tsvector.js';

/** Tokenises many texts away from the event loop: it takes nine tenths of an import's time. */
export interface Tokeniser {
  /** tsvector literals of the faces' fields, in their order. */
  literals(faces: readonly (readonly SearchField[])[]): Promise<string[]>;
  close(): Promise<void>;
}

interface Waiting {
  resolve(literals: string[]): void;
  reject(error: Error): void;
}

/** The worker as built; run from source (in tests) there is none, and the work is done in place. */
const workerFile = new URL('./tokeniser.worker.js', import.meta.url);

/** The dictionary lies outside the heap; without a bound the worker would collect its garbage late. */
const HEAP = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 12 };

/** A tokeniser in a worker thread of its own, alive until `close`. */
export function startTokeniser(): Tokeniser {
  if (!existsSync(fileURLToPath(workerFile)))
    return {
      literals: (faces) => Promise.resolve(faces.map(tsvectorLiteral)),
      close: () => Promise.resolve(),
    };

  const worker = new Worker(workerFile, { resourceLimits: HEAP });
  const waiting: Waiting[] = [];
  const failAll = (error: Error): void => waiting.splice(0).forEach((one) => one.reject(error));
  worker.on('message', (literals: string[]) => waiting.shift()?.resolve(literals));
  worker.on('error', failAll);
  worker.on('exit', () => failAll(new Error('the tokeniser stopped')));
  return {
    literals: (faces) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(faces);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
