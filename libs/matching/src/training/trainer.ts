import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { train, type TrainingPair, type TrainingParameters, type VectorModel } from '@jihui/platform';

/** The worker as built; run from source (in tests) there is none, and the work is done in place. */
const workerFile = new URL('./training.worker.js', import.meta.url);

/** Trains the models in a thread of their own: it takes minutes. Ends early when the signal says so. */
export async function trainApart(
  pairs: readonly TrainingPair[],
  parameters: readonly TrainingParameters[],
  signal: AbortSignal,
): Promise<VectorModel[]> {
  if (!existsSync(fileURLToPath(workerFile))) return parameters.map((one) => train(pairs, one));
  const worker = new Worker(workerFile, { workerData: { pairs, parameters } });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop);
  try {
    return await new Promise<VectorModel[]>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => {
        reject(new Error('training was stopped'));
      });
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
