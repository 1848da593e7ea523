import { parentPort } from 'node:worker_threads';
import { answer, type Call } from './calls.js';
import { Engine } from './engine.js';

const engine = new Engine();

parentPort?.on('message', ({ number, call }: { number: number; call: Call }) => {
  answer(engine, call).then(
    (value) => parentPort?.postMessage({ number, value }),
    (error: unknown) => parentPort?.postMessage({ number, error: String(error) }),
  );
});
