import { parentPort, workerData } from 'node:worker_threads';
import { train, type TrainingPair, type TrainingParameters } from '@jihui/platform';

const { pairs, parameters } = workerData as {
  pairs: readonly TrainingPair[];
  parameters: readonly TrainingParameters[];
};

parentPort?.postMessage(parameters.map((one) => train(pairs, one)));
