import { parentPort } from 'node:worker_threads';
import type { SearchField } from './document.js';
import { tsvectorLiteral } from './tsvector.js';

parentPort?.on('message', (faces: SearchField[][]) => parentPort?.postMessage(faces.map(tsvectorLiteral)));
