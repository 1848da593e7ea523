import { parentPort } from 'node:worker_threads';
import { tsvectorLiteral, type WeightedText } from './tsvector.js';

parentPort?.on('message', (texts: WeightedText[]) => parentPort?.postMessage(texts.map(tsvectorLiteral)));
